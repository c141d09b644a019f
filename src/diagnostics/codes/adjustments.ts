import { entry, orMeant } from '../entry.js';

/** BCF3431 to BCF3436: rows that correct others, and reversals of accruals. */
export const adjustmentCodes = {
  BCF3431: entry<{ found: string; ledger: string; body: string; meant: string }>({
    title: 'An adjustment of a row that is not there',
    class: 'input',
    message: ({ found, ledger, body, meant }) =>
      `no row of ${body} in ${ledger} has the reference “${found}” that this one adjusts${orMeant(meant)}`,
    help: () => 'write the reference of the row that it corrects, as that row has it, or leave adjusts blank',
    explain:
      'A row that corrects one of a closed quarter names it in the column adjusts (R7). References are each body’s own, so both rows are of the same body and the same kind of ledger.',
  }),
  BCF3432: entry<{ found: string; theirs: string; own: string }>({
    title: 'An adjustment of a row of no earlier quarter',
    class: 'input',
    message: ({ found, theirs, own }) =>
      `“${found}” is a row of ${theirs}, which is no earlier quarter than this row’s own, ${own}`,
    help: () =>
      'correct a row of the same quarter where it stands; only a row of an earlier quarter is adjusted by another',
    explain:
      'An adjustment enters what is corrected into the quarter that is open now, for a row of a quarter that is over (R7).',
  }),
  BCF3433: entry<{ found: string; reason: string }>({
    title: 'An adjustment of a row of no earlier year',
    class: 'input',
    message: ({ found, reason }) => `“${found}” is no row of an earlier year: ${reason}`,
    help: () =>
      'write the year before the reference for a row of an earlier year, as 2014/15:REF, and the reference alone for one of this year',
    explain:
      'Spending and receipts of this year may correct rows of an earlier one, whose books are closed. The row is named by its year and its reference. It cannot be looked up without the folder of that year, so it is taken as said, and shown apart as a prior-year item (R5).',
  }),
  BCF3434: entry<{ found: string }>({
    title: 'A reversal of no accrual',
    class: 'input',
    message: ({ found }) =>
      found === ''
        ? 'the row is a reversal, and adjusts names no accrual'
        : `the row is a reversal, and “${found}” is not marked as an accrual`,
    help: () => 'write the reference of the accrual in adjusts, and accrual in the column accrual of that row',
    explain:
      'An accrual is spending of the quarter in which it was incurred, before it is paid. When the invoice comes, the accrual is reversed by a negative row that names it, and the invoice is a row of its own; so what stands accrued and not reversed is what is still owed.',
  }),
  BCF3435: entry<{ found: string; reason: string }>({
    title: 'A reversal that does not fit its accrual',
    class: 'input',
    message: ({ found, reason }) => `the row does not reverse “${found}”: ${reason}`,
    help: () =>
      'reverse an accrual with the other sign, on its schedule, heading, source, scheme and district, on its day or later, and by no more than it is',
    explain:
      'A reversal takes back what was accrued, whole or in part. Reversed under another heading, or by more than it was, an accrual would leave one line too high and another too low. The invoice that comes instead is a row of its own, and may differ.',
  }),
  BCF3436: entry<{ found: string; at: string }>({
    title: 'An accrual that is adjusted and not reversed',
    class: 'input',
    message: ({ found, at }) => `“${found}” is an accrual (${at}), and the row that adjusts it does not say what it is`,
    help: () => 'write reversal in the column accrual, or accrual where the row accrues more of the same',
    explain:
      'Whether an accrual still stands must be plain: a row that adjusts one says whether it reverses it or adds to it.',
  }),
};
