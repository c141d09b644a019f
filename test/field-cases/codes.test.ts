import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { fieldCaseFund, fieldFund, openedField } from '../support/field-fund.js';

const header = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';
const plain = ['files: ledgers/expenditure*.csv', 'unit: pounds'];

/** A fund whose expenditure has one row, with words in place of its codes. */
function oneRow(schedule: string, appliedBy: string, heading = 'adult-social-care', scheme = '') {
  const row = `12/06/2015,${schedule},${appliedBy},${heading},nhs-minimum,${scheme},,10.00,R1,`;
  return fieldFund(plain, { 'ledgers/expenditure-a.csv': `${header}\n${row}\n` });
}

describe('words in place of codes, where they can mean one only', () => {
  test.each(['24d-case-of-codes', '24e-names-for-codes'])('%s: taken, and said with --verbose', async (name) => {
    const fund = await fieldCaseFund(name);
    const { said, spentPence, inputs } = await openedField(fund);
    expect([said, spentPence]).toEqual([[], 123_456n]);
    const taken = inputs.find(({ path }) => path === 'ledgers/expenditure-council.csv')?.taken;
    expect(taken?.map(({ code }) => code).slice(0, 4)).toEqual(['ICB1', 'COUNCIL', 'adult-social-care', 'nhs-minimum']);
    const { stdout } = await bcf(['reconcile', fund.path, '--full', '--verbose', '--no-pager']);
    for (const { found, code } of taken ?? []) expect(stdout).toContain(`“${found}” is taken for ${code}`);
    const { stdout: short } = await bcf(['reconcile', fund.path, '--full', '--no-pager']);
    expect(short).not.toContain('is taken for');
    const { stdout: json } = await bcf(['reconcile', fund.path, '--json']);
    expect(JSON.parse(json).inputs.at(-1).taken).toEqual(taken);
  });

  test('another name that the agreement declares', async () => {
    const fund = await oneRow('NHS First', 'the  COUNCIL');
    expect((await openedField(fund)).said).toEqual(['BCF3401 ledgers/expenditure-a.csv:2']);
    await fund.edit(
      'agreement.yaml',
      'name: First Integrated Care Board,',
      'name: First Integrated Care Board, also: [NHS First, 1st ICB],',
    );
    const { said, spentPence } = await openedField(fund);
    expect([said, spentPence]).toEqual([[], 1_000n]);
  });

  test('what could mean two is taken for neither', async () => {
    const fund = await oneRow('icb', 'COUNCIL');
    for (const name of ['First', 'Second']) {
      await fund.edit('agreement.yaml', `name: ${name} Integrated Care Board,`, `name: ${name} ICB, also: [ICB],`);
    }
    const { said, diagnostics } = await openedField(fund);
    expect(said).toEqual(['BCF1064 agreement.yaml:18']);
    expect([diagnostics[0]?.message, diagnostics[0]?.occurrences]).toEqual(['“ICB” could mean ICB1 and ICB2', 2]);
  });

  test('a scheme by its name, on its own schedule', async () => {
    const fund = await oneRow('ICB1', 'COUNCIL', 'adult-social-care', 'icb1-01');
    expect((await openedField(fund)).said).toEqual([]);
  });

  test('one reference is one, however its body is written', async () => {
    const rows = ['ICB1,COUNCIL', 'icb1,The Council'].map(
      (bodies) => `12/06/2015,${bodies},adult-social-care,nhs-minimum,,,10.00,R1,`,
    );
    const fund = await fieldFund(plain, { 'ledgers/expenditure-a.csv': [header, ...rows].join('\n') });
    expect((await openedField(fund)).said).toEqual(['BCF3411 ledgers/expenditure-a.csv:3']);
  });
});

describe('what is no code', () => {
  test('24a-null-text: NULL of a database is named as that, in every column', async () => {
    const { said, diagnostics } = await openedField(await fieldCaseFund('24a-null-text'));
    expect(new Set(said.map((one) => one.slice(0, 7)))).toEqual(new Set(['BCF3075']));
    expect(diagnostics.map(({ message }) => message)).toContain(
      '“NULL” is what a database writes for a blank cell, and no district',
    );
  });

  test.each([
    ['-10.00', 'R1', 'NULL'],
    ['10.00', '(null)', ''],
  ])('an amount of %s with reference %s and note %s', async (amount, reference, note) => {
    const row = `12/06/2015,ICB1,COUNCIL,adult-social-care,nhs-minimum,,,${amount},${reference},${note}`;
    const fund = await fieldFund(plain, { 'ledgers/expenditure-a.csv': `${header}\n${row}\n` });
    expect((await openedField(fund)).said).toEqual(['BCF3075 ledgers/expenditure-a.csv:2']);
  });

  test('24b-apostrophe-codes: the mark of Excel is shown, with the code that is meant', async () => {
    const { diagnostics } = await openedField(await fieldCaseFund('24b-apostrophe-codes'));
    expect(diagnostics[0]?.message).toContain("“'ICB1” in the agreement; did you mean “ICB1”?");
  });

  test.each([
    ['16a-yaml-code', 'NO'],
    ['16b-yaml-code', '1E5'],
    ['16c-yaml-code', '012'],
    ['16d-yaml-code', 'Y'],
    ['16e-yaml-code', '12:30'],
    ['16f-yaml-code', 'null'],
    ['16g-yaml-code', '2015-04-15'],
    ['16h-yaml-code', '0x1F'],
    ['16i-yaml-code', '1_000'],
    ['16j-yaml-code', '.5'],
  ])('%s: a code that YAML could take for something else is read as it is written', async (name, code) => {
    const { said, spentPence, fund } = await openedField(await fieldCaseFund(name));
    expect([said, spentPence]).toEqual([[], 123_456n]);
    expect([...(fund?.agreement.partners.keys() ?? [])][1]).toBe(code);
  });
});
