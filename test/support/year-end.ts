import { cp } from 'node:fs/promises';
import { openFund } from '../../src/fund/open-fund.js';
import { explainPapers, withPapers } from '../../src/trace/explain-all.js';
import { bcf } from './bcf.js';
import { FundFolder, temporaryFolder, yearEndCase } from './fund-folder.js';

/** A small year of `test/year-end/cases` as at Q4. */
export interface YearEnd {
  /** A figure of the statement or of a paper by its name, as a document has it: `15000.00`. Throws where there is none. */
  readonly figure: (name: string) => string;
  /** What a command prints of it, tables and findings. */
  readonly printed: (...command: readonly string[]) => Promise<string>;
}

/** A small year, read with all that its papers need; changed first, where a test wants it otherwise. */
export async function yearEnd(name: string, change?: (folder: FundFolder) => Promise<void>): Promise<YearEnd> {
  return yearEndOf(change === undefined ? yearEndCase(name) : await changedCase(name, change));
}

/** A fund folder at its year end. */
export async function yearEndOf(folder: string): Promise<YearEnd> {
  const { fund, diagnostics } = await openFund(folder, folder, withPapers);
  if (fund === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const { all } = explainPapers(fund, 'Q4');
  return {
    figure: (figure) => String(all.node(figure)),
    async printed(...command) {
      const { stdout, stderr } = await bcf([...command, '.', '--as-at', 'Q4'], { cwd: folder });
      return stdout + stderr;
    },
  };
}

/** A small year, changed. */
export async function changedCase(name: string, change: (folder: FundFolder) => Promise<void>): Promise<string> {
  const folder = new FundFolder(await temporaryFolder());
  await cp(yearEndCase(name), folder.path, { recursive: true });
  await change(folder);
  return folder.path;
}
