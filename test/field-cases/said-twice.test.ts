import { describe, expect, test } from 'vitest';
import { fieldFund, openedField } from '../support/field-fund.js';

const described = [
  'files: ledgers/gl*.csv',
  'unit: pounds',
  'constants: { schedule: ICB1, applied_by: COUNCIL, source: nhs-minimum, heading: adult-social-care }',
];

/** What is said of a fund whose spending has one more column, each row another cell of it. */
async function saidOf(header: string, cells: readonly string[], more: readonly string[] = []) {
  const rows = cells.map((cell, nth) => `12/06/2015,R${nth},${2 ** nth}.00,${cell}`);
  const fund = await fieldFund([...described, ...more], {
    'ledgers/gl.csv': `${['date,reference,amount', header].join(',')}\n${rows.join('\n')}\n`,
  });
  const { diagnostics, spentPence } = await openedField(fund);
  return { told: diagnostics.map(({ code, message }) => `${code} ${message}`), spentPence };
}

describe('a constant, and a column of the file that says otherwise', () => {
  test('is said in the words of the file, with how many rows have each', async () => {
    const { told, spentPence } = await saidOf('Applied by', ['ICB1', 'COUNCIL', 'ICB2', 'ICB1', '', 'ICB9']);
    expect(told).toEqual([
      'BCF3078 “Applied by” is not read, since constants: says applied_by is “COUNCIL” in every row; it has “ICB1” in 2 rows, “ICB2” in 1 row and others in 1 row',
    ]);
    expect(spentPence).toBe(6_300n);
  });

  test('is a column that is not read where it says the same, and nothing where it is ignored', async () => {
    const same = ['council', '', 'COUNCIL'];
    expect((await saidOf('Applied by', same)).told).toEqual(['BCF3007 1 column not read: “Applied by” (COUNCIL)']);
    expect((await saidOf('Applied by', ['ICB1'], ['ignore: [Applied by]'])).told).toEqual([]);
  });
});

describe('what tells rows apart is said once, of a ledger that has it', () => {
  const faults = async (more: readonly string[], kind?: string) => {
    const fund = await fieldFund([...described, ...more], { 'ledgers/gl.csv': 'date,amount\n12/06/2015,1.00\n' });
    if (kind !== undefined)
      await fund.edit('agreement.yaml', '  - { kind: plan, files: plan.csv, unit: pounds }', kind);
    const { diagnostics } = await openedField(fund);
    return diagnostics.filter(({ class: of }) => of === 'agreement').map(({ code, message }) => `${code} ${message}`);
  };

  test.each([
    ['lines_of_a_document:', ['reference: none', 'lines_of_a_document: numbered']],
    ['columns:', ['reference: none', 'columns: { reference: Doc }']],
  ])('reference: none beside %s', async (key, more) => {
    expect(await faults(more)).toEqual([
      `BCF1066 reference: none says that rows have no reference, and ${key} says what theirs is`,
    ]);
  });

  test('of a plan neither means anything', async () => {
    const plan = '  - { kind: plan, files: plan.csv, unit: pounds, reference: none, lines_of_a_document: numbered }';
    expect(await faults(['reference: none'], plan)).toEqual([
      'BCF1066 reference: means nothing of plan, whose rows have no reference',
      'BCF1066 lines_of_a_document: means nothing of plan, whose rows have no reference',
    ]);
  });

  test('alone each is right', async () => {
    expect(await faults(['reference: none'])).toEqual([]);
  });
});
