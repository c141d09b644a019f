import { nameOf } from '../agreement/bodies.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import type { Term } from '../figures/figure.js';
import { minus, plus, plusAll, sumOfTerms } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { type Books, type Check, checkOf, type RuleOutcome } from './check.js';
import { type VarianceLine, varianceLines } from './variance.js';
import { fallOf } from './variance-falls.js';

/**
 * R4: every variance is attributed whole, and where each body bears its own, no CCG bears or holds what belongs to
 * another, in another locality or in its own.
 */
export function checkVariance(books: Books): RuleOutcome {
  const { agreement, asAt } = books;
  const lines = varianceLines(books);
  if (asAt === undefined || lines.every(({ variance }) => variance === undefined)) {
    return { checks: [], diagnostics: [] };
  }
  const ofOwnBody = lines.filter(({ policy }) => policy === 'responsible-body');
  const localities = [...agreement.localities.values()];
  const checks = localities.flatMap(({ code, name }) => {
    const isHere = ({ schedule }: VarianceLine) => agreement.partners.get(schedule)?.locality === code;
    const ofLocality = ofOwnBody.filter(isHere);
    const [first] = ofLocality;
    if (first === undefined) return [];
    const isAll = ofLocality.length === lines.filter(isHere).length;
    // What has no outturn yet proves nothing.
    if (ofLocality.some(({ variance }) => variance === undefined)) return [];
    const crossing = ofLocality.flatMap((line) => crossingTerms(books, line));
    const check = checkOf({
      id: `variance.locality.${code}`,
      family: 'variance.locality',
      rule: 'R4',
      clause: first.rule.clause,
      expected: [],
      actual: crossing,
      message: `${name}: ${inWords(sumOfTerms(crossing))} of its variances${isAll ? '' : ' that are not shared'} falls on another CCG`,
    });
    return [check];
  });
  const diagnostics = ofOwnBody.flatMap((line) => {
    const amountPence = sumOfTerms(crossingTerms(books, line));
    if (amountPence === 0n) return [];
    const args = {
      body: nameOf(agreement, line.appliedBy),
      schedule: nameOf(agreement, line.schedule),
      amount: inWords(amountPence),
      what: agreement.headings.get(line.heading)?.name ?? line.heading,
    };
    return [diagnose('BCF2301', args, { rule: line.rule.id === '' ? undefined : line.rule })];
  });
  return { checks: [whole(lines), ...checks], diagnostics };
}

/** The calculation makes this hold, line by line; it is shown so that the reader sees the sum. */
function whole(lines: readonly VarianceLine[]): Check {
  const known = lines.flatMap(({ variance }) => variance ?? []);
  const expected = plusAll(known);
  const actual = plusAll(lines.flatMap(({ borneBy }) => borneBy.map(({ amount }) => amount)));
  const unknown = lines.length - known.length;
  const without = unknown === 0 ? '' : `; ${unknown} without an outturn left out`;
  const attributed = inWords(sumOfTerms(actual));
  return checkOf({
    id: 'variance.attributed',
    family: 'variance.attributed',
    rule: 'R4',
    clause: [...new Set(lines.map(({ rule }) => rule.clause))].join('; '),
    expected,
    actual,
    message: `${known.length} lines, a net variance of ${inWords(sumOfTerms(expected))}: ${attributed} attributed${without}`,
  });
}

/** What of a line falls on others, without sign. */
function crossingTerms({ agreement }: Books, line: VarianceLine): Term[] {
  const others = line.borneBy.filter(({ code }) => fallOf(agreement, line, code) === 'others');
  return others.flatMap(({ amount }) => (amount.amount < 0n ? minus(amount) : plus(amount)));
}
