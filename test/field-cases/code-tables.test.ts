import { expect, test } from 'vitest';
import { fieldFund, openedField } from '../support/field-fund.js';
import { glFund } from '../support/gl-fund.js';

const ledger = 'ledgers/gl-june.csv';

/** What is said of a ledger with these codes, a pound more in each row, by a table of these lines. */
async function readBy(lines: readonly string[], codes: readonly string[]) {
  const fund = await glFund({
    [ledger]: [
      'Posting date,Document no,Line,Cost centre,Narrative,Supplier,Status,Debit,Credit,VAT',
      ...codes.map((code, nth) => `12/06/2015,5100${nth},1,${code},Home care,A,Posted,${nth + 1}.00,,`),
    ].join('\n'),
    'maps/council.csv': ['Cost centre,heading', ...lines].join('\n'),
  });
  const { said, diagnostics } = await openedField(fund);
  return { said, messages: diagnostics.map(({ message }) => message) };
}

test('a range of digits has codes of digits alone, also where its ends are of different lengths', async () => {
  const inRange = ['950', '1050', '1100', '900'];
  const { said } = await readBy(['900-1100,adult-social-care'], inRange);
  expect(said).toEqual([]);
  const others = await readBy(['900-1100,adult-social-care', '1000-2999,adult-social-care'], ['1A99', '899', '3000']);
  expect(others.messages.map((message) => message.replace(/ with us.*/, ''))).toEqual(
    ['1A99', '899', '3000'].map((code) => `no line of maps/council.csv says what ${code} is`),
  );
});

test('a range may have the same letters before both numbers', async () => {
  const found = await readBy(['A100 to A199,adult-social-care'], ['A150', 'a199', 'A1500', 'B150', '150']);
  expect(found.messages.map((message) => /what (\S+) is/.exec(message)?.[1])).toEqual(['A1500', 'B150', '150']);
});

test.each([['3500-3000'], ['50*'], ['A199-A100'], ['0900-11000']])('%s is no code and no range', async (text) => {
  const { said, messages } = await readBy([`${text},adult-social-care`, '*,adult-social-care'], ['3200']);
  expect(said).toEqual(['BCF3076 maps/council.csv:2']);
  expect(messages[0]).toContain(`“${text}” is not understood`);
  // An apostrophe says that it is a code of the body as it stands.
  const marked = await readBy([`'${text},adult-social-care`], [text]);
  expect(marked.said).toEqual([]);
});

test('a code that a line has with other noughts waits, and does not fall to *', async () => {
  const table = ['412,adult-social-care', '0500-0599,adult-social-care', '*,adult-social-care'];
  const { said, messages } = await readBy(table, ['00412', '412', '550', '0550', '77']);
  expect(said).toEqual([`BCF3077 ${ledger}:2`, `BCF3077 ${ledger}:4`]);
  expect(messages).toEqual([
    '00412 is not in maps/council.csv, but differs from line 2 by noughts before it alone: 1 row, £1.00, waits for it',
    '550 is not in maps/council.csv, but differs from line 3 by noughts before it alone: 1 row, £3.00, waits for it',
  ]);
  expect((await readBy([...table, '00412,adult-social-care', '550,adult-social-care'], ['00412', '550'])).said).toEqual(
    [],
  );
});

test('a code whose line is not filled in waits, also beside *', async () => {
  const { said, messages } = await readBy(['150,', '*,adult-social-care'], ['150', '160', '150']);
  expect(said).toEqual([`BCF3061 ${ledger}:2`]);
  expect(messages).toEqual([
    'line 2 of maps/council.csv does not say yet what 150 is with us: 2 rows, £4.00, wait for it',
  ]);
});

test('a table under two of our columns is read once: what is wrong with it is told once, at each cell', async () => {
  const fund = await fieldFund(
    [
      'files: ledgers/gl-*.csv',
      'unit: pounds',
      'constants: { schedule: ICB1, applied_by: COUNCIL }',
      'map:',
      '  heading: { by: Cost centre, table: maps/council.csv }',
      '  source: { by: Cost centre, table: maps/council.csv }',
    ],
    {
      [ledger]: 'Date,Reference,Note,Cost centre,Amount\n12/06/2015,R1,Home care,100,500.00\n',
      'maps/council.csv': 'Cost centre,heading,source\n50*,adult-social-care,nhs-minimum\n100,no-heading,nhs-minimum\n',
    },
  );
  const { diagnostics, inputs } = await openedField(fund);
  expect(diagnostics.map(({ code, place, occurrences }) => [code, place?.line, occurrences])).toEqual([
    ['BCF3076', 2, undefined],
    ['BCF3068', 3, undefined],
  ]);
  expect(inputs.filter(({ path }) => path === 'maps/council.csv')).toHaveLength(1);
  await fund.edit('maps/council.csv', '50*', '500');
  await fund.edit('maps/council.csv', 'no-heading', 'adult-social-care');
  const { said, spentPence } = await openedField(fund);
  expect([said, spentPence]).toEqual([[], 50_000n]);
});

test('a table gives codes: what stands in it under Amount, Note, date or Reference is the body’s own', async () => {
  const fund = await fieldFund(
    [
      'files: ledgers/gl-*.csv',
      'unit: pounds',
      'constants: { schedule: ICB1, applied_by: COUNCIL, source: nhs-minimum }',
      'map: { heading: { by: Cost centre, table: maps/council.csv } }',
    ],
    {
      [ledger]:
        'Date,Reference,Note,Cost centre,Amount\n12/06/2015,R1,Home care,100,500.00\n12/06/2015,R2,Beds,100,300.00\n',
      'maps/council.csv':
        'Cost centre,heading,rows,Amount,Note,Date,Reference\n100,adult-social-care,2,800.00,first look,01/01/2016,X\n',
    },
  );
  const { said, spentPence } = await openedField(fund);
  expect([said, spentPence]).toEqual([[], 80_000n]);
  await fund.edit('agreement.yaml', 'map: { heading:', 'map: { amount:');
  expect((await openedField(fund)).said.map((one) => one.slice(0, 7))).toContain('BCF1018');
});
