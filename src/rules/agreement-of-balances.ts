import { inWords } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import type { Books } from './check.js';
import { settle } from './settlement.js';

/** What one body says of another, and the row that says it. */
export interface View {
  readonly at: { readonly file: string; readonly line: number };
  readonly receivablePence: Pence;
  readonly payablePence: Pence;
}

/** Two bodies, and what each says of the other; a view is absent where it was not sent. */
export interface BalancePair {
  readonly one: string;
  readonly other: string;
  readonly oneSays: View | undefined;
  readonly otherSays: View | undefined;
  /** What one says it is owed, net, less what the other says it owes, net; undefined where a view is missing. */
  readonly differencePence: Pence | undefined;
  readonly isAgreed: boolean;
  /** What the ledgers say that one owes the other, net, where one of them is the host; undefined otherwise. */
  readonly computedPence: Pence | undefined;
}

/** The pairs of bodies that sent balances as at the quarter, in the agreement's order. */
export function balancePairs(books: Books): BalancePair[] {
  const { agreement, balances } = books;
  const order = [...agreement.partners.keys()];
  const owed = netsToHosts(books);
  const pairs = new Map<string, BalancePair>();
  for (const { body, counterparty } of balances) {
    const [one = body, other = counterparty] = [body, counterparty].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const oneSays = viewOf(books, one, other);
    const otherSays = viewOf(books, other, one);
    const both = oneSays !== undefined && otherSays !== undefined;
    const isAgreed =
      both && oneSays.receivablePence === otherSays.payablePence && oneSays.payablePence === otherSays.receivablePence;
    const toHost = owed.get([one, other].join('\0'));
    const fromHost = owed.get([other, one].join('\0'));
    const isWithHost = toHost !== undefined || fromHost !== undefined;
    const computedPence = isWithHost ? (toHost ?? 0n) - (fromHost ?? 0n) : undefined;
    const differencePence = both ? netOf(oneSays) + netOf(otherSays) : undefined;
    pairs.set([one, other].join('\0'), { one, other, oneSays, otherSays, differencePence, isAgreed, computedPence });
  }
  return [...pairs.values()].sort(
    (a, b) => order.indexOf(a.one) - order.indexOf(b.one) || order.indexOf(a.other) - order.indexOf(b.other),
  );
}

/** Which of two bodies owes the other, in words. */
export function owesInWords(names: { readonly one: string; readonly other: string }, oweePence: Pence): string {
  if (oweePence === 0n) return 'they owe each other nothing';
  const { one, other } = names;
  return oweePence > 0n ? `${one} owes ${inWords(oweePence)}` : `${other} owes ${inWords(-oweePence)}`;
}

function viewOf({ balances }: Books, body: string, counterparty: string): View | undefined {
  return balances.find((row) => row.body === body && row.counterparty === counterparty);
}

/** What a body is owed by another, net, as it says. */
export function netOf({ receivablePence, payablePence }: View): Pence {
  return receivablePence - payablePence;
}

/** What each partner owes each host, over all the pools of that host. */
function netsToHosts(books: Books): Map<string, Pence> {
  const { partners, hosts } = settle(books);
  const nets = new Map<string, Pence>();
  for (const { pool, host } of hosts) {
    for (const { pool: own, partner, netPence } of partners) {
      if (own !== pool || partner === host) continue;
      const key = [partner, host].join('\0');
      nets.set(key, sum([nets.get(key) ?? 0n, netPence]));
    }
  }
  return nets;
}
