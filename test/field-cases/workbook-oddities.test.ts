import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zipBytes } from '../../src/files/zip.js';
import { textInZip } from '../../src/files/zip-guard.js';
import { bcf } from '../support/bcf.js';
import { openedField } from '../support/field-fund.js';
import { day, glFund, glHeader, sheetFund } from '../support/workbook-fund.js';

const rowOf = (net: number) => [day(6, 12), 'D1', net, 'Home care'];

describe('an amount of a workbook is read to the penny or named, and never rounded', () => {
  test.each([
    [0.1 + 0.2, 30n],
    [1234.56 + 2e-13, 123_456n],
    [12_345_678_901.23, 1_234_567_890_123n],
    [5.820_766_091_346_741e-11, 0n],
    [1.5e3, 150_000n],
    [1_234_567.890_000_015_5, 123_456_789n],
    [98_765.429_999_999_93, 9_876_543n],
  ])('%d', async (net, pence) => {
    const { said, spentPence } = await openedField(await sheetFund([glHeader, rowOf(net)]));
    expect([said, spentPence]).toEqual([[], pence]);
  });

  test.each([1234.565, 1234.564_999_999_999_8, 1234.560_000_1, 33.333_333_333, 0.001, 1_234_567.890_1, 0.123_45])(
    '%d is named',
    async (net) => {
      const { said, spentPence } = await openedField(await sheetFund([glHeader, rowOf(net)]));
      expect([said, spentPence]).toEqual([['BCF3205 ledgers/gl.xlsx:2'], undefined]);
    },
  );

  test.each(['0%', '0.00%'])('a percent is no amount: %s', async (numFmt) => {
    const cells = new Map([['1,2', { value: 0.5, style: { numFmt } }]]);
    const { said, spentPence } = await openedField(await sheetFund([glHeader, rowOf(0.5)], { cells }));
    expect([said, spentPence]).toEqual([['BCF3209 ledgers/gl.xlsx:2'], undefined]);
  });
});

describe('what is no workbook, or none that can be opened, is named as what it is', () => {
  const types = { name: '[Content_Types].xml', text: '<Types></Types>' };
  const book = { name: 'xl/workbook.xml', text: '<workbook></workbook>' };
  const ole = (holds: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(9000), Buffer.from(holds, 'utf16le')]);
  const ofOds = { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet' };
  const link = (type: string) =>
    `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${type}.xml"/></Relationships>`;

  test.each<[what: string, bytes: Buffer, words: string]>([
    ['a password of Excel', ole('EncryptedPackage'), 'a workbook with a password'],
    ['an .xls with another name', ole('Workbook'), 'an old Excel workbook'],
    [
      'a password of LibreOffice',
      zipped([
        ofOds,
        { name: 'META-INF/manifest.xml', text: '<m><encryption-data/></m>' },
        { name: 'content.xml', text: 'x' },
      ]),
      'a workbook with a password',
    ],
    ['a binary workbook', zipped([types, { name: 'xl/workbook.bin', text: 'x' }]), 'a binary workbook (.xlsb)'],
    ['a letter', zipped([types, { name: 'word/document.xml', text: '<w></w>' }]), 'a document of a word processor'],
    [
      'a letter of LibreOffice',
      zipped([
        { name: 'mimetype', text: 'application/vnd.oasis.opendocument.text' },
        { name: 'content.xml', text: '<a></a>' },
      ]),
      'a document that is no spreadsheet',
    ],
    [
      'a document type far down',
      zipped([types, book, { name: 'xl/a.xml', text: `<!--${'x'.repeat(9000)}--><!DOCTYPE a><a></a>` }]),
      'has a document type',
    ],
    ...[
      ['<row r="3"><c r="A3"/></row><row r="3"><c r="B3"/></row>', 'row 3 stands twice in xl/worksheets/sheet1.xml'],
      ['<row r="1"><c r="A1"/><c s="1" r="A1"/></row>', 'cell A1 stands twice'],
      ['<row r="3"><c r="A4"/></row><row r="4"><c r="A4"/></row>', 'cell A4 stands twice'],
      ['<row r="4"/><row r="3"/><row r="4"/>', 'row 4 stands twice'],
    ].map(([rows = '', words = '']): [string, Buffer, string] => [
      words,
      zipped([types, book, { name: 'xl/worksheets/sheet1.xml', text: `<w><sheetData>${rows}</sheetData></w>` }]),
      words,
    ]),
    ...['worksheet', 'sharedStrings', 'styles'].map((type): [string, Buffer, string] => [
      `a missing part: ${type}`,
      zipped([types, book, { name: 'xl/_rels/workbook.xml.rels', text: link(type) }]),
      `xl/${type}.xml is missing in it`,
    ]),
  ])('%s', async (_what, bytes, words) => {
    const fund = await glFund();
    await writeFile(join(fund.path, 'ledgers/gl.xlsx'), bytes);
    const { exitCode, stderr } = await bcf(['check', fund.path]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  test('rows that are only out of order are read', async () => {
    const asText = (cell: string, words: string) => `<c r="${cell}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const rowAs = (row: number, [date = '', document = '', net = '', text = '']: readonly string[]) =>
      `<row r="${row}">${asText(`D${row}`, text)}${asText(`A${row}`, date)}${asText(`B${row}`, document)}${asText(`C${row}`, net)}</row>`;
    const fund = await glFund();
    const whole = await readFile(join((await sheetFund([['x']])).path, 'ledgers/gl.xlsx'));
    const sheet = (textInZip(whole, 'xl/worksheets/sheet1.xml') ?? '').replace(
      /<sheetData>.*<\/sheetData>/s,
      `<sheetData>${rowAs(2, ['2015-06-12', 'D1', '12.34', 'beds'])}${rowAs(1, glHeader)}</sheetData>`,
    );
    const names = [
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/sharedStrings.xml',
    ];
    const others = names.flatMap((name) => {
      const text = textInZip(whole, name);
      return text === undefined ? [] : [{ name, text }];
    });
    await writeFile(
      join(fund.path, 'ledgers/gl.xlsx'),
      zipped([...others, { name: 'xl/worksheets/sheet1.xml', text: sheet }]),
    );
    const { said, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([[], 1_234n]);
  });

  function zipped(entries: readonly { name: string; text: string }[]): Buffer {
    return Buffer.from(zipBytes(entries));
  }
});
