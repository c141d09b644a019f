import type { CellTable } from '../../../src/statement/cell-table.js';
import { plainNumber, type ReadTable, roundedTo, said, shifted } from './read-table.js';

interface TruthCell {
  readonly says: string;
  /** Whether it is shown in £m. */
  readonly isMillions: boolean;
  readonly isFigure: boolean;
}

/** A table as it must be read back: in the cell of each figure what `--json` says of it under its name. */
export interface TruthTable {
  /** The title of the page that it stands on; only a paper’s pages have any. */
  readonly page?: string | undefined;
  readonly title: string;
  readonly columns: readonly { readonly header: string; readonly name: string; readonly isRight: boolean }[];
  readonly rows: readonly (readonly TruthCell[])[];
  readonly notes: readonly string[];
  /** The names of the figures in it, and of those that its words speak of. */
  readonly names: readonly string[];
}

type Cell = CellTable['rows'][number]['cells'][number];

/** What a table must say; `amounts` are the figures of the document by their names. */
export function truthOf({ title, columns, rows, notes }: CellTable, amounts: ReadonlyMap<string, string>): TruthTable {
  const cells = rows.flatMap((row) => row.cells);
  return {
    title,
    columns: columns.map(({ header, name = header, align }) => ({
      header: said(header),
      name,
      isRight: align === 'right',
    })),
    rows: rows.map((row) =>
      row.cells.map((cell) => ({
        says: truthOfCell(cell, amounts),
        isMillions: cell.kind === 'money' && cell.unit === '£m',
        isFigure: cell.kind !== 'text',
      })),
    ),
    notes,
    names: cells.flatMap((cell) => cell.figure ?? (cell.kind === 'text' ? (cell.figures ?? []) : [])),
  };
}

function truthOfCell(cell: Cell, amounts: ReadonlyMap<string, string>): string {
  const { figure } = cell;
  if (cell.kind === 'text') return figure === undefined ? said(cell.text) : wordsOf(cell.text, figure, amounts);
  if (figure !== undefined) return amountOf(figure, amounts);
  const exact = cell.kind === 'money' ? cell.pounds : cell.percent;
  return exact === undefined ? '' : plainNumber(exact);
}

function amountOf(figure: string, amounts: ReadonlyMap<string, string>): string {
  const amount = amounts.get(figure);
  if (amount === undefined) throw new Error(`no figure of the document: ${figure}`);
  return plainNumber(amount);
}

/** Words that say what a figure comes to: its size stands in them, and their sign is a word. */
function wordsOf(text: string, figure: string, amounts: ReadonlyMap<string, string>): string {
  const amount = amountOf(figure, amounts);
  const words = said(text);
  if (/^-?\d[\d.]*$/.test(words)) return amount;
  const shown = text.match(/\d[\d,]*(\.\d+)?/)?.[0];
  if (shown === undefined) return Number(amount) === 0 ? words : `${words}, which is ${amount}`;
  return words.replace(shown, grouped(amount.replace('-', ''), shown));
}

/** An amount as it is written in words: pence where they are, thousands apart. */
function grouped(amount: string, shown: string): string {
  const [whole = '', pence = ''] = amount.split('.');
  const places = shown.split('.')[1]?.length ?? 0;
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return places === 0 && pence === '' ? thousands : `${thousands}.${pence.padEnd(places, '0')}`;
}

/** How a form has what is to be read in £m: to three places, in full, or as pounds that only look so. */
export type Millions = 'rounded' | 'whole' | 'pounds';

/** A truth in the shape in which forms are read. */
export function asRead({ title, columns, rows }: TruthTable, millions: Millions): ReadTable {
  return {
    title,
    headers: columns.map(({ header }) => header),
    rows: rows.map((row) =>
      row.map(({ says, isMillions }) => (isMillions && says !== '' ? inMillions(says, millions) : says)),
    ),
  };
}

function inMillions(pounds: string, millions: Millions): string {
  if (millions === 'pounds') return pounds;
  const exact = shifted(pounds, 6);
  return plainNumber(millions === 'whole' ? exact : roundedTo(exact, 3));
}
