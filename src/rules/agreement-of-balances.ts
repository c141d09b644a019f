import { labelOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { minus, plus, stated, sumOfTerms } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import type { Books } from './check.js';
import { oncePer } from './once-per.js';
import { settle } from './settlement.js';

/** What one body says of another, and the row that says it. */
export interface View {
  readonly at: { readonly file: string; readonly line: number };
  readonly receivable: Money;
  readonly payable: Money;
}

/** Two bodies, and what each says of the other; a view is absent where it was not sent. */
export interface BalancePair {
  readonly one: string;
  readonly other: string;
  readonly oneSays: View | undefined;
  readonly otherSays: View | undefined;
  /** What one says it is owed, net, less what the other says it owes, net; undefined where a view is missing. */
  readonly difference: Money | undefined;
  readonly isAgreed: boolean;
  /** What the ledgers say that one owes the other, net, where one of them is the host; undefined otherwise. */
  readonly computed: readonly Term[] | undefined;
}

/** The pairs of bodies that sent balances as at the quarter, in the agreement's order. */
export const balancePairs = oncePer((books: Books): readonly BalancePair[] => {
  const { agreement, balances } = books;
  const order = [...agreement.partners.keys()];
  const pairs = new Map<string, BalancePair>();
  for (const { body, counterparty } of balances) {
    const [one = body, other = counterparty] = [body, counterparty].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const key = [one, other].join('\0');
    if (!pairs.has(key)) pairs.set(key, pairOf(books, one, other));
  }
  return [...pairs.values()].sort(
    (a, b) => order.indexOf(a.one) - order.indexOf(b.one) || order.indexOf(a.other) - order.indexOf(b.other),
  );
});

function pairOf(books: Books, one: string, other: string): BalancePair {
  const { agreement } = books;
  const oneSays = viewOf(books, one, other);
  const otherSays = viewOf(books, other, one);
  const isAgreed =
    oneSays !== undefined &&
    otherSays !== undefined &&
    oneSays.receivable.amount === otherSays.payable.amount &&
    oneSays.payable.amount === otherSays.receivable.amount;
  const toHost = netsToHost(books, one, other);
  const fromHost = netsToHost(books, other, one);
  const isWithHost = toHost.length + fromHost.length > 0;
  const difference =
    oneSays &&
    otherSays &&
    Figure.money({
      what: `${labelOf(agreement, one)} and ${labelOf(agreement, other)}: how far their views are apart`,
      how: 'what one says it is owed, net, + what the other says it is owed, net: nil where they agree',
      rule: ruleOf('R5', agreement.balanceRule),
      terms: [...netTerms(oneSays), ...netTerms(otherSays)],
    });
  const computed = isWithHost ? [...plus(...toHost), ...minus(...fromHost)] : undefined;
  return { one, other, oneSays, otherSays, difference, isAgreed, computed };
}

/** Which of two bodies owes the other, in words. */
export function owesInWords(names: { readonly one: string; readonly other: string }, oweePence: Pence): string {
  if (oweePence === 0n) return 'they owe each other nothing';
  const { one, other } = names;
  return oweePence > 0n ? `${one} owes ${inWords(oweePence)}` : `${other} owes ${inWords(-oweePence)}`;
}

function viewOf({ agreement, balances }: Books, body: string, counterparty: string): View | undefined {
  const row = balances.find((sent) => sent.body === body && sent.counterparty === counterparty);
  if (row === undefined) return undefined;
  const says = (part: 'receivable' | 'payable', words: string, pence: Pence) =>
    Figure.money({
      what: `${labelOf(agreement, body)} says that ${labelOf(agreement, counterparty)} ${words}`,
      how: 'as it reports',
      rule: ruleOf('R5', agreement.balanceRule),
      terms: stated(part, pence, row.at),
    });
  return {
    at: row.at,
    receivable: says('receivable', 'owes it', row.receivablePence),
    payable: says('payable', 'is owed by it', row.payablePence),
  };
}

/** What a body is owed by another, net, as it says. */
export function netTerms({ receivable, payable }: View): Term[] {
  return [...plus(receivable), ...minus(payable)];
}

/** The same in pence. */
export function netOf(view: View): Pence {
  return sumOfTerms(netTerms(view));
}

/** What a partner owes a host, over all the pools of that host. */
function netsToHost(books: Books, debtor: string, creditor: string): Money[] {
  if (debtor === creditor) return [];
  const { partners, hosts } = settle(books);
  const pools = hosts.filter(({ host }) => host === creditor).map(({ pool }) => pool);
  return partners.filter(({ pool, partner }) => partner === debtor && pools.includes(pool)).map(({ net }) => net);
}
