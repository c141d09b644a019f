import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { type Decimal, fractionOf, inFull } from '../money/decimal.js';
import { inWords } from '../money/format-money.js';
import { isLarger, times, whole } from '../money/fraction.js';
import { absolute, type Pence } from '../money/pence.js';
import { outturnBook } from '../rules/forecasts.js';
import { varianceLines } from '../rules/variance.js';
import { virementsOf } from '../rules/virements.js';
import { describeFund } from './common.js';
import { lineFigures } from './comparison-change.js';
import { budgetPence, excessOf, isApart, type MeasuredLine, measureOf } from './comparison-line.js';
import { areOfTwoFunds, matched, type Sides } from './comparison-match.js';
import { ratingOf } from './comparison-rating.js';
import type { Comparison, ComparisonKind, ComparisonLine, Dimension } from './comparison-schema.js';
import type { Side } from './comparison-side.js';
import { countsOf, unchangedIn } from './comparison-summary.js';
import { allLines, linesOf } from './comparison-sums.js';
import { lineInWords, summaryInWords } from './comparison-words.js';

/** What may not be exceeded without failing: a percent of the plan, or an amount. */
export type FailOver = { readonly percent: Decimal } | { readonly pence: Pence };

/** What is compared with what. */
interface ComparisonOf {
  readonly from: Side;
  readonly to: Side;
  readonly by: Dimension;
  readonly failOver: FailOver | undefined;
}

/** Compares two sides line by line, matched by their declared keys and by nothing else. */
export function compare({ from, to, by, failOver }: ComparisonOf): {
  readonly result?: Comparison;
  readonly diagnostics: readonly Diagnostic[];
} {
  const kind = kindOf(from, to);
  const sides: Sides = { from, to, by, kind };
  const { pairs, diagnostics } = matched(sides);
  if (diagnostics.length > 0) return { diagnostics };
  const unmeasured = linesOf(sides, pairs);
  const all = allLines(sides, unmeasured);
  const { thresholds } = to.books.agreement;
  const lines = unmeasured.map((line): MeasuredLine => {
    const measured = { ...line, figures: lineFigures(sides, line, all) };
    return { ...measured, rating: ratingOf(measured, kind, thresholds) };
  });
  const documents = lines.map((line) => lineDocument(line, kind));
  const areTwo = areOfTwoFunds(sides);
  const compared = { kind, from: from.side, to: to.side, lines: documents };
  const totals = lineFigures(sides, all, all);
  const result: Comparison = {
    fund: describeFund(areTwo ? from.books : to.books),
    against: areTwo ? describeFund(to.books) : undefined,
    kind,
    by,
    from: from.side,
    to: to.side,
    lines: documents,
    totals,
    unchanged: unchangedIn(compared),
    summary: summaryOf(compared, totals),
    notes: notesOf(sides),
  };
  return { result, diagnostics: failOver === undefined ? [] : excesses(lines, kind, failOver) };
}

/** Of the year against its own plan, its outturn; what is spent of the plan so far, or one figure and another. */
function kindOf(from: Side, { books, side: { book, quarter } }: Side): ComparisonKind {
  if (from.books.agreement !== books.agreement || from.side.book !== 'plan') return 'plain';
  if (book === outturnBook({ asAt: quarter })) return 'outturn';
  return book === 'actual' ? 'to-date' : 'plain';
}

function lineDocument(line: MeasuredLine, kind: ComparisonKind): ComparisonLine {
  const { key, label, formerLabel, status, figures, apartBy, borneBy, netted, rating } = line;
  const { percent, left, ...rest } = figures;
  return {
    key,
    label,
    formerLabel,
    status,
    ...rest,
    // Where all of the change is apart, nothing is over, under or left.
    ...(!isApart(line) && { percent, left }),
    apartBy:
      apartBy.length === 0
        ? undefined
        : apartBy.map(({ heading, label, kind, amount }) => ({ heading, label, kind, amount })),
    borneBy:
      borneBy.length === 0
        ? undefined
        : borneBy.map(({ code, label: bearer, amount }) => ({ partner: code, label: bearer, amount })),
    overspend: netted?.overspend,
    underspend: netted?.underspend,
    rag: rating.rag,
    ratedBy: rating.by,
    inWords: lineInWords(line, kind),
  };
}

/** Lines above what --fail-over allows, and those of which nobody can say it. */
function excesses(lines: readonly MeasuredLine[], kind: ComparisonKind, failOver: FailOver): Diagnostic[] {
  const limit = 'pence' in failOver ? inWords(failOver.pence) : `${inFull(failOver.percent)}%`;
  const isOver = (excess: Pence, budget: Pence) =>
    'pence' in failOver
      ? excess > failOver.pence
      : excess > 0n && isLarger(whole(excess), times(whole(absolute(budget)), fractionOf(failOver.percent)));
  return lines.flatMap((line) => {
    const excess = excessOf(line, kind);
    if (excess === undefined) return [diagnose('BCF2602', { line: line.label, limit })];
    const isAnyOver =
      isOver(excess, budgetPence(line) ?? 0n) ||
      line.netted?.parts.some(({ amount, budgetPence: ofPart }) => isOver(amount.amount, ofPart));
    return isAnyOver ? [diagnose('BCF2601', { line: line.label, inWords: lineInWords(line, kind), limit })] : [];
  });
}

function summaryOf(compared: Pick<Comparison, 'kind' | 'lines'>, totals: Comparison['totals']): Comparison['summary'] {
  const counts = countsOf(compared);
  return { ...counts, message: `Summary: ${summaryInWords(counts, compared.kind, measureOf(totals)?.amount)}` };
}

/** What must be known to read the figures rightly. */
function notesOf(sides: Sides): string[] {
  const { from, to, by, kind } = sides;
  const notes: string[] = [];
  const isOfPlan = kind !== 'plain';
  const virements = virementsOf(to.books).filter(({ breach }) => breach === undefined);
  if (isOfPlan && by === 'heading' && virements.length > 0) {
    notes.push('The change is against the plan and the virements since, as in bcf variance.');
  }
  if (kind === 'outturn' && by === 'scheme' && varianceLines(to.books).some(({ met }) => met !== undefined)) {
    notes.push('By scheme, what is met from what was brought forward is within what is over: see bcf variance.');
  }
  if (isOfPlan && by === 'scheme') {
    notes.push(
      'By scheme, money of a heading that no scheme is planned under, such as performance, is within the lines it was spent on.',
    );
  }
  if (kind === 'outturn' && (by === 'partner' || by === 'locality')) {
    notes.push(`By ${by}: by whose money it is. Who pays or holds what is over or under (R4) stands beside it.`);
  }
  const areTwo = areOfTwoFunds(sides);
  if (!areTwo && from.side.book === 'plan' && kind !== 'outturn') notes.push('The plan is for the whole year.');
  if (areTwo) notes.push('Lines are matched by their codes, never by what they are called.');
  if (from.side.book === 'quarter' || to.side.book === 'quarter') {
    notes.push('A quarter is what was spent in it, not to date.');
  }
  return notes;
}
