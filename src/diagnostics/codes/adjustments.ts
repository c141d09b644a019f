import { entry, orMeant } from '../entry.js';

/** BCF3431 to BCF3435: rows that correct others. */
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
};
