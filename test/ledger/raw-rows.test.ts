import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect, readRowText } from '../../src/ledger/encoding.js';
import { evenText } from '../../src/ledger/even-text.js';
import { fieldsOf, readRawRows } from '../../src/ledger/raw-rows.js';
import { readRecords } from '../../src/ledger/records.js';
import { fixture } from '../support/fund-folder.js';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** Each record with its line, by csv-parse. */
async function bySlowWay(text: AsyncIterable<string>): Promise<(readonly [number, readonly string[]])[]> {
  const found: (readonly [number, readonly string[]])[] = [];
  await readRecords(text, {
    onRecord: (fields, line) => found.push([line, [...fields]]) > 0,
    onFault: (fault, line) => {
      if (fault.kind !== 'blank') throw new Error(`line ${line}: ${fault.kind}`);
    },
  });
  return found;
}

/** The same by raw rows, without the blank ones. */
async function byRawRows(text: AsyncIterable<string>): Promise<(readonly [number, readonly string[]])[]> {
  const found: (readonly [number, readonly string[]])[] = [];
  let separator = ',';
  await readRawRows(text, {
    onHeader: (header) => {
      separator = header.separator;
      const line = header.text === header.names ? 1 : 2;
      found.push([line, fieldsOf(header.names, separator)]);
    },
    onRow: (row) => {
      const fields = fieldsOf(row.text, separator);
      if (fields.some((field) => field.trim() !== '')) found.push([row.line, fields]);
    },
  });
  return found;
}

const folder = join(fixture('kent-2015-16-illustrative'), 'ledgers');

describe('text that is not even is made so, in pieces of any size', () => {
  const rows = [
    ['a', 'b'],
    ['1', '2,0'],
    ['3', '4'],
  ];
  test.each([
    ['line feeds after both', 'a,b\r\n1,"2,0"\n3,4\r\n'],
    ['carriage returns after both', 'a,b\r\n1,"2,0"\r3,4\r\n'],
    ['both after line feeds, behind a quoted cell', 'a,b\n1,"2,0"\r\n3,4\r\n'],
    ['both after carriage returns', 'a,b\r1,"2,0"\r\n3,4\r'],
    ['doubled carriage returns', 'a,b\r\r\n1,"2,0"\r\r\n3,4\r\r\n'],
    ['marks before rows, a quoted one too', '\ufeff\ufeffa,b\n1,"2,0"\n\ufeff"3",4'],
    ['a mark taken for letters', 'ï»¿a,b\n1,"2,0"\n3,4'],
    ['Ctrl-Z at the end', 'a,b\r\n1,"2,0"\r\n3,4\r\n\x1a'],
    ['Ctrl-Z and NULs at the end', 'a,b\r\n1,"2,0"\r\n3,4\x1a\x1a\0\0'],
    ['blanks round quoted cells', ' "a" , "b" \n1, "2,0"\n3 ,4\n'],
    ['no line end at the end', 'a,b\r\n1,"2,0"\n3,4'],
    ['tabs', 'a\tb\r\n1\t"2,0"\n3\t4'],
  ])('%s', async (_what, text) => {
    for (let size = 1; size <= text.length; size += 1) {
      const [slowly, raw] = [
        await bySlowWay(evenText(inPieces(text, size))),
        await byRawRows(evenText(inPieces(text, size))),
      ];
      expect(raw).toEqual(slowly);
      expect(slowly.map(([line]) => line)).toEqual([1, 2, 3]);
      expect(
        slowly.map(([, cells]) => cells.map((cell) => cell.trim())),
        `pieces of ${size}`,
      ).toEqual(rows);
    }
  });

  test.each([
    ['line breaks in a cell without quotes', 'a,b\r\n1,two\nlines\r\n3,4\r\n'],
    ['line breaks in quotes', 'a,b\r\n1,"two\nlines\rof, ""x"" "\r\n3,4\r\n'],
    ['a line of words below', 'a,b,c\r\n1,2,x\nPrinted for the board\r\n'],
    ['what is even', 'a,b\n1,"2, ""x"", y"\n3,4\n'],
    ['a mark that is never closed', 'a,b\r\n1,"2\n3\r\n4,5\n'],
  ])('%s is left as it is', async (_what, text) => {
    for (let size = 1; size <= text.length; size += 1) {
      let even = '';
      for await (const piece of evenText(inPieces(text, size))) even += piece;
      expect(even).toBe(text);
    }
  });

  test('where no row ends any more, all that follows is handed on', async () => {
    const text = `a,b\r\n1,"${'x\r\n'.repeat(100_000)}`;
    let even = '';
    for await (const piece of evenText(inPieces(text, 65_536))) even += piece;
    expect(even).toBe(text);
  });
});

describe('raw rows are the records that csv-parse reads', () => {
  test.each(readdirSync(folder))('%s', async (name) => {
    const at = { folder, file: name };
    const form = await inspect(at);
    expect(await byRawRows(readRowText(at, form))).toEqual(await bySlowWay(readRowText(at, form)));
  });

  test.each([
    ['line feeds', 'a,b\n1,"2\n3"\n\n4,"5 ""x"""\n'],
    ['carriage returns and line feeds', 'a,b\r\n1,"2\r\n3"\r\n4,5\r\n'],
    ['carriage returns', 'a,b\r1,2\r3,4'],
    ['a sep= line', 'sep=;\r\na;b\r\n1;"2;3"\r\n'],
    ['a header of two lines', '"a\nx",b\n1,2\n'],
    ['line feeds first, then both', 'a,b\n1,2\r\n3,4\n'],
    ['no rows', 'a,b'],
  ])('of %s, in pieces of any size', async (_what, text) => {
    const whole = await bySlowWay(inPieces(text, text.length));
    for (let size = 1; size <= text.length; size += 1) {
      expect(await byRawRows(inPieces(text, size)), `pieces of ${size}`).toEqual(whole);
    }
  });
});
