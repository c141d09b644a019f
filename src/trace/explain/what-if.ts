import type { Quarter } from '../../agreement/financial-year.js';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.js';
import type { Fund } from '../../fund/fund.js';
import { type Assumption, changeFor, readAssumptions } from '../../statement/assumptions.js';
import { whatIfFigures, whatIfRoot } from '../../statement/performance-figures.js';
import { whatIfStatement } from '../../statement/projections.js';
import { explainAll } from '../explain-all.js';
import type { Explanations } from '../explanations.js';
import type { Asked } from '../kind-of-figure.js';
import { item, minus, plus, step } from '../terms.js';
import { type AssumedYear, achievedBy, achievedStep, howAchieved } from './assumed-admissions.js';
import { paymentInWords, paymentOf } from './payment-formula.js';
import { potName, quarterName } from './performance.js';
import { performanceRuleOf, type Traced } from './traced.js';

/** The figures of `bcf performance --what-if`, of what the codes of a name assume (R3). */
export function explainWhatIf({ fund, asAt, codes }: Asked): {
  readonly all?: Explanations;
  readonly diagnostics: readonly Diagnostic[];
} {
  if (codes.size === 0) return { diagnostics: [diagnose('BCF0007', { found: '' })] };
  const texts = [...codes].map(([partner, change]) => `${asTheAgreementHas(fund, partner)}=${change}`);
  const { assumptions, faults } = readAssumptions(texts, fund, asAt);
  return faults.length > 0 ? { diagnostics: faults } : { all: explained(fund, asAt, assumptions), diagnostics: [] };
}

/** Case does not count in a name: the partner's code, unless more than one could be meant. */
function asTheAgreementHas({ agreement }: Fund, inSmallLetters: string): string {
  const meant = [...agreement.partners.keys()].filter((code) => code.toLowerCase() === inSmallLetters);
  return (meant.length === 1 ? meant[0] : undefined) ?? inSmallLetters;
}

function explained(fund: Fund, asAt: Quarter | undefined, assumptions: readonly Assumption[]): Explanations {
  const traced = explainAll(fund, asAt);
  const { all, books, result } = traced;
  const rule = books.agreement.performanceRule;
  if (rule === undefined) return all;
  const whatIf = whatIfStatement(books, rule, assumptions);
  all.add(whatIfFigures(whatIf));
  const root = whatIfRoot(whatIf);
  for (const one of result.performance?.partners ?? []) {
    const change = changeFor(assumptions, one.partner);
    const assumed: AssumedYear = { one, changeIn: ({ actual }) => (actual === undefined ? change : undefined) };
    explainPartner(traced, item(`${root}.partners`, { partner: one.partner }), assumed);
  }
  const partners = whatIf.partners.map(({ partner }) => item(`${root}.partners`, { partner }));
  for (const [part, words] of Object.entries(totalled)) {
    all.explain(`${root}.totals.${part}`, () => ({
      what: `All pots: ${words}`,
      how: 'the partners, added up',
      rule: performanceRuleOf(books),
      terms: plus(...all.known(partners.map((name) => `${name}.${part}`))),
    }));
  }
  return all;
}

const toDate = {
  payment: 'earned to date',
  retained: 'not earned to date',
  'to-come': 'not yet measured',
} as const;

const totalled = {
  pot: 'what may be earned',
  'to-date.payment': toDate.payment,
  'to-date.retained': toDate.retained,
  'to-date.to-come': toDate['to-come'],
  'by-year-end.payment': 'what would be earned by the year end',
  'by-year-end.retained': 'what would be retained by the year end',
} as const;

function explainPartner(traced: Traced, name: string, assumed: AssumedYear): void {
  const { all, books } = traced;
  const { partner, label, quarters } = assumed.one;
  const rule = performanceRuleOf(books);
  const what = (words: string) => `${label}: ${words}`;
  all.explain(`${name}.pot`, () => ({
    what: what('the pot that it may earn'),
    how: 'its pot',
    rule,
    terms: plus(`${potName(partner)}.pot`),
  }));
  for (const [part, words] of Object.entries(toDate)) {
    all.explain(`${name}.to-date.${part}`, () => ({
      what: what(words),
      how: 'as it is: nothing is assumed of it',
      rule,
      terms: plus(`${potName(partner)}.totals.${part}`),
    }));
  }
  const atEnd = `${name}.by-year-end`;
  all.explain(`${atEnd}.achieved`, () => ({
    what: what('reduction that would be achieved in the year'),
    how: howAchieved,
    rule,
    terms: achievedBy(assumed, quarters.length - 1),
  }));
  all.explain(`${atEnd}.payment`, () => ({
    what: what('what would be earned by the year end'),
    how: 'the payments of its quarters, added up',
    rule,
    terms: plus(...quarters.map(({ paidIn }) => paymentName(atEnd, paidIn))),
  }));
  all.explain(`${atEnd}.retained`, () => ({
    what: what('what would be retained by the year end'),
    how: 'pot − what would be earned',
    rule,
    terms: [...plus(`${name}.pot`), ...minus(`${atEnd}.payment`)],
  }));
  for (const [index] of quarters.entries()) explainPayment(traced, atEnd, assumed, index);
}

function paymentName(atEnd: string, quarter: Quarter): string {
  return `${item(`${atEnd}.payments`, { quarter })}.payment`;
}

function explainPayment({ all, books }: Traced, atEnd: string, assumed: AssumedYear, index: number): void {
  const { partner, label, quarters } = assumed.one;
  const terms = books.agreement.performanceRule;
  const quarter = quarters[index];
  if (terms === undefined || quarter === undefined) return;
  const pot = potName(partner);
  const cap =
    terms.cap === 'planned' ? `${quarterName(pot, quarter.paidIn)}.planned-cumulative` : `${pot}.planned-reduction`;
  const name = paymentName(atEnd, quarter.paidIn);
  const when = `${quarter.measured} (paid in ${quarter.paidIn})`;
  if (quarter.status === 'reported') {
    all.explain(name, () => ({
      what: `${label}: payment, ${when}, as it is`,
      how: 'nothing is assumed of it',
      rule: performanceRuleOf(books),
      terms: plus(`${quarterName(pot, quarter.paidIn)}.payment`),
    }));
    return;
  }
  all.explain(name, () => ({
    what: `${label}: payment that there would be, ${when}`,
    how: paymentInWords(terms),
    rule: performanceRuleOf(books),
    terms: [
      ...plus(`${pot}.pot`, `${pot}.planned-reduction`),
      step(achievedStep(assumed, index)),
      ...plus(cap, ...quarters.slice(0, index).map(({ paidIn }) => paymentName(atEnd, paidIn))),
    ],
    formula: ([potPence = 0n, year = 0n, achieved = 0n, limit = 0n, ...before]) =>
      paymentOf(terms, { pot: potPence, year, achieved, cap: limit, paid: before.reduce((so, one) => so + one, 0n) }),
  }));
}
