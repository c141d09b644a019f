import type { Quarter } from '../agreement/financial-year.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { checkAgreedSources } from '../rules/agreed-sources.js';
import { checkActualBalance, checkForecastBalance } from '../rules/book-balance.js';
import { type Books, booksFor, type ReadFund, type RuleOutcome, together } from '../rules/check.js';
import { checkBalances } from '../rules/check-balances.js';
import { checkContributions } from '../rules/check-contributions.js';
import { checkForecasts } from '../rules/check-forecasts.js';
import { checkPerformance } from '../rules/check-performance.js';
import { checkSettlement } from '../rules/check-settlement.js';
import { checkUnmarkedReceipts } from '../rules/check-unmarked-receipts.js';
import { checkVariance } from '../rules/check-variance.js';
import { checkVirements } from '../rules/check-virements.js';
import { checkWhatHasCome } from '../rules/check-what-has-come.js';
import { checkFencedCash } from '../rules/fenced-cash.js';
import { checkPlanBalance } from '../rules/plan-balance.js';
import { checkCapital, checkRingFences } from '../rules/ring-fence.js';
import { checkSchemesFoot } from '../rules/schemes-foot.js';
import { accrualStatement } from './accruals.js';
import { byLocality, byNature, byPartner, byPool } from './breakdowns.js';
import { describeFund, toCheck } from './common.js';
import { conclude } from './conclusion.js';
import { contributionStatement } from './contributions.js';
import { decisionsOf } from './decisions.js';
import { flowOfFunds } from './flow-of-funds.js';
import { fundBalance } from './fund-balance.js';
import { leftOut } from './left-out.js';
import { performanceStatement } from './performance.js';
import type { Reconciliation } from './reconciliation-schema.js';
import { ringFenceStatement } from './ring-fences.js';
import { settlementStatement } from './settlement.js';
import { summaryOf } from './summary.js';
import { varianceStatement } from './variances.js';
import { whatHasComeStatement } from './what-has-come.js';

/**
 * Reconciles a fund as at a quarter: the flow of funds, whose the balance is, and every rule's section and checks. Without a
 * quarter it is the last one that the ledgers speak of; a fund with a plan only has none. With it the books that it is made of.
 */
export function reconcile(
  fund: ReadFund,
  askedFor?: Quarter,
): { result: Reconciliation; books: Books; diagnostics: readonly Diagnostic[] } {
  const books = booksFor(fund, askedFor);
  const outcome = checked(books, askedFor);
  const performance = performanceStatement(books);
  const settlement = settlementStatement(books);
  const balance = fundBalance(books);
  const flow = flowOfFunds(books);
  const described = describeFund(books);
  const partners = byPartner(books);
  const pools = byPool(books);
  const variances = varianceStatement(books);
  const contributions = contributionStatement(books);
  const fences = ringFenceStatement(books, outcome.diagnostics);
  const summary = summaryOf(books, {
    flowOfFunds: flow,
    ...contributions,
    ...variances,
    ...(settlement && { settlement }),
  });
  const result: Reconciliation = {
    fund: described,
    flowOfFunds: flow,
    byPool: pools,
    byPartner: partners,
    byLocality: byLocality(books, partners),
    byNature: byNature(books),
    ...(balance && { fundBalance: balance }),
    ...(performance && { performance }),
    ringFences: fences,
    ...variances,
    ...accrualStatement(books),
    ...contributions,
    ...(settlement && { settlement }),
    ...(summary && { summary }),
    ...whatHasComeStatement(books),
    decisions: decisionsOf(
      books,
      {
        ...contributions,
        ...variances,
        ringFences: fences,
        byPool: pools,
        ...(performance && { performance }),
        ...(balance && { fundBalance: balance }),
      },
      outcome,
    ),
    checks: outcome.checks.map(toCheck),
    conclusion: conclude({ outcome, totals: flow.totals, fund: described }),
  };
  return { result, books, diagnostics: outcome.diagnostics };
}

/** What every rule asks of a fund, and what it finds. */
function checked(books: Books, askedFor: Quarter | undefined): RuleOutcome {
  return together([
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
    checkUnmarkedReceipts(books),
    checkSettlement(books),
    checkBalances(books),
    checkWhatHasCome(books),
    leftOut(books, askedFor),
  ]);
}
