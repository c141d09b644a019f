import type { Agreement } from '../../agreement/agreement.js';
import { labelOf } from '../../agreement/bodies.js';
import { type Mappable, ProFormaMapping, type ProFormaRows } from '../../controls/pro-forma.js';
import { type BookName, bookNames, type InBooks, inBooks, total } from '../../figures/books.js';
import { Figure, type Term } from '../../figures/figure.js';
import { balances, sumOfTerms } from '../../figures/terms.js';
import type { BookView } from '../../journal/book-view.js';
import type { Books } from '../../rules/check.js';
import { outturnBook, unforecastLines } from '../../rules/forecasts.js';
import { isKnown } from '../../rules/known.js';
import { oncePer } from '../../rules/once-per.js';
import { plannedUnits } from '../planned-units.js';
import type { NamedReportFigures } from '../report-figures-schema.js';
import { rulesOfPapers } from './rules-of-papers.js';

type ProForma = NamedReportFigures['proForma'];

/** Something planned, spent or forecast that the lines of the pro-forma share out between them. */
interface Part extends Mappable {
  readonly name: string;
  readonly book: BookName;
  readonly terms: readonly Term[];
}

const words = { plan: 'plan value', actual: 'spent to date', forecast: 'forecast outturn' } as const;

/**
 * The pro-forma of Appendix 4 (R6): plan value, year to date and outturn, line by line: from Q4 the outturn is what was
 * spent. Every pound of the plan, the actuals and the outturn stands on one line, or is shown as not mapped. A line that nothing is mapped to has no
 * figures, which is not nil.
 */
export function proFormaOf(rows: ProFormaRows, books: Books): ProForma {
  const mapping = new ProFormaMapping(rows);
  const parts = partsOf(rows, books);
  const byLine = groupedBy(parts, (part) => mapping.lineOf(part));
  const lines = mapping.lines.map((line) => {
    const units = byLine.get(line) ?? [];
    const how = 'the schemes and headings that pro-forma.csv maps to it, added up';
    return { line, ...(mapping.isMapped(line) && figuresOf(books, `Pro-forma, ${line}`, how, units)) };
  });
  const unmapped = unmappedUnits(books, byLine.get(undefined) ?? []);
  const notMapped = inBooks((book) =>
    isMade(books, book, [])
      ? total(
          about(`On no line of the pro-forma: ${words[book]}`, 'what is not mapped, added up'),
          unmapped.map((unit) => unit[book]),
        )
      : undefined,
  );
  const mapped = lines.filter(({ line }) => mapping.isMapped(line));
  return {
    lines,
    unmapped,
    notMapped,
    totals: inBooks((book) =>
      total(about(`The pro-forma: ${words[book]}`, 'its lines, and what is on none'), [
        ...mapped.map((line) => line[book]),
        notMapped[book],
      ]),
    ),
    isMappingIllustrative: mapping.isIllustrative,
  };
}

function about(what: string, how: string) {
  return { what, how, rule: rulesOfPapers.proForma };
}

function figuresOf(books: Books, what: string, how: string, parts: readonly Part[]): InBooks {
  return inBooks((book) => {
    if (!isMade(books, book, parts)) return undefined;
    return Figure.money({ ...about(`${what}: ${words[book]}`, how), terms: termsOf(parts, book) });
  });
}

function termsOf(parts: readonly Part[], book: BookName): Term[] {
  return parts.flatMap((part) => (part.book === book ? part.terms : []));
}

/** Whether a book is known of some parts: a forecast needs those of every schedule that has money in them. */
function isMade(books: Books, book: BookName, parts: readonly Part[]): boolean {
  switch (book) {
    case 'plan':
      return true;
    case 'actual':
      return isKnown(books, 'expenditure');
    case 'forecast':
      if (outturnBook(books) === 'actual') return isKnown(books, 'expenditure');
      return !books.forecast.isEmpty && !parts.some(({ schedule }) => schedulesLeftOut(books).has(schedule));
  }
}

/** Schedules of which a planned line has no forecast. */
const schedulesLeftOut = oncePer(
  (books: Books): ReadonlySet<string> => new Set(unforecastLines(books).map(({ schedule }) => schedule)),
);

function partsOf({ schemes }: ProFormaRows, books: Books): Part[] {
  const booked = (book: 'actual' | 'forecast', view: BookView) =>
    view.list('applied').map((balance): Part => {
      const { schedule, scheme, heading } = balance.account;
      return { schedule, scheme, heading, name: '', book, terms: balances([balance]) };
    });
  const planned = plannedUnits({ ...books, schemes }).map((unit): Part => ({ ...unit, book: 'plan' }));
  return [...planned, ...booked('actual', books.actual), ...booked('forecast', books[outturnBook(books)])];
}

/** What is on no line, by scheme, whatever heading it is spent under, and by heading of what has none. */
function unmappedUnits(books: Books, parts: readonly Part[]): ProForma['unmapped'] {
  const units = groupedBy(parts, ({ schedule, scheme, heading }) =>
    [schedule, scheme, scheme === '' ? heading : ''].join('\0'),
  );
  return [...units.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined || bookNames.every((book) => sumOfTerms(termsOf(alike, book)) === 0n)) return [];
    const label = labelOfUnit(first, books.agreement);
    const how = 'its accounts, or its rows of schemes.csv, added up';
    return [
      {
        schedule: first.schedule,
        scheduleLabel: labelOf(books.agreement, first.schedule),
        scheme: first.scheme || undefined,
        heading: first.heading || undefined,
        label,
        ...figuresOf(books, `${label}, on no line of the pro-forma`, how, alike),
      },
    ];
  });
}

function labelOfUnit({ scheme, heading, name }: Part, { headings }: Agreement): string {
  if (scheme !== '') return `${scheme} ${name}`.trim();
  const label = headings.get(heading)?.name;
  return label === undefined ? 'Plan that no scheme makes up' : `${label}, no scheme`;
}

function groupedBy<K>(parts: readonly Part[], keyOf: (part: Part) => K): Map<K, Part[]> {
  const groups = new Map<K, Part[]>();
  for (const part of parts) {
    const key = keyOf(part);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [part]);
    else group.push(part);
  }
  return groups;
}
