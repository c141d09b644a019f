import { cp } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { helpTopics } from '../../src/commands/help-topics.js';
import { withExcerpts } from '../../src/fund/excerpts.js';
import { openFund } from '../../src/fund/open-fund.js';
import { readRawRows } from '../../src/ledger/raw-rows.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fieldCase, temporaryFolder } from '../support/fund-folder.js';

const ledger = 'ledgers/expenditure-council.csv';
const longest = 1 << 16;

async function fundWith(text: string): Promise<FundFolder> {
  const fund = new FundFolder(await temporaryFolder());
  await cp(fieldCase('_fund'), fund.path, { recursive: true });
  await fund.write(ledger, text);
  return fund;
}

test('of a line longer than a row may be, its beginning alone is kept to be shown', async () => {
  const fund = await fundWith(`date,schedule\n${'x'.repeat(1_000_000)}\n\nafter\n`);
  const { inputs } = await openFund(fund.path);
  const place = (line: number) =>
    ({ code: 'BCF3013', class: 'input', args: {}, message: '', help: '', place: { file: ledger, line } }) as const;
  const shown = await withExcerpts(fund.path, inputs, [place(2), place(4), place(9)]);
  expect(shown.map(({ excerpt }) => excerpt?.text.length)).toEqual([longest, 5, undefined]);
});

test('a file of one line of 2 MB is named in one diagnostic, by its line', async () => {
  const header = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';
  const fund = await fundWith(`${header}\n${'12/06/2015,ICB1,'.repeat(125_000)}`);
  const { stderr, exitCode } = await bcf(['reconcile', '.'], { cwd: fund.path });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`error[BCF3013]: a row of more than 65,536 characters\n  --> ${ledger}:2\n`);
  expect(stderr).toContain('1 error in 1 file');
  expect(stderr.length).toBeLessThan(1_000);
});

test('an amount of 16,000 digits is refused by its beginning', async () => {
  const header = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';
  const fund = await fundWith(
    `${header}\n12/06/2015,ICB1,COUNCIL,adult-social-care,nhs-minimum,ICB1-01,,${'7'.repeat(16_000)},R1,\n`,
  );
  const { stderr } = await bcf(['reconcile', '.'], { cwd: fund.path });
  expect(stderr).toContain(`error[BCF3231]: ${'7'.repeat(60)}… has more than 15 digits of pounds`);
});

test('a raw row longer than any may be keeps its beginning, and the lines behind it their numbers', async () => {
  async function* pieces(): AsyncGenerator<string> {
    yield 'a,b\n1,"';
    for (let piece = 0; piece < 40; piece += 1) yield `${'x'.repeat(9_999)}\n`;
    yield '"\n2,y\n3,z';
  }
  const rows: (readonly [number, number, string])[] = [];
  await readRawRows(pieces(), {
    onHeader: () => undefined,
    onRow: ({ line, text }) => rows.push([line, text.length, text.slice(0, 3)]),
  });
  expect(rows.map(([line, , text]) => [line, text])).toEqual([
    [2, '1,"'],
    [43, '2,y'],
    [44, '3,z'],
  ]);
  expect(rows[0]?.[1]).toBeGreaterThan(longest);
  expect(rows[0]?.[1]).toBeLessThan(2 * longest);
});

test('bcf help limits states both', () => {
  expect(helpTopics.limits).toMatch(/65,536 characters/);
  expect(helpTopics.limits).toMatch(/15 digits of pounds/);
});
