import { entry, orMeant } from '../entry.js';

/** What is wrong with what bcf trace is asked for. */
export const traceCodes = {
  BCF0020: entry<{ found: string; near: string }>({
    title: 'A figure that no output shows',
    class: 'usage',
    message: ({ found }) => `there is no figure “${found}”`,
    help: ({ near }) => `${near === '' ? '' : `near it: ${near}; `}bcf reconcile --names lists every figure of a fund`,
    explain:
      'Every figure that bcf prints has a name, such as performance.partners[partner=09C].quarters[quarter=Q3].payment. Codes in brackets may be left out as long as one figure only is meant. A figure that is not known as at the quarter has no name there: try another --as-at.',
  }),
  BCF0021: entry<{ found: string; count: number; some: string }>({
    title: 'A name that several figures have',
    class: 'usage',
    message: ({ found, count }) => `“${found}” fits ${count} figures`,
    help: ({ some }) => `say which: ${some}`,
    explain:
      'Codes in brackets may be left out of a figure’s name as long as one figure only is meant. Here more than one is.',
  }),
  BCF0022: entry<{ found: string }>({
    title: 'A row that is not named by its file and line',
    class: 'usage',
    message: ({ found }) => `--from “${found}” names no row`,
    help: () => 'write the file and the line, such as ledgers/expenditure-q3.csv:118',
    explain:
      'bcf trace --from goes from a row of a ledger to the figures it is part of; a row is named by its file and line.',
  }),
  BCF0023: entry<{ found: string; meant: string }>({
    title: 'A file that the fund does not have',
    class: 'usage',
    message: ({ found, meant }) => `the fund has no ledger “${found}”${orMeant(meant)}`,
    help: () => 'the path is as seen from the fund folder; the name alone will do where only one file has it',
    explain: 'bcf trace --from names a ledger as seen from the fund folder, such as ledgers/expenditure-q3.csv.',
  }),
  BCF0024: entry<{ file: string; line: number }>({
    title: 'A line that is no row of a ledger',
    class: 'usage',
    message: ({ file, line }) => `line ${line} of ${file} is no row`,
    help: () => 'the header, blank lines and totals are no rows; a row in several lines is named by its first',
    explain: 'Only rows of ledgers are part of figures. Lines are counted from 1, the header included.',
  }),
  BCF0025: entry<Record<string, never>>({
    title: 'Nothing to trace',
    class: 'usage',
    message: () => 'no figure is named',
    help: () =>
      'name one, such as flow-of-funds.totals.balance.actual; bcf reconcile --names lists them, or start at a row with --from',
    explain: 'bcf trace explains one figure, from the rule that makes it down to the rows of the ledgers.',
  }),
};
