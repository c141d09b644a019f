import type { Quarter } from '../../agreement/financial-year.js';
import { asFraction, type Decimal, nil } from '../../money/decimal.js';
import { over, rounded, whole } from '../../money/fraction.js';
import { dividedRounded } from '../../money/split.js';
import type { PerformanceQuarter, PerformanceStatement } from '../../statement/performance-schema.js';
import type { Term } from '../node.js';
import { balances, figure, given, item, minus, plus, stated, statedNumber } from '../terms.js';
import { explainNationalReturn } from './national-return.js';
import { larger, paymentInWords, paymentOf, smaller } from './payment-formula.js';
import { bodyName, performanceRuleOf, type Traced } from './traced.js';

/** Payment for performance, pot by pot and quarter by quarter, down to the admissions (R3). */
export function explainPerformance(traced: Traced): void {
  const { books, result, all } = traced;
  const { performance } = result;
  const terms = books.agreement.performanceRule;
  if (performance === undefined || terms === undefined) return;
  const rule = performanceRuleOf(books);
  const fromAgreement = (name: string, what: string, number: Decimal, unit: 'money' | 'percent') =>
    all.explain(name, () => ({
      what,
      how: 'as the agreement states it',
      rule,
      terms: [statedNumber(number, { what: `${what} in the agreement`, unit, at: terms.place })],
    }));
  const { price = nil, targetPercent = nil } = terms;
  fromAgreement('performance.price', 'National price of an admission', price, 'money');
  fromAgreement('performance.target-percent', 'Fewer admissions aimed at', targetPercent, 'percent');
  for (const one of performance.partners) {
    const name = potName(one.partner);
    fromAgreement(`${name}.price`, 'National price of an admission', price, 'money');
    explainPot(traced, one.partner);
    explainAdmissions(traced, one);
    explainPotQuarters(traced, { name, label: one.label, quarters: one.quarters });
  }
  for (const part of ['pot', 'totals.payment', 'totals.retained', 'totals.to-come'] as const) {
    all.explain(`performance.totals.${part.replace('totals.', '')}`, () => ({
      what: `All pots: ${potWords[part]}`,
      how: 'the pots, added up',
      rule,
      terms: plus(...all.known(performance.partners.map(({ partner }) => `${potName(partner)}.${part}`))),
    }));
  }
  all.explain('performance.totals.reduction-at-price', () => ({
    what: 'Admissions fewer that all the pots are at the national price',
    how: 'pots ÷ price, to the nearest whole admission',
    rule,
    terms: plus('performance.totals.pot', 'performance.price'),
    formula: ([pot = 0n]) => rounded(over(whole(pot), asFraction(price.times(100)))),
  }));
  explainNationalReturn(traced, performance);
}

const potWords = {
  pot: 'what may be earned',
  'totals.payment': 'earned to date',
  'totals.retained': 'not earned to date',
  'totals.to-come': 'not yet measured',
} as const;

/** What of a pot is earned to date: nothing before admissions are reported, and no statement prints it. */
export function earnedToDate({ all }: Pick<Traced, 'all'>, partner: string): Term {
  const name = `${potName(partner)}.totals.payment`;
  return all.has(name) ? figure(name) : stated('no admissions are reported, so that nothing is earned', 0n);
}

/** The name of a partner's pot. */
export function potName(partner: string): string {
  return item('performance.partners', { partner });
}

function explainPot({ books, result, all }: Traced, partner: string): void {
  const terms = books.agreement.performanceRule;
  if (terms === undefined) return;
  const own = result.performance?.partners.find((one) => one.partner === partner);
  const { isPotDerived: isDerived = false, potBecause } = own ?? {};
  const planned = books.plan.list('applied', { schedule: partner, heading: terms.heading });
  const isPlanned = books.plan.applied({ schedule: partner, heading: terms.heading }) > 0n;
  all.explain(`${potName(partner)}.pot`, () => ({
    what: `${bodyName(books, partner)}: the pot that it may earn`,
    how: isDerived
      ? `as the agreement has it, derived: ${potBecause ?? 'worked out, not itself printed'}`
      : terms.pots.size > 0
        ? 'as the agreement states it'
        : 'what its schedule plans for performance',
    rule: performanceRuleOf(books),
    terms:
      terms.pots.size > 0
        ? [stated('pot in the agreement', terms.pots.get(partner)?.amountPence ?? 0n, terms.place)]
        : isPlanned
          ? balances(planned)
          : [stated('no pot is planned', 0n)],
  }));
}

/** Baseline, plan and actual of each measured quarter are rows of the activity ledger. */
function explainAdmissions({ books, all }: Traced, one: PerformanceStatement['partners'][number]): void {
  for (const { measured, paidIn, ...quarter } of one.quarters) {
    const row = books.activity.find((own) => own.partner === one.partner && own.quarter === measured);
    for (const count of ['baseline', 'plan', 'actual'] as const) {
      const amount = quarter[count];
      if (amount === undefined) continue;
      all.explain(`${quarterName(potName(one.partner), paidIn)}.${count}`, () => ({
        what: `${one.label}: admissions of ${measured}, ${count}`,
        how: 'as reported',
        rule: performanceRuleOf(books),
        terms: [
          given({ what: `${count} admissions, ${measured}`, unit: 'number', amount: BigInt(amount), at: row?.at }),
        ],
      }));
    }
  }
}

/** The name of a quarter of a pot, by the quarter in which it is paid. */
export function quarterName(pot: string, paidIn: Quarter): string {
  return item(`${pot}.quarters`, { quarter: paidIn });
}

interface Pot {
  readonly name: string;
  readonly label: string;
  readonly quarters: readonly PerformanceQuarter[];
}

/** What is worked out from admissions, the same for a partner and for the area as one pot. */
export function explainPotQuarters(traced: Traced, pot: Pot): void {
  const { books, all } = traced;
  const { name, label, quarters } = pot;
  const rule = performanceRuleOf(books);
  all.explain(`${name}.planned-reduction`, () => ({
    what: `${label}: reduction planned for the year`,
    how: 'Σ (baseline − plan) over the four quarters',
    rule,
    terms: reductions(pot, quarters.length, 'plan'),
  }));
  all.explain(`${name}.value-per-admission`, () => ({
    what: `${label}: what an admission not needed is worth`,
    how: 'pot ÷ planned reduction, rounded to the penny',
    rule,
    terms: plus(`${name}.pot`, `${name}.planned-reduction`),
    formula: ([potPence = 0n, planned = 1n]) => dividedRounded(potPence, planned),
  }));
  for (const [index] of quarters.entries()) explainQuarter(traced, pot, index);
  explainPotTotals(traced, pot);
}

/** Σ (baseline − plan), or Σ (baseline − actual), over the first quarters of a pot. */
function reductions({ name, quarters }: Pot, count: number, than: 'plan' | 'actual'): Term[] {
  return quarters.slice(0, count).flatMap(({ paidIn }) => {
    const quarter = quarterName(name, paidIn);
    return [...plus(`${quarter}.baseline`), ...minus(`${quarter}.${than}`)];
  });
}

function explainQuarter(traced: Traced, pot: Pot, index: number): void {
  const { books, all } = traced;
  const { name, label, quarters } = pot;
  const quarter = quarters[index];
  if (quarter === undefined) return;
  const own = quarterName(name, quarter.paidIn);
  const what = (words: string) => `${label}: ${words}, ${quarter.measured} (paid in ${quarter.paidIn})`;
  const rule = performanceRuleOf(books);
  const soFar = (than: 'plan' | 'actual') => reductions(pot, index + 1, than);
  all.explain(`${own}.planned-cumulative`, () => ({
    what: what('reduction planned so far'),
    how: 'Σ (baseline − plan) so far',
    rule,
    terms: soFar('plan'),
  }));
  all.explain(`${own}.achieved-cumulative`, () => ({
    what: what('reduction achieved so far'),
    how: 'Σ (baseline − actual) so far; negative is a rise',
    rule,
    terms: soFar('actual'),
  }));
  for (const kind of ['planned', 'achieved'] as const) {
    all.explain(`${own}.${kind}-percent`, () => ({
      what: what(`reduction ${kind} so far, in percent`),
      how: 'reduction ÷ baseline so far',
      rule,
      terms: [
        ...plus(`${own}.${kind}-cumulative`),
        ...plus(...quarters.slice(0, index + 1).map(({ paidIn }) => `${quarterName(name, paidIn)}.baseline`)),
      ],
      formula: ([reduction = 0n, ...baselines]) =>
        dividedRounded(
          reduction * 10_000n,
          baselines.reduce((total, one) => total + one, 0n),
        ),
    }));
  }
  explainMoney(traced, pot, index, what);
}

function explainMoney({ books, all }: Traced, pot: Pot, index: number, what: (words: string) => string): void {
  const { name, quarters } = pot;
  const terms = books.agreement.performanceRule;
  const quarter = quarters[index];
  if (terms === undefined || quarter === undefined) return;
  const rule = performanceRuleOf(books);
  const own = quarterName(name, quarter.paidIn);
  const before = quarters[index - 1];
  const earlier = (part: string) => (before === undefined ? [] : plus(`${quarterName(name, before.paidIn)}.${part}`));
  all.explain(`${own}.maximum`, () => ({
    what: what('the most that can be earned so far'),
    how: 'planned reduction so far × pot ÷ planned reduction of the year, at most the pot, and never less than before',
    rule,
    terms: [...plus(`${name}.pot`, `${name}.planned-reduction`, `${own}.planned-cumulative`), ...earlier('maximum')],
    formula: ([potPence = 0n, year = 0n, planned = 0n, most = 0n]) =>
      larger(most, year <= 0n ? 0n : dividedRounded(potPence * smaller(larger(0n, planned), year), year)),
  }));
  const isPlannedCap = terms.cap === 'planned';
  all.explain(`${own}.payment`, () => ({
    what: what('payment'),
    how: paymentInWords(terms),
    rule,
    terms: [
      ...plus(`${name}.pot`, `${name}.planned-reduction`, `${own}.achieved-cumulative`),
      ...plus(isPlannedCap ? `${own}.planned-cumulative` : `${name}.planned-reduction`),
      ...earlier('paid-cumulative'),
    ],
    formula: ([pot = 0n, year = 0n, achieved = 0n, cap = 0n, paid = 0n]) =>
      paymentOf(terms, { pot, year, achieved, cap, paid }),
  }));
  all.explain(`${own}.paid-cumulative`, () => ({
    what: what('paid so far'),
    how: 'paid before + the payment',
    rule,
    terms: [...earlier('paid-cumulative'), ...plus(`${own}.payment`)],
  }));
  const isLast = index === quarters.length - 1;
  all.explain(`${own}.retained-to-date`, () => ({
    what: what('not earned so far'),
    how: isLast ? 'pot − paid so far' : 'the most that can be earned so far − paid so far',
    rule,
    terms: [...plus(isLast ? `${name}.pot` : `${own}.maximum`), ...minus(`${own}.paid-cumulative`)],
  }));
}

function explainPotTotals({ books, all }: Traced, { name, label, quarters }: Pot): void {
  const rule = performanceRuleOf(books);
  const paid = quarters.filter(({ payment }) => payment !== undefined);
  const last = paid.at(-1);
  all.explain(`${name}.totals.payment`, () => ({
    what: `${label}: earned to date`,
    how: 'the payments of its quarters, added up',
    rule,
    terms: plus(...paid.map(({ paidIn }) => `${quarterName(name, paidIn)}.payment`)),
  }));
  all.explain(`${name}.totals.retained`, () => ({
    what: `${label}: not earned to date`,
    how: last === undefined ? 'no quarter is reported yet' : 'as at the last quarter that is reported',
    rule,
    terms: last === undefined ? [] : plus(`${quarterName(name, last.paidIn)}.retained-to-date`),
  }));
  all.explain(`${name}.totals.to-come`, () => ({
    what: `${label}: not yet measured`,
    how: 'pot − earned − not earned',
    rule,
    terms: [...plus(`${name}.pot`), ...minus(...all.known([`${name}.totals.payment`, `${name}.totals.retained`]))],
  }));
}
