import { describe, expect, test } from 'vitest';
import { isTotalRow } from '../../src/ledger/total-row.js';
import { openingHeader, readCsv } from './read-csv.js';

const rows = 'main,a,01A,100.50\nmain,b,02B,200\nmain,c,02B,(0.50)\n';

describe('a total at the foot of an export is compared with its rows and never added', () => {
  test.each([
    ['named Total', 'Total,,,300.00'],
    ['named in another column', ',,TOTAL,300'],
    ['named Grand total', 'Grand total,,,"£300.00"'],
    ['named Totals:', 'Totals:,,,300'],
    ['named with a word beside it', 'Total,2015/16,,300'],
    ['its amount alone', ',,,300.00'],
  ])('%s', async (_how, total) => {
    const { diagnostics, rows: read } = await readCsv(`${openingHeader}\n${rows}${total}\n`);
    expect(read).toHaveLength(3);
    expect(diagnostics.map(({ code, place, args }) => [code, place?.line, args])).toEqual([
      ['BCF3017', 5, { amount: '£300.00' }],
    ]);
  });

  test('one that is out by a penny is a fault, with both sums and the difference', async () => {
    const { diagnostics } = await readCsv(`${openingHeader}\n${rows}Total,,,300.01\n`);
    expect(diagnostics.map(({ code, class: kind, args }) => [code, kind, args])).toEqual([
      ['BCF3018', 'input', { found: '£300.01', amount: '£300.00', difference: '£0.01' }],
    ]);
  });

  test('it is read in the unit of its column', async () => {
    const csv = 'pool,heading,partner,amount (£000)\nmain,a,01A,1.5\nmain,b,01A,2\nTotal,,,3.5\n';
    const { diagnostics } = await readCsv(csv, { unit: undefined });
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([['BCF3017', { amount: '£3,500.00' }]]);
  });

  test('where a row above it is faulty, it is not compared: the row is the one cause', async () => {
    const { faults } = await readCsv(`${openingHeader}\nmain,a,01A,x\nmain,b,01A,2\nTotal,,,3\n`);
    expect(faults).toEqual(['2 BCF3209']);
  });

  test('where its own amount is damaged, that is named', async () => {
    const { faults } = await readCsv(`${openingHeader}\n${rows}Total,,,#####\n`);
    expect(faults).toEqual(['5 BCF3202']);
  });

  test('a total, then a total of totals', async () => {
    const { faults } = await readCsv(`${openingHeader}\n${rows}Total,,,300\n,,,300\n`);
    expect(faults).toEqual(['5 BCF3017', '6 BCF3017']);
  });

  test('sub-totals are of the rows since the last one, and the grand total of them all', async () => {
    const lines = ['main,a,01A,1', 'main,b,01A,2', 'Sub-total,,,3', 'main,c,02B,4', 'Sub-total,,,4', 'Total,,,7'];
    const { faults } = await readCsv(`${openingHeader}\n${lines.join('\n')}\n`);
    expect(faults).toEqual(['4 BCF3017', '6 BCF3017', '7 BCF3017']);
  });
});

describe('a row of money is not taken for a total', () => {
  test.each([
    ['a scheme whose name begins with Total', ['01A', 'S1', 'Total wound care', 'care', '100']],
    ['a code that begins with total', ['totalcare', '', '', '', '100']],
    ['a row that is filled', ['Total', 'care', '01A', '', '100']],
  ])('%s', (_what, fields) => {
    expect(isTotalRow(fields, 4)).toBe(false);
  });

  test('a ledger without amounts has no totals', () => {
    expect(isTotalRow(['Total', '', ''], undefined)).toBe(false);
  });
});
