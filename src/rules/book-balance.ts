import { nameOf } from '../agreement/bodies.js';
import { isPaidAsReleased } from '../agreement/tied-money.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { BookView } from '../journal/book-view.js';
import { sumOf } from '../journal/tally.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import { type Books, type Check, type RuleOutcome, together } from './check.js';
import { instalmentsOf } from './contributions.js';
import { isPaidInOneLine } from './fenced-money.js';
import { broughtForwardPence, isBalanceKnown, isOpeningKnown, receivedPence, spentPence } from './known.js';
import { earnedPence } from './performance.js';
import { type PoolPart, poolParts } from './pool-parts.js';

/**
 * R1 in the actuals: received + brought forward = applied + fund balance, in each pool and for each part of it, and
 * the balances are those of the rows that were read.
 */
export function checkActualBalance(books: Books): RuleOutcome {
  const { agreement, actual } = books;
  const rows = together([
    rowsAgree(books, 'contributions', 'Received', receivedPence(books)),
    rowsAgree(books, 'expenditure', 'Applied', spentPence(books)),
    rowsAgree(books, 'opening', 'Brought forward', broughtForwardPence(books)),
  ]);
  if (!isBalanceKnown(books)) return rows;
  const parts = poolParts(agreement, actual);
  return together([
    rows,
    poolsBalance(books, actual, parts),
    together(parts.map((part) => partBalances(books, part))),
    { checks: [], diagnostics: parts.flatMap((part) => overdrawn(books, part)) },
    { checks: [], diagnostics: paidInOneLine(books, parts) },
  ]);
}

/** R1 in the forecast: outturn income + brought forward − outturn expenditure = forecast balance. */
export function checkForecastBalance(books: Books): RuleOutcome {
  const { agreement, forecast } = books;
  if (forecast.isEmpty || !isOpeningKnown(books)) return { checks: [], diagnostics: [] };
  return poolsBalance(books, forecast, poolParts(agreement, forecast));
}

type Actuals = 'contributions' | 'expenditure' | 'opening';

function rowsAgree(books: Books, kind: Actuals, what: string, balancePence: Pence | undefined): RuleOutcome {
  if (books.asAt === undefined || balancePence === undefined) return { checks: [], diagnostics: [] };
  const rowsPence = sumOf(books.tallies.upTo(kind, books.asAt));
  const check = checkOf(books, {
    id: `actual.rows.${kind}`,
    expectedPence: rowsPence,
    actualPence: balancePence,
    message: `${what}: the rows read add up to ${inWords(rowsPence)}, the accounts to ${inWords(balancePence)}`,
  });
  return sure(check);
}

function poolsBalance(books: Books, book: BookView, parts: readonly PoolPart[]): RuleOutcome {
  return together(
    [...books.agreement.pools.values()].map(({ code, name }) => {
      const own = parts.filter(({ pool }) => pool === code);
      const inPence = book.received({ pool: code }) + book.broughtForward({ pool: code });
      const appliedPence = sum(own.map(({ applied }) => applied.amount));
      const balancePence = sum(own.map(({ standsPence }) => standsPence));
      const income = book.book === 'forecast' ? 'forecast income and brought forward' : 'received and brought forward';
      const balance = book.book === 'forecast' ? 'forecast balance' : 'fund balance';
      const check = checkOf(books, {
        id: `${book.book}.pool.${code}`,
        expectedPence: inPence,
        actualPence: appliedPence + balancePence,
        message: `${name}: ${inWords(inPence)} ${income} = ${inWords(appliedPence)} applied + ${inWords(balancePence)} ${balance}`,
      });
      return sure(check);
    }),
  );
}

function partBalances(books: Books, part: PoolPart): RuleOutcome {
  const { pool, partner, source, purpose, standsPence: balancePence } = part;
  const [inPence, appliedPence] = [part.in.amount, part.applied.amount];
  const name = `${nameOf(books.agreement, partner)}, ${purposeInWords(books, part)}`;
  const check = checkOf(books, {
    id: ['actual.balance', pool, partner, source, purpose].join('.').replace(/\.$/, ''),
    expectedPence: inPence,
    actualPence: appliedPence + balancePence,
    message: `${name}: ${inWords(inPence)} received and brought forward = ${inWords(appliedPence)} applied + ${inWords(balancePence)} balance`,
  });
  return sure({ ...check, partner, ...(purpose && { heading: purpose }) });
}

/**
 * Untied or fenced money that was spent before it came. Money that nobody agreed to pay in, instalments overdue (R5) and
 * performance money that was not earned (R3) are other rules' to name.
 */
function overdrawn(books: Books, part: PoolPart): Diagnostic[] {
  const { agreement, plan, actual } = books;
  const { partner, source, pool, purpose } = part;
  const balancePence = part.balance.amount;
  const agreedPence = plan.received({ partner, source, pool });
  if (balancePence >= 0n || agreedPence === 0n || isPaidInOneLine(books, part)) return [];
  const isPerformance = isPaidAsReleased(agreement, purpose);
  const standing = instalmentsOf(books, part);
  const isOverdue = standing?.instalments.some(({ status }) => status === 'outstanding') ?? false;
  if (isPerformance ? earnedPence(books, partner) !== undefined : isOverdue) return [];
  const allPence = standing?.agreedPence ?? agreedPence;
  const args = {
    partner: nameOf(agreement, partner),
    money: agreement.headings.get(purpose)?.name ?? agreement.sources.get(source)?.name ?? source,
    amount: inWords(absolute(balancePence)),
    agreed: inWords(allPence),
    due: (standing?.receivedPence ?? actual.received({ partner, source, pool })) < allPence ? 1 : 0,
    before: balancePence === part.broughtForward.amount ? 1 : 0,
  };
  return [diagnose('BCF2011', args, { rule: agreement.balanceRule })];
}

/** What is fenced within contributions that came in one line, heading by heading. */
function paidInOneLine(books: Books, parts: readonly PoolPart[]): Diagnostic[] {
  const { agreement } = books;
  return agreement.ringFences.flatMap((fence) => {
    const own = parts.filter((part) => part.purpose === fence.heading && isPaidInOneLine(books, part));
    if (own.length === 0) return [];
    const spent = own.map(({ partner, applied }) => `${nameOf(agreement, partner)} ${inWords(applied.amount)}`);
    const heading = agreement.headings.get(fence.heading)?.name ?? fence.heading;
    return [diagnose('BCF2462', { heading, code: fence.heading, spent: spent.join(', ') }, { rule: fence })];
  });
}

function purposeInWords({ agreement }: Books, { purpose, source }: PoolPart): string {
  if (purpose !== '') return `money for ${agreement.headings.get(purpose)?.name ?? purpose}`;
  return `untied money (${agreement.sources.get(source)?.name ?? source})`;
}

function checkOf({ agreement }: Books, parts: Pick<Check, 'id' | 'expectedPence' | 'actualPence' | 'message'>): Check {
  const passed = parts.expectedPence === parts.actualPence;
  return { rule: 'R1', clause: agreement.balanceRule.clause, passed, ...parts };
}

/** Double entry makes these hold whatever the rows say, so one that does not is a fault of bcf and stops it. */
function sure(check: Check): RuleOutcome {
  if (!check.passed) throw new Error(`the books do not hold together: ${check.id}: ${check.message}`);
  return { checks: [check], diagnostics: [] };
}
