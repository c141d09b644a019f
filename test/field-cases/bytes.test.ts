import { describe, expect, test } from 'vitest';
import { laidOver, opened } from '../support/field-case.js';

const ledger = 'ledgers/expenditure-council.csv';

async function readsTo(name: string, pounds: string, said: readonly string[] = []): Promise<void> {
  const found = await opened(await laidOver(name));
  expect(found.said).toEqual(said);
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
    ['08e-mixed-line-ends', '2234.56'],
    ['08e2-mixed-crlf-then-lf', '3703.68'],
    ['08f2-bom-in-middle-no-header', '2469.12'],
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
