import { membersOf } from '../agreement/bodies.js';
import { type IsoDate, isUpTo, type Quarter, quarters } from '../agreement/financial-year.js';
import { hasFact, type KindWith, ledgerKindNames } from '../agreement/ledger-kinds.js';
import { measuredQuarters } from '../agreement/measured-quarters.js';
import type { Account } from '../journal/accounts.js';
import { BookView } from '../journal/book-view.js';
import type { Balance } from '../journal/journal.js';
import { type Pence, sum } from '../money/pence.js';
import type { Books } from './check.js';
import { bodyPaid } from './due-out.js';
import { oncePer } from './once-per.js';

export type SentLedger = KindWith<'isSent', true>;

/** The ledgers that bodies send, in the order in which they are shown. */
export const sentLedgers = ledgerKindNames.filter((kind): kind is SentLedger => hasFact(kind, 'isSent', true));

type RowReference = Balance['firstRows'][number];

/** What came from one body in one ledger and quarter. */
export interface Arrival {
  readonly body: string;
  readonly ledger: SentLedger;
  /** The quarter it is dated in or made as at; of admissions the one in which they are paid; none of an opening balance. */
  readonly quarter: Quarter | undefined;
  readonly rows: number;
  readonly lastDay: IsoDate | undefined;
  /** Undefined where the rows have no one amount, such as admissions. */
  readonly amountPence: Pence | undefined;
  /** The accounts that the rows were posted to; income is negative there. */
  readonly balances: readonly Balance[];
  /** The rows of what is not posted. */
  readonly returns: readonly RowReference[];
}

type Key = Pick<Arrival, 'body' | 'ledger' | 'quarter'>;
type Part = Omit<Key, 'ledger'> & ({ readonly balance: Balance } | { readonly at: RowReference });

/** What has come up to the quarter, read from the accounts: it grows with bodies and quarters, not with rows. */
const arrivalsByKey = oncePer((books: Books): ReadonlyMap<string, Arrival> => {
  const byKey = new Map<
    string,
    { readonly key: Key; readonly balances: Balance[]; readonly returns: RowReference[] }
  >();
  for (const ledger of sentLedgers) {
    for (const part of partsOf[ledger](books)) {
      const { body, quarter } = part;
      const key = { body, ledger, quarter };
      const arrival = byKey.get(keyOf(key)) ?? { key, balances: [], returns: [] };
      if ('balance' in part) arrival.balances.push(part.balance);
      else arrival.returns.push(part.at);
      byKey.set(keyOf(key), arrival);
    }
  }
  return new Map([...byKey].map(([name, { key, balances, returns }]) => [name, arrivalOf(key, balances, returns)]));
});

/** What has come from one body in one ledger and quarter; undefined where nothing has. */
export function arrivalFrom(books: Books, key: Key): Arrival | undefined {
  return arrivalsByKey(books).get(keyOf(key));
}

/** The same from a body, and where it is a group from its members. */
export function arrivalsFrom(books: Books, { body, ...key }: Key): Arrival[] {
  const bodies = new Set([body, ...membersOf(books.agreement, body)]);
  return [...bodies].flatMap((member) => arrivalFrom(books, { ...key, body: member }) ?? []);
}

function keyOf({ ledger, body, quarter }: Key): string {
  return [ledger, body, quarter ?? ''].join('\0');
}

function arrivalOf(key: Key, balances: readonly Balance[], returns: readonly RowReference[]): Arrival {
  const total = sum(balances.map(({ account, amountPence }) => (isComeIn(account) ? -amountPence : amountPence)));
  const days = balances.flatMap(({ lastDay }) => lastDay ?? []).sort();
  return {
    ...key,
    rows: returns.length + balances.reduce((count, { rows }) => count + rows, 0),
    lastDay: days.at(-1),
    amountPence: balances.length === 0 ? undefined : total,
    balances,
    returns,
  };
}

function isComeIn({ type }: Account): boolean {
  switch (type) {
    case 'income':
    case 'aligned-income':
    case 'settled':
    case 'brought-forward':
    case 'handover':
      return true;
    case 'pool':
    case 'aligned':
    case 'applied':
    case 'scheme':
    case 'schedule':
    case 'budget':
      return false;
  }
}

/** What has come in each ledger, and from whom. */
const partsOf: Readonly<Record<SentLedger, (books: Books) => Part[]>> = {
  opening: ({ actual }) => [
    ...actual.list('brought-forward').map((balance) => postedBy(balance.account.partner, balance)),
    ...actual.list('handover', { side: 'earlier' }).map((balance) => postedBy(balance.account.body, balance)),
  ],
  contributions: ({ actual }) => [
    ...actual.list('income').map((balance) => postedBy(balance.account.partner, balance)),
    ...actual.list('aligned-income').map((balance) => postedBy(balance.account.partner, balance)),
    ...actual.list('settled').map((balance) => postedBy(balance.account.body, balance)),
    ...actual.list('handover', { side: 'come' }).map((balance) => postedBy(balance.account.body, balance)),
  ],
  expenditure: ({ agreement, actual }) =>
    actual.list('applied').map((balance) => postedBy(bodyPaid(agreement, balance.account), balance)),
  forecast: (books) => forecastsUpTo(books).map((balance) => postedBy(balance.account.appliedBy, balance)),
  activity: reported,
  virements: ({ virements }) =>
    virements.list('budget', { direction: 'in' }).map((balance) => postedBy(balance.account.schedule, balance)),
  balances: ({ balances, asAt }) => balances.map(({ body, at }) => ({ body, quarter: asAt, at })),
};

function postedBy(body: string, balance: Balance): Part {
  return { body, quarter: balance.quarter, balance };
}

function forecastsUpTo({ journal, asAt }: Books) {
  if (asAt === undefined) return [];
  return quarters
    .filter((quarter) => isUpTo(quarter, asAt))
    .flatMap((quarter) => new BookView(journal, 'forecast', quarter).list('applied'));
}

/** Admissions whose actual is known, by the quarter in which they are paid. */
function reported({ agreement: { performanceRule, year }, activity, asAt }: Books): Part[] {
  if (performanceRule === undefined || asAt === undefined) return [];
  const paidIn = new Map(measuredQuarters(performanceRule, year).map((quarter) => [quarter.measured, quarter.paidIn]));
  return activity.flatMap(({ partner: body, quarter: measured, actual, at }) => {
    const quarter = paidIn.get(measured);
    if (actual === undefined || quarter === undefined || !isUpTo(quarter, asAt)) return [];
    return [{ body, quarter, at }];
  });
}
