import type { Cell, CellTable, Column, Row } from '../../statement/cell-table.js';
import { textOf } from '../table-cells.js';
import { type Answers, figureHtml, wordsHtml } from './answers.js';
import { escaped, unseen } from './escape.js';

/**
 * A table: its caption, its heads with their scope, a row a line. Roles are said too, because on a phone a row is no table
 * row but a block: its label, and under it each figure below its head.
 */
export function tableHtml(wanted: CellTable, answers: Answers, below: readonly (readonly string[])[] = []): string {
  const table = withoutEmptyColumns(wanted);
  const { title, columns, rows, notes, speaksOf = [] } = table;
  const caption = `<caption>${escaped(withoutBreaks(title))}</caption>`;
  const said = notes.map((note) => `<p class="note">${wordsHtml(note, speaksOf, answers)}</p>`).join('');
  if (rows.length === 0) return `<p class="caption">${escaped(title)}</p><p>None.</p>${said}`;
  const labels = labelColumn(table);
  const head = columns.map((column) => headHtml(column)).join('');
  const lines = rows
    .map((row, index) => rowHtml(row, { columns, labels, answers }) + belowHtml(below[index] ?? [], columns.length))
    .join('');
  return `<table role="table" class="${widthOf(table)}">${caption}<thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${lines}</tbody></table>${said}`;
}

/** A table without the columns in which nothing stands. */
function withoutEmptyColumns(table: CellTable): CellTable {
  const isUsed = table.columns.map(
    ({ align }, at) => align === 'right' || table.rows.some(({ cells }) => isSaid(cells[at])),
  );
  return {
    ...table,
    columns: table.columns.filter((_, at) => isUsed[at]),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => isUsed[at]) })),
  };
}

function isSaid(cell: Cell | undefined): boolean {
  return cell !== undefined && textOf(cell).trim() !== '';
}

/** What else is to know of a row, over the whole width below it. */
function belowHtml(texts: readonly string[], columns: number): string {
  if (texts.length === 0) return '';
  const said = texts.map((text) => `<p>${escaped(text)}</p>`).join('');
  return `<tr role="row" class="below"><td role="cell" colspan="${columns}">${said}</td></tr>`;
}

/** How much room a table needs, so that rows become blocks where there is less: on a phone, on a tablet, or anywhere. */
function widthOf({ columns, rows }: CellTable): 'w1' | 'w2' | 'w3' {
  const widths = columns.map(({ header, align }, at) => {
    const longest = rows.reduce(
      (most, { cells }) => {
        const cell = cells[at];
        return Math.max(most, cell === undefined ? 0 : textOf(cell).length);
      },
      Math.max(...header.split(/\s/).map((word) => word.length)),
    );
    return align === 'right' ? longest : Math.min(longest, shortestLine);
  });
  const pixels = widths.reduce((sum, width) => sum + width * pixelsOfLetter + pixelsBetween, 0);
  return pixels > pixelsOfColumn ? 'w3' : pixels > pixelsOfTablet ? 'w2' : 'w1';
}

/** Of words that may be broken, how many letters stand on a line at least. */
const shortestLine = 20;
const pixelsOfLetter = 8;
const pixelsBetween = 18;
const pixelsOfColumn = 904;
const pixelsOfTablet = 600;

interface Drawing {
  readonly columns: readonly Column[];
  /** Which column says what a row is. */
  readonly labels: number;
  readonly answers: Answers;
}

/** The first column of words; figures may stand before it. */
function labelColumn({ columns }: CellTable): number {
  return Math.max(
    0,
    columns.findIndex(({ align }) => align === 'left'),
  );
}

function headHtml({ header, name = '', align }: Column): string {
  const text = withoutBreaks(header);
  const shown = text === '' ? unseen(name === '' ? 'What' : name) : headText(text);
  return `<th role="columnheader" scope="col"${align === 'right' ? ' class="num"' : ''}>${shown}</th>`;
}

/** A pound sign never stands alone on a line. */
function headText(text: string): string {
  return escaped(text).replace(/ £/g, '\u00a0£');
}

function withoutBreaks(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function rowHtml({ cells, emphasis }: Row, { columns, labels, answers }: Drawing): string {
  const shown = cells.map((cell, index) =>
    cellHtml(cell, { column: columns[index], isLabel: index === labels, answers }),
  );
  return `<tr role="row"${emphasis === undefined ? '' : ` class="${emphasis}"`}>${shown.join('')}</tr>`;
}

interface CellDrawing {
  readonly column: Column | undefined;
  readonly isLabel: boolean;
  readonly answers: Answers;
}

function cellHtml(cell: Cell, { column, isLabel, answers }: CellDrawing): string {
  const content = contentHtml(cell, answers);
  if (isLabel) {
    const indent = cell.kind === 'text' && cell.indent ? ` class="in${Math.min(cell.indent, 3)}"` : '';
    return `<th role="rowheader" scope="row"${indent}>${content}</th>`;
  }
  const isFigure = column?.align === 'right';
  const isWithout = cell.kind === 'text' && cell.text === '';
  const classes = [
    isFigure ? 'num' : '',
    isWithout ? 'none' : '',
    isFigure && textOf(cell).startsWith('(') ? 'neg' : '',
  ];
  const named = classes.filter((name) => name !== '').join(' ');
  const head = withoutBreaks(column?.header ?? '');
  const label = head === '' || isWithout ? '' : ` data-h="${escaped(head)}"`;
  return `<td role="cell"${named === '' ? '' : ` class="${named}"`}${label}>${content}</td>`;
}

function contentHtml(cell: Cell, answers: Answers): string {
  const text = textOf(cell).trim();
  if (cell.kind !== 'text') {
    if (text === '') return unseen('not known');
    const shown = figureHtml(text, cell.figure, answers);
    return isNil(text) ? `<span class="nil">${shown}</span>` : shown;
  }
  if (cell.figure !== undefined && text !== '') return figureHtml(text, cell.figure, answers);
  return wordsHtml(text, cell.figures ?? [], answers);
}

function isNil(text: string): boolean {
  return /^0(\.0+)?%?$/.test(text);
}
