import { inPounds } from '../money/format-money.js';
import type { AmountLine, Branch, Line, Opening, Page, Pages, Part } from '../pages/page.js';
import type { Cell, CellTable, Column, Row } from '../statement/cell-table.js';
import { textOf } from './table-cells.js';

/** Pages for a screen reader: one figure a line, each with its row and its column, and no table. */
export function pagesPlain({ title, openings, pages, legend, last }: Pages): string {
  const blocks = [
    ...openings.map((opening) => openingLines(opening).join('\n')),
    ...(title === undefined ? [] : [title]),
    ...pages.flatMap(pageBlocks),
    ...(legend.length === 0 ? [] : [legend.join('\n')]),
    last.map(lineText).join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function openingLines({ name, asAt, warning, note }: Opening): string[] {
  return [name, asAt, warning, note].flatMap((text) => text ?? []);
}

function pageBlocks({ title, parts }: Page): string[] {
  return [...(title === undefined ? [] : [title]), ...parts.map(partText)];
}

function partText(part: Part): string {
  switch (part.kind) {
    case 'paragraph':
      return part.text;
    case 'lines':
      return part.lines.map(lineText).join('\n');
    case 'list':
      return [part.title, ...part.lines.map(lineText)].join('\n');
    case 'table':
      return tableLines(part.table).join('\n');
    case 'amounts':
      return [...(part.title === undefined ? [] : [part.title]), ...part.lines.map(amountText)].join('\n');
    case 'tree':
      return branchLines(part.root, 0).join('\n');
    case 'verbatim':
      return [part.title, ...part.lines].join('\n');
  }
}

function lineText({ spans }: Line): string {
  return spans
    .map(({ text }) => text)
    .join('')
    .trim()
    .replace(/ {2,}/g, ' ');
}

function amountText({ amount, text }: AmountLine): string {
  return `${text}: ${amount.trim()}`;
}

/** A table: under its title a line for each figure and each remark of a row. */
function tableLines({ title, columns, rows, notes }: CellTable): string[] {
  const lines = rows.flatMap((row) => rowLines(row, columns));
  return [title, ...(rows.length === 0 ? ['None.'] : lines), ...notes].filter((text) => text !== '');
}

/** A line for each figure and each remark; what begins with its figure, or has only one, is one line with the figure last. */
function rowLines({ cells }: Row, columns: readonly Column[]): string[] {
  const said = cells.map((cell, index) => ({
    text: saidIn(cell),
    column: columns[index],
    isFigure: isFigure(cell, columns[index]),
  }));
  const figures = said.filter(({ isFigure, text }) => isFigure && text !== '');
  const first = said.findIndex((part) => part.isFigure);
  if (first === 0 || figures.length === 0)
    return [
      sentence(
        said.filter((part) => !part.isFigure),
        figures,
      ),
    ];
  const label = sentence(said.slice(0, first), []);
  return said.slice(first).flatMap(({ text, column }) => {
    if (text === '') return [];
    const header = (column?.header ?? '').replace(/ £/, '');
    return [`${[label, header].filter((part) => part !== '').join(', ')}: ${text}`];
  });
}

/** A count is text in a column of figures. */
function isFigure(cell: Cell, column: Column | undefined): boolean {
  return cell.kind !== 'text' || column?.align === 'right';
}

interface Said {
  readonly text: string;
}

function sentence(parts: readonly Said[], figures: readonly Said[]): string {
  const texts = (some: readonly Said[]) =>
    some
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(', ');
  return [texts(parts), texts(figures)].filter((text) => text !== '').join(': ');
}

/** What a cell says; money in pounds and pence with its sign in words. */
function saidIn(cell: Cell): string {
  if (cell.kind !== 'money') return textOf(cell).trim();
  if (cell.pounds === undefined) return '';
  return inPounds(cell.pounds).replace(/^-/, 'minus ');
}

function branchLines({ amount, text, asides, parts }: Branch, depth: number): string[] {
  const level = depth === 0 ? '' : `Level ${depth}: `;
  return [`${level}${text}: ${amount.trim()}`, ...asides, ...parts.flatMap((part) => branchLines(part, depth + 1))];
}
