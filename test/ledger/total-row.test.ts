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
    const { faults, passedOver, rows: read } = await readCsv(`${openingHeader}\n${rows}${total}\n`);
    expect(read).toHaveLength(3);
    expect([faults, passedOver]).toEqual([[], ['1 total ledger.csv:5']]);
  });

  test('one that is out by a penny is a fault, with both sums and the difference', async () => {
    const { diagnostics } = await readCsv(`${openingHeader}\n${rows}Total,,,300.01\n`);
    expect(diagnostics.map(({ code, class: kind, args }) => [code, kind, args])).toEqual([
      ['BCF3018', 'input', { found: '£300.01', amount: '£300.00', difference: '£0.01' }],
    ]);
  });

  test('it is read in the unit of its column', async () => {
    const csv = 'pool,heading,partner,amount (£000)\nmain,a,01A,1.5\nmain,b,01A,2\nTotal,,,3.5\n';
    const { faults, passedOver } = await readCsv(csv, { unit: undefined });
    expect([faults, passedOver]).toEqual([[], ['1 total ledger.csv:4']]);
    const differs = await readCsv(csv.replace('3.5', '3500'), { unit: undefined });
    expect(differs.diagnostics.map(({ args }) => args)).toEqual([
      { found: '£3,500,000.00', amount: '£3,500.00', difference: '£3,496,500.00' },
    ]);
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
    const { faults, passedOver } = await readCsv(`${openingHeader}\n${rows}Total,,,300\n,,,300\n`);
    expect([faults, passedOver]).toEqual([[], ['2 total ledger.csv:5']]);
  });

  test('sub-totals are of the rows since the last one, and the grand total of them all', async () => {
    const lines = ['main,a,01A,1', 'main,b,01A,2', 'Sub-total,,,3', 'main,c,02B,4', 'Sub-total,,,4', 'Total,,,7'];
    const { faults, passedOver } = await readCsv(`${openingHeader}\n${lines.join('\n')}\n`);
    expect([faults, passedOver]).toEqual([[], ['3 total ledger.csv:4']]);
  });
});

describe('a row of money is not taken for a total', () => {
  test.each([
    ['a scheme whose name begins with Total', ['01A', 'S1', 'Total wound care', 'care', '100']],
    ['a code that begins with total', ['totalcare', '', '', '', '100']],
    ['a row that is filled', ['Total', 'care', '01A', '', '100']],
  ])('%s', (_what, fields) => {
    expect(isTotalRow(fields, { amounts: [4], own: [] })).toBe(false);
  });

  test('a ledger without amounts has no totals', () => {
    expect(isTotalRow(['Total', '', ''], { amounts: [], own: [] })).toBe(false);
  });
});

const header = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';

/** What is said of the last of the rows of expenditure, each as its codes, amount, reference and note. */
async function saidOfLast(rows: readonly (readonly [string, string, string, string?])[], hasTotals = true) {
  const lines = rows.map(([scheme, amount, reference, note = ''], index) => {
    const date = reference === 'no date' ? '' : `2015-06-${10 + index}`;
    return `${date},09C,KCC,care-act,ccg-minimum,${scheme},,${amount},${reference},${note}`;
  });
  const csv = `${[header, ...lines].join('\n')}\n`;
  const { faults, rows: read } = await readCsv(csv, { kind: 'expenditure', unit: 'pounds', hasTotals });
  return { faults, read: read.length };
}

describe('a total with the codes filled down is named; an honest row is kept', () => {
  test.each([
    [
      'Total as its reference',
      [
        ['A', '1', 'R1'],
        ['A', '2', 'R2'],
        ['A', '3', 'Total'],
      ],
      '4 BCF3440',
      3,
    ],
    [
      'a word of its note',
      [
        ['A', '1', 'R1'],
        ['A', '2', 'R2'],
        ['A', '3', 'R3', 'the sum of June'],
      ],
      '4 BCF3440',
      3,
    ],
    [
      'a blank date',
      [
        ['A', '1', 'R1'],
        ['A', '2', 'R2'],
        ['A', '3', 'no date'],
      ],
      '4 BCF3440',
      2,
    ],
    [
      'a blank date, and a sum that is out',
      [
        ['A', '1', 'R1'],
        ['A', '2', 'R2'],
        ['A', '4', 'no date', 'Total'],
      ],
      '4 BCF3440',
      2,
    ],
    [
      'a blank reference',
      [
        ['A', '1', 'R1'],
        ['A', '2', 'R2'],
        ['A', '3', ''],
      ],
      '4 BCF3440',
      2,
    ],
    [
      'the sum of those above it and no word',
      [
        ['A', '1', 'R1'],
        ['A', '2', 'R2'],
        ['A', '3', 'R3'],
      ],
      '4 BCF3441',
      3,
    ],
    [
      'the sum of three of other codes',
      [
        ['A', '1', 'R1'],
        ['B', '2', 'R2'],
        ['C', '2', 'R3'],
        ['D', '5', 'R4'],
      ],
      '5 BCF3441',
      4,
    ],
    [
      'a sum that is out and a note Total',
      [
        ['A', '1', 'R1'],
        ['A', '2', 'R2'],
        ['A', '4', 'R3', 'Grand total'],
      ],
      '4 BCF3441',
      3,
    ],
    [
      'one after a total of its own',
      [
        ['A', '1', 'R1'],
        ['A', '2', 'R2'],
        ['A', '3', 'Total'],
        ['B', '4', 'R4'],
        ['B', '6', 'R5'],
        ['B', '10', 'Total'],
      ],
      '4 BCF3440',
      6,
    ],
  ] as const)('%s', async (_how, rows, said, read) => {
    const found = await saidOfLast(rows);
    expect(found.faults[0]).toBe(said);
    expect(found.read).toBe(read);
  });

  test('after one that may be a total, each further one is asked about: of its own rows, and of all', async () => {
    const amounts = [101, 152, 33, 286, 11, 52, 7, 70, 356];
    const { faults } = await saidOfLast(amounts.map((amount, index) => ['A', String(amount), `R${index}`] as const));
    expect(faults).toEqual(['5 BCF3441', '9 BCF3441', '10 BCF3441']);
  });

  test('what a total includes or leaves out may stand in brackets behind it', async () => {
    const rows = [
      ['A', '1', 'R1'],
      ['A', '2', 'R2'],
      ['A', '9', 'R3', 'Grand Total (incl. VAT)'],
    ] as const;
    expect((await saidOfLast(rows)).faults).toEqual(['4 BCF3441']);
  });

  test('where the agreement says that there are no totals, the same rows count', async () => {
    const found = await saidOfLast(
      [
        ['A', '1', 'R1'],
        ['A', '2', 'R2'],
        ['A', '3', 'Total'],
      ],
      false,
    );
    expect(found).toEqual({ faults: [], read: 3 });
  });

  test.each([
    [
      'two equal rows',
      [
        ['A', '100', 'R1'],
        ['A', '100', 'R2'],
      ],
    ],
    [
      'the sum of two of other codes',
      [
        ['A', '100', 'R1'],
        ['B', '200', 'R2'],
        ['C', '300', 'R3'],
      ],
    ],
    [
      'a row of nothing after rows of nothing',
      [
        ['A', '0', 'R1'],
        ['A', '-', 'R2'],
        ['A', '0', 'R3'],
      ],
    ],
    [
      'the balance of an invoice',
      [
        ['A', '1', 'R1'],
        ['A', '2', 'R2'],
        ['A', '4', 'R3', 'balance of invoice 12'],
      ],
    ],
    [
      'a total of something',
      [
        ['A', '1', 'R1'],
        ['A', '2', 'R2'],
        ['A', '4', 'R3', 'Total wound care kits'],
      ],
    ],
    [
      'a sum agreed',
      [
        ['A', '1', 'R1'],
        ['A', '2', 'R2'],
        ['A', '4', 'SUM-17', 'in sum agreed'],
      ],
    ],
  ] as const)('%s', async (_how, rows) => {
    expect(await saidOfLast(rows)).toEqual({ faults: [], read: rows.length });
  });
});

test('a receipt that names no pool, as it need not, is no total because two others come to it', async () => {
  const rows = ['01,dfg,1,R1', '02,dfg,2,R2', '03,social-care,3,R3'].map((row) => {
    const [day = '', source = '', amount = '', reference = ''] = row.split(',');
    return `2015-06-${day},KCC,${source},,${amount},${reference},,`;
  });
  const csv = `${['date,partner,source,heading,amount,reference,note,pool', ...rows].join('\n')}\n`;
  const { faults, rows: read } = await readCsv(csv, { kind: 'contributions', unit: 'pounds' });
  expect([faults, read.length]).toEqual([[], 3]);
});
