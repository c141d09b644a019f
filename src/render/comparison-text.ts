import { comparisonTable } from '../pages/comparison-table.js';
import { type CellTable, withWholeLists } from '../statement/cell-table.js';
import type { Comparison } from '../statement/comparison-schema.js';
import { legend } from './legend.js';
import { opening, openings } from './opening.js';
import { plainStyle, type Style } from './style.js';
import { escaped, tableMarkdown } from './table-markdown.js';
import { textTable } from './text-table.js';

interface Options {
  readonly withAll: boolean;
}

/** A comparison for the terminal; the summary is its last line. */
export function comparisonText(comparison: Comparison, style: Style, options: Options): string {
  const { fund, against, notes, summary } = comparison;
  const table = textTable(drawnTable(comparison, options), style);
  const parts = [
    openings(fund, against, style),
    [table, ...notes.map(style.faint)].join('\n'),
    ...legend({ isDerived: false, isIllustrative: isIllustrative(comparison) }),
    style.strong(summary.message),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The same in markdown. */
export function comparisonMarkdown(comparison: Comparison, options: Options): string {
  const { fund, against, notes, summary } = comparison;
  const funds = [fund, ...(against === undefined ? [] : [against])];
  const heads = funds.map((one) => opening(one, plainStyle).split('\n').map(escaped).join('  \n'));
  const table = tableMarkdown(drawnTable(comparison, options));
  return `${[...heads, table, ...notes.map(escaped), `**${escaped(summary.message)}**`].join('\n\n')}\n`;
}

function drawnTable(comparison: Comparison, { withAll }: Options): CellTable {
  const table = comparisonTable(comparison, { withAll, withBar: true });
  return withAll ? withWholeLists(table) : table;
}

function isIllustrative({ fund, against }: Comparison): boolean {
  return [fund, against].some((one) => one?.provenance === 'illustrative');
}
