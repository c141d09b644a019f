import type { RingFenceRule } from '../agreement/agreement.js';
import { labelOf, membersOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import { added, largest, nil, smallest } from '../figures/expression.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { splitOf } from '../figures/split.js';
import { minus, plus, plusAll, turned } from '../figures/terms.js';
import type { Books } from './check.js';
import { carriedTerms } from './fenced-money.js';
import { isOpeningKnown } from './known.js';

type ByBody<T> = ReadonlyMap<string, T>;

/** What a body of a fence has of the year, each where it is known. */
export interface OfTheYear {
  readonly allocation: Money | undefined;
  readonly paid: Money | undefined;
}

/**
 * R2: what was brought forward under a fence, by the body that has it; undefined where nothing was, and where that is not
 * known. What a group has undivided is for those of its members that are paid above what is theirs, in proportion where
 * it is less than that; the rest stays the group’s.
 */
export function broughtForwardByBody(
  books: Books,
  fence: RingFenceRule,
  ofTheYear: ByBody<OfTheYear>,
): ByBody<Money> | undefined {
  const { agreement, actual } = books;
  if (!isOpeningKnown(books) || carriedTerms(actual, { purpose: fence.heading }).length === 0) return undefined;
  const heading = agreement.headings.get(fence.heading);
  const carried = new Map([...ofTheYear.keys()].map((body) => [body, carriedBy(books, fence, body)]));
  const group = heading?.appliedBy ?? '';
  const undivided = agreement.groups.has(group) ? carried.get(group) : undefined;
  if (undivided === undefined) return carried;
  const excess = new Map(
    membersOf(agreement, group).map((body) => {
      const what = `${labelOf(agreement, body)}: paid above what is its own`;
      return [body, notBelowNil(what, turned(leftTerms(ofTheYear.get(body), carried.get(body))))];
    }),
  );
  const what = `${labelOf(agreement, group)}: what it has undivided`;
  const there = notBelowNil(what, leftTerms(ofTheYear.get(group), undivided));
  const of = splitOf(upTo(there, [...excess.values()]), excess);
  const parts = [...of.parts.keys()].map((code) => ({
    code,
    amount: Figure.money({
      what: `of what ${labelOf(agreement, group)} brought forward undivided, for ${labelOf(agreement, code)}`,
      how: 'what it is paid above what is its own; of several that are, each in proportion',
      terms: plus(undivided),
      part: { of, code },
    }),
  }));
  return new Map(
    [...carried].map(([body, money]) => {
      const part = parts.filter(({ code }) => code === body).map(({ amount }) => amount);
      const given = body === group ? minus(...parts.map(({ amount }) => amount)) : plusAll(part);
      const terms = given.filter(({ figure }) => !figure.isNil);
      return [body, terms.length === 0 ? money : Figure.money({ ...money, terms: [...plus(money), ...terms] })];
    }),
  );
}

/** As it was brought forward; what names nobody is the group’s that spends the heading. */
function carriedBy({ agreement, actual }: Books, { clause, heading: purpose }: RingFenceRule, body: string): Money {
  const heading = agreement.headings.get(purpose);
  const unnamed = body === heading?.appliedBy ? carriedTerms(actual, { purpose, body: '' }) : [];
  return Figure.money({
    what: `${heading?.name ?? purpose}: brought forward for ${labelOf(agreement, body)}`,
    how: 'as it was brought forward',
    rule: ruleOf('R2', { clause }),
    terms: [...carriedTerms(actual, { purpose, body }), ...unnamed],
  });
}

/** Of a body, negative where it is paid more than is its own; nothing where it is allotted nothing that is known. */
function leftTerms(ofTheYear: OfTheYear | undefined, carried: Money | undefined): Term[] {
  const { allocation, paid } = ofTheYear ?? {};
  if (allocation === undefined || paid === undefined) return [];
  return [...plus(allocation, ...(carried === undefined ? [] : [carried])), ...minus(paid)];
}

function notBelowNil(what: string, terms: readonly Term[]): Money {
  const left = Figure.money({ what, how: 'allotted + brought forward − paid, or the other way about', terms });
  return Figure.money({
    what,
    how: 'not below nil',
    terms: plus(left),
    formula: ([amount = nil]) => largest(nil, amount),
  });
}

function upTo(there: Money, excess: readonly Money[]): Money {
  return Figure.money({
    what: 'What is undivided, for those who are paid above what is their own',
    how: 'as much as they are paid above it, up to what there is',
    terms: plus(there, ...excess),
    formula: ([most = nil, ...amounts]) => smallest(most, added(...amounts)),
  });
}
