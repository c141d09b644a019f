import { bearerInWords } from '../statement/bearers-in-words.js';
import {
  type CellTable,
  figureColumn,
  inPercent,
  listing,
  money,
  type Row,
  type Shown,
  wordColumn,
  words,
} from '../statement/cell-table.js';
import type { Comparison, ComparisonLine } from '../statement/comparison-schema.js';
import { isUnchanged } from '../statement/comparison-summary.js';

const marks: Readonly<Record<ComparisonLine['status'], string>> = {
  added: '+',
  removed: '-',
  changed: '~',
  same: '',
  'not-known': '?',
};

/** How many marks a whole budget is. */
const barLength = 10;

interface Options {
  /** List the unchanged lines too, which else are counted in one. */
  readonly withAll: boolean;
  /** For a reader: the share as a bar, and only in words what is over and what is under where they are not netted. */
  readonly isRead: boolean;
}

type Amount = 'from' | 'virements' | 'to' | 'change' | 'apart' | 'met' | 'left' | 'overspend' | 'underspend';

/** What a row shows of a line. */
type Line = Partial<Readonly<Record<Amount, Shown>>> &
  Partial<Pick<ComparisonLine, 'percent' | 'share' | 'rag' | 'inWords' | 'borneBy'>>;

/** The lines of a comparison, old → new: those that changed, or all. */
export function comparisonTable(comparison: Comparison, { withAll, isRead }: Options): CellTable {
  const { lines, totals, unchanged, from, to, kind, by } = comparison;
  const has = {
    virements: totals.virements !== undefined,
    apart: lines.some(({ apart }) => apart?.isNil === false),
    met: totals.met !== undefined,
    left: kind !== 'plain',
    gross: !isRead && lines.some(({ overspend }) => overspend !== undefined),
    rag: lines.some(({ rag }) => rag !== undefined),
  };
  const shown = withAll ? lines : lines.filter((line) => !isUnchanged(line));
  const row = ([mark, label]: readonly [string, string], line: Line, emphasis?: Row['emphasis']): Row => ({
    cells: [
      words(mark),
      words(label),
      money(line.from),
      ...(has.virements ? [money(line.virements)] : []),
      money(line.to),
      money(line.change),
      ...(has.apart ? [money(line.apart)] : []),
      ...(has.met ? [money(line.met)] : []),
      inPercent(line.percent),
      ...(has.left ? [money(line.left)] : []),
      isRead ? words(bar(line.share)) : inPercent(line.share),
      ...(has.gross ? [money(line.overspend), money(line.underspend)] : []),
      ...(has.rag ? [words(line.rag?.toUpperCase() ?? '')] : []),
      listing(line.inWords ?? '', (line.borneBy ?? []).map(bearerInWords)),
    ],
    ...(emphasis && { emphasis }),
  });
  const rows = shown.map((line) => row([marks[line.status], labelOf(line)], line));
  if (!withAll && unchanged !== undefined) {
    const label = `${unchanged.lines} ${unchanged.lines.amount === 1n ? 'line' : 'lines'} unchanged: --all shows them`;
    const nil = '0.00';
    const { from: before, to: now } = unchanged;
    const nils = { change: nil, apart: nil, ...(has.virements && { virements: nil }), ...(has.left && { left: nil }) };
    rows.push(row(['', label], { from: before, to: now, ...nils }));
  }
  rows.push(row(['', 'All'], totals, 'total'));
  return {
    title: `${from.label} → ${to.label}, by ${by}`,
    columns: [
      { header: '', align: 'left', name: 'mark' },
      wordColumn('', 40, by),
      figureColumn(`${from.label} £`),
      ...(has.virements ? [figureColumn('Virements £')] : []),
      figureColumn(`→ ${to.label} £`),
      figureColumn('Change £'),
      ...(has.apart ? [figureColumn('Apart £')] : []),
      ...(has.met ? [figureColumn('Met from b/f £')] : []),
      figureColumn('%'),
      ...(has.left ? [figureColumn('Left of the plan £')] : []),
      { header: kind === 'plain' ? 'Share of all' : 'Share of budget', align: isRead ? 'left' : 'right' },
      ...(has.gross ? [figureColumn('Over £'), figureColumn('Under £')] : []),
      ...(has.rag ? [wordColumn('RAG', 5)] : []),
      wordColumn('', 60, 'in words'),
    ],
    rows,
    notes: [
      ...(has.apart
        ? [
            `Apart: performance not earned, and grants held or spent from another year. They are no over- or underspend; ${has.rag ? '% and RAG leave' : '% leaves'} them out.`,
          ]
        : []),
      ...(has.met ? ['Met from b/f: spent of what was brought forward for it, which is no overspend.'] : []),
    ],
  };
}

function labelOf({ label, formerLabel }: ComparisonLine): string {
  return formerLabel === undefined ? label : `${label} (was: ${formerLabel})`;
}

/** `[#######---] 75.2%`: how much of the budget is used; `>` at its end is more than all of it. */
function bar(percent: Line['share']): string {
  if (percent === undefined) return '';
  const share = String(percent);
  const [whole = '0'] = share.replace('-', '').split('.');
  const filled = share.startsWith('-') ? 0 : Math.min(barLength, Math.floor((Number(whole) * barLength) / 100));
  const isOver = filled === barLength && share !== '100.0';
  return `[${'#'.repeat(filled)}${'-'.repeat(barLength - filled)}${isOver ? '>' : ']'} ${share}%`;
}
