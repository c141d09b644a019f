import type { PerformancePaymentRule } from '../../agreement/agreement.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { nil, plainDecimal } from '../../money/decimal.js';
import { dividedRounded } from '../../money/split.js';
import { sensitivityFigures } from '../../statement/performance-figures.js';
import type { PerformancePartner, SensitivityStatement } from '../../statement/performance-schema.js';
import { sensitivityStatement } from '../../statement/projections.js';
import { explainAll } from '../explain-all.js';
import type { Explanations } from '../explanations.js';
import type { Asked } from '../kind-of-figure.js';
import type { Explanation } from '../node.js';
import { item, plus, statedNumber, step } from '../terms.js';
import { type AssumedYear, achievedStep } from './assumed-admissions.js';
import { larger, paymentInWords, paymentOf } from './payment-formula.js';
import { earnedToDate, potName, quarterName } from './performance.js';
import { performanceRuleOf, type Traced } from './traced.js';

/** The figures of `bcf performance --sensitivity`: payment against reduction, and break-even (R3). */
export function explainSensitivity({ fund, asAt }: Asked): {
  readonly all: Explanations;
  readonly diagnostics: readonly Diagnostic[];
} {
  const traced = explainAll(fund, asAt);
  const { all, books, result } = traced;
  const terms = books.agreement.performanceRule;
  if (terms === undefined) return { all, diagnostics: [] };
  const sensitivity = sensitivityStatement(books, terms);
  all.add(sensitivityFigures(sensitivity));
  const partners = result.performance?.partners ?? [];
  for (const point of sensitivity.points) explainPoint(traced, terms, point, partners);
  for (const one of partners) explainBreakEven(traced, terms, one);
  return { all, diagnostics: [] };
}

function explainPoint(
  { all, books }: Traced,
  terms: PerformancePaymentRule,
  { reductionPercent }: SensitivityStatement['points'][number],
  partners: readonly PerformancePartner[],
): void {
  const rule = performanceRuleOf(books);
  const name = item('sensitivity.points', { reduction: reductionPercent });
  const percent = plainDecimal(reductionPercent) ?? nil;
  all.explain(`${name}.reduction-percent`, () => ({
    what: `Reduction of ${reductionPercent}%`,
    how: '',
    terms: [statedNumber(percent, { what: 'assumed in this row of the table', unit: 'percent' })],
  }));
  const change = { kind: 'percent', percent: percent.negated() } as const;
  const paymentName = (partner: string) => `${item(`${name}.payments`, { partner })}.payment`;
  for (const one of partners) {
    all.explain(paymentName(one.partner), () => ({
      what: `${one.label}: payment of the year if admissions were ${reductionPercent}% fewer in every quarter`,
      how: `quarter by quarter: ${paymentInWords(terms)}; the four added up`,
      rule,
      ...yearOf(terms, { one, changeIn: () => change }),
    }));
  }
  all.explain(`${name}.total`, () => ({
    what: `All pots: payment of the year if admissions were ${reductionPercent}% fewer in every quarter`,
    how: 'the partners, added up',
    rule,
    terms: plus(...partners.map(({ partner }) => paymentName(partner))),
  }));
}

/** The payments of four quarters in one formula: for each the reduction so far, and what it counts up to. */
function yearOf(terms: PerformancePaymentRule, assumed: AssumedYear): Pick<Explanation, 'terms' | 'formula'> {
  const { partner, quarters } = assumed.one;
  const pot = potName(partner);
  return {
    terms: [
      ...plus(`${pot}.pot`, `${pot}.planned-reduction`),
      ...quarters.flatMap(({ paidIn }, index) => [
        step(achievedStep(assumed, index)),
        ...(terms.cap === 'planned' ? plus(`${quarterName(pot, paidIn)}.planned-cumulative`) : []),
      ]),
    ],
    formula: ([potPence = 0n, year = 0n, ...counts]) => {
      let paid = 0n;
      const width = terms.cap === 'planned' ? 2 : 1;
      for (let at = 0; at < counts.length; at += width) {
        const [achieved = 0n, cap = year] = counts.slice(at, at + width);
        paid += paymentOf(terms, { pot: potPence, year, achieved, cap, paid });
      }
      return paid;
    },
  };
}

function explainBreakEven({ all, books }: Traced, terms: PerformancePaymentRule, one: PerformancePartner): void {
  const rule = performanceRuleOf(books);
  const name = item('sensitivity.break-even', { partner: one.partner });
  const pot = potName(one.partner);
  const what = (words: string) => `${one.label}: ${words}`;
  const baselines = (quarters: PerformancePartner['quarters']) =>
    plus(
      ...quarters
        .filter(({ baseline }) => baseline !== undefined)
        .map(({ paidIn }) => `${quarterName(pot, paidIn)}.baseline`),
    );
  const toCome = one.quarters.filter(({ status }) => status !== 'reported');
  const last = one.quarters.filter(({ status }) => status === 'reported').at(-1);
  all.explain(`${name}.pot`, () => ({
    what: what('the pot that it may earn'),
    how: 'its pot',
    rule,
    terms: plus(`${pot}.pot`),
  }));
  all.explain(`${name}.admissions`, () => ({
    what: what('admissions fewer in the year at which nothing is retained'),
    how: 'the reduction that is planned: the pot is earned whole by it',
    rule,
    terms: plus(`${pot}.planned-reduction`),
  }));
  all.explain(`${name}.percent`, () => ({
    what: what('the same in percent of the baseline of the year'),
    how: 'admissions fewer ÷ baseline of the four quarters',
    rule,
    terms: [...plus(`${name}.admissions`), ...baselines(one.quarters)],
    formula: inPercent,
  }));
  all.explain(`${name}.needed-to-come`, () => ({
    what: what('still needed from the quarters to come'),
    how: `reduction planned for the year − achieved so far, no less than nil${terms.clawback ? '' : '; nil where the pot is earned already, which a later rise takes nothing of'}`,
    rule,
    terms: [
      ...plus(`${pot}.planned-reduction`, `${pot}.pot`),
      earnedToDate({ all }, one.partner),
      ...(last === undefined ? [] : plus(`${quarterName(pot, last.paidIn)}.achieved-cumulative`)),
    ],
    formula: ([planned = 0n, potPence = 0n, paid = 0n, achieved = 0n]) =>
      paid >= potPence && !terms.clawback ? 0n : larger(0n, planned - achieved),
  }));
  all.explain(`${name}.needed-percent`, () => ({
    what: what('the same in percent of the baseline of the quarters to come'),
    how: 'still needed ÷ their baseline',
    rule,
    terms: [...plus(`${name}.needed-to-come`), ...baselines(toCome)],
    formula: inPercent,
  }));
}

/** In hundredths of a percent, of all that follows the first. */
function inPercent([reduction = 0n, ...baselines]: readonly bigint[]): bigint {
  return dividedRounded(
    reduction * 10_000n,
    baselines.reduce((total, one) => total + one, 0n),
  );
}
