import type { Figure } from '../figures/figure.js';
import type { Cell, CellTable, Row } from '../statement/cell-table.js';
import type { DraftCell, DraftSheet } from './draft.js';
import {
  differsWord,
  type Look,
  type NumberShape,
  numberCell,
  type SheetCell,
  verdictCell,
  wordCell,
} from './model.js';
import type { Places } from './places.js';
import { cellName } from './references.js';
import { isFixed, tooLarge } from './workings.js';

/** What tables are drawn with: the figures by their names, and where each stands. */
export interface Drawing {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly places: Places;
}

/**
 * Draws a table on a sheet, each of its figures as a formula where it stands first and as a look there elsewhere. Beside its
 * totals stands what bcf says of them, and whether the sheet still agrees.
 */
export function addTable(sheet: DraftSheet, table: CellTable, drawing: Drawing): void {
  const { title, columns, rows, notes } = table;
  sheet.add(wordCell(title, 'heading'));
  const isNumeric = columns.map((_, index) => rows.some(({ cells }) => isNumber(cells[index], drawing)));
  const held = columns.flatMap((_, index) =>
    isNumeric[index] && rows.some((row) => row.emphasis === 'total' && isNumber(row.cells[index], drawing))
      ? [index]
      : [],
  );
  const said = held.map((index) => onTheRight(wordCell(`bcf says: ${columns[index]?.header ?? ''}`, 'header')));
  const headers = columns.map(({ header, name = '', align }, index) => {
    const head = wordCell(header === '' ? name : header, 'header');
    return align === 'right' || isNumeric[index] === true ? onTheRight(head) : head;
  });
  const check = held.length === 0 ? [] : [undefined, ...said, wordCell('This sheet', 'header')];
  sheet.add(...headers, ...check);
  const isRight = columns.map(({ align }) => align === 'right');
  for (const row of rows) addRow(sheet, row, { ...drawing, held, isRight });
  const fixed = rows.some(({ cells }) => cells.some((cell) => isFixedCell(cell, drawing)));
  for (const note of notes) sheet.add(wordCell(note, 'note'));
  if (fixed) sheet.add(wordCell(`In italics: ${tooLarge}.`, 'note'));
  sheet.add();
}

/** Words in a column of figures stand where they do. */
function onTheRight(cell: SheetCell): SheetCell {
  return { ...cell, align: 'right' };
}

interface RowDrawing extends Drawing {
  /** The columns whose totals are held against what bcf says. */
  readonly held: readonly number[];
  /** Which columns are of figures. */
  readonly isRight: readonly boolean[];
}

function addRow(sheet: DraftSheet, { cells, emphasis }: Row, drawing: RowDrawing): void {
  const row = sheet.length;
  const look: Look = emphasis ?? 'line';
  const drawn = drawing.isRight.map((isRight, column) =>
    drawnCell(cells[column], { sheet, column, look, isRight }, drawing),
  );
  const totals = emphasis === 'total' ? heldCells(cells, row, drawing) : [];
  sheet.add(...drawn, ...totals);
}

/** What bcf says of the totals of a row, and whether the sheet agrees. */
function heldCells(cells: readonly Cell[], row: number, { held, isRight, ...drawing }: RowDrawing): DraftCell[] {
  const tests: string[] = [];
  const said = held.map((column, index) => {
    const figure = figureIn(cells[column], drawing);
    if (figure === undefined) return undefined;
    const own = cellName({ column, row });
    const beside = cellName({ column: isRight.length + 1 + index, row });
    tests.push(`ROUND(${own}-${beside},${figure.places})=0`);
    return numberCell(String(figure), shapeIn(cells[column]) ?? 'pounds', 'said');
  });
  if (tests.length === 0) return [];
  const formula = `IF(AND(${tests.join(',')}),"agrees","${differsWord}")`;
  return [undefined, ...said, verdictCell(formula, 'agrees')];
}

interface Spot {
  readonly sheet: DraftSheet;
  readonly column: number;
  readonly look: Look;
  readonly isRight: boolean;
}

function drawnCell(
  cell: Cell | undefined,
  { sheet, column, look, isRight }: Spot,
  { figures, places }: Drawing,
): DraftCell {
  if (cell === undefined) return undefined;
  const figure = figureIn(cell, { figures, places });
  const shape = shapeIn(cell);
  if (figure !== undefined) {
    const isOwn = !places.isPlaced(figure);
    if (isOwn) places.place(figure, sheet.at(column));
    const own = isOwn && isFixed(figure) ? 'said' : look;
    return () => places.cell(figure, isOwn, { on: sheet.name, look: own, ...(shape && { shape }) });
  }
  if (cell.kind === 'text') {
    if (cell.text === '') return undefined;
    const words = wordCell(cell.text, look, cell.indent);
    return isRight ? onTheRight(words) : words;
  }
  const exact = cell.kind === 'money' ? cell.pounds : cell.percent;
  return exact === undefined ? undefined : numberCell(exact, shape ?? 'percent', look);
}

/** The figure that a cell shows as a number; undefined of words, which may speak of one. */
function figureIn(cell: Cell | undefined, { figures }: Drawing): Figure | undefined {
  if (cell?.figure === undefined) return undefined;
  if (cell.kind === 'text' && !/^\(?-?[\d,]+(\.\d+)?\)?$/.test(cell.text)) return undefined;
  return figures.get(cell.figure);
}

function isNumber(cell: Cell | undefined, drawing: Drawing): boolean {
  return figureIn(cell, drawing) !== undefined || cell?.kind === 'money' || cell?.kind === 'percent';
}

function isFixedCell(cell: Cell, drawing: Drawing): boolean {
  const figure = figureIn(cell, drawing);
  return figure !== undefined && isFixed(figure);
}

/** How a cell of money is shown; of a percent and of words the figure says it. */
function shapeIn(cell: Cell | undefined): NumberShape | undefined {
  if (cell?.kind !== 'money') return undefined;
  return cell.unit === '£m' ? 'millions' : undefined;
}
