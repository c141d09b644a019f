import { describe, expect, test } from 'vitest';
import { laidOver, opened } from '../support/field-case.js';
import { fixture } from '../support/fund-folder.js';

const ledger = 'ledgers/expenditure-council.csv';

describe('rows inside a quoted cell are named, at the line where its mark opens', () => {
  test.each([
    ['10a-bare-quotes', [`BCF3011 ${ledger}:2`], ''],
    ['10b-quoted-inner', [`BCF3011 ${ledger}:2`], ''],
    ['10c-backslash-quotes', [`BCF3011 ${ledger}:2`], ''],
    ['10d-open-quote-swallows', [`BCF3012 ${ledger}:2`], ''],
    ['10e-open-quote-closed-later', [`BCF3040 ${ledger}:2`], 'in line 2, column J, is closed only in line 4: 2 rows'],
    ['10g-open-quote-25-rows-lost', [`BCF3040 ${ledger}:6`], 'in line 6, column J, is closed only in line 31: 25 rows'],
  ])('%s', async (name, said, words) => {
    const found = await opened(await laidOver(name));
    expect(found.said).toEqual(said);
    expect(found.diagnostics[0]?.message).toContain(words);
  });

  test('with the two stray marks taken out, the 40 rows of £100 are all there', async () => {
    const fund = await laidOver('10g-open-quote-25-rows-lost');
    await fund.edit(ledger, '"Home First beds', 'Home First beds');
    await fund.edit(ledger, 'monitor 24"', 'monitor 24in');
    const found = await opened(fund);
    expect(found.said).toEqual([]);
    expect(found.spentPence).toBe(400_000n);
  });
});

describe('a code that Excel has turned into a number is named where it stands, with the code that was meant', () => {
  const kent = fixture('kent-2015-16');
  test.each([
    ['15a-excel-scheme-10E-01', undefined, [`BCF3230 ${ledger}:2`], ['1.00E+00 was 10E-01', '1.00E-05 was 10E-06'], 2],
    ['15b-excel-resaved-schemes-csv', undefined, ['BCF3230 schemes.csv:2'], ['1.00E-05 was 10E-06'], 3],
    [
      '15f-kent-excel-resave/fund',
      kent,
      ['BCF3230 schemes.csv:24'],
      ['1.00E-05 was 10E-06', '9.00E-10 was 09E-10'],
      19,
    ],
    [
      '15f-kent-excel-resave/fund2',
      kent,
      ['BCF3230 schemes.csv:24'],
      ['1.00E-05 was 10E-06', '9.00E-01 was 09E-01'],
      19,
    ],
    ['07d-long-reference-excel', undefined, [`BCF3230 ${ledger}:2`], ['what it was is lost in this file'], 2],
  ])('%s', async (name, base, said, meant, cells) => {
    const found = await opened(await laidOver(name, base));
    expect(found.said).toEqual(said);
    const [damage] = found.diagnostics;
    for (const words of meant) expect(damage?.help).toContain(words);
    expect(damage?.occurrences).toBe(cells);
  });

  test.each([
    ['15d-excel-district-trim', `BCF3404 ${ledger}:2`, 'did you mean “ICB1-01”?'],
    ['15e-leading-zero-code', `BCF3401 ${ledger}:2`, 'did you mean “09C”?'],
  ])('%s', async (name, said, words) => {
    const found = await opened(await laidOver(name));
    expect(found.said).toEqual([said]);
    expect(found.diagnostics[0]?.message).toContain(words);
  });
});

describe('dates are read in any form that can mean one day only, and others named as what they are', () => {
  test('01: nineteen forms of one day; a month, another year and a date with its month first are named', async () => {
    const { said, diagnostics } = await opened(await laidOver('01-date-formats'));
    expect(said).toEqual([`BCF3214 ${ledger}:9`, `BCF3219 ${ledger}:21`, `BCF3211 ${ledger}:23`]);
    expect(diagnostics.map(({ occurrences }) => occurrences)).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    ['01b-oracle-dates', '2469.12'],
    ['01d-excel-serial-decimals', '1234.56'],
    ['01f-sql-datetime-ms', '1234.56'],
    ['01g-sql-time-of-day', '1234.56'],
    ['13d-excel-serial-all', '2469.12'],
  ])('%s reads', async (name, applied) => {
    const found = await opened(await laidOver(name));
    expect(found.said).toEqual([]);
    expect(found.spentPence).toBe(BigInt(applied.replace('.', '')));
  });

  test.each([
    ['01c-period-message', `BCF3219 ${ledger}:2`, '“P03” is a month or a period, and says no day'],
    ['13a-prior-year-invoice-date', `BCF3214 ${ledger}:2`, 'is outside the financial year 2015/16'],
    ['13b-us-dates-mixed', `BCF3211 ${ledger}:2`, 'is the month written first?'],
  ])('%s', async (name, said, words) => {
    const found = await opened(await laidOver(name));
    expect(found.said).toEqual([said]);
    expect(found.diagnostics[0]?.message).toContain(words);
  });
});

describe('amounts are read as people and systems write them, and others named as what they are', () => {
  test('06: twenty forms read, and each of the others is named at its row', async () => {
    const { diagnostics } = await opened(await laidOver('06-amount-forms'));
    const lines = (wanted: string) =>
      diagnostics.flatMap(({ code, place, alsoAt = [] }) =>
        code === wanted ? [place, ...alsoAt].map((at) => at?.line) : [],
      );
    expect(lines('BCF3221')).toEqual([2, 3, 4]);
    expect(lines('BCF3223')).toEqual([8, 9]);
    expect(lines('BCF3205')).toEqual([10, 11]);
    expect(lines('BCF3222')).toEqual([17, 18]);
    expect(lines('BCF3207')).toEqual([23]);
    expect(lines('BCF3224')).toEqual([24, 25, 27]);
    expect(lines('BCF3203')).toEqual([26]);
    expect(lines('BCF3209')).toEqual([32, 38, 41, 42, 43, 45, 46]);
    expect(lines('BCF3206')).toEqual([33, 35, 36, 40]);
    expect(new Set(diagnostics.map(({ code }) => code)).size).toBe(9);
  });

  test('06d reads', async () => {
    const found = await opened(await laidOver('06d-no-leading-zero'));
    expect([found.said, found.spentPence]).toEqual([[], -3n]);
  });

  test.each([
    ['06c-three-decimals', [`BCF3225 ${ledger}:2`]],
    ['06e-cr-suffix', [`BCF3221 ${ledger}:3`]],
    ['09i-semicolon-decimal-comma', [`BCF3206 ${ledger}:2`]],
  ])('%s', async (name, said) => {
    expect((await opened(await laidOver(name))).said).toEqual(said);
  });
});

describe('a column that is not read and holds signs or money is an error that names it', () => {
  test('12a: Credit is money', async () => {
    const found = await opened(await laidOver('12a-debit-credit-columns'));
    expect(found.said).toEqual([`BCF3042 ${ledger}:1`, `BCF3201 ${ledger}:3`]);
    expect(found.diagnostics[0]?.message).toBe(
      'the column “Credit” holds nothing but amounts, £200.00 in all, and is not read',
    );
  });

  test('12b: D/C says which amounts are credits', async () => {
    const found = await opened(await laidOver('12b-sign-column'));
    expect(found.said).toEqual([`BCF3041 ${ledger}:1`]);
    expect(found.diagnostics[0]?.message).toContain('the column “D/C” holds nothing but C and D');
  });

  test('12d: a credit note without a note', async () => {
    expect((await opened(await laidOver('12d-negative-without-note'))).said).toEqual([`BCF3413 ${ledger}:3`]);
  });
});

describe('a total is never added', () => {
  test.each([
    ['05-footer-text', '1234.56', [`1 blank ${ledger}:4`, `1 note ${ledger}:5`, `1 total ${ledger}:3`]],
    ['05b-grand-total-late', '2469.12', [`2 total ${ledger}:4`]],
    ['05d-NA-filler', '1234.56', [`2 filler ${ledger}:3`]],
    ['05e-total-variants', '2469.12', [`1 total ${ledger}:4`]],
    ['05f-total-colon', '2469.12', [`1 total ${ledger}:4`]],
    ['05g-sum', '2469.12', [`1 total ${ledger}:4`]],
    ['05l-subtotal-then-total', '2469.12', [`3 total ${ledger}:3`]],
  ])('%s: what agrees is passed over and counted', async (name, applied, passedOver) => {
    const found = await opened(await laidOver(name));
    expect([found.said, found.passedOver]).toEqual([[], passedOver]);
    expect(found.spentPence).toBe(BigInt(applied.replace('.', '')));
  });

  test.each([
    ['05h-total-differs', `BCF3018 ${ledger}:4`],
    ['05i-total-filled-down', `BCF3440 ${ledger}:4`],
    ['05j-total-filled-down-dated', `BCF3440 ${ledger}:4`],
  ])('%s: what does not, or may be none, is told', async (name, said) => {
    const found = await opened(await laidOver(name));
    expect([found.said, found.spentPence]).toEqual([[said], undefined]);
  });
});

describe('what the agreement says of a ledger’s files', () => {
  const line = 'kind: expenditure, files: ledgers/expenditure*.csv, unit: pounds';

  test('a column that it says to ignore is not asked about', async () => {
    const fund = await laidOver('12b-sign-column');
    await fund.edit('agreement.yaml', line, `${line}, ignore: [VAT, D/C]`);
    const found = await opened(fund);
    expect(found.said).toEqual([]);
    expect(found.spentPence).toBe(143_456n);
  });

  test('where there are no totals, a row that looks like one is read as a row', async () => {
    const fund = await laidOver('05j-total-filled-down-dated');
    await fund.edit('agreement.yaml', line, `${line}, has_totals: no`);
    const found = await opened(fund);
    expect(found.said).toEqual([]);
    expect(found.spentPence).toBe(493_824n);
  });

  test('a column may be declared as the amount, and its neighbour set aside', async () => {
    const fund = await laidOver('12a-debit-credit-columns');
    await fund.edit('agreement.yaml', 'columns: { amount: Debit }', 'columns: { amount: Debit }, ignore: [Credit]');
    expect((await opened(fund)).said).toEqual([`BCF3201 ${ledger}:3`]);
  });
});
