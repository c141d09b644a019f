import { nameOf } from '../agreement/bodies.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import type { Books, Check, RuleOutcome } from './check.js';
import { type VarianceLine, varianceLines } from './variance.js';
import { fallOf } from './variance-falls.js';

/**
 * R4: every variance is attributed whole, and where each body bears its own, no CCG bears or holds what belongs to
 * another, in another locality or in its own.
 */
export function checkVariance(books: Books): RuleOutcome {
  const { agreement, asAt } = books;
  const lines = varianceLines(books);
  if (asAt === undefined || lines.every(({ variancePence }) => variancePence === undefined)) {
    return { checks: [], diagnostics: [] };
  }
  const own = lines.filter(({ policy }) => policy === 'responsible-body');
  const localities = [...agreement.localities.values()];
  const checks = localities.flatMap(({ code, name }) => {
    const isHere = ({ schedule }: VarianceLine) => agreement.partners.get(schedule)?.locality === code;
    const ofLocality = own.filter(isHere);
    const [first] = ofLocality;
    if (first === undefined) return [];
    const isAll = ofLocality.length === lines.filter(isHere).length;
    // What has no outturn yet proves nothing.
    if (ofLocality.some(({ variancePence }) => variancePence === undefined)) return [];
    const crossedPence = sum(ofLocality.map((line) => crossingPence(books, line)));
    const check: Check = {
      id: `variance.locality.${code}`,
      rule: 'R4',
      clause: first.rule.clause,
      passed: crossedPence === 0n,
      expectedPence: 0n,
      actualPence: crossedPence,
      message: `${name}: ${inWords(crossedPence)} of its variances${isAll ? '' : ' that are not shared'} falls on another CCG`,
    };
    return [check];
  });
  const diagnostics = own.flatMap((line) => {
    const amountPence = crossingPence(books, line);
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
  const known = lines.flatMap(({ variancePence }) => variancePence ?? []);
  const expectedPence = sum(known);
  const unknown = lines.length - known.length;
  const without = unknown === 0 ? '' : `; ${unknown} without an outturn left out`;
  const actualPence = sum(lines.flatMap(({ borneBy }) => borneBy.map(({ amountPence }) => amountPence)));
  return {
    id: 'variance.attributed',
    rule: 'R4',
    clause: [...new Set(lines.map(({ rule }) => rule.clause))].join('; '),
    passed: expectedPence === actualPence,
    expectedPence,
    actualPence,
    message: `${known.length} lines, a net variance of ${inWords(expectedPence)}: ${inWords(actualPence)} attributed${without}`,
  };
}

/** What of a line falls on others, without sign. */
function crossingPence({ agreement }: Books, line: VarianceLine): Pence {
  const others = line.borneBy.filter(({ code }) => fallOf(agreement, line, code) === 'others');
  return sum(others.map(({ amountPence }) => absolute(amountPence)));
}
