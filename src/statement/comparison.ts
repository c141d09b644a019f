import type { Thresholds } from '../agreement/agreement.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { FigureBooks } from '../figures/fund-figures.js';
import { inWords, toPounds } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import { dividedRounded } from '../money/split.js';
import { viredPence, virementsOf } from '../rules/virements.js';
import { describeFund } from './common.js';
import { changeOf, type Measured, varianceOf } from './comparison-line.js';
import type { Comparison, ComparisonKind, ComparisonLine, ComparisonSide, Dimension } from './comparison-schema.js';
import { type SideLine, sideLines } from './comparison-side.js';
import { lineInWords, summaryOf } from './comparison-words.js';

/** What may not be exceeded without failing: hundredths of a per cent of the plan, or an amount. */
export type FailOver = { readonly basisPoints: number } | { readonly pence: Pence };

/** What is compared with what. */
export interface ComparisonOf {
  readonly books: FigureBooks;
  /** The second fund, where two are compared. */
  readonly against: FigureBooks | undefined;
  readonly from: ComparisonSide;
  readonly to: ComparisonSide;
  readonly by: Dimension;
  readonly failOver: FailOver | undefined;
}

/** Compares two sides line by line, matched by their declared keys and by nothing else. */
export function compare(of: ComparisonOf): {
  readonly result: Comparison;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { books, against, from, to, by } = of;
  const kind = kindOf(of);
  const lines = measured(of, kind);
  const known = lines.filter(({ toPence }) => toPence !== undefined);
  const isWhole = known.length === lines.length;
  const totalTo = sum(lines.map(({ toPence = 0n }) => toPence));
  const total: Measured = {
    key: '',
    label: '',
    formerLabel: undefined,
    status: isWhole ? 'changed' : 'not-known',
    fromPence: sum(lines.map(({ fromPence }) => fromPence)),
    virementsPence: sum(lines.map(({ virementsPence }) => virementsPence)),
    toPence: isWhole ? totalTo : undefined,
    outsidePence: sum(lines.map(({ outsidePence }) => outsidePence)),
  };
  const figures = (line: Measured) =>
    figuresOf(line, kind, {
      isVired: total.virementsPence !== 0n || lines.some(({ virementsPence }) => virementsPence !== 0n),
      totalTo,
    });
  const { thresholds } = books.agreement;
  const result: Comparison = {
    fund: describeFund(books),
    ...(against && { against: describeFund(against) }),
    kind,
    by,
    from,
    to,
    lines: lines.map((line) => {
      const { key, label, formerLabel, status } = line;
      const rag = ragOf(line, kind, thresholds);
      return {
        key,
        label,
        ...(formerLabel !== undefined && { formerLabel }),
        status,
        ...figures(line),
        ...(rag && { rag }),
        inWords: lineInWords(line, kind),
      };
    }),
    totals: figures(total),
    summary: summaryOf(lines, kind),
    notes: notesOf(of, kind),
  };
  return { result, diagnostics: excesses(lines, kind, of) };
}

/** Of the year against its own plan, what is spent of the plan so far, or one figure and another. */
function kindOf({ against, from, to, books }: ComparisonOf): ComparisonKind {
  if (against !== undefined || from.book !== 'plan') return 'plain';
  if (to.book === 'forecast') return 'outturn';
  if (to.book !== 'actual') return 'plain';
  return (to.quarter ?? books.asAt) === 'Q4' ? 'outturn' : 'to-date';
}

function measured(of: ComparisonOf, kind: ComparisonKind): Measured[] {
  const { books, against = books, from, to, by } = of;
  const before = followed(sideLines(books, from, by), books, against, by);
  const after = sideLines(against, to, by);
  const lines: Measured[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(key);
    const now = after.get(key);
    // Within one fund, a line without spending or a forecast is still there.
    const isGone = now === undefined && against !== books;
    const virementsPence = kind === 'plain' || by !== 'heading' ? 0n : viredTo(books, key);
    const fromPence = old?.pence ?? 0n;
    const isKnown = (old?.isKnown ?? true) && (now?.isKnown ?? true);
    const toPence = isKnown ? (now?.pence ?? 0n) : undefined;
    const isMoved = toPence !== fromPence + virementsPence;
    lines.push({
      key,
      label: now?.label || old?.label || key,
      formerLabel:
        old !== undefined && now !== undefined && old.label !== now.label && against !== books ? old.label : undefined,
      status: !isKnown ? 'not-known' : old === undefined ? 'added' : isGone ? 'removed' : isMoved ? 'changed' : 'same',
      fromPence,
      virementsPence,
      toPence,
      outsidePence:
        kind === 'plain' || toPence === undefined ? 0n : (now?.outsidePence ?? 0n) - (old?.outsidePence ?? 0n),
    });
  }
  return lines;
}

/** Of two funds, a partner that the second does not have is its declared successor, where that one is there. */
function followed(
  lines: Map<string, SideLine>,
  { agreement }: FigureBooks,
  { agreement: later }: FigureBooks,
  by: Dimension,
): Map<string, SideLine> {
  if (by !== 'partner' || agreement === later) return lines;
  const merged = new Map<string, SideLine>();
  for (const [code, line] of lines) {
    const successor = agreement.partners.get(code)?.successor;
    const key =
      !later.partners.has(code) && successor !== undefined && later.partners.has(successor) ? successor : code;
    const other = merged.get(key);
    merged.set(
      key,
      other === undefined
        ? line
        : {
            label: `${other.label}, ${line.label}`,
            pence: other.pence + line.pence,
            outsidePence: other.outsidePence + line.outsidePence,
            isKnown: other.isKnown && line.isKnown,
          },
    );
  }
  return merged;
}

/** What allowed virements have added to a heading, over all schedules. */
function viredTo(books: FigureBooks, heading: string): Pence {
  return sum([...books.agreement.partners.keys()].map((schedule) => viredPence(books, schedule, heading)));
}

function figuresOf(
  line: Measured,
  kind: ComparisonKind,
  { isVired, totalTo }: { readonly isVired: boolean; readonly totalTo: Pence },
): Omit<Comparison['totals'], never> {
  const { fromPence, virementsPence, toPence, outsidePence } = line;
  const budget = fromPence + virementsPence;
  const change = changeOf(line);
  const variance = varianceOf(line);
  const percent = percentOf(change, budget);
  const share = kind === 'plain' ? percentOf(toPence, totalTo) : percentOf(toPence, budget);
  return {
    from: toPounds(fromPence),
    ...(isVired && { virements: toPounds(virementsPence) }),
    ...(toPence !== undefined && { to: toPounds(toPence) }),
    ...(change !== undefined && { change: toPounds(change) }),
    ...(percent !== undefined && { percent }),
    ...(kind !== 'plain' && toPence !== undefined && { left: toPounds(budget - toPence) }),
    ...(kind === 'outturn' && toPence !== undefined && { outside: toPounds(outsidePence) }),
    ...(kind === 'outturn' && variance !== undefined && { variance: toPounds(variance) }),
    ...(share !== undefined && { share }),
  };
}

/** To one decimal, half away from zero; undefined where there is nothing to be a percent of. */
function percentOf(part: Pence | undefined, of: Pence): string | undefined {
  if (part === undefined || of === 0n) return undefined;
  const tenths = dividedRounded(part * 1000n * (of < 0n ? -1n : 1n), absolute(of));
  const digits = absolute(tenths).toString().padStart(2, '0');
  return `${tenths < 0n ? '-' : ''}${digits.slice(0, -1)}.${digits.slice(-1)}`;
}

/** What there is to be marked: an over- or underspend of the year; before it ends, only what is spent above the plan. */
function markable(line: Measured, kind: ComparisonKind): Pence | undefined {
  const variance = varianceOf(line);
  if (kind === 'plain' || variance === undefined) return undefined;
  return kind === 'to-date' && variance < 0n ? 0n : variance;
}

function ragOf(line: Measured, kind: ComparisonKind, thresholds: Thresholds | undefined): ComparisonLine['rag'] {
  const variance = markable(line, kind);
  if (thresholds === undefined || variance === undefined) return undefined;
  const budget = absolute(line.fromPence + line.virementsPence);
  const reaches = ({ amountPence, basisPoints }: Thresholds['red']) =>
    variance !== 0n &&
    absolute(variance) >= amountPence &&
    absolute(variance) * 10_000n >= BigInt(basisPoints) * budget;
  if (reaches(thresholds.red)) return 'red';
  return reaches(thresholds.amber) ? 'amber' : 'green';
}

/** Lines above what --fail-over allows: overspends; of two plain figures, changes in either direction. */
function excesses(lines: readonly Measured[], kind: ComparisonKind, { failOver }: ComparisonOf): Diagnostic[] {
  if (failOver === undefined) return [];
  return lines.flatMap((line) => {
    const amount = kind === 'plain' ? absolute(changeOf(line) ?? 0n) : (varianceOf(line) ?? 0n);
    const budget = absolute(line.fromPence + line.virementsPence);
    const isOver =
      'pence' in failOver
        ? amount > failOver.pence
        : amount > 0n && amount * 10_000n > BigInt(failOver.basisPoints) * budget;
    if (!isOver) return [];
    const limit =
      'pence' in failOver
        ? inWords(failOver.pence)
        : `${toPounds(BigInt(failOver.basisPoints)).replace(/\.?0+$/, '')}%`;
    return [diagnose('BCF2601', { line: line.label, inWords: lineInWords(line, kind), limit })];
  });
}

/** What must be known to read the figures rightly. */
function notesOf({ books, by, from, to, against }: ComparisonOf, kind: ComparisonKind): string[] {
  const notes: string[] = [];
  const virements = virementsOf(books).filter(({ breach }) => breach === undefined);
  if (kind !== 'plain' && by === 'heading' && virements.length > 0) {
    notes.push('The change is against the plan and the virements since, as in bcf variance.');
  }
  if (kind !== 'plain' && by === 'scheme') {
    notes.push(
      'By scheme, money of a heading that no scheme is planned under, such as performance, is within the lines it was spent on.',
    );
  }
  if (kind === 'to-date') notes.push('The plan is for the whole year, and the actual is to date.');
  if (against !== undefined) notes.push('Lines are matched by their codes, never by what they are called.');
  if (from.book === 'quarter' || to.book === 'quarter') notes.push('A quarter is what was spent in it, not to date.');
  return notes;
}
