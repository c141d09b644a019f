import { describe, expect, test } from 'vitest';
import { openingHeader, readCsv } from './read-csv.js';

function file(...lines: readonly string[]): string {
  return [openingHeader, ...lines].map((line) => `${line}\n`).join('');
}

describe('rows keep the line they begin on', () => {
  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('with %s', async (_name, end) => {
    const { rows, faults } = await readCsv([openingHeader, 'main,a,01A,1', 'main,b,01A,2'].join(end) + end);
    expect(faults).toEqual([]);
    expect(rows.map(({ line }) => line)).toEqual([2, 3]);
  });

  test('without a line end after the last row', async () => {
    const { rows } = await readCsv(`${openingHeader}\nmain,a,01A,1`);
    expect(rows.map(({ line, amountPence }) => [line, amountPence])).toEqual([[2, 100n]]);
  });

  test.each([
    ['a line feed in a file of line feeds', '\n', '\n'],
    ['a line feed in a file of CRLF, as Excel’s Alt+Enter', '\n', '\r\n'],
    ['CRLF in a file of CRLF', '\r\n', '\r\n'],
    ['a carriage return', '\r', '\r\n'],
  ])('after a quoted field with %s', async (_name, inside, end) => {
    const lines = [
      openingHeader,
      'main,a,01A,1',
      `main,"b${inside}second${inside}third",01A,2`,
      'main,c,01A,x',
      'main,d,01A,4',
    ];
    const { rows, faults } = await readCsv(lines.join(end) + end);
    const shift = inside === '\r' ? 0 : 2;
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4 + shift, 5 + shift]);
    // A cell is one line wherever it is printed.
    expect(rows[1]?.cells.heading).toBe('b second third');
    expect(faults).toEqual([`${4 + shift} BCF3209`]);
  });

  test('a quoted field may hold blank lines, separators and doubled quotation marks', async () => {
    const { rows, faults } = await readCsv(file('main,"a ""b"", c\n\nd",01A,1', 'main,e,01A,2'));
    expect(faults).toEqual([]);
    expect(rows.map(({ line, cells }) => [line, cells.heading])).toEqual([
      [2, 'a "b", c d'],
      [5, 'e'],
    ]);
  });
});

describe('rows that are not well formed are named, and the rest is read', () => {
  test('too few and too many fields', async () => {
    const { diagnostics, rows } = await readCsv(file('main,a,01A', 'main,b,01A,2', 'main,c,01A,1,234.56'));
    expect(diagnostics.map(({ code, place, args }) => [code, place?.line, args])).toEqual([
      ['BCF3010', 2, { found: 3, expected: 4 }],
      ['BCF3010', 4, { found: 5, expected: 4 }],
    ]);
    expect(rows.map(({ line }) => line)).toEqual([3]);
  });

  test('a ragged row with a line break in it, at the line it begins on', async () => {
    const { faults, rows } = await readCsv(file('main,"a\nb",01A,1,9', 'main,c,01A,2'));
    expect(faults).toEqual(['2 BCF3010']);
    expect(rows.map(({ line }) => line)).toEqual([4]);
  });

  test.each([
    ['inside an unquoted field', 'main,5" pipe,01A,1'],
    ['more than once in one row', 'main,5" by 6" pipe "old",01A,1'],
    ['after the closing one, and again', 'main,"a"b"c",01A,1'],
  ])('a stray quotation mark %s is one fault of one row', async (_where, row) => {
    const { faults, rows } = await readCsv(file('main,x,01A,1', row, 'main,y,01A,2'));
    expect(faults).toEqual(['3 BCF3011']);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  test.each([
    ['a field', 'main,"5"pipe,01A,1'],
    ['a field of two lines', 'main,"two\nlines"x,01A,1'],
  ])(
    'after text behind the closing mark of %s the rows that follow cannot be told apart, and that is said',
    async (_what, row) => {
      const { faults, rows, diagnostics } = await readCsv(file(row, 'main,y,01A,2', 'main,z,01A,3'));
      expect(faults).toEqual(['2 BCF3011']);
      expect(rows).toEqual([]);
      expect(diagnostics[0]?.message).toContain('the rows that follow could not be told apart');
    },
  );

  test('a quotation mark that is never closed, at the line where its field begins', async () => {
    const { faults, rows } = await readCsv(file('main,a,01A,1', 'main,"b,01A,2', 'main,c,01A,3', 'main,d,01A,4'));
    expect(faults).toEqual(['3 BCF3012']);
    expect(rows.map(({ line }) => line)).toEqual([2]);
  });

  test('a quotation mark never closed in the last row', async () => {
    const { faults } = await readCsv(file('main,a,01A,1', 'main,b,01A,"2'));
    expect(faults).toEqual(['3 BCF3012']);
  });

  test('a field left open on its row’s second line, at the line where the row begins', async () => {
    const { faults } = await readCsv(file('main,"a\nb","open,1', 'main,c,01A,2'));
    expect(faults).toEqual(['2 BCF3012']);
  });

  test('an open quotation mark that a later row’s closes, at the line where its field begins', async () => {
    const { faults, rows } = await readCsv(file('main,"open,01A,1', 'main,b,01A,2', 'main,"c",01A,3', 'main,d,01A,4'));
    expect(faults).toEqual(['2 BCF3011']);
    expect(rows.map(({ line }) => line)).toEqual([5]);
  });

  test('a row longer than a mebibyte', async () => {
    const { faults } = await readCsv(file(`main,"${'x'.repeat(1_100_000)}",01A,1`, 'main,b,01A,2'));
    expect(faults).toEqual(['2 BCF3013']);
  });

  test('an open quotation mark above more than a mebibyte of rows, at the line where its field begins', async () => {
    const many = Array.from({ length: 60_000 }, (_, row) => `main,heading,01A,${row}.00`);
    const { faults } = await readCsv(file('main,a,01A,1', 'main,"b,01A,2', ...many));
    expect(faults).toEqual(['3 BCF3013']);
  });
});

describe('blank rows are passed over and counted', () => {
  test('lines of nothing, of separators and of spaces', async () => {
    const { faults, passedOver, rows } = await readCsv(
      file('main,a,01A,1', '', ',,,', ' , ,,', 'main,b,01A,2', '', ''),
    );
    expect(rows.map(({ line }) => line)).toEqual([2, 6]);
    expect([faults, passedOver]).toEqual([[], ['5 blank ledger.csv:3']]);
  });

  test('a line of too few or too many separators is as blank', async () => {
    const { faults, passedOver, rows } = await readCsv(file('main,a,01A,1', ',', ',,,,,,', 'main,b,01A,2'));
    expect([faults, passedOver]).toEqual([[], ['2 blank ledger.csv:3']]);
    expect(rows.map(({ line }) => line)).toEqual([2, 5]);
  });

  test('a header without rows is named', async () => {
    expect((await readCsv(file())).faults).toEqual(['- BCF3004']);
  });
});

test('one run finds every fault of a file', async () => {
  const { faults, passedOver, rows } = await readCsv(
    file(
      'main,a,01A,1E+06',
      'main,b,01A',
      '',
      'main,c" d,01A,1',
      'main,e,01A,########',
      'main,f,01A,7',
      'main,g,01A,#REF!',
      'main,"h,01A,8',
    ),
  );
  expect(faults).toEqual(['2 BCF3204', '3 BCF3010', '5 BCF3011', '6 BCF3202', '8 BCF3203', '9 BCF3012']);
  expect(passedOver).toEqual(['1 blank ledger.csv:4']);
  expect(rows.map(({ line }) => line)).toEqual([2, 6, 7, 8]);
});
