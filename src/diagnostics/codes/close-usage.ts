import { entry } from '../entry.js';

/** BCF0030 to BCF0039: what bcf close and bcf verify are asked. */
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
};
