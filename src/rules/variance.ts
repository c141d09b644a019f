import { labelOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { balances, minus, plus } from '../figures/terms.js';
import type { BookView } from '../journal/book-view.js';
import type { Books } from './check.js';
import { outturnBook } from './forecasts.js';
import { isKnown } from './known.js';
import { keyOf, type LineKey, lineOf } from './lines.js';
import { type Above, type Met, metFromBroughtForward } from './met.js';
import { oncePer } from './once-per.js';
import type { Bearer } from './variance-policies/borne.js';
import { type DecidingRule, outsideReason, ruleFor } from './variance-rules.js';
import { attributed } from './variance-shares.js';
import { viredBody, viredPence, viredTerms } from './virements.js';

/** A line of R4: what was planned, what became of it, and who bears the difference. */
export interface VarianceLine extends MeasuredLine {
  readonly borneBy: readonly Bearer[];
}

interface MeasuredLine extends PlannedLine {
  /** What of the outturn above its plan is met from what was brought forward; undefined where nothing is. */
  readonly met: Met | undefined;
  /** The same of what is spent to date. */
  readonly metToDate: Met | undefined;
  /** Outturn less plan, virements and what is met; positive is an overspend. Undefined where the outturn is not known. */
  readonly variance: Money | undefined;
  /** What is spent already above the year’s plan, virements and what meets it; undefined where nothing is. */
  readonly overspentToDate: Money | undefined;
}

interface PlannedLine extends LineKey, DecidingRule {
  readonly pool: string;
  readonly plan: Money;
  /** Budget moved to it by allowed virements; negative: from it. */
  readonly virements: Money;
  readonly actual: Money | undefined;
  readonly forecast: Money | undefined;
  /** What the outturn is taken from. */
  readonly basis: 'forecast' | 'actual' | 'none';
}

/** Every line inside R4, in the agreement's order of headings, then schedules, with who bears its variance. */
export const varianceLines = oncePer((books: Books): readonly VarianceLine[] => {
  const lines = linesOf(books).map((line) => planned(books, line));
  const met = metFromBroughtForward(books, aboveOf(books, lines, outturnOf));
  const metToDate = metFromBroughtForward(
    books,
    aboveOf(books, lines, ({ actual }) => actual),
  );
  return attributed(
    books,
    lines.map((line) => measured(books, line, { met: met.get(keyOf(line)), metToDate: metToDate.get(keyOf(line)) })),
  );
});

function outturnOf({ basis, actual, forecast }: PlannedLine): Money | undefined {
  return { actual, forecast, none: undefined }[basis];
}

/** The lines that are spent above their money of the year. */
function aboveOf(
  books: Books,
  lines: readonly PlannedLine[],
  spentOf: (line: PlannedLine) => Money | undefined,
): Above[] {
  return lines.flatMap((line) => {
    const spent = spentOf(line);
    if (spent === undefined || spent.amount <= line.plan.amount + line.virements.amount) return [];
    const terms = [...plus(spent), ...minus(line.plan, line.virements)];
    const amount = inWordsOf(books, line, line)('spent above its plan', 'spent or forecast − plan − virements', terms);
    return [{ ...lineOf(line), pool: line.pool, rule: line.rule, amount }];
  });
}

function linesOf(books: Books): LineKey[] {
  const { agreement, plan, actual, forecast } = books;
  const lineByKey = new Map<string, LineKey>();
  for (const book of [plan, actual, forecast]) {
    for (const { account } of book.list('applied')) lineByKey.set(keyOf(account), lineOf(account));
  }
  const lines = new Map<string, LineKey[]>();
  for (const line of lineByKey.values()) {
    const key = [line.heading, line.schedule].join('\0');
    lines.set(key, [...(lines.get(key) ?? []), line]);
  }
  return [...agreement.headings.values()]
    .filter(({ code }) => outsideReason(books, code) === undefined)
    .flatMap((heading) =>
      [...agreement.partners.keys()].flatMap((schedule) => {
        const ofSchedule = lines.get([heading.code, schedule].join('\0')) ?? [];
        // Budget that came by virement may have no line to go to.
        const vired = { schedule, heading: heading.code, appliedBy: viredBody(books, schedule, heading.code) };
        const isMissing = !ofSchedule.some(({ appliedBy }) => appliedBy === vired.appliedBy);
        if (isMissing && viredPence(books, schedule, heading.code) !== 0n) ofSchedule.push(vired);
        return ofSchedule.sort((a, b) => (a.appliedBy < b.appliedBy ? -1 : 1));
      }),
    );
}

function planned(books: Books, line: LineKey): PlannedLine {
  const { agreement } = books;
  const { schedule, heading, appliedBy } = line;
  const deciding = ruleFor(books, heading);
  const inLine = inWordsOf(books, line, deciding);
  const booked = (book: BookView, words: string) =>
    inLine(words, 'its accounts, added up', balances(book.list('applied', line)));
  const plan = booked(books.plan, 'planned');
  const isViredTo = viredBody(books, schedule, heading) === appliedBy;
  const virements = inLine(
    'budget moved to it',
    'virements to it − virements from it; refused ones move nothing',
    isViredTo ? viredTerms(books, schedule, heading) : [],
  );
  const actual = isKnown(books, 'expenditure') ? booked(books.actual, 'spent to date') : undefined;
  const forecast = isForecast(books, line, [plan, virements, actual])
    ? booked(books.forecast, 'forecast outturn')
    : undefined;
  const basis = outturnBook(books);
  const outturn = { actual, forecast }[basis];
  return {
    ...line,
    ...deciding,
    pool: agreement.headings.get(heading)?.pool ?? '',
    plan,
    virements,
    actual,
    forecast,
    basis: outturn === undefined ? 'none' : basis,
  };
}

function measured(
  books: Books,
  line: PlannedLine,
  { met, metToDate }: { readonly met: Met | undefined; readonly metToDate: Met | undefined },
): MeasuredLine {
  const { basis, actual } = line;
  const outturn = outturnOf(line);
  const inLine = inWordsOf(books, line, line);
  const less = (spent: Money, by: Met | undefined) => [
    ...plus(spent),
    ...minus(line.plan, line.virements, ...(by === undefined ? [] : [by.amount])),
  ];
  const lessWords = (by: Met | undefined) =>
    `− plan − virements${by === undefined ? '' : ' − met from what was brought forward'}`;
  const outturnWords = `${basis === 'actual' ? 'spent' : 'forecast'} ${lessWords(met)}; positive is an overspend`;
  const variance = outturn && inLine('variance', outturnWords, less(outturn, met));
  const toDate =
    actual && inLine('spent already above the year’s plan', `spent ${lessWords(metToDate)}`, less(actual, metToDate));
  const overspentToDate = toDate !== undefined && toDate.amount > 0n ? toDate : undefined;
  return { ...line, met, metToDate, variance, overspentToDate };
}

/** Whether a line is forecast as at the quarter; one of which nothing was ever wanted needs no row to be. */
function isForecast({ forecast }: Books, line: LineKey, figures: readonly (Money | undefined)[]): boolean {
  if (forecast.isEmpty) return false;
  return figures.every((figure) => figure === undefined || figure.isNil) || forecast.list('applied', line).length > 0;
}

/** Makes figures of a line, each named by what it is of. */
function inWordsOf({ agreement }: Books, { schedule, heading, appliedBy }: LineKey, { rule }: DecidingRule) {
  const name = agreement.headings.get(heading)?.name ?? heading;
  const label = `${name}, spent by ${labelOf(agreement, appliedBy)} on the schedule of ${labelOf(agreement, schedule)}`;
  return (what: string, how: string, terms: readonly Term[]): Money =>
    Figure.money({ what: `${label}: ${what}`, how, rule: ruleOf('R4', rule), terms });
}
