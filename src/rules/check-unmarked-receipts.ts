import { nameOf } from '../agreement/bodies.js';
import { isAligned } from '../agreement/tied-money.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import { dayOf } from './as-at.js';
import type { Books, RuleOutcome } from './check.js';
import { contributionStandings } from './contributions.js';
import { handoversOf } from './handovers.js';
import { settle } from './settlement.js';
import { varianceLines } from './variance.js';

/**
 * R5: receipts that look like they settle a variance, or hand over what an earlier host held, and do not say what they settle
 * are asked about: of last year’s whenever one is as large as it, of this year’s at the year end.
 */
export function checkUnmarkedReceipts(books: Books): RuleOutcome {
  return {
    checks: [],
    diagnostics: [...books.agreement.partners.keys()].flatMap((partner) => asked(books, partner)),
  };
}

/** What a body bears of overspends and holds of underspends, less what its receipts say that they settle. */
interface Variances {
  readonly borne: Pence;
  readonly held: Pence;
}

function asked(books: Books, partner: string): Diagnostic[] {
  // Performance money that was not earned is to be returned: it is paid ahead of nothing, and settles nothing.
  const outstanding = contributionStandings(books).flatMap((standing) =>
    standing.partner === partner && standing.toReturn === undefined ? (standing.outstanding?.amount ?? []) : [],
  );
  const aheadPence = -sum(outstanding.filter((pence) => pence < 0n));
  const shortPence = sum(outstanding.filter((pence) => pence > 0n));
  const earlier = leftOfLastYear(books, partner);
  const now = books.asAt === 'Q4' ? leftOfVariances(books, partner) : { borne: 0n, held: 0n };
  const paidIn = amountsOf(books, partner, 1n);
  const paidBack = amountsOf(books, partner, -1n);
  const asHost = handoversOf(books).filter(
    ({ body, outstanding }) =>
      body === partner && paidIn.unmarked.includes(outstanding.amount) && outstanding.amount <= aheadPence,
  );
  return [
    ...asHost.map(({ pool, outstanding }) => handoverAsked(books, partner, { pool, pence: outstanding.amount })),
    ...alike(paidIn, aheadPence, [now.borne, earlier.borne]).map((of) =>
      question(books, partner, { way: 'in', pence: aheadPence, of }),
    ),
    ...alike(paidBack, shortPence, [now.held, earlier.held]).map((of) =>
      question(books, partner, { way: 'back', pence: shortPence, of }),
    ),
  ];
}

interface Amounts {
  readonly unmarked: readonly Pence[];
  /** Of which their payer says what they are for. */
  readonly said: readonly Pence[];
}

/**
 * The variance that receipts look like: one is no larger than it, or all that is paid ahead, or outstanding, is as large, and
 * no receipt that says what it is for. None where they look like none.
 */
function alike(
  { unmarked, said }: Amounts,
  pence: Pence,
  [now, earlier]: readonly [now: Pence, earlier: Pence],
): Pence[] {
  const variancePence = now + (unmarked.includes(earlier) ? earlier : 0n);
  const isAsLarge = pence === variancePence && unmarked.length > 0 && !said.includes(pence);
  const isLike = isAsLarge || unmarked.some((amountPence) => amountPence <= variancePence);
  return pence > 0n && variancePence > 0n && isLike ? [variancePence] : [];
}

interface Asked {
  readonly way: 'in' | 'back';
  readonly pence: Pence;
  /** The variance that it looks like. */
  readonly of: Pence;
}

function question({ agreement }: Books, partner: string, { way, pence, of }: Asked): Diagnostic {
  const args = { partner: nameOf(agreement, partner), receipts: inWords(pence), variance: inWords(absolute(of)), way };
  return diagnose('BCF2407', args, { rule: agreement.balanceRule });
}

function handoverAsked(
  { agreement }: Books,
  partner: string,
  { pool, pence }: { readonly pool: string; readonly pence: Pence },
): Diagnostic {
  const args = {
    partner: nameOf(agreement, partner),
    amount: inWords(pence),
    pool: agreement.pools.get(pool)?.name ?? pool,
  };
  return diagnose('BCF2409', args, { rule: agreement.balanceRule });
}

function leftOfVariances(books: Books, body: string): Variances {
  const parts = varianceLines(books).flatMap(({ heading, borneBy }) =>
    isAligned(books.agreement, heading)
      ? []
      : borneBy.flatMap(({ code, amount }) => (code === body ? [amount.amount] : [])),
  );
  const settledPence = books.actual.settled({ body, of: 'variance', year: '' });
  const [paidPence, repaidPence] = settledPence > 0n ? [settledPence, 0n] : [0n, -settledPence];
  return {
    borne: sum(parts.filter((pence) => pence > 0n)) - paidPence,
    held: -sum(parts.filter((pence) => pence < 0n)) - repaidPence,
  };
}

/** What was brought forward of variances and is not settled. */
function leftOfLastYear(books: Books, body: string): Variances {
  const lines = settle(books)
    .partners.filter(({ partner }) => partner === body)
    .flatMap(({ closing }) => closing)
    .filter(({ kind, isOfEarlierYear }) => kind === 'variance' && isOfEarlierYear)
    .map(({ amount }) => amount.amount);
  return { borne: -sum(lines.filter((pence) => pence < 0n)), held: sum(lines.filter((pence) => pence > 0n)) };
}

/** What came in from a body, or with the other sign went back to it, each day. */
function amountsOf(books: Books, partner: string, sign: 1n | -1n): Amounts {
  const today = dayOf(books, books.agreement.year) ?? '';
  const amounts = (isSaid: boolean) =>
    books.receipts
      .upTo(today, (key) => key.partner === partner && key.isSaid === isSaid)
      .map(({ amountPence }) => sign * amountPence)
      .filter((amountPence) => amountPence > 0n);
  return { unmarked: amounts(false), said: amounts(true) };
}
