import { type Quarter, quarters } from '../agreement/financial-year.js';
import { isPaidAsReleased } from '../agreement/tied-money.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { BookView } from '../journal/book-view.js';
import { inWords } from '../money/format-money.js';
import { absolute } from '../money/pence.js';
import type { Books, RuleOutcome } from './check.js';
import { unforecastLines, unforecastSpending } from './forecasts.js';
import { keyOf, type LineKey, lineInWords, lineOf } from './lines.js';
import { varianceLines } from './variance.js';

/** Forecasts that are missing, older than the quarter, or below what was spent (R4: proper forecasting). */
export function checkForecasts(books: Books): RuleOutcome {
  const { asAt } = books;
  if (asAt === undefined) return { checks: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const never: LineKey[] = [];
  const earlier = earlierForecasts(books);
  for (const line of unknownLines(books)) {
    const old = olderForecast(books, line, earlier);
    if (old === undefined) never.push(line);
    else diagnostics.push(old);
  }
  if (never.length > 0) {
    const named = never.slice(0, 3).map((line) => lineInWords(books, line));
    const rest = never.length > 3 ? `, and ${never.length - 3} more` : '';
    diagnostics.push(diagnose('BCF2008', { missing: named.join(', ') + rest, asAt, count: never.length }));
  }
  return { checks: [], diagnostics: [...diagnostics, ...unfitting(books)] };
}

/** Every line without a forecast: planned, spent on without a plan, or with nothing but a virement. */
function unknownLines(books: Books): LineKey[] {
  const vired = varianceLines(books).filter(
    ({ forecastPence, virementsPence }) => forecastPence === undefined && virementsPence !== 0n,
  );
  const all = [...unforecastLines(books), ...unforecastSpending(books), ...vired];
  return [...new Map(all.map((line) => [keyOf(line), lineOf(line)])).values()];
}

/** The forecasts of the quarters before, the latest first. */
function earlierForecasts({ journal, asAt }: Books): readonly { readonly quarter: Quarter; readonly book: BookView }[] {
  return quarters
    .filter((quarter) => asAt !== undefined && quarter < asAt)
    .reverse()
    .map((quarter) => ({ quarter, book: new BookView(journal, 'forecast', quarter) }));
}

function olderForecast(
  books: Books,
  line: LineKey,
  earlier: ReturnType<typeof earlierForecasts>,
): Diagnostic | undefined {
  const last = earlier.find(({ book }) => book.list('applied', line).length > 0);
  if (last === undefined) return undefined;
  const [at] = last.book.list('applied', line).flatMap(({ firstRows }) => firstRows);
  const amount = inWords(last.book.applied(line));
  const args = { line: lineInWords(books, line), asAt: books.asAt ?? '', last: last.quarter, amount };
  return diagnose('BCF2302', args, { place: at && { ...at, field: { name: 'as_at' } } });
}

/** Forecasts below what was spent; at the year end, forecasts that are not what was spent. */
function unfitting(books: Books): Diagnostic[] {
  const { agreement, forecast, actual, asAt } = books;
  const rules = new Map(varianceLines(books).map((line) => [keyOf(line), line.rule]));
  const lines = new Map(forecast.list('applied').map(({ account }) => [keyOf(account), lineOf(account)]));
  return [...lines.values()].flatMap((line) => {
    const forecastPence = forecast.applied(line);
    const spentPence = actual.applied(line);
    const ended = asAt === 'Q4' && !actual.isEmpty;
    const isFitting = ended ? forecastPence === spentPence : forecastPence >= spentPence;
    // Of performance money only what is released can be spent, and that is a rule of its own.
    if (isFitting || isPaidAsReleased(agreement, line.heading)) return [];
    const [at] = forecast.list('applied', line).flatMap(({ firstRows }) => firstRows);
    const rest = forecastPence - spentPence;
    const args = {
      line: lineInWords(books, line),
      forecast: inWords(forecastPence),
      spent: inWords(spentPence),
      rest: inWords(ended ? absolute(rest) : rest),
      ended: ended ? 1 : 0,
    };
    const rule = rules.get(keyOf(line));
    const place = at && { ...at, field: { name: 'amount' } };
    return [diagnose('BCF2303', args, { place, rule: rule?.id === '' ? undefined : rule })];
  });
}
