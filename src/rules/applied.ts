import { labelOf } from '../agreement/bodies.js';
import { type BookName, type InBooks, inBooks, total } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { balances } from '../figures/terms.js';
import type { Where } from '../journal/book-view.js';
import type { Books } from './check.js';
import { unforecastLines } from './forecasts.js';
import { isKnown } from './known.js';
import { oncePer } from './once-per.js';
import { viredBody, viredPence } from './virements.js';

/** The parts of an application that a line can be asked by. */
type Applied = Where<'applied'>;

/** Printed in the paper, balanced to its margins, or made up. */
export type PlanProvenance = 'stated' | 'derived' | 'illustrative';

/** A heading of one partner’s schedule, which has money in some book, or budget that was moved to it. */
export interface ScheduleLine {
  readonly schedule: string;
  readonly heading: string;
  readonly figures: InBooks;
  readonly provenance: PlanProvenance;
  /** Everybody who applies it. */
  readonly bodies: ReadonlySet<string>;
}

/** Each partner with money of its own: what is applied on its schedule, heading by heading in the agreement’s order (R1). */
export const scheduleLines = oncePer((books: Books): ReadonlyMap<string, readonly ScheduleLine[]> => {
  const headings = [...books.agreement.headings.keys()];
  return new Map(
    partnersWithMoney(books).map((schedule) => [
      schedule,
      headings.flatMap((heading) => scheduleLine(books, { schedule, heading }) ?? []),
    ]),
  );
});

/** The partners that contribute, have something applied on their schedules or have a balance, as the agreement lists them. */
function partnersWithMoney({ agreement, plan, actual, forecast }: Books): string[] {
  const codes = new Set(agreement.contributions.map(({ partner }) => partner));
  for (const book of [plan, actual, forecast]) {
    for (const { account } of book.list('applied')) codes.add(account.schedule);
    for (const { account } of book.list('pool')) codes.add(account.partner);
  }
  return [...agreement.partners.keys()].filter((code) => codes.has(code));
}

function scheduleLine(
  books: Books,
  where: { readonly schedule: string; readonly heading: string },
): ScheduleLine | undefined {
  const { agreement, plan, actual, forecast } = books;
  const { schedule, heading } = where;
  const applying = [plan, actual, forecast].flatMap((book) =>
    book.list('applied', where).map(({ account }) => account.appliedBy),
  );
  const isViredAlone = applying.length === 0 && viredPence(books, schedule, heading) !== 0n;
  const bodies = isViredAlone ? [viredBody(books, schedule, heading)] : applying;
  if (bodies.length === 0) return undefined;
  const label = agreement.headings.get(where.heading)?.name ?? where.heading;
  const figures = inBooks((book, words) =>
    isAppliedKnown(books, book, where)
      ? Figure.money({
          what: `${label} on the schedule of ${labelOf(agreement, where.schedule)}, ${words}`,
          how: 'its accounts, by who applied it, from which source, for which scheme, in which quarter',
          rule: ruleOf('R1', agreement.balanceRule),
          terms: balances(books[book].list('applied', where)),
        })
      : undefined,
  );
  return { ...where, figures, provenance: planProvenance(books, where), bodies: new Set(bodies) };
}

/** What each heading applies, as each partner’s schedule has it (R1). */
export const headingFigures = oncePer((books: Books): ReadonlyMap<string, InBooks> => {
  const lines = [...scheduleLines(books).values()].flat();
  return new Map(
    [...books.agreement.headings.values()].map(({ code, name }) => {
      const ofHeading = lines.filter(({ heading }) => heading === code);
      const figures = inBooks((book, words) => {
        const about = {
          what: `${name}, ${words}`,
          how: 'what each partner’s schedule applies to it',
          rule: ruleOf('R1', books.agreement.balanceRule),
        };
        const parts = ofHeading.map((line) => line.figures[book]);
        return isAppliedKnown(books, book, { heading: code }) ? total(about, parts) : undefined;
      });
      return [code, figures];
    }),
  );
});

/** Whether it is known what was applied: of a forecast where every planned line of it has one. */
export function isAppliedKnown(books: Books, book: BookName, where: Applied = {}): boolean {
  switch (book) {
    case 'plan':
      return true;
    case 'actual':
      return isKnown(books, 'expenditure');
    case 'forecast':
      return !books.forecast.isEmpty && unforecastLines(books, where).length === 0;
  }
}

/** Whether the plan figures behind a line are printed in the paper or were balanced to its margins. */
export function planProvenance(books: Books, where: Applied): PlanProvenance {
  const marks = new Set(books.plan.list('applied', where).flatMap(({ provenances }) => [...provenances]));
  if (marks.has('illustrative')) return 'illustrative';
  return marks.has('derived') ? 'derived' : 'stated';
}
