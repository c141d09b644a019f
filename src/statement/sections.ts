import type { Quarter } from '../agreement/financial-year.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { booksFor, type ReadFund, together } from '../rules/check.js';
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
import { checkCapital, checkRingFences } from '../rules/ring-fence.js';
import type { Assumption } from './assumptions.js';
import { describeFund, toCheck } from './common.js';
import { contributionStatement } from './contributions.js';
import type { PerformanceResult, SettlementResult, VarianceResult } from './document-schema.js';
import { leftOut } from './left-out.js';
import { performanceStatement } from './performance.js';
import { sensitivityStatement, whatIfStatement } from './projections.js';
import { ringFenceStatement } from './ring-fences.js';
import { settlementStatement } from './settlement.js';
import { varianceStatement } from './variances.js';

interface Section<R> {
  readonly result: R;
  readonly diagnostics: readonly Diagnostic[];
}

/** Payment for performance by itself (R3), with what would be where that is asked for. */
export function performanceSection(
  fund: ReadFund,
  askedFor: Quarter | undefined,
  { assumptions, withSensitivity }: { readonly assumptions: readonly Assumption[]; readonly withSensitivity: boolean },
): Section<PerformanceResult> {
  const books = booksFor(fund, askedFor);
  const outcome = checkPerformance(books);
  const performance = performanceStatement(books);
  const rule = fund.agreement.performanceRule;
  return {
    result: {
      fund: describeFund(books),
      ...(performance && { performance }),
      ...(rule && assumptions.length > 0 && { whatIf: whatIfStatement(books, rule, assumptions) }),
      ...(rule && withSensitivity && { sensitivity: sensitivityStatement(books, rule) }),
      checks: outcome.checks.map(toCheck),
    },
    diagnostics: outcome.diagnostics,
  };
}

/** Over- and underspends by themselves (R4), and the ring-fences that stand outside them (R2). */
export function varianceSection(fund: ReadFund, askedFor: Quarter | undefined): Section<VarianceResult> {
  const books = booksFor(fund, askedFor);
  const outcome = together([
    checkRingFences(books),
    checkCapital(books),
    checkFencedCash(books),
    checkVirements(books),
    checkForecasts(books),
    checkVariance(books),
    checkWhatHasCome(books),
    leftOut(books, askedFor),
  ]);
  return {
    result: {
      fund: describeFund(books),
      ...varianceStatement(books),
      ringFences: ringFenceStatement(books, outcome.diagnostics),
      checks: outcome.checks.map(toCheck),
    },
    diagnostics: outcome.diagnostics,
  };
}

/** Contributions and who owes what to whom, by themselves (R5). */
export function settlementSection(fund: ReadFund, askedFor: Quarter | undefined): Section<SettlementResult> {
  const books = booksFor(fund, askedFor);
  const outcome = together([
    checkPerformance(books),
    checkContributions(books),
    checkUnmarkedReceipts(books),
    checkSettlement(books),
    checkBalances(books),
    checkWhatHasCome(books),
    leftOut(books, askedFor),
  ]);
  const settlement = settlementStatement(books);
  return {
    result: {
      fund: describeFund(books),
      ...contributionStatement(books),
      ...(settlement && { settlement }),
      checks: outcome.checks.map(toCheck),
    },
    diagnostics: outcome.diagnostics,
  };
}
