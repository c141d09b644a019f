import type { Thresholds } from '../agreement/agreement.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { type Decimal, inFull, partOf } from '../money/decimal.js';
import { inWords, toPounds } from '../money/format-money.js';
import { isLarger, times, whole } from '../money/fraction.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import { dividedRounded } from '../money/split.js';
import { virementsOf } from '../rules/virements.js';
import { describeFund } from './common.js';
import {
  apartPence,
  beyondPence,
  budgetOf,
  changeOf,
  excessOf,
  isApart,
  type Measured,
  varianceOf,
} from './comparison-line.js';
import { matched, type Sides } from './comparison-match.js';
import type { Comparison, ComparisonKind, ComparisonLine, Dimension } from './comparison-schema.js';
import type { Side } from './comparison-side.js';
import { unchangedIn } from './comparison-unchanged.js';
import { lineInWords, summaryOf } from './comparison-words.js';
import { reaches } from './thresholds.js';

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
  const { lines, diagnostics } = matched(sides);
  if (diagnostics.length > 0) return { diagnostics };
  const total = totalOf(lines);
  const isVired = lines.some(({ virementsPence }) => virementsPence !== 0n);
  const figures = (line: Measured) => figuresOf(line, kind, { isVired, totalTo: total.toPence });
  // Where all of the change is apart, nothing is over, under or left.
  const lineFigures = (line: Measured) => {
    const { percent, left, ...rest } = figures(line);
    return isApart(line) ? rest : { ...rest, ...(percent && { percent }), ...(left && { left }) };
  };
  const areTwo = from.books.agreement !== to.books.agreement;
  const { thresholds } = to.books.agreement;
  const documents = lines.map((line) => lineDocument(line, kind, lineFigures(line), thresholds));
  const result: Comparison = {
    fund: describeFund(areTwo ? from.books : to.books),
    ...(areTwo && { against: describeFund(to.books) }),
    kind,
    by,
    from: from.side,
    to: to.side,
    lines: documents,
    totals: figures(total),
    ...unchangedIn(documents),
    summary: summaryOf(lines, kind),
    notes: notesOf(sides),
  };
  return { result, diagnostics: failOver === undefined ? [] : excesses(lines, kind, failOver) };
}

/** Of the year against its own plan, what is spent of the plan so far, or one figure and another. */
function kindOf(from: Side, { books, side: { book, quarter } }: Side): ComparisonKind {
  if (from.books.agreement !== books.agreement || from.side.book !== 'plan') return 'plain';
  if (book === 'forecast') return 'outturn';
  if (book !== 'actual') return 'plain';
  return quarter === 'Q4' ? 'outturn' : 'to-date';
}

function totalOf(lines: readonly Measured[]): Measured {
  const known = (of: 'fromPence' | 'toPence') => {
    const amounts = lines.flatMap((line) => line[of] ?? []);
    return amounts.length === lines.length ? sum(amounts) : undefined;
  };
  return {
    key: '',
    label: '',
    formerLabel: undefined,
    status: 'changed',
    fromPence: known('fromPence'),
    virementsPence: sum(lines.map(({ virementsPence }) => virementsPence)),
    toPence: known('toPence'),
    apart: lines.flatMap(({ apart }) => apart),
    borneBy: [],
  };
}

function lineDocument(
  line: Measured,
  kind: ComparisonKind,
  figures: Comparison['totals'],
  thresholds: Thresholds | undefined,
): ComparisonLine {
  const { key, label, formerLabel, status, apart, borneBy } = line;
  const rag = ragOf(line, kind, thresholds);
  const apartBy = apart.map(({ pence, beyondPence: _, ...one }) => ({ ...one, amount: toPounds(pence) }));
  const bearers = borneBy.map((one) => ({ partner: one.code, label: one.label, amount: toPounds(one.amountPence) }));
  return {
    key,
    label,
    ...(formerLabel !== undefined && { formerLabel }),
    status,
    ...figures,
    ...(apartBy.length > 0 && { apartBy }),
    ...(bearers.length > 0 && { borneBy: bearers }),
    ...(rag && { rag }),
    inWords: lineInWords(line, kind),
  };
}

function figuresOf(
  line: Measured,
  kind: ComparisonKind,
  { isVired, totalTo }: { readonly isVired: boolean; readonly totalTo: Pence | undefined },
): Comparison['totals'] {
  const { fromPence, virementsPence, toPence } = line;
  const budget = budgetOf(line);
  const change = changeOf(line);
  const variance = varianceOf(line);
  const isOutturn = kind === 'outturn' && variance !== undefined;
  const percent = percentOf(variance, budget);
  const share = percentOf(toPence, kind === 'plain' ? totalTo : budget);
  return {
    ...(fromPence !== undefined && { from: toPounds(fromPence) }),
    ...(isVired && { virements: toPounds(virementsPence) }),
    ...(toPence !== undefined && { to: toPounds(toPence) }),
    ...(change !== undefined && { change: toPounds(change) }),
    ...(percent !== undefined && { percent }),
    ...(kind !== 'plain' && variance !== undefined && { left: toPounds(-variance) }),
    ...(isOutturn && { apart: toPounds(apartPence(line)), variance: toPounds(variance) }),
    ...(share !== undefined && { share }),
  };
}

/** To one decimal, half away from zero; undefined where there is nothing to be a percent of. */
function percentOf(part: Pence | undefined, of: Pence | undefined): string | undefined {
  if (part === undefined || of === undefined || of === 0n) return undefined;
  const tenths = dividedRounded(part * 1000n * (of < 0n ? -1n : 1n), absolute(of));
  const digits = absolute(tenths).toString().padStart(2, '0');
  return `${tenths < 0n ? '-' : ''}${digits.slice(0, -1)}.${digits.slice(-1)}`;
}

/** An over- or underspend of the year is marked; before it ends, only what is spent above the plan; what is apart never. */
function ragOf(line: Measured, kind: ComparisonKind, thresholds: Thresholds | undefined): ComparisonLine['rag'] {
  const variance = kind === 'to-date' ? excessOf(line, kind) : varianceOf(line);
  // More than there is behind a fence is nobody’s to pay, however little it is.
  if (thresholds !== undefined && kind === 'outturn' && beyondPence(line) > 0n) return 'red';
  if (thresholds === undefined || variance === undefined || kind === 'plain' || isApart(line)) return undefined;
  if (kind === 'to-date' && variance === 0n) return undefined;
  const budget = budgetOf(line) ?? 0n;
  if (reaches(variance, budget, thresholds.red)) return 'red';
  return reaches(variance, budget, thresholds.amber) ? 'amber' : 'green';
}

/** Lines above what --fail-over allows, and those of which nobody can say it. */
function excesses(lines: readonly Measured[], kind: ComparisonKind, failOver: FailOver): Diagnostic[] {
  const limit = 'pence' in failOver ? inWords(failOver.pence) : `${inFull(failOver.percent)}%`;
  return lines.flatMap((line) => {
    const excess = excessOf(line, kind);
    if (excess === undefined) return [diagnose('BCF2602', { line: line.label, limit })];
    const budget = absolute(budgetOf(line) ?? 0n);
    const isOver =
      'pence' in failOver
        ? excess > failOver.pence
        : excess > 0n && isLarger(whole(excess), times(whole(budget), partOf(failOver.percent)));
    return isOver ? [diagnose('BCF2601', { line: line.label, inWords: lineInWords(line, kind), limit })] : [];
  });
}

/** What must be known to read the figures rightly. */
function notesOf({ from, to, by, kind }: Sides): string[] {
  const notes: string[] = [];
  const isOfPlan = kind !== 'plain';
  const virements = virementsOf(to.books).filter(({ breach }) => breach === undefined);
  if (isOfPlan && by === 'heading' && virements.length > 0) {
    notes.push('The change is against the plan and the virements since, as in bcf variance.');
  }
  if (isOfPlan && by === 'scheme') {
    notes.push(
      'By scheme, money of a heading that no scheme is planned under, such as performance, is within the lines it was spent on.',
    );
  }
  if (kind === 'outturn' && (by === 'partner' || by === 'locality')) {
    notes.push(`By ${by}: by whose money it is. Who pays or holds what is over or under (R4) stands beside it.`);
  }
  const areTwo = from.books.agreement !== to.books.agreement;
  if (!areTwo && from.side.book === 'plan' && kind !== 'outturn') notes.push('The plan is for the whole year.');
  if (areTwo) notes.push('Lines are matched by their codes, never by what they are called.');
  if (from.side.book === 'quarter' || to.side.book === 'quarter') {
    notes.push('A quarter is what was spent in it, not to date.');
  }
  return notes;
}
