import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsOf, ledgerKindNames } from '../src/agreement/ledger-kinds.js';
import { readAgreement } from '../src/agreement/read-agreement.js';
import { ledgerInWords } from '../src/commands/ledger-help.js';
import { exitCodes } from '../src/diagnostics/exit-code.js';
import { bcf } from './support/bcf.js';
import { closedYear, verified } from './support/closing.js';
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

  test('what the check prints', async () => {
    const { stdout } = await bcf(['check', fixture('kent-2015-16')]);
    expectInOrder(stdout, blocks('text')[3] ?? '');
    const controls = readFileSync(`${fixture('kent-2015-16')}/controls.csv`, 'utf8');
    for (const line of (blocks('csv')[1] ?? '').trim().split('\n')) expect(controls).toContain(`${line}\n`);
  });

  test('what the trace prints', async () => {
    const figure = 'settlement.partners[10D].contribution-due';
    const fund = fixture('kent-2015-16-illustrative');
    const { stdout } = await bcf(['trace', figure, fund, '--as-at', 'Q3', '--depth', '3']);
    expectInOrder(stdout, blocks('text')[4] ?? '');
  });

  test('what the export writes', async () => {
    const { stdout } = await bcf(['export', fixture('kent-2015-16-illustrative'), '--to', 'hledger', '--as-at', 'Q2']);
    expectInOrder(stdout, blocks('text').find((text) => text.includes('==*')) ?? '');
  });

  test('its pieces of an agreement and a plan are Kent’s', async () => {
    const agreement = readFileSync(`${fixture('kent-2015-16-illustrative')}/agreement.yaml`, 'utf8');
    for (const line of [...blocks('yaml').slice(0, 3), blocks('yaml')[3] ?? ''].join('').split('\n')) {
      expect(agreement).toContain(line.replace(/\s*#.*$/, ''));
    }
    const plan = readFileSync(`${fixture('kent-2015-16')}/plan.csv`, 'utf8');
    for (const line of (blocks('csv')[0] ?? '').trim().split('\n')) expect(plan).toContain(line);
    expect(readAgreement('agreement.yaml', agreement).diagnostics).toEqual([]);
  });

  test('its table of files has every kind of ledger with its columns', () => {
    const rows = readme.replace(/`/g, '').split('\n');
    for (const kind of ledgerKindNames) expect(rows).toContain(`| ${factsOf(kind).files} | ${ledgerInWords(kind)} |`);
  });

  test('its adjustment corrects a closed row, and is listed', async () => {
    const fund = await closedYear('Q1');
    await fund.write('ledgers/expenditure-adjustments.csv', blocks('csv')[2] ?? '');
    const { result } = await verified(fund);
    expect(result.conclusion.verified).toBe(true);
    expect(result.adjustments).toHaveLength(1);
  });

  test('its exit codes are all of them', () => {
    const listed = [...readme.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    expect(listed).toEqual(Object.values(exitCodes).sort((a, b) => a - b));
  });

  test('starting your own: both ways give a fund that passes its check', async () => {
    const own = await FundFolder.copyOf('kent-2015-16-illustrative');
    expect((await bcf(['init', 'new-fund'], { cwd: own.path })).exitCode).toBe(0);
    expect((await bcf(['init', 'next-year', '--from', '.'], { cwd: own.path })).exitCode).toBe(0);
    for (const folder of ['new-fund', 'next-year']) {
      expect((await bcf(['check', folder, '--quiet'], { cwd: own.path })).exitCode).toBe(0);
    }
  });

  test('every command in it runs', async () => {
    const own = await FundFolder.copyOf('kent-2015-16-illustrative');
    const commands = blocks('sh')
      .join('')
      .split('\n')
      .filter((line) => line.startsWith('bcf '))
      .map((line) => line.replace(/\s+#.*$/, ''));
    expect(commands.length).toBeGreaterThan(15);
    for (const command of commands) {
      const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
      const args = words.slice(1).map((word) => {
        if (word === 'my-fund' || word === 'last-year') return own.path;
        return word.startsWith('fixtures/') ? fixture(word.slice('fixtures/'.length)) : word;
      });
      const { exitCode, stderr } = await bcf(args, { cwd: own.path });
      expect(exitCode, `${command}\n${stderr}`).toBe(0);
    }
  });
});
