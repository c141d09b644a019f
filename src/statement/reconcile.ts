import type { Quarter } from '../agreement/financial-year.js';
import { catalogue } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { counted } from '../diagnostics/entry.js';
import { inWords } from '../money/format-money.js';
import { absolute } from '../money/pence.js';
import { checkAgreedSources } from '../rules/agreed-sources.js';
import { checkActualBalance, checkForecastBalance } from '../rules/book-balance.js';
import { booksAsAt, type ReadFund, type RuleOutcome, together } from '../rules/check.js';
import { checkBalances } from '../rules/check-balances.js';
import { checkContributions } from '../rules/check-contributions.js';
import { checkForecasts } from '../rules/check-forecasts.js';
import { checkPerformance } from '../rules/check-performance.js';
import { checkSettlement } from '../rules/check-settlement.js';
import { checkVariance } from '../rules/check-variance.js';
import { checkFencedCash } from '../rules/fenced-cash.js';
import { checkPlanBalance } from '../rules/plan-balance.js';
import { checkCapital, checkRingFences } from '../rules/ring-fence.js';
import { checkSchemesFoot } from '../rules/schemes-foot.js';
import { checkVirements } from '../rules/virements.js';
import { byLocality, byNature, byPartner, byPool } from './breakdowns.js';
import { asAtOf, describeFund, toCheck } from './common.js';
import { figurePence } from './figures.js';
import { flowOfFunds } from './flow-of-funds.js';
import { fundBalance } from './fund-balance.js';
import { leftOut } from './left-out.js';
import { performanceStatement } from './performance.js';
import type { Reconciliation } from './reconciliation-schema.js';
import { ringFenceStatement } from './ring-fences.js';
import { contributionStatement, settlementStatement } from './settlement.js';
import { varianceStatement } from './variances.js';

/**
 * Reconciles a fund as at a quarter: the flow of funds, whose the balance is, and every rule's section and checks. Without a
 * quarter it is the last one that the ledgers speak of; a fund with a plan only has none.
 */
export function reconcile(
  fund: ReadFund,
  askedFor?: Quarter,
): { result: Reconciliation; diagnostics: readonly Diagnostic[] } {
  const books = booksAsAt(fund, asAtOf(fund, askedFor));
  const outcome = together([
    checkPlanBalance(books),
    checkSchemesFoot(books),
    checkAgreedSources(books),
    checkActualBalance(books),
    checkForecastBalance(books),
    checkRingFences(books),
    checkCapital(books),
    checkFencedCash(books),
    checkVirements(books),
    checkPerformance(books),
    checkForecasts(books),
    checkVariance(books),
    checkContributions(books),
    checkSettlement(books),
    checkBalances(books),
    leftOut(books),
  ]);
  const performance = performanceStatement(books);
  const settlement = settlementStatement(books);
  const balance = fundBalance(books);
  const flow = flowOfFunds(books);
  const result: Reconciliation = {
    fund: describeFund(books),
    flowOfFunds: flow,
    byPool: byPool(books),
    byPartner: byPartner(books),
    byLocality: byLocality(books),
    byNature: byNature(books),
    ...(balance && { fundBalance: balance }),
    ...(performance && { performance }),
    ringFences: ringFenceStatement(books, outcome.diagnostics),
    ...varianceStatement(books),
    ...contributionStatement(books),
    ...(settlement && { settlement }),
    checks: outcome.checks.map(toCheck),
    conclusion: conclude(outcome, flow.totals),
  };
  return { result, diagnostics: outcome.diagnostics };
}

/** Whether a finding is that a rule is broken, and not a sum that is out. */
export function isBreach({ code }: Diagnostic): boolean {
  return catalogue[code].isBreach ?? false;
}

function conclude(
  { checks, diagnostics }: RuleOutcome,
  { sources, applications }: Reconciliation['flowOfFunds']['totals'],
): Reconciliation['conclusion'] {
  const inPence = figurePence(sources, 'plan') ?? 0n;
  const appliedPence = figurePence(applications, 'plan') ?? 0n;
  const failed = checks.filter(({ passed }) => !passed).length;
  const count = diagnostics.filter(isBreach).length;
  const breaches = `${count} breach${count === 1 ? '' : 'es'}${failed === 0 ? '' : `, ${counted(failed, 'check')} not met`}`;
  const reconciled = failed === 0 && !diagnostics.some((diagnostic) => diagnostic.class === 'finding');
  if (inPence === appliedPence) {
    const sums = `${inWords(inPence)} in = ${inWords(appliedPence)} applied`;
    return { reconciled, message: `${reconciled ? 'Reconciled' : 'Not reconciled'}: ${sums}; ${breaches}` };
  }
  const differencePence = appliedPence - inPence;
  const difference = `${inWords(absolute(differencePence))} ${differencePence > 0n ? 'more' : 'less'}`;
  const sums = `${inWords(inPence)} in, ${inWords(appliedPence)} applied, ${difference} than there is`;
  return { reconciled: false, message: `Not reconciled: ${sums}; ${breaches}` };
}
