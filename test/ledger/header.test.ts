import { describe, expect, test } from 'vitest';
import type { Unit } from '../../src/money/unit.js';
import { openingHeader, readCsv } from './read-csv.js';

const expenditure = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';

describe('columns are found by name', () => {
  test.each([
    ['in any order', 'amount,partner,pool,heading'],
    ['in any case', 'AMOUNT,Partner,POOL,Heading'],
    ['with spaces around them', ' amount , partner,pool ,  heading'],
    ['in quotes', '"amount","partner","pool","heading"'],
  ])('%s', async (_how, header) => {
    const { rows, faults } = await readCsv(`${header}\n5,01A,main,care\n`);
    expect(faults).toEqual([]);
    expect(rows.map(({ cells, amountPence }) => [cells.partner, cells.heading, amountPence])).toEqual([
      ['01A', 'care', 500n],
    ]);
  });

  test('a name of two words may have a space, an underscore or a line break', async () => {
    for (const name of ['applied by', 'Applied_By', '"Applied\nby"']) {
      const header = expenditure.replace('applied_by', name);
      const { faults, rows } = await readCsv(`${header}\n2015-05-01,01A,CC,care,min,,,5,R1,\n`, {
        kind: 'expenditure',
        unit: 'pounds',
      });
      expect(faults).toEqual([]);
      expect(rows.map(({ cells }) => cells.applied_by)).toEqual(['CC']);
    }
  });

  test('by the alias that the agreement declares, in any case', async () => {
    const { faults, rows } = await readCsv('POOL,heading,partner,net amount\nmain,care,01A,5\n', {
      columns: { amount: 'Net  Amount' },
      unit: 'pounds',
    });
    expect(faults).toEqual([]);
    expect(rows.map(({ amountPence }) => amountPence)).toEqual([500n]);
  });

  test('where an alias is declared, our own name is not read in its place', async () => {
    const { diagnostics } = await readCsv(`${openingHeader}\nmain,care,01A,5\n`, {
      columns: { amount: 'Net amount' },
      unit: 'pounds',
    });
    expect(diagnostics.map(({ code, args }) => [code, args.column])).toEqual([['BCF3005', 'Net amount']]);
  });

  test('an optional column is read where it is there and blank where it is not', async () => {
    const { rows } = await readCsv(`${openingHeader},source\nmain,care,01A,5,minimum\n`);
    expect(rows.map(({ cells }) => [cells.source, cells.note])).toEqual([['minimum', '']]);
  });

  test('columns that no ledger has are named and passed over', async () => {
    const { diagnostics, rows } = await readCsv(`${openingHeader},Batch,,Doc type\nmain,care,01A,5,1,,x\n`);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      ['BCF3007', { columns: '“Batch” (1), “Doc type” (x)', count: 2 }],
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe('a header that cannot be used is reported, and no row of it is read', () => {
  test('every missing column at once, with the name that was probably meant', async () => {
    const { diagnostics, rows } = await readCsv('pool,headin,parnter,amount\nmain,care,01A,5\n');
    expect(diagnostics.map(({ code, place, args }) => [code, place?.line, args.column, args.meant])).toEqual([
      ['BCF3005', 1, 'heading', 'headin'],
      ['BCF3005', 1, 'partner', 'parnter'],
    ]);
    expect(rows).toEqual([]);
  });

  test('a missing column that nothing is near', async () => {
    const { diagnostics } = await readCsv('pool,heading,partner,x\nmain,care,01A,5\n');
    expect(diagnostics.map(({ code, args }) => [code, args.column, args.meant])).toEqual([['BCF3005', 'amount', '']]);
  });

  test('a column that stands twice, by the letters of both', async () => {
    const { diagnostics, rows } = await readCsv('pool,heading,partner,amount,Heading\nmain,care,01A,5,breaks\n');
    expect(diagnostics.map(({ code, place, args }) => [code, place, args])).toEqual([
      [
        'BCF3006',
        { file: 'ledger.csv', line: 1, field: { index: 4, name: 'heading' } },
        { column: 'heading', first: 'B', second: 'E' },
      ],
    ]);
    expect(rows).toEqual([]);
  });

  test('an amount in pounds and one in £000 are the same column twice', async () => {
    const { faults } = await readCsv('pool,heading,partner,amount (£),amount (£000)\nmain,care,01A,5000,5\n', {
      unit: undefined,
    });
    expect(faults).toEqual(['1 BCF3006']);
  });

  test('a duplicate and a missing column in one run', async () => {
    const { faults } = await readCsv('pool,pool,partner,amount\nmain,main,01A,5\n');
    expect(faults).toEqual(['1 BCF3006', '1 BCF3005']);
  });

  test('a title, and rows without a header', async () => {
    const { diagnostics, rows } = await readCsv('Opening balances 2015/16,,,\nmain,care,01A,5\n');
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([['BCF3022', 1]]);
    expect(rows).toEqual([]);
  });

  test('a title, and a header in which a column is missing: the header is told of', async () => {
    const { diagnostics } = await readCsv('Opening balances 2015/16,,,\npool,heading,amount\nmain,care,5\n');
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([['BCF3005', 2]]);
  });

  test('a title of another separator, in a file whose title separates nothing', async () => {
    const text = `Opening balances\n\n${openingHeader.replaceAll(',', ';')}\nmain;care;01A;5\n`;
    const { faults, passedOver, rows } = await readCsv(text);
    expect([faults, passedOver, rows.length]).toEqual([[], ['1 above ledger.csv:1', '1 blank ledger.csv:2'], 1]);
  });

  test('a title further down than fifty lines is not looked for', async () => {
    const { faults } = await readCsv(`${'notes,,,\n'.repeat(50)}${openingHeader}\nmain,care,01A,5\n`);
    expect(faults).toEqual(['1 BCF3022']);
  });

  test('a blank row above the header', async () => {
    const { rows, faults, passedOver } = await readCsv(`,,,\n${openingHeader}\nmain,care,01A,5\n`);
    expect([faults, passedOver]).toEqual([[], ['1 blank ledger.csv:1']]);
    expect(rows.map(({ line }) => line)).toEqual([3]);
  });
});

describe('the unit of a column of amounts is declared, never guessed', () => {
  const row = 'main,care,01A,1.5';

  test.each<[string, Unit | undefined, bigint]>([
    ['amount', 'pounds', 150n],
    ['amount', '£000', 150_000n],
    ['amount', '£m', 150_000_000n],
    ['amount (£)', undefined, 150n],
    ['Amount (£000)', undefined, 150_000n],
    ['amount_000', undefined, 150_000n],
    ["amount £'000", undefined, 150_000n],
    ['amount (£m)', undefined, 150_000_000n],
    ['amount_gbp', undefined, 150n],
    ['amount (£)', 'pounds', 150n],
    ['amount (£000)', '£000', 150_000n],
  ])('header “%s”, agreement %s', async (header, unit, pence) => {
    const { faults, rows } = await readCsv(`pool,heading,partner,${header}\n${row}\n`, { unit });
    expect(faults).toEqual([]);
    expect(rows.map(({ amountPence }) => amountPence)).toEqual([pence]);
  });

  test('said nowhere, it stops the file', async () => {
    const { faults, rows } = await readCsv(`${openingHeader}\n${row}\n`, { unit: undefined });
    expect(faults).toEqual(['1 BCF3008']);
    expect(rows).toEqual([]);
  });

  test.each<[string, Unit]>([
    ['amount (£000)', 'pounds'],
    ['amount (£)', '£000'],
    ['amount_000', 'pounds'],
    ['amount (£m)', '£000'],
  ])('header “%s” against an agreement that says %s', async (header, unit) => {
    const { diagnostics, rows } = await readCsv(`pool,heading,partner,${header}\n${row}\n`, { unit });
    expect(diagnostics.map(({ code, args }) => [code, args.column, args.declared])).toEqual([
      ['BCF3009', header, unit],
    ]);
    expect(rows).toEqual([]);
  });

  test('it may stand in the header that an alias names', async () => {
    const { faults, rows } = await readCsv(`pool,heading,partner,Net £'000\n${row}\n`, {
      unit: undefined,
      columns: { amount: "Net £'000" },
    });
    expect(faults).toEqual([]);
    expect(rows.map(({ amountPence }) => amountPence)).toEqual([150_000n]);
  });

  test.each(['Net £‘000', 'Net £ thousand', 'Net £million', 'Net (£1,000s)'])(
    '“%s”, named by an alias, is not read as pounds',
    async (header) => {
      const { rows } = await readCsv(`pool,heading,partner,"${header}"\n${row}\n`, {
        unit: undefined,
        columns: { amount: header },
      });
      expect(rows.map(({ amountPence }) => amountPence)).not.toContain(150n);
    },
  );

  test("“amount'000” in a file declared in pounds is a conflict or no column, and not pounds", async () => {
    const { rows } = await readCsv(`pool,heading,partner,amount'000\n${row}\n`, { unit: 'pounds' });
    expect(rows).toEqual([]);
  });

  test('admissions have none', async () => {
    const { faults } = await readCsv('partner,quarter,baseline,plan,actual\n01A,Q1 2015/16,100,90,\n', {
      kind: 'activity',
    });
    expect(faults).toEqual([]);
  });
});
