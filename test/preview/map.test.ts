import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../src/begin/house-csv.js';
import { fromPounds } from '../../src/money/format-money.js';
import { bcf, transcript } from '../support/bcf.js';
import { counted } from '../support/counted.js';
import { openedField } from '../support/field-fund.js';
import type { FundFolder } from '../support/fund-folder.js';
import { glFund } from '../support/gl-fund.js';
import { previewed } from '../support/previewed.js';

const here = fileURLToPath(new URL('.', import.meta.url));

const rows = [
  'Posted,Document no,Line,Cost centre,Cost centre name,Narrative,Supplier,Status,Debit,Credit,VAT,Period',
  '14-Jun-15,510001,1,40312,Social care at home,Home care,,Posted,"1,200.00",,240.00,P03',
  '14-Jun-15,510001,2,40312,Social care at home,,Care Ltd,Posted,300.50,,60.10,P03',
  '15-Jun-15,510002,1,41010,Beds,Beds,,Reversed,99.00,,0.00,P03',
  '16-Jun-15,510003,1,41010,Out of hospital beds,Beds,,Posted,,50.00,0.00,P03',
  '17-Jun-15,510004,1,Adult Social Care,,Night sitting,,Posted,10.00,,2.00,P03',
  '18-Jun-15,510005,1,-99,,Meals,=1+1,Posted,20.00,,4.00,P03',
  '19-Jun-15,510006,1,007,"Grants, for adaptations",,,Posted,30.25,,6.05,P03',
  'Total,,,,,,,,"1,560.75",50.00,,',
];
const text = `Council general ledger\n${rows.join('\n')}\n`;

async function mapped(fund: FundFolder, ...flags: readonly string[]) {
  const args = ['map', 'gl-june.csv', '.', ...flags];
  return bcf(args, { cwd: fund.path, environment: {} });
}

/** A skeleton with a heading in each line that has none. */
function filledIn(skeleton: string, heading: string): string {
  const [header = [], ...lines] = parse(skeleton, { bom: true });
  const at = header.indexOf('heading');
  return csvText(
    header,
    lines.map((cells) => cells.map((cell, index) => (index === at && cell === '' ? heading : cell))),
  );
}

describe('the skeleton of a table of codes', () => {
  test('has each code of the rows that count, their sum, and the words beside it', async () => {
    const fund = await glFund({ 'gl-june.csv': text });
    await expect(transcript('bcf map gl-june.csv .', await mapped(fund))).toMatchFileSnapshot(`${here}map.txt`);
  });

  test('is refused until it is filled in, and then is a table as it stands', async () => {
    const fund = await glFund({ 'gl-june.csv': text });
    const { stdout, exitCode } = await mapped(fund);
    expect(exitCode).toBe(0);
    await fund.write('maps/council.csv', stdout);
    const blank = await previewed([`${fund.path}/gl-june.csv`, fund.path]);
    expect([blank.result?.posted, blank.result?.amount, blank.exitCode]).toEqual([1, '10.00', 2]);
    await fund.write('maps/council.csv', filledIn(stdout, 'adult-social-care'));
    const filled = await previewed([`${fund.path}/gl-june.csv`, fund.path]);
    expect([filled.result?.posted, filled.result?.amount, filled.exitCode]).toEqual([6, '1510.75', 0]);
    expect(filled.diagnostics.filter(({ file }) => file === 'maps/council.csv')).toEqual([]);
  });

  test('of a table that is there has only the codes that wait, and says how many it has', async () => {
    const fund = await glFund({
      'gl-june.csv': text,
      'maps/council.csv': 'Cost centre,heading,scheme\n40000-49999,adult-social-care,\n007,,\n',
    });
    const { stdout, stderr, exitCode } = await mapped(fund);
    const [, ...lines] = parse(stdout);
    expect(lines.map(([code, heading]) => [code, heading])).toEqual([
      ["'-99", ''],
      ['007', ''],
      ['Adult Social Care', 'adult-social-care'],
    ]);
    const said =
      '3 codes, 1 filled in as exactly ours: 3 rows, £60.25; 2 codes mapped already in maps/council.csv, left out';
    expect([stderr.trimEnd(), exitCode]).toEqual([said, 0]);
  });

  test('where no code waits says so, and writes nothing', async () => {
    const table = 'Cost centre,heading,scheme\n*,adult-social-care,\n';
    const fund = await glFund({ 'gl-june.csv': text, 'maps/council.csv': table });
    const { stdout, stderr } = await mapped(fund);
    expect([stdout, stderr]).toEqual(['', 'No code waits; 5 codes mapped already in maps/council.csv, left out\n']);
  });

  test('goes by any columns that --by names', async () => {
    const fund = await glFund({ 'gl-june.csv': text });
    const { stdout } = await mapped(fund, '--by', 'cost_centre', '--by', 'NARRATIVE');
    const [header, ...lines] = parse(stdout);
    expect(header).toEqual(['cost_centre', 'NARRATIVE', 'heading', 'scheme', 'nearest', 'words', 'rows', 'sum']);
    expect(lines.map(([one, other]) => `${one}|${other}`)).toEqual([
      "'-99|Meals",
      '007|',
      '40312|',
      '40312|Home care',
      '41010|Beds',
      'Adult Social Care|Night sitting',
    ]);
  });

  test('never takes the place of a table that is there, nor of the export', async () => {
    const fund = await glFund({ 'gl-june.csv': text });
    const fresh = await mapped(fund, '--output', 'codes.txt');
    expect([fresh.stdout, fresh.exitCode]).toEqual(['', 0]);
    const table = 'Cost centre,heading,scheme\n40312,adult-social-care,\n';
    await fund.write('maps/council.csv', table);
    for (const output of ['maps/council.csv', 'gl-june.csv', 'ledgers/gl-new.csv']) {
      const { stderr, exitCode } = await mapped(fund, '--output', output);
      expect([stderr.includes('BCF0005'), exitCode]).toEqual([true, 2]);
    }
    expect(await fund.read('maps/council.csv')).toBe(table);
    expect(await fund.read('gl-june.csv')).toBe(text);
  });
});

/** Codes as bodies have them, and as nobody should. */
const code = fc.oneof(
  fc.stringMatching(/^\d{1,6}$/),
  fc.stringMatching(/^[A-Za-z]{1,3}-?\d{1,4}$/),
  fc.stringMatching(/^[-=+@'"*][\w ,"-]{1,6}$/),
  fc.constantFrom('', '1-2', '100-200', 'A, B', 'Adult social care', '10E-06', '００７', '＝1'),
);
const pence = fc.integer({ min: -99_999_99, max: 99_999_99 });

test('whatever the codes of an export are, its skeleton filled in reads it to the penny', async () => {
  let rowsRead = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(code, pence), { minLength: 1, maxLength: 30 }), async (made) => {
      const lines = made.map(([own, amount], at) => {
        const sign = amount < 0 ? '-' : '';
        const digits = String(Math.abs(amount)).padStart(3, '0');
        const money = `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        return ['14/06/2015', `R${at}`, '1', own, 'Care', '', money, ''];
      });
      const header = ['Posted', 'Document no', 'Line', 'Cost centre', 'Narrative', 'Supplier', 'Debit', 'Credit'];
      const fund = await glFund({
        'gl-june.csv': csvText(
          [...header, 'Status'],
          lines.map((cells) => [...cells, 'Posted']),
        ),
      });
      const { stdout } = await mapped(fund);
      const [, ...written] = parse(stdout);
      const sums = written.map((cells) => fromPounds(cells.at(-1) ?? ''));
      const total = made.reduce((sum, [, amount]) => sum + BigInt(amount), 0n);
      expect(sums.reduce((sum, one) => sum + one, 0n)).toBe(total);
      await fund.write('maps/council.csv', filledIn(stdout, 'adult-social-care'));
      await fund.write('ledgers/gl-june.csv', await fund.read('gl-june.csv'));
      await fund.remove('gl-june.csv');
      const { diagnostics, spentPence } = await openedField(fund);
      expect(diagnostics.filter((one) => one.class !== 'warning').map(({ message }) => message)).toEqual([]);
      expect(spentPence).toBe(total);
      rowsRead += made.length;
    }),
    { seed: 20_150_614, numRuns: 150 },
  );
  counted('rows of exports read by a skeleton that was filled in', rowsRead);
});
