import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { labelOf, nameOf } from '../agreement/bodies.js';
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { balances, incomes, plus, sumOfTerms } from '../figures/terms.js';
import type { Balance } from '../journal/journal.js';
import { inWords } from '../money/format-money.js';
import {
  type Books,
  type Check,
  checkOf,
  differenceInWords,
  type Found,
  outBy,
  outcomeOf,
  type RuleOutcome,
  together,
} from './check.js';
import { carriedTerms } from './fenced-money.js';
import { isKnown } from './known.js';
import { isWaiting, type PartnerPot, performanceOf } from './performance.js';
import { earnedPence, earnedTerms } from './pot.js';

/** R3: each pot is its plan, each partner's pence add up to its pot, and only what was earned is paid in and spent. */
export function checkPerformance(books: Books): RuleOutcome {
  const rule = books.agreement.performanceRule;
  if (rule === undefined) return { checks: [], diagnostics: [] };
  const partners = performanceOf(books);
  return together([
    ...partners.map((standing) => checkPot(books, rule, standing)),
    ...partners.map((standing) => addsUp(books, rule, standing)),
    ...partners.map((standing) => checkEarned(books, rule, standing)),
    outcomeOf([], withoutReduction(books, rule, partners)),
    { checks: [], diagnostics: notices(books, rule, partners) },
  ]);
}

/** What of a pot is asked. */
type PotAspect = 'pot' | 'sum' | 'received' | 'spent';

type Sides = Pick<Parameters<typeof checkOf>[0], 'expected' | 'actual' | 'passed'>;

/** A check of one partner’s pot: `performance.release.pot.09C`. */
function potCheck(
  { agreement }: Books,
  rule: PerformancePaymentRule,
  partner: string,
  { aspect, words, ...sides }: Sides & { readonly aspect: PotAspect; readonly words: string },
): Check {
  return checkOf({
    id: `performance.${rule.id}.${aspect}.${partner}`,
    family: `performance.${aspect}`,
    rule: 'R3',
    clause: rule.clause,
    partner,
    heading: rule.heading,
    message: `${nameOf(agreement, partner)}: ${words}`,
    ...sides,
  });
}

function checkPot(books: Books, rule: PerformancePaymentRule, { partner, pot }: PartnerPot): RuleOutcome {
  if (rule.pots.size === 0) return { checks: [], diagnostics: [] };
  const where = { schedule: partner, heading: rule.heading };
  const plannedPence = books.plan.applied(where);
  const check = potCheck(books, rule, partner, {
    aspect: 'pot',
    words: `a pot of ${inWords(pot.amount)}, ${inWords(plannedPence)} in the plan`,
    expected: plus(pot),
    actual: balances(books.plan.list('applied', where)),
  });
  if (check.passed) return { checks: [check], diagnostics: [] };
  const args = {
    partner: nameOf(books.agreement, partner),
    pot: inWords(pot.amount),
    planned: inWords(plannedPence),
    ...differenceInWords(pot.amount, plannedPence),
  };
  return outcomeOf([check], [outBy(check, diagnose('BCF2203', args, { rule, place: rule.place }))]);
}

/** The calculation makes this hold whatever was reported, so one that does not is a fault of bcf and stops it. */
function addsUp(books: Books, rule: PerformancePaymentRule, own: PartnerPot): RuleOutcome {
  const { partner, pot, quarters } = own;
  const { payment, retained, toCome } = own.totals;
  if (payment === undefined || retained === undefined) return { checks: [], diagnostics: [] };
  const check = potCheck(books, rule, partner, {
    aspect: 'sum',
    words: `${inWords(payment.amount)} earned + ${inWords(retained.amount)} not earned + ${inWords(toCome.amount)} still open = its pot of ${inWords(pot.amount)}`,
    expected: plus(pot),
    actual: plus(payment, retained, toCome),
  });
  const last = quarters.at(-1);
  const isYearWhole = last?.status !== 'reported' || (toCome.isNil && last.paidCumulative.amount === payment.amount);
  const isWithin = payment.amount <= pot.amount && (rule.clawback || payment.amount >= 0n);
  if (!check.passed || !isWithin || !isYearWhole) throw new Error(`performance does not add up: ${check.message}`);
  return { checks: [check], diagnostics: [] };
}

/** Receipts and spending of performance money against what was earned; untested where a due quarter is not reported. */
function checkEarned(books: Books, rule: PerformancePaymentRule, own: PartnerPot): RuleOutcome {
  const { agreement, actual } = books;
  const { partner } = own;
  if (isWaiting(own)) return untested(books, rule, own);
  const name = nameOf(agreement, partner);
  const earned = inWords(earnedPence(own));
  const paidIn = { partner, purpose: rule.heading };
  const applied = actual.list('applied', { schedule: partner, heading: rule.heading });
  const within = (aspect: PotAspect, words: string, limit: readonly Term[], terms: readonly Term[]) => {
    const amountPence = sumOfTerms(terms);
    return potCheck(books, rule, partner, {
      aspect,
      words: `${words} ${inWords(amountPence)} of performance money, ${earned} earned`,
      passed: amountPence <= sumOfTerms(limit),
      expected: limit,
      actual: terms,
    });
  };
  const income = actual.list('income', paidIn);
  const received = within('received', 'paid in', earnedTerms(own), incomes(income));
  const spent = within('spent', 'spent', [...earnedTerms(own), ...carriedTerms(actual, paidIn)], balances(applied));
  const found: Found[] = [];
  if (!received.passed) {
    const excess = inWords(received.difference.amount);
    const args = { partner: name, received: inWords(received.actual.amount), earned, excess };
    found.push(outBy(received, diagnose('BCF2201', args, { rule, place: firstAmountOf(income) })));
  }
  if (!spent.passed) {
    const excess = inWords(spent.difference.amount);
    const args = { partner: name, spent: inWords(spent.actual.amount), earned, excess };
    found.push(outBy(spent, diagnose('BCF2204', args, { rule, place: firstAmountOf(applied) })));
  }
  const checks = [
    ...(isKnown(books, 'contributions') ? [received] : []),
    ...(isKnown(books, 'expenditure') ? [spent] : []),
  ];
  return outcomeOf(checks, found);
}

function firstAmountOf(found: readonly Balance[]): Place | undefined {
  const [place] = found.flatMap(({ firstRows }) => firstRows);
  return place && { ...place, field: { name: 'amount' } };
}

/** Money that came or went before its admissions are known: not yet reported is not nil, so nothing is judged. */
function untested({ agreement, actual }: Books, rule: PerformancePaymentRule, own: PartnerPot): RuleOutcome {
  const { partner } = own;
  const figure = (what: string, how: string, terms: readonly Term[]) =>
    Figure.money({ what: `${labelOf(agreement, partner)}: ${what}`, how, rule: ruleOf('R3', rule), terms });
  const incoming = incomes(actual.list('income', { partner, purpose: rule.heading }));
  const outgoing = balances(actual.list('applied', { schedule: partner, heading: rule.heading }));
  const received = figure('performance money received to date', 'its receipts, quarter by quarter', incoming);
  const spent = figure('performance money spent to date', 'what was spent of it', outgoing);
  const earned = figure('earned by the quarters reported', 'as its pot has it', earnedTerms(own));
  if (received.amount <= earned.amount && spent.amount <= earned.amount) return { checks: [], diagnostics: [] };
  const args = {
    partner: nameOf(agreement, partner),
    received: inWords(received.amount),
    spent: inWords(spent.amount),
    earned: inWords(earned.amount),
  };
  const diagnostic = diagnose('BCF2206', args, { rule });
  return outcomeOf([], [{ diagnostic, speaksOf: { received, spent, earned } }]);
}

/** Pots that nothing can earn. */
function withoutReduction(
  { agreement }: Books,
  rule: PerformancePaymentRule,
  partners: readonly PartnerPot[],
): Found[] {
  return partners
    .filter(({ pot, plannedReduction }) => pot.amount > 0n && plannedReduction && plannedReduction.amount <= 0n)
    .map(({ partner, pot: own }) => {
      const pot = Figure.money({
        what: `${labelOf(agreement, partner)}: the pot of which nothing can be earned`,
        how: 'its pot',
        rule: ruleOf('R3', rule),
        terms: plus(own),
      });
      const args = { partner: nameOf(agreement, partner), pot: inWords(pot.amount) };
      return { diagnostic: diagnose('BCF2205', args, { rule }), speaksOf: { pot } };
    });
}

/** What is not reported yet. */
function notices(
  { agreement, asAt, activity }: Books,
  rule: PerformancePaymentRule,
  partners: readonly PartnerPot[],
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const strangers = activity.filter((row) => !partners.some(({ partner }) => partner === row.partner));
  for (const code of [...new Set(strangers.map(({ partner }) => partner))].sort()) {
    const rows = strangers.filter(({ partner }) => partner === code);
    const place = rows[0] && { ...rows[0].at, field: { name: 'partner' } };
    const occurrences = rows.length > 1 ? rows.length : undefined;
    diagnostics.push(diagnose('BCF2207', { partner: nameOf(agreement, code) }, { rule, place, occurrences }));
  }
  if (asAt === undefined) return diagnostics;
  const withPot = partners.filter(({ pot }) => pot.amount > 0n);
  // Partners that wait for the same quarters are named together, and none is left out.
  const waiting = new Map<string, string[]>();
  for (const { partner, quarters } of withPot) {
    const unreported = quarters.filter(({ status, ...quarter }) => status === 'not-reported' && isUnknown(quarter));
    if (unreported.length === 0) continue;
    const measured = unreported.map((quarter) => quarter.measured).join(', ');
    waiting.set(measured, [...(waiting.get(measured) ?? []), nameOf(agreement, partner)]);
  }
  if (waiting.size === 0) return diagnostics;
  const missing = [...waiting].map(([measured, names]) => `${measured} of ${names.join(', ')}`).join('; ');
  return [...diagnostics, diagnose('BCF2202', { missing }, { rule })];
}

function isUnknown({
  baseline,
  plan,
  actual,
}: Pick<PartnerPot['quarters'][number], 'baseline' | 'plan' | 'actual'>): boolean {
  return baseline === undefined || plan === undefined || actual === undefined;
}
