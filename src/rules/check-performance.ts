import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { nameOf } from '../agreement/bodies.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import { type Books, type Check, differenceInWords, type PenceCheck, type RuleOutcome, together } from './check.js';
import { carriedTo } from './fenced-money.js';
import { isKnown } from './known.js';
import { type PartnerPot, performanceOf } from './performance.js';
import { earnedPence } from './pot.js';

/** R3: each pot is its plan, each partner's pence add up to its pot, and only what was earned is paid in and spent. */
export function checkPerformance(books: Books): RuleOutcome {
  const rule = books.agreement.performanceRule;
  if (rule === undefined) return { checks: [], diagnostics: [] };
  const partners = performanceOf(books);
  return together([
    ...partners.map((own) => checkPot(books, rule, own)),
    ...partners.map((own) => addsUp(books, rule, own)),
    ...partners.map((own) => checkEarned(books, rule, own)),
    { checks: [], diagnostics: notices(books, rule, partners) },
  ]);
}

function checkOf(
  { agreement }: Books,
  rule: PerformancePaymentRule,
  partner: string,
  parts: Pick<PenceCheck, 'passed' | 'expectedPence' | 'actualPence'> & {
    readonly aspect: string;
    readonly words: string;
  },
): Check {
  const { aspect, words, ...amounts } = parts;
  const id = `performance.${rule.id}.${aspect}.${partner}`;
  const message = `${nameOf(agreement, partner)}: ${words}`;
  return { id, rule: 'R3', clause: rule.clause, partner, heading: rule.heading, ...amounts, message };
}

function checkPot(books: Books, rule: PerformancePaymentRule, { partner, pot }: PartnerPot): RuleOutcome {
  if (rule.pots.size === 0) return { checks: [], diagnostics: [] };
  const plannedPence = books.plan.applied({ schedule: partner, heading: rule.heading });
  const potPence = pot.amount;
  const passed = plannedPence === potPence;
  const words = `a pot of ${inWords(potPence)}, ${inWords(plannedPence)} in the plan`;
  const check = checkOf(books, rule, partner, {
    aspect: 'pot',
    passed,
    expectedPence: potPence,
    actualPence: plannedPence,
    words,
  });
  if (passed) return { checks: [check], diagnostics: [] };
  const args = {
    partner: nameOf(books.agreement, partner),
    pot: inWords(potPence),
    planned: inWords(plannedPence),
    ...differenceInWords(potPence, plannedPence),
  };
  return { checks: [check], diagnostics: [diagnose('BCF2203', args, { rule, place: rule.place })] };
}

/** The calculation makes this hold whatever was reported, so one that does not is a fault of bcf and stops it. */
function addsUp(books: Books, rule: PerformancePaymentRule, own: PartnerPot): RuleOutcome {
  const { partner, totals } = own;
  const potPence = own.pot.amount;
  const paymentPence = earnedPence(own);
  const retainedPence = totals.retained?.amount ?? 0n;
  const toComePence = totals.toCome.amount;
  const actualPence = paymentPence + retainedPence + toComePence;
  const words = `${inWords(paymentPence)} earned + ${inWords(retainedPence)} not earned + ${inWords(toComePence)} still open = its pot of ${inWords(potPence)}`;
  const last = own.quarters.at(-1);
  const isYearWhole =
    last?.status !== 'reported' || (toComePence === 0n && last.paidCumulative?.amount === paymentPence);
  const isWithin = paymentPence <= potPence && (rule.clawback || paymentPence >= 0n);
  const passed = actualPence === potPence && isWithin && isYearWhole;
  const check = checkOf(books, rule, partner, { aspect: 'sum', passed, expectedPence: potPence, actualPence, words });
  if (!passed) throw new Error(`performance does not add up: ${check.message}`);
  return { checks: totals.payment === undefined ? [] : [check], diagnostics: [] };
}

/** Receipts and spending of performance money against what was earned; untested where a due quarter is not reported. */
function checkEarned(books: Books, rule: PerformancePaymentRule, own: PartnerPot): RuleOutcome {
  const { agreement, actual } = books;
  const { partner } = own;
  const paymentPence = earnedPence(own);
  // Without a pot nothing can be earned, whatever is reported.
  const isWaiting = own.pot.amount > 0n && own.quarters.some(({ status }) => status === 'not-reported');
  if (isWaiting) return untested(books, rule, own);
  const name = nameOf(agreement, partner);
  const earned = inWords(paymentPence);
  const receivedPence = actual.received({ partner, purpose: rule.heading });
  const broughtForwardPence = carriedTo(actual, { partner, purpose: rule.heading });
  const spentPence = actual.applied({ schedule: partner, heading: rule.heading });
  const within = (aspect: string, amountPence: Pence, limitPence: Pence, words: string) =>
    checkOf(books, rule, partner, {
      aspect,
      passed: amountPence <= limitPence,
      expectedPence: limitPence,
      actualPence: amountPence,
      words: `${words} ${inWords(amountPence)} of performance money, ${earned} earned`,
    });
  const checks = [
    ...(isKnown(books, 'contributions') ? [within('received', receivedPence, paymentPence, 'paid in')] : []),
    ...(isKnown(books, 'expenditure')
      ? [within('spent', spentPence, paymentPence + broughtForwardPence, 'spent')]
      : []),
  ];
  const diagnostics: Diagnostic[] = [];
  if (receivedPence > paymentPence) {
    const [place] = actual.list('income', { partner, purpose: rule.heading }).flatMap(({ firstRows }) => firstRows);
    const excess = inWords(receivedPence - paymentPence);
    const args = { partner: name, received: inWords(receivedPence), earned, excess };
    diagnostics.push(diagnose('BCF2201', args, { rule, place: place && { ...place, field: { name: 'amount' } } }));
  }
  if (spentPence > paymentPence + broughtForwardPence) {
    const rows = actual.list('applied', { schedule: partner, heading: rule.heading });
    const [place] = rows.flatMap(({ firstRows }) => firstRows);
    const excess = inWords(spentPence - paymentPence - broughtForwardPence);
    const args = { partner: name, spent: inWords(spentPence), earned, excess };
    diagnostics.push(diagnose('BCF2204', args, { rule, place: place && { ...place, field: { name: 'amount' } } }));
  }
  return { checks, diagnostics };
}

/** Money that came or went before its admissions are known: not yet reported is not nil, so nothing is judged. */
function untested({ agreement, actual }: Books, rule: PerformancePaymentRule, own: PartnerPot): RuleOutcome {
  const { partner } = own;
  const paymentPence = earnedPence(own);
  const receivedPence = actual.received({ partner, purpose: rule.heading });
  const spentPence = actual.applied({ schedule: partner, heading: rule.heading });
  if (receivedPence <= paymentPence && spentPence <= paymentPence) return { checks: [], diagnostics: [] };
  const args = {
    partner: nameOf(agreement, partner),
    received: inWords(receivedPence),
    spent: inWords(spentPence),
    earned: inWords(paymentPence),
  };
  return { checks: [], diagnostics: [diagnose('BCF2206', args, { rule })] };
}

/** What is not reported yet, and pots that nothing can earn. */
function notices(
  { agreement, asAt, activity }: Books,
  rule: PerformancePaymentRule,
  partners: readonly PartnerPot[],
): Diagnostic[] {
  const diagnostics = partners
    .filter(({ pot, plannedReduction }) => pot.amount > 0n && plannedReduction && plannedReduction.amount <= 0n)
    .map(({ partner, pot, plannedReduction }) => {
      const planned = String(plannedReduction);
      return diagnose('BCF2205', { partner: nameOf(agreement, partner), pot: inWords(pot.amount), planned }, { rule });
    });
  const strangers = activity.filter((row) => !partners.some(({ partner }) => partner === row.partner));
  const [stranger] = strangers;
  if (stranger !== undefined) {
    const args = { partner: nameOf(agreement, stranger.partner), rows: strangers.length };
    diagnostics.push(diagnose('BCF2207', args, { rule, place: { ...stranger.at, field: { name: 'partner' } } }));
  }
  if (asAt === undefined) return diagnostics;
  const withPot = partners.filter(({ pot }) => pot.amount > 0n);
  // Partners that wait for the same quarters are named together, and none is left out.
  const waiting = new Map<string, string[]>();
  let count = 0;
  for (const { partner, quarters } of withPot) {
    const own = quarters.filter(({ status, ...quarter }) => status === 'not-reported' && isUnknown(quarter));
    if (own.length === 0) continue;
    count += own.length;
    const measured = own.map((quarter) => quarter.measured).join(', ');
    waiting.set(measured, [...(waiting.get(measured) ?? []), nameOf(agreement, partner)]);
  }
  if (count === 0) return diagnostics;
  const missing = [...waiting].map(([measured, names]) => `${measured} of ${names.join(', ')}`).join('; ');
  return [...diagnostics, diagnose('BCF2202', { missing, count }, { rule })];
}

function isUnknown({
  baseline,
  plan,
  actual,
}: Pick<PartnerPot['quarters'][number], 'baseline' | 'plan' | 'actual'>): boolean {
  return baseline === undefined || plan === undefined || actual === undefined;
}
