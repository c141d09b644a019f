import { expect } from 'vitest';
import { bcf } from './bcf.js';
import { FundFolder, fixture } from './fund-folder.js';

/** Runs the command lines of a text, as they stand, on the made-up year: each has to come to a clean end. */
export async function expectRunning(lines: readonly string[]): Promise<void> {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  for (const line of lines) {
    const words = [...line.replace(/\s+#.*$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    );
    const args = words.slice(1).map((word) => {
      if (word === 'my-fund' || word === 'last-year') return fund.path;
      return word.startsWith('fixtures/') ? fixture(word.slice('fixtures/'.length)) : word;
    });
    const { exitCode, stderr } = await bcf(args, { cwd: fund.path });
    expect(exitCode, `${line}\n${stderr}`).toBe(0);
  }
}

/** The runs of lines between the marks of omission, each of which must stand in the output, in order. */
export function expectInOrder(output: string, shown: string): void {
  let from = 0;
  for (const piece of shown.split(/^…\n/m)) {
    const at = output.indexOf(piece, from);
    expect(at, `not in the output, or not in this order:\n${piece}`).toBeGreaterThanOrEqual(0);
    from = at + piece.length;
  }
}
