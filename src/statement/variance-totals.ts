import { type Money, total } from '../figures/books.js';
import { Figure, type RuleOfFigure } from '../figures/figure.js';
import { plus } from '../figures/terms.js';
import type { Books } from '../rules/check.js';
import { byBody, byHost, ofAllBodies } from './variance-bodies.js';
import { byLocality } from './variance-localities.js';
import { outsideLines } from './variance-outside.js';
import type { VarianceLineStatement, VarianceSection, VarianceSum } from './variance-schema.js';
import { isOnPlan, ruleOfLines, summedVariances } from './variance-sums.js';

/** What the lines of R4 come to, by body, locality and host; and what stands outside R4. */
export function varianceTotals(books: Books, lines: readonly VarianceLineStatement[]): VarianceSection {
  const rule = ruleOfLines(lines);
  const about = (what: string, how: string) => (key: keyof VarianceSum) => ({ what: `${what}: ${key}`, how, rule });
  const ofLines = about('All lines of R4', 'the lines, added up');
  const known = lines.filter(({ variance }) => variance !== undefined);
  const variances = known.map(({ variance }) => variance);
  const variance = known.length === 0 ? undefined : total(ofLines('variance'), variances);
  const all = { ...summedVariances(ofLines, lines), variance };
  const unknown = unknownLines(rule, lines);
  const outside = outsideLines(books);
  const bodies = byBody(books, known);
  const onPlan = about('Lines of R4 on plan', 'the lines without variance or virement, added up');
  const ofFlow = about(
    'The flow of funds, with what is outside R4',
    'the lines of R4, and the headings that stand outside it',
  );
  return {
    ...all,
    unknown,
    outside,
    byBody: bodies,
    byLocality: byLocality(books, lines),
    hosts: byHost(books, lines),
    ...(variance !== undefined && {
      ...ofAllBodies(bodies, ruleOfLines(known)),
      onPlan: summedVariances(onPlan, lines.filter(isOnPlan)),
    }),
    withOutside: summedVariances(ofFlow, [
      { ...all, variance: unknown.isNil ? aboveBudget(rule, all) : undefined },
      ...outside,
    ]),
  };
}

/** In the flow of funds what is met from money brought forward is more than the plan, too. */
function aboveBudget(rule: RuleOfFigure | undefined, { variance, met }: VarianceSum): Money | undefined {
  if (variance === undefined || met === undefined) return variance;
  const about = {
    what: 'All lines of R4: outturn less plan',
    how: 'variance + met from what was brought forward',
    rule,
  };
  return Figure.money({ ...about, terms: plus(variance, met) });
}

function unknownLines(rule: RuleOfFigure | undefined, lines: readonly VarianceLineStatement[]): Figure<'number'> {
  const unknown = lines.filter(({ variance }) => variance === undefined);
  return new Figure('number', {
    what: 'Lines whose outturn is not known',
    how: 'the lines without a forecast, counted',
    rule,
    terms: plus(
      ...unknown.map(({ label, scheduleLabel }) => Figure.stated('number', `${label}, ${scheduleLabel}`, 1n)),
    ),
  });
}
