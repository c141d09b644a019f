import { labelOf, nameOf } from '../agreement/bodies.js';
import type { OpeningKind } from '../agreement/opening-kinds.js';
import { diagnose, type Place } from '../diagnostics/diagnostic.js';
import { incomes, stated } from '../figures/terms.js';
import type { BalanceOf } from '../journal/book-view.js';
import { inWords } from '../money/format-money.js';
import { type Books, type Check, checkOf, differenceInWords, outBy, outcomeOf, type RuleOutcome } from './check.js';
import type { Opening } from './openings.js';

/** What last year’s fund says that this one begins with. */
export interface LastYear {
  /** `2014/15`. */
  readonly label: string;
  readonly openings: readonly Opening[];
}

type Brought = BalanceOf<'brought-forward'> | BalanceOf<'handover'>;

/** What is compared: a body, a fence, a kind. */
interface Compared {
  readonly pool: string;
  readonly body: string;
  readonly purpose: string;
  readonly kind: OpeningKind;
}

/**
 * R5: where one year ends the next begins: each body has of each fence and kind what last year closed with, and where the
 * host of a pool changed the last one has what it held.
 */
export function checkOpenings(books: Books, lastYear: LastYear): RuleOutcome {
  const closings = [...lastYear.openings, ...heldByLastHosts(books, lastYear)];
  const brought = [
    ...books.actual.list('brought-forward'),
    ...books.actual.list('handover', { side: 'held' }),
    ...books.actual.list('handover', { side: 'earlier' }),
  ];
  const compared = new Map<string, Compared>();
  for (const opening of closings) compared.set(keyOf(opening), opening);
  for (const { account } of brought) compared.set(keyOf(keyed(account)), keyed(account));
  const checks = [...compared].map(([key, parts]) => {
    const closed = closings.filter((opening) => keyOf(opening) === key);
    const opened = brought.filter(({ account }) => keyOf(keyed(account)) === key);
    return openingCheck(books, parts, { label: lastYear.label, closed, opened });
  });
  const rule = books.agreement.balanceRule;
  const found = checks
    .filter(({ check }) => !check.passed)
    .map(({ check, args, opened }) =>
      outBy(check, diagnose('BCF2408', args, { rule, ...placesOf(books, brought, opened) })),
    );
  return outcomeOf(
    checks.map(({ check }) => check),
    found,
  );
}

/** The rows that it is about; where there are none, the file of the others, or where the agreement names it. */
function placesOf(
  { agreement }: Books,
  brought: readonly Brought[],
  opened: readonly Brought[],
): { readonly place?: Place | undefined; readonly alsoAt?: readonly Place[] } {
  const rowsOf = (balances: readonly Brought[]) => balances.flatMap(({ firstRows }) => firstRows);
  const [place, ...alsoAt] = rowsOf(opened).map((row): Place => ({ ...row, field: { name: 'amount' } }));
  if (place !== undefined) return { place, alsoAt };
  const [other] = rowsOf(brought);
  return { place: other ? { file: other.file } : agreement.ledgers.find(({ kind }) => kind === 'opening')?.place };
}

/** A balance that names nobody is its contributor’s. */
function keyed(account: Brought['account']): Compared {
  const { pool, body } = account;
  if (account.type === 'handover') return { pool, body, purpose: '', kind: 'handover' };
  const { partner, purpose, kind } = account;
  return { pool, body: body || partner, purpose, kind };
}

/** What was held by a host that is no longer a pool’s is owed by it: all that is between its bodies and it. */
function heldByLastHosts({ agreement }: Books, { openings }: LastYear): Opening[] {
  return openings.flatMap((opening) => {
    const { pool, host, amountPence } = opening;
    if (host === agreement.pools.get(pool)?.host) return [];
    return [{ ...opening, purpose: '', body: host, kind: 'handover', amountPence: -amountPence }];
  });
}

function keyOf({ pool, body, purpose, kind }: Compared): string {
  return [pool, body, purpose, kind].join('\0');
}

interface BothYears {
  readonly label: string;
  readonly closed: readonly Opening[];
  readonly opened: readonly Brought[];
}

const kindsInWords: Readonly<Record<OpeningKind, string>> = {
  balance: 'balance',
  contributions: 'contributions owed or paid ahead',
  variance: 'variance owed or owed back',
  handover: 'what it holds as an earlier host',
};

function openingCheck(books: Books, { pool, body, purpose, kind }: Compared, { label, closed, opened }: BothYears) {
  const { agreement } = books;
  const tied = purpose === '' ? '' : `, for ${agreement.headings.get(purpose)?.name ?? purpose}`;
  const whose = `${labelOf(agreement, body)}${tied}: ${kindsInWords[kind]}`;
  const expected = closed.flatMap(({ amountPence }) => stated(`what ${label} closed with`, amountPence));
  const check: Check = checkOf({
    id: ['opening', pool, body, purpose, kind].filter((part) => part !== '').join('.'),
    family: 'opening',
    rule: 'R5',
    clause: agreement.balanceRule.clause,
    ...(purpose !== '' && { heading: purpose }),
    expected,
    actual: incomes(opened),
    message: whose,
  });
  const [closedPence, openedPence] = [check.expected.amount, check.actual.amount];
  const message = `${whose}: ${inWords(closedPence)} when ${label} closed, ${inWords(openedPence)} brought forward`;
  const args = {
    whose: `${nameOf(agreement, body)}${tied}: ${kindsInWords[kind]}`,
    year: label,
    closed: inWords(closedPence),
    opened: inWords(openedPence),
    ...differenceInWords(closedPence, openedPence),
  };
  return { check: { ...check, message }, args, opened };
}
