import { nameOf } from '../agreement/bodies.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { minus, plus, plusAll, sumOfTerms } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { type Books, type Check, checkOf, type Found, outcomeOf, type RuleOutcome } from './check.js';
import { type VarianceLine, varianceLines } from './variance.js';
import { fallOf } from './variance-falls.js';
import { isWithoutWeights, leadOf } from './variance-shares.js';

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
  const found = ofOwnBody.flatMap((line) => {
    const terms = crossingTerms(books, line);
    const amountPence = sumOfTerms(terms);
    if (amountPence === 0n) return [];
    const args = {
      body: nameOf(agreement, line.appliedBy),
      schedule: nameOf(agreement, line.schedule),
      amount: inWords(amountPence),
      what: agreement.headings.get(line.heading)?.name ?? line.heading,
    };
    const rule = line.rule.id === '' ? undefined : line.rule;
    return [{ diagnostic: diagnose('BCF2301', args, { rule }), terms }];
  });
  return outcomeOf([whole(lines), ...checks], [...found, ...withoutWeights(books, lines)]);
}

/** Rules that share pro rata where nobody who shares has money at risk: once for each pool. */
function withoutWeights(books: Books, lines: readonly VarianceLine[]): Found[] {
  const { agreement } = books;
  const unshared = lines.filter((line) => isWithoutWeights(books, line));
  const pools = new Map(unshared.map((line) => [[line.declared.id, line.pool].join('\0'), line]));
  return [...pools.values()].map(({ declared, pool }) => {
    const ofRule = unshared.filter((line) => line.declared === declared && line.pool === pool);
    const name = agreement.pools.get(pool)?.name ?? pool;
    const variances = ofRule.flatMap(({ variance }) => variance ?? []);
    const side = (of: string, terms: readonly Term[]) =>
      Figure.money({
        what: `${name}: ${of}, and nobody to share it by`,
        how: 'the variances that would be shared, added up',
        rule: ruleOf('R4', declared),
        terms,
      });
    const overspent = side('overspent', plus(...variances.filter(({ amount }) => amount > 0n)));
    const underspent = side('underspent', minus(...variances.filter(({ amount }) => amount < 0n)));
    const sides = Object.entries({ overspent, underspent }).filter(([, figure]) => !figure.isNil);
    const args = {
      // `£30.00 overspent and £10.00 underspent`
      variances: sides.map(([of, { amount }]) => `${inWords(amount)} ${of}`).join(' and '),
      pool: name,
      lead: nameOf(agreement, leadOf(agreement, { declared, pool })),
    };
    const diagnostic = diagnose('BCF2305', args, { rule: declared, place: declared.place });
    return { diagnostic, speaksOf: Object.fromEntries(sides) };
  });
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
