import { labelOf, membersOf } from '../agreement/bodies.js';
import { isUpTo, quarters } from '../agreement/financial-year.js';
import { BookView } from '../journal/book-view.js';
import { toPounds } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import { add, addKnown, subtract, totalOf } from '../money/pounds-text.js';
import type { Books } from '../rules/check.js';
import { bodyOf } from '../rules/fenced-bodies.js';
import { isKnown } from '../rules/known.js';
import { oncePer } from '../rules/once-per.js';
import type { GrantFigures } from './report-figures-schema.js';
import type { RingFenceStatement } from './ring-fence-schema.js';

/**
 * Fenced grants that a group spends, by body and half-year; the group’s own money, with no member named, is its own. Where
 * there is no group, as in a unitary area, every fenced grant, by whoever applies it.
 */
export function grantsOf(books: Books, ringFences: readonly RingFenceStatement[]): GrantFigures[] {
  const { agreement, actual } = books;
  const appliedBy = (heading: string) => agreement.headings.get(heading)?.appliedBy ?? '';
  const grants = agreement.ringFences.filter(({ source }) => source !== undefined);
  const ofGroups = grants.filter(({ heading }) => agreement.groups.has(appliedBy(heading)));
  return (ofGroups.length > 0 ? ofGroups : grants).map(({ id, heading }) => {
    const codes = new Set([...membersOf(agreement, appliedBy(heading)), ...paidByBody(actual, heading).keys()]);
    const fence = ringFences.find((one) => one.id === id);
    const allotted = new Map(fence?.bodies.map(({ body, allocation }) => [body, allocation && String(allocation)]));
    const isAllotted = [...allotted.values()].some((allocation) => allocation !== undefined);
    const bodies = [...agreement.bodies.keys()]
      .filter((code) => codes.has(code))
      .map((code) => ({
        code,
        label: labelOf(agreement, code),
        ...spending(
          paidByQuarter(books, (view) => paidByBody(view, heading).get(code) ?? 0n),
          isAllotted ? (allotted.get(code) ?? '0.00') : undefined,
        ),
      }));
    return { heading, bodies, totals: totalsOf(bodies, isAllotted) };
  });
}

interface ByQuarter {
  readonly quarters: readonly (string | undefined)[];
  readonly toDate: string | undefined;
}

const viewsOf = oncePer(({ journal }: Books) => quarters.map((within) => new BookView(journal, 'actual', { within })));

function paidByQuarter(books: Books, of: (view: BookView) => Pence): ByQuarter {
  const { actual, asAt } = books;
  if (!isKnown(books, 'expenditure') || asAt === undefined) return { quarters: [], toDate: undefined };
  const reached = viewsOf(books).filter((_, index) => isUpTo(quarters[index] ?? 'Q4', asAt));
  return { quarters: reached.map((view) => toPounds(of(view))), toDate: toPounds(of(actual)) };
}

/** What each body has been paid under a heading: the district where a group spends it. */
function paidByBody(book: BookView, heading: string): Map<string, Pence> {
  const paid = new Map<string, Pence>();
  for (const { account, amountPence } of book.list('applied', { heading })) {
    const body = bodyOf(account);
    paid.set(body, (paid.get(body) ?? 0n) + amountPence);
  }
  return paid;
}

type Spending = GrantFigures['totals'];

function spending(paid: ByQuarter, allocation: string | undefined): Spending {
  return {
    allocation,
    firstHalf: half(paid, 0),
    secondHalf: half(paid, 2),
    toDate: paid.toDate,
    left: subtract(allocation, paid.toDate),
  };
}

/** A half-year is known once its first quarter is: what there is of it by then. */
function half({ quarters }: ByQuarter, from: number): string | undefined {
  const [first, second] = quarters.slice(from, from + 2);
  return first === undefined ? undefined : (addKnown([first, second]) ?? first);
}

function totalsOf(bodies: readonly Spending[], isAllotted: boolean): Spending {
  const allocation = isAllotted ? add(...bodies.map((body) => body.allocation ?? '0.00')) : undefined;
  const toDate = totalOf(bodies.map((body) => body.toDate));
  return {
    allocation,
    firstHalf: totalOf(bodies.map(({ firstHalf }) => firstHalf)),
    secondHalf: totalOf(bodies.map(({ secondHalf }) => secondHalf)),
    toDate,
    left: subtract(allocation, toDate),
  };
}
