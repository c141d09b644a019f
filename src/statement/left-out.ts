import { isUpTo, lastDayOf, type Quarter, quarters } from '../agreement/financial-year.js';
import { listedPlaces } from '../diagnostics/collector.js';
import { inFull } from '../diagnostics/day-in-full.js';
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.js';
import { sumOf } from '../journal/tally.js';
import { inWords } from '../money/format-money.js';
import { rowsIn } from '../rules/as-at.js';
import type { Books, RuleOutcome } from '../rules/check.js';

/** What is left out, so that nothing is hidden: rows after the quarter that was asked for, or that the rows reach. */
export function leftOut(books: Books, askedFor: Quarter | undefined): RuleOutcome {
  const { agreement, asAt, tallies } = books;
  if (asAt === undefined) return { checks: [], diagnostics: [] };
  if (askedFor === undefined) return { checks: [], diagnostics: fewRows(books, asAt) };
  const diagnostics: Diagnostic[] = [];
  const received = tallies.after('contributions', asAt);
  const applied = tallies.after('expenditure', asAt);
  const count = [...received, ...applied].reduce((total, { rows }) => total + rows, 0);
  if (count > 0) {
    const sums = { received: inWords(sumOf(received)), applied: inWords(sumOf(applied)) };
    diagnostics.push(diagnose('BCF2010', { count, asAt: inFull(lastDayOf(asAt, agreement.year)), ...sums }));
  }
  return { checks: [], diagnostics };
}

/** A few rows alone in a later quarter, which do not move the statement to it. */
function fewRows(books: Books, asAt: Quarter): Diagnostic[] {
  const later = quarters.filter((quarter) => !isUpTo(quarter, asAt));
  const counts = later.map((quarter) => rowsIn(books, quarter));
  const count = counts.reduce((total, rows) => total + rows, 0);
  const last = later.findLast((quarter) => rowsIn(books, quarter) > 0);
  if (last === undefined) return [];
  const [place, ...alsoAt] = placesIn(books, later);
  const args = { count, last, asAt, day: inFull(lastDayOf(asAt, books.agreement.year)) };
  return [diagnose('BCF2460', args, { place, alsoAt, ...(count > 1 && { occurrences: count }) })];
}

/** The first rows of some quarters, in the order of files and lines. */
function placesIn({ journal }: Books, meant: readonly Quarter[]): Place[] {
  const places = new Map<string, Place>();
  for (const book of ['actual', 'forecast'] as const) {
    const field = { name: book === 'actual' ? 'date' : 'as_at' };
    for (const { quarter, firstRows, account } of journal.balances(book)) {
      if (quarter === undefined || !meant.includes(quarter) || account.type === 'pool') continue;
      for (const row of firstRows) places.set(`${row.file}:${String(row.line).padStart(9, '0')}`, { ...row, field });
    }
  }
  return [...places]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, listedPlaces)
    .map(([, place]) => place);
}
