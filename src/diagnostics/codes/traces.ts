import { entry, orMeant } from '../entry.js';

/** What is wrong with what bcf trace is asked for. */
export const traceCodes = {
  BCF0020: entry<{ found: string; near: string; command: string; isUnknown?: number }>({
    title: 'A figure that no output shows',
    class: 'usage',
    message: ({ found, isUnknown = 0 }) =>
      isUnknown === 1
        ? `“${found}” is not known: no ledger says it, or not all that it is made of`
        : `there is no figure “${found}”`,
    help: ({ near, command }) =>
      `${near === '' ? '' : `near it: ${near}; `}bcf ${command} --names lists every figure ${command === 'reconcile' ? 'of a fund' : 'that it shows'}`,
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
  BCF0024: entry<{ file: string; sheet: string; line: number }>({
    title: 'A line that is no row of a ledger',
    class: 'usage',
    message: ({ file, sheet, line }) =>
      sheet === ''
        ? `line ${line} of ${file} is no row`
        : `row ${line} of ${file}, sheet ${sheet}, is no row of its ledger`,
    help: () =>
      'the header, blank lines and totals are no rows; a row in several lines is named by its first, and one that two files have by the one in which it counts',
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
  BCF0026: entry<{ found: string; code: string }>({
    title: 'A figure of a comparison that says something else of it',
    class: 'usage',
    message: ({ found, code }) => `“${code}” says nothing of a comparison, in “${found}”`,
    help: () =>
      'after diff write by=heading (or scheme, partner, locality, source), from= and to= with what --from and --to take, or nothing',
    explain:
      'The name of a figure of bcf diff begins with what is compared: diff[by=heading;from=plan;to=forecast@Q2]. Each of these may be left out, and is then what bcf diff itself takes; funds=two stands in the names of two funds that are compared. bcf diff --names lists the names.',
  }),
  BCF0027: entry<{ found: string }>({
    title: 'A figure of two funds, and one of them',
    class: 'usage',
    message: ({ found }) => `“${found}” is a figure of two funds, and one folder is given`,
    help: () => 'give both, in the order of bcf diff: bcf trace FIGURE last-year my-fund',
    explain:
      'bcf diff compares one fund with another where two folders are given, and the names of its figures say so with funds=two. bcf trace needs the same two folders.',
  }),
};
