import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAgreement } from '../src/agreement/read-agreement.js';
import { exitCodes } from '../src/diagnostics/exit-code.js';
import { bcf } from './support/bcf.js';
import { FundFolder, fixture } from './support/fund-folder.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
}

/** The runs of lines between the marks of omission, each of which must stand in the output, in order. */
function expectInOrder(output: string, shown: string): void {
  let from = 0;
  for (const piece of shown.split(/^…\n/m)) {
    const at = output.indexOf(piece, from);
    expect(at, `not in the output, or not in this order:\n${piece}`).toBeGreaterThanOrEqual(0);
    from = at + piece.length;
  }
}

describe('the README is true', () => {
  test('what npm start prints', async () => {
    const { stdout } = await bcf(['reconcile', fixture('kent-2015-16')]);
    expectInOrder(stdout, blocks('text')[0] ?? '');
  });

  test('what £1 too much prints', async () => {
    const kent = await FundFolder.copyOf('kent-2015-16');
    await kent.edit('plan.csv', '307000', '307001');
    const { stderr } = await bcf(['reconcile', kent.path]);
    expect(stderr.trim()).toBe(blocks('text')[1]?.trim());
  });

  test('what the settlement prints', async () => {
    const { stdout } = await bcf(['settle', fixture('kent-2015-16-illustrative'), '--as-at', 'Q2']);
    expectInOrder(stdout, blocks('text')[2] ?? '');
  });

  test('its pieces of an agreement and a plan are Kent’s', async () => {
    const agreement = readFileSync(`${fixture('kent-2015-16-illustrative')}/agreement.yaml`, 'utf8');
    for (const line of blocks('yaml').slice(0, 3).join('').split('\n')) {
      expect(agreement).toContain(line.replace(/\s*#.*$/, ''));
    }
    const plan = readFileSync(`${fixture('kent-2015-16')}/plan.csv`, 'utf8');
    for (const line of (blocks('csv')[0] ?? '').trim().split('\n')) expect(plan).toContain(line);
    expect(readAgreement('agreement.yaml', agreement).diagnostics).toEqual([]);
  });

  test('its exit codes are all of them', () => {
    const listed = [...readme.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    expect(listed).toEqual(Object.values(exitCodes).sort((a, b) => a - b));
  });

  test('starting your own: the copied fixture reconciles', async () => {
    const own = await FundFolder.copyOf('kent-2015-16-illustrative');
    await own.remove('ledgers');
    await own.edit('agreement.yaml', 'provenance: illustrative', 'provenance: own');
    const { exitCode, stdout } = await bcf(['reconcile', own.path]);
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('[i]');
  });
});
