import { describe, expect, test } from 'vitest';
import { readCsv } from './read-csv.js';

const rows = [
  ['pool', 'heading', 'partner', 'amount'],
  ['main', 'care', '01A', '1234.56'],
  ['main', 'breaks', '02B', '(10.00)'],
];
const expected = [
  ['care', 123_456n],
  ['breaks', -1000n],
];

function separatedBy(separator: string): string {
  return rows.map((row) => `${row.join(separator)}\r\n`).join('');
}

describe('what separates the fields is read off the file', () => {
  test.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('%s', async (_name, separator) => {
    const read = await readCsv(separatedBy(separator));
    expect(read.faults).toEqual([]);
    expect(read.rows.map(({ cells, amountPence }) => [cells.heading, amountPence])).toEqual(expected);
    expect(read.rows.map(({ line }) => line)).toEqual([2, 3]);
  });

  test.each([
    ['semicolon', 'sep=;\r\n', ';'],
    ['comma', 'sep=,\n', ','],
    ['tab', 'sep=\t\r\n', '\t'],
    ['semicolon, in capitals', 'SEP=;\r\n', ';'],
    ['semicolon, after a byte order mark', '\ufeffsep=;\r\n', ';'],
  ])('Excel’s own sep= line names a %s and counts as line 1', async (_name, line, separator) => {
    const read = await readCsv(line + separatedBy(separator));
    expect(read.faults).toEqual([]);
    expect(read.rows.map(({ cells, amountPence }) => [cells.heading, amountPence])).toEqual(expected);
    expect(read.rows.map((row) => row.line)).toEqual([3, 4]);
  });

  test('a fault below a sep= line is reported at its line in the file', async () => {
    const read = await readCsv('sep=;\r\npool;heading;partner;amount\r\nmain;care;01A\r\nmain;care;01A;x\r\n');
    expect(read.faults).toEqual(['3 BCF3010', '4 BCF3209']);
  });

  test('the header decides, not the commas inside amounts', async () => {
    const read = await readCsv('pool;heading;partner;amount\nmain;care;01A;1,234,567.00\n');
    expect(read.rows.map(({ amountPence }) => amountPence)).toEqual([123_456_700n]);
  });

  test('commas inside a quoted header do not count', async () => {
    const read = await readCsv('pool;heading;partner;amount;"a, b, c, d, e, f"\nmain;care;01A;5;x\n');
    expect(read.faults).toEqual(['1 BCF3007']);
    expect(read.rows).toHaveLength(1);
  });

  test('a line break inside the first header does not hide the semicolons after it', async () => {
    const read = await readCsv('"pool\n";heading;partner;amount\nmain;care;01A;5\n');
    expect(read.faults).toEqual([]);
    expect(read.rows.map(({ line, amountPence }) => [line, amountPence])).toEqual([[3, 500n]]);
  });
});
