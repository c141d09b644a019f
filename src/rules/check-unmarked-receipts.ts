import { labelOf, nameOf } from '../agreement/bodies.js';
import { isAligned } from '../agreement/tied-money.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { incomes, minus, plus, sumOfTerms, turned } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import { dayOf } from './as-at.js';
import { type Books, type Found, outcomeOf, type RuleOutcome } from './check.js';
import { contributionStandings } from './contributions.js';
import { handoversOf } from './handovers.js';
import { settle } from './settlement.js';
import { varianceLines } from './variance.js';

/**
 * R5: receipts that look like they settle a variance, or hand over what an earlier host held, and do not say what they settle
 * are asked about: of last year’s whenever one is as large as it, of this year’s at the year end.
 */
export function checkUnmarkedReceipts(books: Books): RuleOutcome {
  return outcomeOf(
    [],
    [...books.agreement.partners.keys()].flatMap((partner) => asked(books, partner)),
  );
}

/** What a body bears of overspends and holds of underspends, less what its receipts say that they settle. */
interface Variances {
  readonly borne: readonly Term[];
  readonly held: readonly Term[];
}

function asked(books: Books, partner: string): Found[] {
  // Performance money that was not earned is to be returned: it is paid ahead of nothing, and settles nothing.
  const outstanding = contributionStandings(books).flatMap((standing) =>
    standing.partner === partner && standing.toReturn === undefined ? (standing.outstanding ?? []) : [],
  );
  const ahead = minus(...outstanding.filter(({ amount }) => amount < 0n));
  const short = plus(...outstanding.filter(({ amount }) => amount > 0n));
  const aheadPence = sumOfTerms(ahead);
  const earlier = leftOfLastYear(books, partner);
  const now = books.asAt === 'Q4' ? leftOfVariances(books, partner) : { borne: [], held: [] };
  const paidIn = amountsOf(books, partner, 1n);
  const paidBack = amountsOf(books, partner, -1n);
  const asHost = handoversOf(books).filter(
    ({ body, outstanding }) =>
      body === partner && paidIn.unmarked.includes(outstanding.amount) && outstanding.amount <= aheadPence,
  );
  return [
    ...asHost.map(({ pool, outstanding }) => handoverAsked(books, partner, { pool, outstanding })),
    ...alike(paidIn, aheadPence, [now.borne, earlier.borne]).map((of) =>
      question(books, partner, { way: 'in', terms: ahead, of }),
    ),
    ...alike(paidBack, sumOfTerms(short), [now.held, earlier.held]).map((of) =>
      question(books, partner, { way: 'back', terms: short, of }),
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
  [now, earlier]: readonly [now: readonly Term[], earlier: readonly Term[]],
): (readonly Term[])[] {
  const variance = [...now, ...(unmarked.includes(sumOfTerms(earlier)) ? earlier : [])];
  const variancePence = sumOfTerms(variance);
  const isAsLarge = pence === variancePence && unmarked.length > 0 && !said.includes(pence);
  const isLike = isAsLarge || unmarked.some((amountPence) => amountPence <= variancePence);
  return pence > 0n && variancePence > 0n && isLike ? [variance] : [];
}

interface Asked {
  readonly way: 'in' | 'back';
  /** What is paid ahead, or outstanding. */
  readonly terms: readonly Term[];
  /** The variance that it looks like. */
  readonly of: readonly Term[];
}

function question({ agreement }: Books, partner: string, { way, terms, of }: Asked): Found {
  const receipts = inWords(sumOfTerms(terms));
  const variance = Figure.money({
    what: `${labelOf(agreement, partner)}: ${way === 'in' ? 'overspend that it bears' : 'underspend that it holds'}, and no row settles`,
    how: 'its variances, less what rows say that they settle',
    rule: ruleOf('R5', agreement.balanceRule),
    terms: of,
  });
  const args = { partner: nameOf(agreement, partner), receipts, variance: inWords(variance.amount), way };
  const diagnostic = diagnose('BCF2407', args, { rule: agreement.balanceRule });
  return { diagnostic, terms, speaksOf: { variance } };
}

function handoverAsked(
  { agreement }: Books,
  partner: string,
  { pool, outstanding }: { readonly pool: string; readonly outstanding: Money },
): Found {
  const args = {
    partner: nameOf(agreement, partner),
    amount: inWords(outstanding.amount),
    pool: agreement.pools.get(pool)?.name ?? pool,
  };
  return { diagnostic: diagnose('BCF2409', args, { rule: agreement.balanceRule }), terms: plus(outstanding) };
}

function leftOfVariances(books: Books, body: string): Variances {
  const parts = varianceLines(books).flatMap(({ heading, borneBy }) =>
    isAligned(books.agreement, heading) ? [] : borneBy.flatMap(({ code, amount }) => (code === body ? [amount] : [])),
  );
  const settled = incomes(books.actual.list('settled', { body, of: 'variance', year: '' }));
  const isPaid = sumOfTerms(settled) > 0n;
  return {
    borne: [...plus(...parts.filter(({ amount }) => amount > 0n)), ...(isPaid ? turned(settled) : [])],
    held: [...minus(...parts.filter(({ amount }) => amount < 0n)), ...(isPaid ? [] : settled)],
  };
}

/** What was brought forward of variances and is not settled. */
function leftOfLastYear(books: Books, body: string): Variances {
  const lines = settle(books)
    .partners.filter(({ partner }) => partner === body)
    .flatMap(({ closing }) => closing)
    .filter(({ kind, isOfEarlierYear }) => kind === 'variance' && isOfEarlierYear)
    .map(({ amount }) => amount);
  return {
    borne: minus(...lines.filter(({ amount }) => amount < 0n)),
    held: plus(...lines.filter(({ amount }) => amount > 0n)),
  };
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
