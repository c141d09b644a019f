import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect, readText } from '../../src/ledger/encoding.js';
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

describe('raw rows are the records that csv-parse reads', () => {
  test.each(readdirSync(folder))('%s', async (name) => {
    const at = { folder, file: name };
    const { encoding } = await inspect(at);
    expect(await byRawRows(readText(at, encoding))).toEqual(await bySlowWay(readText(at, encoding)));
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
