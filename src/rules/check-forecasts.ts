import { quarters } from '../agreement/financial-year.js';
import { isPaidAsReleased } from '../agreement/tied-money.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { BookView } from '../journal/book-view.js';
import { inWords } from '../money/format-money.js';
import { absolute } from '../money/pence.js';
import type { Books, RuleOutcome } from './check.js';
import { unforecastLines, unforecastSpending } from './forecasts.js';
import { keyOf, type LineKey, lineInWords, lineOf } from './lines.js';

/** Forecasts that are missing, older than the quarter, or below what was spent (R4: proper forecasting). */
export function checkForecasts(books: Books): RuleOutcome {
  const { agreement, asAt } = books;
  if (asAt === undefined) return { checks: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const never: LineKey[] = [];
  for (const line of [...unforecastLines(books), ...unforecastSpending(books)]) {
    const old = olderForecast(books, line);
    if (old === undefined) never.push(line);
    else diagnostics.push(old);
  }
  if (never.length > 0) {
    const named = never.slice(0, 3).map((line) => lineInWords(books, line));
    const rest = never.length > 3 ? `, and ${never.length - 3} more` : '';
    diagnostics.push(diagnose('BCF2008', { missing: named.join(', ') + rest, asAt, count: never.length }));
  }
  const rule = agreement.varianceRules[0];
  return {
    checks: [],
    diagnostics: [...diagnostics, ...unfitting(books).map((one) => ({ ...one, ...(rule && { rule }) }))],
  };
}

function olderForecast(books: Books, line: LineKey): Diagnostic | undefined {
  const { journal, asAt } = books;
  const earlier = quarters.filter((quarter) => asAt !== undefined && quarter < asAt).reverse();
  for (const last of earlier) {
    const forecast = new BookView(journal, 'forecast', last);
    const found = forecast.list('applied', line);
    if (found.length === 0) continue;
    const [at] = found.flatMap(({ firstRows }) => firstRows);
    const args = { line: lineInWords(books, line), asAt: asAt ?? '', last, amount: inWords(forecast.applied(line)) };
    return diagnose('BCF2302', args, { place: at && { ...at, field: { name: 'as_at' } } });
  }
  return undefined;
}

/** Forecasts below what was spent; at the year end, forecasts that are not what was spent. */
function unfitting(books: Books): Diagnostic[] {
  const { agreement, forecast, actual, asAt } = books;
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
    return [diagnose('BCF2303', args, { place: at && { ...at, field: { name: 'amount' } } })];
  });
}
