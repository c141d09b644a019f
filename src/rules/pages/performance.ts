import { grouped } from '../../money/format-money.js';
import { caseBaseline, casePotPounds, type PerformanceCase, performanceCases } from '../performance-payment.cases.js';
import type { PerformanceTerms } from '../performance-payment.js';
import type { RulePage, WorkedCase } from './page.js';

const usual: PerformanceTerms = { cap: 'planned', clawback: false };

/** R3. */
export const performance: RulePage = {
  title: 'Performance money is earned by each partner alone',
  explain:
    'Each partner earns its own pot with its own admissions, quarter by quarter and cumulatively. What is not earned stays with that partner and never enters the pool, so it is no arrears and no underspend of the pool. Nothing that one partner does touches another’s pence. A quarter whose admissions are not reported pays nothing yet, which is not nil.',
  formula: [
    'planned so far     D = Σ (baseline − plan)',
    'achieved so far    R = Σ (baseline − actual)',
    'an admission     = pot ÷ D of the whole year',
    'entitled so far  = an admission × the smaller of R and the cap, never below nil nor above the pot',
    'cap              = D so far (cap: planned), or D of the whole year (cap: annual)',
    'payment          = entitled so far − paid before; below nil only with clawback',
    'retained so far  = the most that could have been paid − paid; at the year end pot − paid',
    'Rounded once, at the payment, to the penny, half away from nil.',
    'What lies between the national return and our payments: each item is rounded once, and what that leaves is one item.',
  ],
  laidDownIn: 'the rule of kind performance-payment in agreement.yaml; without one nothing is paid so',
  declaredIn: ({ performanceRule }) => (performanceRule === undefined ? [] : [performanceRule]),
  given: `Each: a baseline of ${caseBaseline} admissions a quarter, and a pot of £${pounds(casePotPounds)}.`,
  casesFor: (agreement) => {
    const { cap, clawback } = agreement?.performanceRule ?? usual;
    const cases = performanceCases.filter(({ terms }) => terms.cap === cap && terms.clawback === clawback);
    return cases.map(workedCase);
  },
  shownBy: ['performance', 'reconcile', 'report quarterly'],
};

function pounds(amount: number): string {
  return grouped(BigInt(amount) * 100n);
}

function workedCase({ name, plan, actual, payPounds, retainedPounds }: PerformanceCase): WorkedCase {
  const row = (words: string, cells: readonly string[], more = '') =>
    `${words.padEnd(8)}${cells.map((cell) => cell.padStart(14)).join('')}${more}`;
  return {
    title: name,
    lines: [
      row('plan', plan.map(String)),
      row('actual', actual.map(String)),
      row('payment', payPounds.map(pounds), `   retained ${pounds(retainedPounds)}`),
    ],
  };
}
