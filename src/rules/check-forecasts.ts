import { labelOf, membersOf, nameOf } from '../agreement/bodies.js';
import { type Quarter, quarters } from '../agreement/financial-year.js';
import { fenceOfHeading, isPaidAsReleased } from '../agreement/tied-money.js';
import { listedPlaces } from '../diagnostics/collector.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { Money } from '../figures/books.js';
import { Figure } from '../figures/figure.js';
import { balances } from '../figures/terms.js';
import { BookView } from '../journal/book-view.js';
import { inWords } from '../money/format-money.js';
import { absolute } from '../money/pence.js';
import { endedQuarters } from './as-at.js';
import { apart, type Books, type Found, outcomeOf, type RuleOutcome, together } from './check.js';
import { outturnBook, unforecastLines, unforecastSpending } from './forecasts.js';
import { isKnown } from './known.js';
import { keyOf, type LineKey, lineInWords, lineOf } from './lines.js';
import { varianceLines } from './variance.js';

/**
 * Forecasts that are missing, older than the quarter, or below what was spent (R4: proper forecasting); from Q4, when
 * nobody is asked for one any more, those that are not what was spent.
 */
export function checkForecasts(books: Books): RuleOutcome {
  const { asAt } = books;
  if (asAt === undefined) return { checks: [], diagnostics: [] };
  const isAsked = outturnBook(books) === 'forecast' && endedQuarters(books).includes(asAt);
  const missed = isAsked ? missing(books, asAt) : [];
  return together([{ checks: [], diagnostics: missed }, outcomeOf([], unfitting(books))]);
}

/** Forecasts that have not come, or are older than the quarter: nobody misses them before it ends. */
function missing(books: Books, asAt: Quarter): Diagnostic[] {
  const older = earlierForecasts(books);
  const lastOf = new Map(
    unknownLines(books).map((line) => [line, older.find(({ book }) => book.list('applied', line).length > 0)]),
  );
  const lastIn = (wanted: EarlierForecast | undefined) =>
    [...lastOf].filter(([, last]) => last === wanted).map(([line]) => line);
  const never = lastIn(undefined);
  const args = { missing: namedLines(books, never), asAt };
  return [
    ...older.flatMap((forecast) => outOfDate(books, forecast, lastIn(forecast), asAt)),
    ...(never.length > 0 ? [diagnose('BCF2008', args)] : []),
    ...silentMembers(books, asAt),
  ];
}

/** The members of a group that forecasts one by one which have not: those that are allotted something, or else all. */
function silentMembers({ agreement, forecast }: Books, asAt: Quarter): Diagnostic[] {
  const spoken = new Map<string, { readonly line: LineKey; readonly members: Set<string> }>();
  for (const { account } of forecast.list('applied')) {
    if (account.district === '') continue;
    const spokenLine = spoken.get(keyOf(account)) ?? { line: lineOf(account), members: new Set<string>() };
    spoken.set(keyOf(account), { ...spokenLine, members: spokenLine.members.add(account.district) });
  }
  return [...spoken.values()].flatMap(({ line: { appliedBy, heading }, members }) => {
    const allotted = fenceOfHeading(agreement, heading)?.allocations?.pence;
    const expected = membersOf(agreement, appliedBy).filter((member) => allotted?.get(member) !== 0n);
    const silent = expected.filter((member) => !members.has(member));
    if (silent.length === 0) return [];
    const args = {
      group: labelOf(agreement, appliedBy),
      heading: agreement.headings.get(heading)?.name ?? heading,
      asAt,
      missing: silent.map((member) => labelOf(agreement, member)).join(', '),
    };
    return [diagnose('BCF2461', args)];
  });
}

/** A few lines each by itself, many by the bodies that are to forecast them: none of these is left out. */
function namedLines(books: Books, lines: readonly LineKey[]): string {
  if (lines.length <= 3) return lines.map((line) => lineInWords(books, line)).join(', ');
  const bodies = [...new Set(lines.map(({ appliedBy }) => appliedBy))];
  return `lines of ${bodies.map((body) => nameOf(books.agreement, body)).join(', ')}`;
}

/** Every line without a forecast: planned, spent on without a plan, or with nothing but a virement. */
function unknownLines(books: Books): LineKey[] {
  const vired = varianceLines(books).filter(({ forecast, virements }) => forecast === undefined && !virements.isNil);
  const all = [...unforecastLines(books), ...unforecastSpending(books), ...vired];
  return [...new Map(all.map((line) => [keyOf(line), lineOf(line)])).values()];
}

interface EarlierForecast {
  readonly quarter: Quarter;
  readonly book: BookView;
}

/** The forecasts of the quarters before, the latest first. */
function earlierForecasts({ journal, asAt }: Books): readonly EarlierForecast[] {
  return quarters
    .filter((quarter) => asAt !== undefined && quarter < asAt)
    .reverse()
    .map((quarter) => ({ quarter, book: new BookView(journal, 'forecast', quarter) }));
}

/** The lines whose last forecast is of one earlier quarter, together. */
function outOfDate(
  books: Books,
  { quarter, book }: EarlierForecast,
  lines: readonly LineKey[],
  asAt: Quarter,
): Diagnostic[] {
  if (lines.length === 0) return [];
  const rows = lines.flatMap((line) => book.list('applied', line)).flatMap(({ firstRows }) => firstRows);
  const [place, ...alsoAt] = rows.map((at) => ({ ...at, field: { name: 'as_at' } }));
  const args = { lines: namedLines(books, lines), asAt, last: quarter };
  return [diagnose('BCF2302', args, { place, alsoAt: alsoAt.slice(0, listedPlaces - 1), occurrences: rows.length })];
}

/** Forecasts below what was spent; from Q4, whose outturn is what was spent, forecasts of anything else. */
function unfitting(books: Books): Found[] {
  const { forecast } = books;
  if (!isKnown(books, 'expenditure')) return [];
  const isOver = outturnBook(books) === 'actual';
  const rules = new Map(varianceLines(books).map((line) => [keyOf(line), line.rule]));
  const lines = new Map(forecast.list('applied').map(({ account }) => [keyOf(account), lineOf(account)]));
  return [...lines.values()].flatMap((line) => {
    const outturn = sideOf(books, line, 'forecast');
    const spent = sideOf(books, line, 'actual');
    const [forecastPence, spentPence] = [outturn.amount, spent.amount];
    const isFitting = isOver
      ? forecastPence === spentPence
      : // Of performance money only what is released can be spent, and that is a rule of its own.
        forecastPence >= spentPence || isPaidAsReleased(books.agreement, line.heading);
    if (isFitting) return [];
    const [at] = forecast.list('applied', line).flatMap(({ firstRows }) => firstRows);
    const rule = rules.get(keyOf(line));
    const where = { place: at && { ...at, field: { name: 'amount' } }, rule: rule?.id === '' ? undefined : rule };
    const args = { forecast: inWords(forecastPence), spent: inWords(spentPence) };
    if (!isOver) {
      const rest = inWords(forecastPence - spentPence);
      const diagnostic = diagnose('BCF2303', { ...args, line: lineInWords(books, line), rest }, where);
      return [apart(diagnostic, { expected: spent, actual: outturn })];
    }
    const apartPence = forecastPence - spentPence;
    const difference = `${inWords(absolute(apartPence))} ${apartPence > 0n ? 'more' : 'less'}`;
    const diagnostic = diagnose('BCF2304', { ...args, ...namesOf(books, line), difference }, where);
    return [apart(diagnostic, { expected: spent, actual: outturn })];
  });
}

/** What is forecast or spent of a line to date. */
function sideOf(books: Books, line: LineKey, book: 'forecast' | 'actual'): Money {
  return Figure.money({
    what: `${lineInWords(books, line)}: ${book === 'forecast' ? 'forecast outturn' : 'spent to date'}`,
    how: 'its accounts, added up',
    terms: balances(books[book].list('applied', line)),
  });
}

/** What a line is called: its heading, whose money it is, and who spends it. */
function namesOf({ agreement }: Books, { heading, schedule, appliedBy }: LineKey) {
  return {
    heading: agreement.headings.get(heading)?.name ?? heading,
    schedule: nameOf(agreement, schedule),
    body: nameOf(agreement, appliedBy),
  };
}
