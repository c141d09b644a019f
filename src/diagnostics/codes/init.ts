import { counted, entry } from '../entry.js';

/** BCF004x: a new fund folder. */
export const initCodes = {
  BCF0040: entry<{ folder: string; found: string }>({
    title: 'The new folder is not empty',
    class: 'usage',
    message: ({ folder, found }) => `${folder === '.' ? 'this folder' : folder} is not empty: it holds ${found}`,
    help: () => 'name a folder that is not there yet, or an empty one; bcf init overwrites nothing',
    explain:
      'bcf init makes a folder of its own, and never changes or replaces what is there. Name a new folder, or move what is in this one elsewhere first.',
  }),
  BCF0041: entry<{ folder: string; reason: string }>({
    title: 'The new folder cannot be made',
    class: 'usage',
    message: ({ folder, reason }) => `cannot make ${folder}: ${reason}`,
    help: () => 'name a folder whose parent exists and that you may write to',
    explain:
      'The files are written to a hidden folder beside the new one, which takes its name when all are there: so there is all of it or nothing. Its parent must exist and allow new folders.',
  }),
  BCF0042: entry<{ asked: string; last: string; next: string }>({
    title: 'A year that does not follow',
    class: 'usage',
    message: ({ asked, last, next }) => `the year after ${last} is ${next}, not ${asked}`,
    help: () => 'leave --year out with --from, or name the fund of the year before',
    explain:
      'With --from a fund is moved on by one year, and what it held at its year end is brought forward. Between other years nothing can be brought forward.',
  }),
  BCF0043: entry<{ year: string; last: string }>({
    title: 'Nothing to bring forward is known',
    class: 'warning',
    message: ({ year, last }) =>
      `nothing is brought forward: what ${year} leaves is not known, for last year’s fund has ${last}`,
    help: () => 'write ledgers/opening.csv when the year is over, or make the folder anew from it then',
    explain:
      'Opening balances are what each part of the pool held at the end of Q4. Where the ledgers do not reach it they are not known, and nobody guesses them.',
  }),
  BCF0044: entry<{ fund: string; findings: number }>({
    title: 'A fund that would not pass its first check',
    class: 'usage',
    message: ({ findings }) =>
      `the new fund would not pass bcf check: ${counted(findings, 'finding')} in what last year’s fund hands on`,
    help: ({ fund }) => `put right what is named above, until bcf check ${fund} passes, and run this again`,
    explain:
      'A new folder passes bcf check from the first day. Where last year’s plan does not add up, or two bodies that became one had schemes of the same code, what is handed on would not; so nothing is made, and what is wrong is named.',
  }),
  BCF0045: entry<Record<string, never>>({
    title: 'Successors of no fund',
    class: 'usage',
    message: () => '--follow-successors is about the partners of last year’s fund, and no --from names it',
    help: () => 'add --from FUND, or leave --follow-successors out',
    explain:
      'A partner’s successor stands in the agreement of the fund that is carried over. A fund that begins from nothing has none.',
  }),
  BCF0046: entry<{ fund: string; findings: number }>({
    title: 'Balances of a fund that does not reconcile',
    class: 'warning',
    message: ({ findings }) =>
      `last year’s fund has ${counted(findings, 'finding')} at its year end; its balances are brought forward as they stand`,
    help: ({ fund }) => `bcf reconcile ${fund} names them; what is put right there changes what is brought forward`,
    explain:
      'What is brought forward is what the ledgers of the year say. Where a rule is broken or a sum is out at the year end, settle it in that year’s ledgers first, and make the folder anew.',
  }),
};
