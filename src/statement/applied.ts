import type { Where } from '../journal/book-view.js';
import type { Pence } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import { unforecastLines } from '../rules/forecasts.js';
import { spentPence } from '../rules/known.js';
import { addFigures, type PenceFigures, provenancesOf, toFigures } from './figures.js';
import type { Figures, HeadingLine, Provenances } from './reconciliation-schema.js';

/** The parts of an application that a line can be asked by. */
type Applied = Where<'applied'>;

/** What was applied: planned, applied to date, and the forecast where every planned cell of it has one. */
export function appliedFigures(books: Books, where: Applied): Figures {
  const pence: PenceFigures = {
    plan: books.plan.applied(where),
    actual: spentPence(books, where),
    forecast: forecastOf(books, where),
  };
  return toFigures(pence);
}

function forecastOf(books: Books, where: Applied): Pence | undefined {
  if (books.forecast.isEmpty || unforecastLines(books, where).length > 0) return undefined;
  return books.forecast.applied(where);
}

/** Whether the plan figures behind a line are printed in the paper or were balanced to its margins. */
export function planProvenance(books: Books, where: Applied): Provenances['plan'] {
  const marks = new Set(books.plan.list('applied', where).flatMap(({ provenances }) => [...provenances]));
  if (marks.has('illustrative')) return 'illustrative';
  return marks.has('derived') ? 'derived' : 'stated';
}

/** The lines of some partners' schedules, heading by heading in the agreement's order; headings without money left out. */
export function headingLines(books: Books, schedules: readonly string[]): HeadingLine[] {
  const { agreement, plan, actual, forecast } = books;
  return [...agreement.headings.values()].flatMap((heading) => {
    const wheres = schedules.map((schedule) => ({ schedule, heading: heading.code }));
    const used = wheres.filter((where) =>
      [plan, actual, forecast].some((book) => book.list('applied', where).length > 0),
    );
    if (used.length === 0) return [];
    const figures = sumFigures(books, used);
    const marks = used.map((where) => planProvenance(books, where));
    const mark = marks.find((candidate) => candidate !== 'stated') ?? 'stated';
    const provenance = provenancesOf(books, mark, figures);
    const bodies = new Set(used.flatMap((where) => appliersOf(books, where)));
    const [only] = bodies;
    const appliedBy = bodies.size === 1 && only !== undefined ? only : heading.appliedBy;
    return [{ heading: heading.code, label: heading.name, appliedBy, ...figures, provenance }];
  });
}

function appliersOf({ plan, actual, forecast }: Books, where: Applied): string[] {
  return [plan, actual, forecast].flatMap((book) =>
    book.list('applied', where).map(({ account }) => account.appliedBy),
  );
}

function sumFigures(books: Books, wheres: readonly Applied[]): Figures {
  return addFigures(wheres.map((where) => appliedFigures(books, where)));
}
