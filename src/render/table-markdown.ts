import type { Cell, CellTable, Row } from '../statement/cell-table.js';
import { textOf } from './text-table.js';

/** A table in markdown: money grouped and right-aligned, totals and heads strong, notes below. */
export function tableMarkdown({ title, columns, rows, notes }: CellTable): string {
  const header = `| ${columns.map(({ header }) => escaped(header) || ' ').join(' | ')} |`;
  const rule = `|${columns.map(({ align }) => (align === 'right' ? '---:' : ':---')).join('|')}|`;
  return [
    `### ${escaped(title)}`,
    '',
    ...(rows.length === 0 ? ['None.'] : [header, rule, ...rows.map(line)]),
    ...notes.flatMap((note) => ['', escaped(note)]),
  ].join('\n');
}

function line({ cells, emphasis }: Row): string {
  const shown = cells.map((cell) => {
    const text = cellText(cell);
    return text === '' || emphasis === undefined ? text : `**${text}**`;
  });
  return `| ${shown.join(' | ')} |`;
}

function cellText(cell: Cell): string {
  if (cell.kind !== 'text') return textOf(cell);
  return '\u2003'.repeat(cell.indent ?? 0) + escaped(cell.short ?? cell.text);
}

/** Words as words: nothing in them is taken for markdown. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]|&(?=#?\w+;)/g, (character) => `\\${character}`).replace(/\s*\n\s*/g, ' ');
}
