import { type FinancialYear, isRealDay, lastDayOf } from '../agreement/financial-year.js';
import { inFull } from '../diagnostics/day-in-full.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { plainText } from '../diagnostics/plain-text.js';
import type { Link } from './link.js';
import type { ClosedWhat } from './record-schema.js';
import { inWords, lastClosed, nextToClose, type Standing } from './standing.js';

/** What is to be closed or reopened, by whom, when and why, as the flags say. */
export interface CloseRequest {
  readonly what: ClosedWhat;
  readonly by: string;
  readonly on: string;
  readonly withDifferences: string | undefined;
  readonly reopen: string | undefined;
}

/** What is wrong with a request by itself, before a file is read. */
export function requestFaults({ what, by, on, withDifferences, reopen }: CloseRequest): Diagnostic[] {
  const given = [
    ['--by', by],
    ['--with-differences', withDifferences],
    ['--reopen', reopen],
  ] as const;
  const faults: Diagnostic[] = given.flatMap(([option, text]) =>
    text?.trim() === '' ? [diagnose('BCF0033', { option, problem: 'is blank' })] : [],
  );
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(on);
  if (day === null || !isRealDay(Number(day[1]), Number(day[2]), Number(day[3]))) {
    faults.push(diagnose('BCF0030', { found: on }));
  }
  if (what === 'year' && withDifferences !== undefined) {
    const problem = 'the year has no differences of its own: it is closed on what its four quarters were closed with';
    faults.push(diagnose('BCF0032', { problem, next: 'leave --with-differences out' }));
  }
  return faults;
}

/** Whether a request comes in its turn and at its time; undefined where it does. */
export function outOfTurn(
  { what, on, reopen }: CloseRequest,
  standing: Standing,
  links: readonly Link[],
  year: FinancialYear,
): Diagnostic | undefined {
  const turn = reopen === undefined ? closingOutOfTurn(what, standing) : reopeningOutOfTurn(what, standing);
  if (turn !== undefined) return turn;
  const before = links.at(-1);
  if (before !== undefined && on < before.record.on) {
    const why = `when ${before.file} was written`;
    return diagnose('BCF0031', { on, earliest: before.record.on, why });
  }
  const end = lastDayOf(what === 'year' ? 'Q4' : what, year);
  if (on >= end) return undefined;
  return diagnose('BCF0031', { on, earliest: end, why: `the last day of ${inWords(what)}` });
}

function closingOutOfTurn(what: ClosedWhat, standing: Standing): Diagnostic | undefined {
  const next = nextToClose(standing);
  if (what === next) return undefined;
  const link = what === 'year' ? standing.year : standing.closed.get(what);
  if (link !== undefined) {
    const { by, on } = link.record;
    const problem = `${inWords(what)} is closed already, by ${plainText(by)} on ${inFull(on)} (${link.file})`;
    const last = lastClosed(standing) ?? what;
    const first = last === what ? '' : `; ${inWords(last)} would have to be reopened first`;
    return diagnose('BCF0032', { problem, next: `to close it again, reopen it with --reopen "why"${first}` });
  }
  const problem = `${inWords(what)} cannot be closed before ${next === undefined ? 'the rest' : inWords(next)}`;
  return diagnose('BCF0032', { problem, next: `close ${next ?? 'year'} first: bcf close ${next ?? 'year'}` });
}

function reopeningOutOfTurn(what: ClosedWhat, standing: Standing): Diagnostic | undefined {
  const last = lastClosed(standing);
  if (what === last) return undefined;
  if (last === undefined) {
    return diagnose('BCF0032', {
      problem: `${inWords(what)} cannot be reopened: nothing is closed`,
      next: 'bcf verify says what is closed',
    });
  }
  const problem = `${inWords(what)} cannot be reopened: only what was closed last can, and that is ${inWords(last)}`;
  return diagnose('BCF0032', { problem, next: `reopen ${last} first, or enter the correction in an open quarter` });
}
