import {
  type Cell,
  type CellTable,
  figureColumn,
  inPercent,
  money,
  type Row,
  wordColumn,
  words,
} from '../statement/cell-table.js';
import type { Comparison, ComparisonLine } from '../statement/comparison-schema.js';

const marks: Readonly<Record<ComparisonLine['status'], string>> = {
  added: '+',
  removed: '-',
  changed: '~',
  same: '',
  'not-known': '?',
};

/** How many marks a whole budget is. */
const barLength = 10;

/** The lines of a comparison, old → new: those that changed, or all; the rest are counted. */
export function comparisonTable(comparison: Comparison, { withAll }: { readonly withAll: boolean }): CellTable {
  const { lines, totals, from, to, kind, by } = comparison;
  const isQuiet = ({ status, formerLabel }: ComparisonLine) => status === 'same' && formerLabel === undefined;
  const shown = withAll ? lines : lines.filter((line) => !isQuiet(line));
  const hidden = lines.length - shown.length;
  const isVired = totals.virements !== undefined;
  const isMarked = lines.some(({ rag }) => rag !== undefined);
  const row = (
    mark: string,
    label: string,
    line: Comparison['totals'],
    rest: readonly Cell[],
    more: Partial<Row> = {},
  ): Row => ({
    cells: [
      words(mark),
      words(label),
      money(line.from),
      ...(isVired ? [money(line.virements)] : []),
      money(line.to),
      money(line.change),
      inPercent(line.percent),
      ...(kind === 'plain' ? [] : [money(line.left)]),
      words(bar(line.share)),
      ...rest,
    ],
    ...more,
  });
  const restOf = ({ rag, inWords }: ComparisonLine) => [
    ...(isMarked ? [words(rag?.toUpperCase() ?? '')] : []),
    words(inWords),
  ];
  const rows = shown.map((line) => row(marks[line.status], labelOf(line), line, restOf(line)));
  const blank = [...(isMarked ? [words('')] : []), words('')];
  rows.push(row('', 'All', totals, blank, { emphasis: 'total' }));
  return {
    title: `${from.label} → ${to.label}, by ${by}`,
    columns: [
      { header: '', align: 'left' },
      wordColumn('', 40),
      figureColumn(`${from.label} £`),
      ...(isVired ? [figureColumn('Virements £')] : []),
      figureColumn(`→ ${to.label} £`),
      figureColumn('Change £'),
      figureColumn('%'),
      ...(kind === 'plain' ? [] : [figureColumn('Left of the plan £')]),
      { header: kind === 'plain' ? 'Share of all' : 'Share of budget', align: 'left' },
      ...(isMarked ? [wordColumn('RAG', 5)] : []),
      wordColumn('', 52),
    ],
    rows,
    notes: hidden === 0 ? [] : [`${hidden} ${hidden === 1 ? 'line' : 'lines'} unchanged: --all shows them.`],
  };
}

function labelOf({ label, formerLabel }: ComparisonLine): string {
  return formerLabel === undefined ? label : `${label} (was: ${formerLabel})`;
}

/** `[#######---] 75.2%`: how much of the budget is used; `>` at its end is more than all of it. */
function bar(share: string | undefined): string {
  if (share === undefined) return '';
  const [whole = '0'] = share.replace('-', '').split('.');
  const filled = share.startsWith('-') ? 0 : Math.min(barLength, Math.floor(Number(whole) / barLength));
  const isOver = filled === barLength && !/^100\.0$/.test(share);
  return `[${'#'.repeat(filled)}${'-'.repeat(barLength - filled)}${isOver ? '>' : ']'} ${share}%`;
}
