import { counted, entry } from '../entry.js';

/** BCF0030 to BCF0039: what is asked of closing, and of what is closed. */
export const closeUsageCodes = {
  BCF0030: entry<{ found: string }>({
    title: 'A day that cannot be read',
    class: 'usage',
    message: ({ found }) => `--on “${found}” is no day`,
    help: () => 'write a day that there is, such as 2015-07-10',
    explain: 'bcf reads no clock, so that the same folder gives the same output: the day of a close is given.',
  }),
  BCF0031: entry<{ on: string; earliest: string; why: string }>({
    title: 'A close before its time',
    class: 'usage',
    message: ({ on, earliest, why }) => `--on ${on} is before ${earliest}, ${why}`,
    help: ({ earliest }) => `give ${earliest} or a later day`,
    explain: 'A quarter is closed when it is over, and records follow one another: no close is dated before the last.',
  }),
  BCF0032: entry<{ problem: string; next: string }>({
    title: 'Not the next to be closed or reopened',
    class: 'usage',
    message: ({ problem }) => problem,
    help: ({ next }) => next,
    explain:
      'Quarters are closed in order, and the year after all four (R7). Only what was closed last can be reopened: the year first, then Q4, and so on.',
  }),
  BCF0033: entry<{ option: string; problem: string }>({
    title: 'An option with nothing in it, or with what nobody sees',
    class: 'usage',
    message: ({ option, problem }) => `${option} ${problem}`,
    help: ({ option }) =>
      option === '--by' ? 'name who closes the quarter: --by "A. Smith, head of finance"' : 'say why, in a sentence',
    explain: 'The record of a close says who closed and, where something was accepted or reopened, why.',
  }),
  BCF0034: entry<{ file: string; reason: string }>({
    title: 'The record of a close cannot be written',
    class: 'usage',
    message: ({ file, reason }) => `${file} was not written: ${reason}`,
    help: () => 'see what is closed with bcf verify, put right what stood in the way, and close again',
    explain:
      'A record is written whole under a hidden name and then given its own, which no other file may have: of two that close at once one does, and the other is told. Nothing else in the folder is touched.',
  }),
  BCF0035: entry<{ found: string }>({
    title: 'A seal that cannot be read',
    class: 'usage',
    message: ({ found }) => `--seal “${found}” is no seal`,
    help: () => 'write the seal as bcf close printed it: 64 digits and letters from a to f, or at least the first 16',
    explain: 'A seal is the SHA-256 of a record, in hexadecimal digits. bcf close prints it, to be minuted.',
  }),
  BCF0036: entry<Record<string, never>>({
    title: 'Nothing to close',
    class: 'usage',
    message: () => 'the fund has a plan only, so there is no quarter to close',
    help: () => 'add the ledgers of the quarter first',
    explain: 'A close signs off what was received and spent in a quarter. A plan without ledgers has no quarter.',
  }),
  BCF0037: entry<{ folder: string; found: string; year: string }>({
    title: 'Not the year before',
    class: 'usage',
    message: ({ folder, found, year }) => `--last-year ${folder} is ${found}, which is not the year before ${year}`,
    help: () => 'name the folder of the year before, or leave --last-year out',
    explain:
      'The annual return has the year before beside it, and bcf check holds what a year begins with against what the year before closed with. Figures of any other year would stand in the wrong place.',
  }),
  BCF0038: entry<{ folder: string; year: string }>({
    title: 'The year before is not closed',
    class: 'usage',
    message: ({ folder, year }) => `--last-year ${folder}: ${year} is not closed, so its figures can still move`,
    help: ({ folder }) => `bcf close year ${folder} closes it once its four quarters are`,
    explain:
      'What stands beside this year are the figures that were signed off (R7). While the year before is open they can still change, and nobody could say later which were meant.',
  }),
  BCF0039: entry<{ folder: string; year: string; count: number }>({
    title: 'What was closed of the year before has moved',
    class: 'usage',
    message: ({ folder, year, count }) =>
      `--last-year ${folder}: ${year} is no longer what was closed: ${counted(count, 'finding')}`,
    help: ({ folder }) => `bcf verify ${folder} names what has moved; put it back, or reopen that year`,
    explain:
      'What stands beside this year are the figures that were signed off (R7). Where a closed row, a record or a figure has changed since, what could be shown is not what was signed.',
  }),
};
