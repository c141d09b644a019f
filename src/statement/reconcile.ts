import { nameOf } from '../agreement/bodies.js';
import { lastDayOf, type Quarter } from '../agreement/financial-year.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { counted } from '../diagnostics/entry.js';
import { sumOf } from '../journal/tally.js';
import { inWords, toPounds } from '../money/format-money.js';
import { absolute } from '../money/pence.js';
import { checkAgreedSources } from '../rules/agreed-sources.js';
import { checkActualBalance, checkForecastBalance } from '../rules/book-balance.js';
import { type Books, booksAsAt, type Check, type RuleOutcome, together } from '../rules/check.js';
import { checkPlanBalance } from '../rules/plan-balance.js';
import { checkCapital, checkRingFences } from '../rules/ring-fence.js';
import { checkSchemesFoot } from '../rules/schemes-foot.js';
import { unforecastCells } from './applied.js';
import { byLocality, byNature, byPartner, byPool } from './breakdowns.js';
import { inFull } from './day-in-full.js';
import { figurePence } from './figures.js';
import { flowOfFunds } from './flow-of-funds.js';
import { fundBalance } from './fund-balance.js';
import type { Reconciliation, ReconciliationCheck } from './reconciliation-schema.js';

type ReadFund = Pick<Books, 'agreement' | 'journal' | 'tallies'>;

/**
 * Reconciles a fund as at a quarter: the flow of funds, whose the balance is, and every check of R1 and R2. Without a
 * quarter it is the last one that the ledgers speak of; a fund with a plan only has none.
 */
export function reconcile(
  fund: ReadFund,
  askedFor?: Quarter,
): { result: Reconciliation; diagnostics: readonly Diagnostic[] } {
  const last = fund.journal.lastQuarter();
  const asAt = last === undefined ? undefined : (askedFor ?? last);
  const books = booksAsAt(fund, asAt);
  const outcome = together([
    checkPlanBalance(books),
    checkSchemesFoot(books),
    checkAgreedSources(books),
    checkActualBalance(books),
    checkForecastBalance(books),
    checkRingFences(books),
    checkCapital(books),
    notices(books),
  ]);
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
    checks: outcome.checks.map(toCheck),
    conclusion: conclude(outcome, flow.totals),
  };
  return { result, diagnostics: outcome.diagnostics };
}

function describeFund({ agreement, asAt }: Books): Reconciliation['fund'] {
  return {
    name: agreement.name,
    year: agreement.year.label,
    ...(asAt && { asAt, asAtDate: lastDayOf(asAt, agreement.year) }),
    provenance: agreement.provenance,
    ...(agreement.note && { note: agreement.note }),
  };
}

/** What is left out or not known, so that nothing is hidden: rows after the quarter, and missing forecasts. */
function notices(books: Books): RuleOutcome {
  const { agreement, asAt, tallies } = books;
  if (asAt === undefined) return { checks: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const received = tallies.after('contributions', asAt);
  const applied = tallies.after('expenditure', asAt);
  const count = [...received, ...applied].reduce((total, { rows }) => total + rows, 0);
  if (count > 0) {
    const sums = { received: inWords(sumOf(received)), applied: inWords(sumOf(applied)) };
    diagnostics.push(diagnose('BCF2010', { count, asAt: inFull(lastDayOf(asAt, agreement.year)), ...sums }));
  }
  const missing = unforecastCells(books);
  if (missing.length > 0) {
    const named = missing
      .slice(0, 3)
      .map(
        ({ heading, schedule }) =>
          `${agreement.headings.get(heading)?.name ?? heading} of ${nameOf(agreement, schedule)}`,
      );
    const rest = missing.length > 3 ? `, and ${missing.length - 3} more` : '';
    const args = { missing: named.join(', ') + rest, asAt, count: missing.length };
    diagnostics.push(diagnose('BCF2008', args));
  }
  return { checks: [], diagnostics };
}

function toCheck({
  id,
  rule,
  clause,
  partner,
  heading,
  passed,
  expectedPence,
  actualPence,
  message,
}: Check): ReconciliationCheck {
  return {
    id,
    rule,
    clause,
    ...(partner !== undefined && { partner }),
    ...(heading !== undefined && { heading }),
    status: passed ? 'pass' : 'fail',
    expected: toPounds(expectedPence),
    actual: toPounds(actualPence),
    difference: toPounds(actualPence - expectedPence),
    message,
  };
}

/** Whether a finding is a breach of a ring-fence or of nature (R2), and not a sum that is out. */
export function isBreach({ code }: Diagnostic): boolean {
  return code.startsWith('BCF21');
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
