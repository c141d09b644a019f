import { describe, expect, test } from 'vitest';
import { laidOver, opened } from '../support/field-case.js';

const ledger = 'ledgers/expenditure-council.csv';

async function readsTo(
  name: string,
  pounds: string,
  said: readonly string[] = [],
  passedOver?: readonly string[],
): Promise<void> {
  const found = await opened(await laidOver(name));
  expect(found.said).toEqual(said);
  if (passedOver !== undefined) expect(found.passedOver).toEqual(passedOver);
  expect(found.spentPence).toBe(BigInt(pounds.replace('.', '')));
}

describe('blank cells too many at a row’s end do no harm', () => {
  test.each([
    ['04-trailing-commas', '3703.68'],
    ['04b-padded-blank-columns', '2469.12'],
    ['25j-trailing-semicolons', '1234.56'],
    ['25k-header-lacks-last', '1234.56'],
  ])('%s', (name, pounds) => readsTo(name, pounds));

  test.each([
    ['an amount without its quotes', ',"1,234.56",R2,x', ',1,234.56,R2,'],
    ['an amount of millions without its quotes', ',1234567.00,R2,x', ',1,234,567.00,R2,,'],
    ['words and an amount that could be theirs', ',,1234.56,R2,x', ',Flat,12,1234.56,R2,'],
    ['words and a whole amount', ',,1234,R2,x', ',Flat,12,1234,R2,'],
  ])('but %s may have moved the cells, and is asked about', async (_what, right, moved) => {
    const fund = await laidOver('04-trailing-commas');
    await fund.edit(ledger, ',,1234.56,R2,,,,,,', right.startsWith(',,') ? right : `,${right}`);
    expect((await opened(fund)).said).toEqual([]);
    await fund.edit(ledger, right, moved);
    expect((await opened(fund)).said).toEqual([`BCF3010 ${ledger}:3`]);
  });

  test('a formula that was filled down beside the table, and found nothing, says nothing', async () => {
    const fund = await laidOver('04b-padded-blank-columns');
    await fund.edit(ledger, 'R2,,,,', 'R2,,,#N/A,');
    const { said, spentPence } = await opened(fund);
    expect([said, spentPence]).toEqual([[], 246_912n]);
  });

  test('what stands under no column is named', async () => {
    const fund = await laidOver('04b-padded-blank-columns');
    await fund.edit(ledger, 'R2,,,,', 'R2,,,500.00,');
    const { said, diagnostics } = await opened(fund);
    expect(said).toEqual([`BCF3010 ${ledger}:3`]);
    expect(diagnostics[0]?.args).toEqual({ found: 12, expected: 10 });
  });
});

describe('the bytes of a file, its marks and its line ends', () => {
  test.each([
    ['08a-utf16le-bom', '2234.56'],
    ['08b-utf16le-nobom', '2234.56'],
    ['08c-utf16be-nobom', '2234.56'],
    ['08d-mac-line-ends', '2234.56'],
    ['08h-nbsp-in-codes', '1234.56'],
    ['08i-zero-width', '1234.56'],
    ['08j-nbsp-header', '1234.56'],
    ['08n-unicode-line-sep', '2469.12'],
    ['08o-ctrl-z', '1234.56'],
    ['08p-crcrlf', '3703.68'],
    ['08q-crlf-last-line-lf', '2469.12'],
    ['09j-spaces-after-commas', '1234.56'],
    ['09k-space-before-quote', '1234.56'],
    ['25b-double-bom', '1234.56'],
    ['25c-mojibake-bom', '1234.56'],
    ['25e-bom-sep', '1234.56'],
    ['25f-quoted-sep', '1234.56'],
    ['25h-fixed-width', '1234.56'],
  ])('%s reads', (name, pounds) => readsTo(name, pounds));
});

describe('a file that was pasted of two reads, and is named at the row where the other begins', () => {
  test.each([
    ['08e-mixed-line-ends', '2234.56', 2],
    ['08e2-mixed-crlf-then-lf', '3703.68', 3],
    ['08f2-bom-in-middle-no-header', '2469.12', 3],
  ])('%s', (name, pounds, line) => readsTo(name, pounds, [`BCF3045 ${ledger}:${line}`]));

  test('08f-bom-in-middle: with its header', () =>
    readsTo('08f-bom-in-middle', '2469.12', [`BCF3045 ${ledger}:3`], [`1 again ${ledger}:3`]));

  const header = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';
  const row = (number: number) =>
    `12/06/2015,ICB1,COUNCIL,adult-social-care,nhs-minimum,ICB1-01,,1.00,R${number},"in ${'two\nlines '.repeat(number % 3)}"`;
  const rows = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => row(first + index));
  const linesOf = (text: string) => text.split('\n').length - 1;

  test.each([
    ['of Windows, then of Unix', '\r\n', '\n', ''],
    ['of Unix, then of Windows', '\n', '\r\n', ''],
    ['with a second mark', '\n', '\n', '\uFEFF'],
  ])('a long one, %s', async (_how, first, second, mark) => {
    const fund = await laidOver('04-trailing-commas');
    const above = [header, ...rows(1, 2_000)].map((line) => `${line}${first}`).join('');
    await fund.write(
      ledger,
      `${above}${mark}${rows(2_001, 4_000)
        .map((line) => `${line}${second}`)
        .join('')}`,
    );
    const { said, spentPence } = await opened(fund);
    expect([said, spentPence]).toEqual([[`BCF3045 ${ledger}:${linesOf(above) + 1}`], 400_000n]);
  });

  test('the last line alone, and blank lines behind it, may end in another way', async () => {
    const fund = await laidOver('04-trailing-commas');
    await fund.write(ledger, `${[header, ...rows(1, 9)].join('\r\n')}\n\n\n`);
    expect((await opened(fund)).said).toEqual([]);
  });
});

describe('bytes that are damaged or of another encoding are named where they stand', () => {
  test.each([
    ['08g-one-cp1252-byte', '2234.56', [`BCF3023 ${ledger}:3`]],
    ['08l-utf16-odd-byte', '2234.56', [`BCF3027 ${ledger}:undefined`]],
    ['08s-bcp-nul-cells', '1234.56', []],
    ['25a-cp850-pound', '1234.56', [`BCF3024 ${ledger}:2`]],
  ])('%s reads', (name, pounds, said) => readsTo(name, pounds, said));

  test.each([
    ['08k-nul-bytes', `BCF3026 ${ledger}:2`],
    ['08m-utf16-pasted-to-utf8', `BCF3025 ${ledger}:4`],
  ])('%s', async (name, said) => {
    expect((await opened(await laidOver(name))).said).toEqual([said]);
  });

  const utf8 = (text: string) => Buffer.from(text);
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  const rows = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note\n'.concat(
    '12/06/2015,ICB1,COUNCIL,adult-social-care,nhs-minimum,ICB1-01,,1.00,R1,café’s\n',
  );
  const second = '12/06/2015,ICB1,COUNCIL,adult-social-care,nhs-minimum,ICB1-01,,2.00,R2,care\n';
  test.each([
    [
      'a text of one byte a letter behind UTF-16',
      Buffer.concat([utf16(rows), utf8(`${second}x`)]),
      [`BCF3025 ${ledger}:3`],
    ],
    ['a row of UTF-16 that is cut', utf16(rows + second).subarray(0, -9), [`BCF3028 ${ledger}:3`]],
    [
      'a character of UTF-8 that is cut',
      utf8(`${rows + second.slice(0, -5)}é`).subarray(0, -1),
      [`BCF3028 ${ledger}:3`],
    ],
    ['a NUL within a code', utf8(rows + second.replace('R2', 'R\u00002')), [`BCF3026 ${ledger}:3`]],
  ])('%s', async (_what, bytes, said) => {
    const fund = await laidOver('09e-header-only');
    await fund.write(ledger, bytes);
    const found = await opened(fund);
    expect(found.said).toEqual(said);
    expect(found.spentPence).toBeUndefined();
  });

  test('Windows-1252 alone, with its accents and quotes, is no mixture', async () => {
    const fund = await laidOver('09e-header-only');
    const text = rows.replace('café’s', 'CAF\xc9\x92S \xc9\x94 \xa35 \x80').replaceAll('\n', '\r\n');
    await fund.write(ledger, Buffer.from(text, 'latin1'));
    expect((await opened(fund)).said).toEqual([]);
  });
});

describe('a file that is no CSV is named as what it is', () => {
  test.each([
    ['09a-zip-as-csv', 'a zip file with no workbook in it'],
    ['09b-html-table-as-xls-csv', 'a web page or XML'],
    ['09c-403-page', 'a web page or XML'],
    ['09d-gzip', 'a compressed file'],
    ['09g-rtf', 'a document of a word processor (RTF)'],
    ['09h-json', 'JSON'],
    ['09l-html-table', 'a web page or XML'],
    ['09m-meta-table', 'a web page or XML'],
    ['09n-xml-spreadsheet', 'a web page or XML'],
  ])('%s: %s', async (name, found) => {
    const { said, diagnostics } = await opened(await laidOver(name));
    expect(said).toEqual([`BCF3015 ${ledger}:undefined`]);
    expect(diagnostics[0]?.message).toBe(`this is ${found}, and neither CSV text nor a workbook`);
  });

  test('09e-header-only: there are no rows', () => readsTo('09e-header-only', '0', [`BCF3004 ${ledger}:undefined`]));
});

describe('lines of an export that are no rows are passed over and counted', () => {
  test.each([
    ['03-repeated-header', '3703.68', [`1 again ${ledger}:4`]],
    ['25g-sql-underline', '1234.56', [`1 ruled ${ledger}:2`, `1 blank ${ledger}:4`, `1 note ${ledger}:5`]],
  ])('%s', (name, pounds, passedOver) => readsTo(name, pounds, [], passedOver));

  test('a second header with its columns in another order ends the reading, and is named', async () => {
    const fund = await laidOver('03-repeated-header');
    const text = await fund.read(ledger);
    const [first = '', , , ...rest] = text.split('\r\n');
    await fund.write(
      ledger,
      [...text.split('\r\n').slice(0, 3), first.split(',').reverse().join(','), ...rest].join('\r\n'),
    );
    const found = await opened(fund);
    expect(found.said).toEqual([`BCF3030 ${ledger}:4`]);
  });

  test('25i-single-quotes', async () => {
    expect((await opened(await laidOver('25i-single-quotes'))).said).toEqual([`BCF3031 ${ledger}:2`]);
  });
});

describe('a file in ledgers/ that no pattern takes is told, and a copy is found out', () => {
  test.each([
    ['14a-file-Expenditure-Q1.csv', 'BCF3001 ledgers/Expenditure-Q1.csv:undefined'],
    ['14b-file-expenditure-q1.CSV', 'BCF3001 ledgers/expenditure-q1.CSV:undefined'],
    ['14c-file-expenditure-council_(1).csv', 'BCF3032 ledgers/expenditure-council (1).csv:undefined'],
    ['14f-file-expenditure-council.csv.bak', 'BCF3001 ledgers/expenditure-council.csv.bak:undefined'],
    ['14g-file-2015_expenditure-q1.csv', 'BCF3001 ledgers/2015/expenditure-q1.csv:undefined'],
    ['14h-file-expenditure-q1.txt', 'BCF3001 ledgers/expenditure-q1.txt:undefined'],
    ['14i-file-expenditure-q1.tsv', 'BCF3001 ledgers/expenditure-q1.tsv:undefined'],
    ['14j-file-expenditure-q1.xlsx', 'BCF3001 ledgers/expenditure-q1.xlsx:undefined'],
    ['14k-file-exp-q1.csv', 'BCF3001 ledgers/exp-q1.csv:undefined'],
    ['14l-file-expenditure-council_-_Copy.csv', 'BCF3032 ledgers/expenditure-council - Copy.csv:undefined'],
    ['14m-file-._expenditure-council.csv', 'BCF3001 ledgers/._expenditure-council.csv:undefined'],
  ])('%s', async (name, said) => {
    const found = await opened(await laidOver(name));
    expect(found.said).toEqual([said]);
    expect(found.spentPence).toBeUndefined();
  });

  test('14d: what Excel leaves beside an open workbook is told, and the ledger read', () =>
    readsTo('14d-file-tildeexpenditure-council.csv', '1234.56', [
      'BCF3021 ledgers/~$expenditure-council.csv:undefined',
    ]));

  test('14n: a name that a pattern takes is read', () => readsTo('14n-file-expenditure-council.csv.csv', '2469.12'));

  test('what a Mac leaves beside a file on a shared drive is no ledger, and not told', async () => {
    const fund = await laidOver('09e-header-only');
    await fund.write(
      'ledgers/._expenditure-council.csv',
      Buffer.from([0x00, 0x05, 0x16, 0x07, 0x00, 0x02, 0x00, 0x00]),
    );
    expect((await opened(fund)).said).toEqual([`BCF3004 ${ledger}:undefined`]);
  });

  test('files without rows may be alike', async () => {
    const fund = await laidOver('09e-header-only');
    await fund.write('ledgers/expenditure-north.csv', await fund.read(ledger));
    const said = [`BCF3004 ${ledger}:undefined`, 'BCF3004 ledgers/expenditure-north.csv:undefined'];
    expect((await opened(fund)).said).toEqual(said);
  });
});
