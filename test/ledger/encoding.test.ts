import { describe, expect, test } from 'vitest';
import { openingHeader, readCsv } from './read-csv.js';

const text = 'pool,heading,partner,amount (£)\r\nmain,carers’ breaks,01A – North,"£1,234.56"\r\n';
const read = { pool: 'main', heading: 'carers’ breaks', partner: '01A – North', amount: '£1,234.56' };
const undeclared = { unit: undefined } as const;

function bigEndian(from: string): Buffer {
  return Buffer.from(from, 'utf16le').swap16();
}

/** Windows-1252 of a text of Latin letters, pound signs, en dashes and right quotes. */
function windows1252(from: string): Buffer {
  return Buffer.from(from.replaceAll('–', '\u0096').replaceAll('’', '\u0092'), 'latin1');
}

describe('the encoding of a file is found from its bytes', () => {
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['Windows-1252', windows1252(text)],
    ['UTF-16LE with a byte order mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16LE without a byte order mark', Buffer.from(text, 'utf16le')],
    ['UTF-16BE with a byte order mark', bigEndian(`\ufeff${text}`)],
    ['UTF-16LE separated by tabs, as Excel’s Unicode text', Buffer.from(`\ufeff${tabbed(text)}`, 'utf16le')],
  ])('%s', async (_encoding, bytes) => {
    const { rows, faults } = await readCsv(bytes, undeclared);
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { line: 2, cells: { ...read, source: '', body: '', kind: '', host: '', note: '' }, amountPence: 123_456n },
    ]);
  });

  test('in Windows-1252 a pound sign is byte A3 and an en dash byte 96', async () => {
    const bytes = Buffer.concat([
      Buffer.from('pool,heading,partner,amount\nmain,a '),
      Buffer.from([0x96]),
      Buffer.from(' b,01A,'),
      Buffer.from([0xa3]),
      Buffer.from('5\n'),
    ]);
    const { rows, faults } = await readCsv(bytes);
    expect(faults).toEqual([]);
    expect(rows.map(({ cells, amountPence }) => [cells.heading, amountPence])).toEqual([['a – b', 500n]]);
  });

  test('bytes that Windows-1252 has no character for are named, and the file is read', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${openingHeader}\nmain,`),
      Buffer.from([0x9d, 0xa3, 0x81]),
      Buffer.from(',01A,5\n'),
    ]);
    const { rows, diagnostics } = await readCsv(bytes);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([['BCF3014', { bytes: '81, 9D' }]]);
    expect(rows).toHaveLength(1);
  });

  test('one stray byte at the very end makes a UTF-8 file Windows-1252, not a fault', async () => {
    const bytes = Buffer.concat([Buffer.from(`${openingHeader}\nmain,x,01A,5\nmain,y`), Buffer.from([0xe9])]);
    const { faults } = await readCsv(Buffer.concat([bytes, Buffer.from(',01A,6')]));
    expect(faults).toEqual([]);
  });
});

test('a UTF-8 byte order mark is no part of the first header, even where a row is in another encoding', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`\ufeff${openingHeader}\nmain,x,01A,`),
    Buffer.from([0xa3]),
    Buffer.from('5\n'),
  ]);
  const { rows } = await readCsv(bytes);
  expect(rows.map(({ cells }) => cells.pool)).toEqual(['main']);
});

describe('a file longer than one chunk of 256 KiB', () => {
  const chunk = 1 << 18;
  const name = '–£€𝄞'.repeat(500);
  const rows = Array.from({ length: 90 }, (_, row) => `main,${name},01A,${row}.01\n`).join('');

  test.each<[string, (from: string) => Buffer, (bytes: Buffer) => boolean]>([
    ['UTF-8', (from) => Buffer.from(from), (bytes) => isBetween(bytes[chunk], 0x80, 0xbf)],
    ['UTF-16LE', (from) => Buffer.from(`\ufeff${from}`, 'utf16le'), (bytes) => isBetween(bytes[chunk + 1], 0xdc, 0xdf)],
    ['UTF-16BE', (from) => bigEndian(`\ufeff${from}`), (bytes) => isBetween(bytes[chunk], 0xdc, 0xdf)],
  ])('in %s has no character cut in two where the chunks meet', async (_encoding, encode, isCut) => {
    let cuts = 0;
    // Each filling moves every later character by one more place.
    for (const filling of ['', 'x', 'xx', 'xxx', 'xxxx']) {
      const bytes = encode(`${openingHeader},note${filling}\n${rows.replaceAll('\n', ',\n')}`);
      if (isCut(bytes)) cuts += 1;
      const read = await readCsv(bytes);
      expect(read.rows.map(({ cells }) => cells.heading === name)).toEqual(Array(90).fill(true));
      expect(read.rows.at(-1)).toMatchObject({ line: 91, amountPence: 8901n });
    }
    expect(cuts).toBeGreaterThan(0);
  });

  test('in UTF-16LE without a byte order mark is read whole', async () => {
    const { rows: read } = await readCsv(Buffer.from(`${openingHeader}\n${rows}`, 'utf16le'));
    expect(read.map(({ line }) => line)).toEqual(Array.from({ length: 90 }, (_, row) => row + 2));
  });

  test('in Windows-1252 is found to be so even where its first pound sign is in the last row', async () => {
    const plain = Array.from({ length: 20_000 }, (_, row) => `main,heading,01A,${row}.01`).join('\n');
    const bytes = windows1252(`${openingHeader}\n${plain}\nmain,last – one,01A,£7.00\n`);
    expect(bytes.length).toBeGreaterThan(chunk);
    const { rows, faults } = await readCsv(bytes);
    expect(faults).toEqual([]);
    expect(rows.at(-1)).toMatchObject({ line: 20_002, amountPence: 700n, cells: { heading: 'last – one' } });
  });
});

describe('a file that is no text is named as what it is', () => {
  test.each<[string, Buffer]>([
    ['a workbook or a zip file that was cut off or damaged', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00])],
    ['an old Excel workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['a web page or XML', Buffer.from('<!DOCTYPE html><html></html>')],
    ['a web page or XML', Buffer.from('\n<?xml version="1.0"?>')],
    ['a file of binary data', Buffer.from('SQLite format 3\u0000 and more bytes')],
  ])('%s', async (found, bytes) => {
    const { diagnostics } = await readCsv(bytes);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([['BCF3015', { found }]]);
  });

  test('an empty file', async () => {
    expect((await readCsv('')).faults).toEqual(['- BCF3003']);
  });

  test('a byte order mark and nothing else is an empty file', async () => {
    expect((await readCsv('\ufeff')).faults).toEqual(['- BCF3003']);
  });
});

/** The same rows with tabs, the pound sign of the header kept. */
function tabbed(csv: string): string {
  return csv.replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '\t');
}

function isBetween(byte: number | undefined, from: number, to: number): boolean {
  return byte !== undefined && byte >= from && byte <= to;
}
