import { counted, entry } from '../entry.js';

/** BCF344x: rows that may be totals. */
export const totalCodes = {
  BCF3440: entry<{ amount: string; rows: number; word: string; above: string }>({
    title: 'A total row with the codes filled down',
    class: 'input',
    message: ({ amount, rows, word, above }) => {
      const named = word === '' ? '' : ` (“${word}”)`;
      return above === ''
        ? `a total row${named} with codes in it: its amount, ${amount}, is the sum of the ${counted(rows, 'row')} above it`
        : `a total row${named} with codes in it says ${amount}, and the rows above it add up to ${above}`;
    },
    help: () =>
      'delete the row, since adding it would count its money twice; if it is a row like any other, complete it and declare has_totals: no for this ledger in agreement.yaml',
    explain:
      'A total whose empty cells were filled down from the row above looks like spending, and would double the file. A row is taken for one where its amount is the sum of two or more rows above it and a cell says total, subtotal, sum or balance, or a cell that every row has is blank. Where the files of a ledger have no totals, has_totals: no says so, and every row counts.',
  }),
  BCF3441: entry<{ amount: string; rows: number; word: string }>({
    title: 'A row that may be a total',
    class: 'warning',
    isOfColumn: true,
    message: ({ amount, rows, word }) =>
      word === ''
        ? `${amount} is the sum of the ${counted(rows, 'row')} above it, and is added to them: is the row a total?`
        : `“${word}” stands in a row of ${amount}, which is added to the others: is the row a total?`,
    help: () =>
      'delete the row if it is a total; if it is a row like any other, nothing to do, or declare has_totals: no for this ledger in agreement.yaml',
    explain:
      'A row that is complete and looks like a total is added, since it may be a payment that happens to equal those above it, or the balance of an invoice. It is named so that somebody looks.',
  }),
};
