import { labelOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { minus, plus, stated } from '../figures/terms.js';
import type { Pence } from '../money/pence.js';
import type { Books } from './check.js';
import { oncePer } from './once-per.js';
import { type PartnerSettlement, settle } from './settlement.js';

/** What a body says of another, and what the other says of the same. */
export const opposites = {
  receivable: 'payable',
  payable: 'receivable',
  income: 'expenditure',
  expenditure: 'income',
} as const;

export type Aspect = keyof typeof opposites;

const aspects = ['receivable', 'payable', 'income', 'expenditure'] as const satisfies readonly Aspect[];

interface RowPlace {
  readonly file: string;
  readonly line: number;
}

/** What one body says of another, and the row that says it. Income and expenditure are absent where it does not say. */
export interface View {
  readonly at: RowPlace;
  readonly receivable: Money;
  readonly payable: Money;
  readonly income?: Money;
  readonly expenditure?: Money;
}

interface Said {
  readonly at: RowPlace;
  readonly amount: Money;
}

/** One thing that both bodies of a pair say, each from its side. */
export interface Side {
  /** As the first of the two calls it. */
  readonly aspect: Aspect;
  readonly oneSays: Said;
  readonly otherSays: Said;
  /** Nil where they agree. */
  readonly difference: Money;
}

/** Two bodies, and what each says of the other; a view is absent where it was not sent. */
export interface BalancePair {
  readonly one: string;
  readonly other: string;
  readonly oneSays: View | undefined;
  readonly otherSays: View | undefined;
  /** What both say, gross: nothing is set off; empty where a view is missing. */
  readonly sides: readonly Side[];
  readonly isAgreed: boolean;
  /** What the ledgers say that each owes the other, pool by pool, where one is a host; undefined otherwise. */
  readonly computed: Readonly<Record<'receivable' | 'payable', readonly Term[]>> | undefined;
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
  const oneSays = viewOf(books, one, other);
  const otherSays = viewOf(books, other, one);
  const sides = oneSays && otherSays ? sidesOf(books, { one, other, oneSays, otherSays }) : [];
  const isAgreed = sides.length > 0 && sides.every(({ difference }) => difference.isNil);
  return { one, other, oneSays, otherSays, sides, isAgreed, computed: computedOf(books, one, other) };
}

interface SentPair {
  readonly one: string;
  readonly other: string;
  readonly oneSays: View;
  readonly otherSays: View;
}

function sidesOf({ agreement }: Books, { one, other, oneSays, otherSays }: SentPair): Side[] {
  const between = `${labelOf(agreement, one)} and ${labelOf(agreement, other)}`;
  return aspects.flatMap((aspect) => {
    const [own, others] = [oneSays[aspect], otherSays[opposites[aspect]]];
    if (own === undefined || others === undefined) return [];
    const difference = Figure.money({
      what: `${between}: how far their views are apart, the ${aspect} of the first`,
      how: `the ${aspect} of the first − the ${opposites[aspect]} of the second: nil where they agree`,
      rule: ruleOf('R5', agreement.balanceRule),
      terms: [...plus(own), ...minus(others)],
    });
    const said = { oneSays: { at: oneSays.at, amount: own }, otherSays: { at: otherSays.at, amount: others } };
    return [{ aspect, ...said, difference }];
  });
}

function viewOf({ agreement, balances }: Books, body: string, counterparty: string): View | undefined {
  const row = balances.find((sent) => sent.body === body && sent.counterparty === counterparty);
  if (row === undefined) return undefined;
  const says = (part: Aspect, words: string, pence: Pence) =>
    Figure.money({
      what: `${labelOf(agreement, body)} says ${words} ${labelOf(agreement, counterparty)}`,
      how: 'as it reports',
      rule: ruleOf('R5', agreement.balanceRule),
      terms: stated(part, pence, row.at),
    });
  const { incomePence, expenditurePence } = row;
  return {
    at: row.at,
    receivable: says('receivable', 'what it is owed by', row.receivablePence),
    payable: says('payable', 'what it owes to', row.payablePence),
    ...(incomePence !== undefined && { income: says('income', 'what its income of the year is from', incomePence) }),
    ...(expenditurePence !== undefined && {
      expenditure: says('expenditure', 'what its expenditure of the year is to', expenditurePence),
    }),
  };
}

/**
 * What a pair owe each other by the ledgers, gross and pool by pool. At the year end a host owes what it holds for a body
 * too; before it that is the body's to draw, and nobody's debt (R5).
 */
function computedOf(books: Books, one: string, other: string): BalancePair['computed'] {
  const ofOne = withHost(books, one, other);
  const ofOther = withHost(books, other, one);
  if (ofOne.length + ofOther.length === 0) return undefined;
  const owed = ({ owed, available }: PartnerSettlement) => (books.asAt === 'Q4' ? [owed, available] : [owed]);
  const isThere = ({ isNil }: Money) => !isNil;
  const sideOf = (debtors: readonly PartnerSettlement[], creditors: readonly PartnerSettlement[]) =>
    plus(...[...debtors.map(({ owes }) => owes), ...creditors.flatMap(owed)].filter(isThere));
  return { receivable: sideOf(ofOther, ofOne), payable: sideOf(ofOne, ofOther) };
}

/** What a partner has in each of the pools of a host. */
function withHost(books: Books, partner: string, host: string): PartnerSettlement[] {
  if (partner === host) return [];
  const { partners, hosts } = settle(books);
  const pools = hosts.filter((pool) => pool.host === host).map(({ pool }) => pool);
  return partners.filter((line) => line.partner === partner && pools.includes(line.pool));
}
