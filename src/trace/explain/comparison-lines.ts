import { dividedRounded } from '../../money/split.js';
import { outsideReason } from '../../rules/variance-rules.js';
import type { ComparisonLine } from '../../statement/comparison-schema.js';
import type { RuleOfFigure, Term } from '../node.js';
import { item, minus, plus, step } from '../terms.js';
import { type LinesOfSide, viredTerms } from './comparison-sides.js';
import { comparedLine, measureOf, type TracedComparison, varianceRuleOf } from './traced-comparison.js';

/** What a line of a comparison comes to on each side, and how it has changed. */
export function explainLine(traced: TracedComparison, line: ComparisonLine): void {
  const { result, all, from, to } = traced;
  const { key, label, apartBy = [] } = line;
  const name = comparedLine(traced, line);
  for (const [side, own] of [
    ['from', from],
    ['to', to],
  ] as const) {
    all.explain(`${name}.${side}`, () => ({
      what: `${label}: ${own.label}`,
      how: howOf(traced, side, key),
      rule: ruleOf(own),
      terms: own.terms(key),
    }));
  }
  all.explain(`${name}.virements`, () => ({
    what: `${label}: budget moved to it`,
    how: 'virements to it − virements from it; refused ones move nothing',
    rule: { id: 'R2', clause: to.books.agreement.balanceRule.clause },
    terms: result.by === 'heading' ? viredTerms(to.books, key) : [],
  }));
  const apartName = (heading: string) => `${item(`${name}.apart-by`, { heading })}.amount`;
  all.explain(`${name}.apart`, () => ({
    what: `${label}: apart (grants and performance)`,
    how: 'no over- or underspend: grants held or spent from another year, and performance not earned',
    terms: plus(...apartBy.map(({ heading }) => apartName(heading))),
  }));
  for (const one of apartBy) {
    all.explain(apartName(one.heading), () => ({
      what: `${label}: ${one.label}, more or less than planned`,
      how: `${to.label} − ${from.label}`,
      rule: outsideRuleOf(traced, one.heading),
      terms: [
        step({
          what: `${one.label}: ${to.label}`,
          how: 'its accounts, added up',
          unit: 'money',
          terms: to.terms(key, one.heading),
        }),
        step(
          {
            what: `${one.label}: ${from.label}`,
            how: 'its accounts, added up',
            unit: 'money',
            terms: from.terms(key, one.heading),
          },
          -1n,
        ),
      ],
    }));
  }
  explainChange(traced, name, { label, isPartApart: apartBy.length > 0 });
}

/** R1, as the agreement of a side has it. */
function ruleOf({ books }: LinesOfSide): RuleOfFigure {
  return { id: 'R1', clause: books.agreement.balanceRule.clause };
}

function howOf({ result }: TracedComparison, side: 'from' | 'to', key: string): string {
  if (result.by !== 'scheme' || result[side].book !== 'plan') return 'its accounts, added up';
  return key.endsWith('/') ? 'what its schedule plans and no scheme has' : 'as schemes.csv has it';
}

function outsideRuleOf({ to: { books } }: TracedComparison, heading: string): RuleOfFigure | undefined {
  const { performanceRule, ringFences } = books.agreement;
  if (outsideReason(books, heading) === 'performance')
    return performanceRule && { id: 'R3', clause: performanceRule.clause };
  const fence = ringFences.find((one) => one.heading === heading);
  return fence && { id: 'R2', clause: fence.clause };
}

/** All the lines, and what follows from them. */
export function explainTotals(traced: TracedComparison): void {
  const { result, root, all, from, to } = traced;
  const name = `${root}.totals`;
  const words = {
    from: { what: from.label, rule: ruleOf(from) },
    to: { what: to.label, rule: ruleOf(to) },
    virements: { what: 'budget moved between them', rule: undefined },
    apart: { what: 'apart (grants and performance)', rule: undefined },
  };
  for (const [key, { what, rule }] of Object.entries(words)) {
    all.explain(`${name}.${key}`, () => ({
      what: `All lines: ${what}`,
      how: 'the lines, added up',
      rule,
      terms: plus(...result.lines.map((line) => `${comparedLine(traced, line)}.${key}`)),
    }));
  }
  const isPartApart = result.lines.some(({ apartBy }) => apartBy !== undefined);
  explainChange(traced, name, { label: 'All lines', isPartApart });
}

/** What follows from the two sides: the same for a line and for all of them. */
function explainChange(
  traced: TracedComparison,
  name: string,
  { label, isPartApart }: { readonly label: string; readonly isPartApart: boolean },
): void {
  const { result, root, all, from, to } = traced;
  const vired = all.known([`${name}.virements`]);
  const apart = isPartApart ? all.known([`${name}.apart`]) : [];
  const budget = [`${name}.from`, ...vired];
  const budgetInWords = `${from.label}${vired.length > 0 ? ' + virements' : ''}`;
  const r4 = result.kind === 'outturn' ? varianceRuleOf(to.books.agreement) : undefined;
  const explain = (key: string, what: string, how: string, terms: Term[], rule?: RuleOfFigure) =>
    all.explain(`${name}.${key}`, () => ({ what: `${label}: ${what}`, how, rule, terms }));
  const without = vired.length > 0 ? ` − virements` : '';
  explain('change', 'change', `${to.label} − ${from.label}${without}`, [...plus(`${name}.to`), ...minus(...budget)]);
  explain(
    'variance',
    'variance',
    `the change${apart.length > 0 ? ' − what is apart (grants and performance)' : ''}; positive is an overspend`,
    [...plus(`${name}.change`), ...minus(...apart)],
    r4,
  );
  explain(
    'left',
    'left of the plan',
    `${budgetInWords}${apart.length > 0 ? ' + what is apart (grants and performance)' : ''} − ${to.label}`,
    [...plus(...budget, ...apart), ...minus(`${name}.to`)],
    r4,
  );
  const measure = measureOf(traced, name);
  all.explain(`${name}.percent`, () => ({
    what: `${label}: ${measure} in percent`,
    how: `${measure} in percent of ${budgetInWords}, to one decimal, half away from zero`,
    rule: measure === 'variance' ? r4 : undefined,
    terms: plus(`${name}.${measure}`, ...budget),
    formula: ([part = 0n, ...of]) => percent(part, added(of)),
  }));
  const whole = result.kind === 'plain' ? [`${root}.totals.to`] : budget;
  const ofWhat = result.kind === 'plain' ? `all lines: ${to.label}` : budgetInWords;
  all.explain(`${name}.share`, () => ({
    what: `${label}: ${to.label}, as a share`,
    how: `in percent of ${ofWhat}, to one decimal, half away from zero`,
    terms: plus(`${name}.to`, ...whole),
    formula: ([part = 0n, ...of]) => percent(part, added(of)),
  }));
}

function added(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

/** Hundredths of a percent of an amount without its sign, rounded to tenths of a percent. */
function percent(part: bigint, of: bigint): bigint {
  return of < 0n ? percent(-part, -of) : dividedRounded(part * 1000n, of) * 10n;
}
