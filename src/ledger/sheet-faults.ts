import { columnLetter } from '../diagnostics/column-letter.js';
import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import type { FileOf } from '../files/open-file.js';
import type { ChosenSheet } from '../sheets/choose-sheet.js';
import { isMoneyAsText } from '../sheets/filled.js';
import type { ReadSheet, SheetCell } from '../sheets/sheet.js';

/** A cell of a sheet, as a spreadsheet names it. */
interface CellPlace {
  readonly line: number;
  readonly index: number;
  readonly name: string;
}

/**
 * Reports what in a workbook nobody sees or meant: sheets and rows that are not shown, cells under a merge, formulas that
 * were never worked out, numbers that are seen as others. False where no sheet of it can be read.
 */
export function reportSheet({ file }: FileOf, chosen: ChosenSheet, report: Report): boolean {
  if ('reason' in chosen) {
    report(diagnose('BCF3033', { reason: chosen.reason }, { place: { file } }));
    return false;
  }
  const { sheet, others } = chosen;
  for (const { name } of others.filter(({ isHidden }) => isHidden)) {
    report(diagnose('BCF3037', { sheet: name, read: sheet.name }, { place: { file, sheet: name } }));
  }
  reportCells(file, sheet, 'never-worked-out', report);
  reportCells(file, sheet, 'under-a-merge', report);
  reportCells(file, sheet, 'scaled', report);
  reportHiddenRows(file, sheet, report);
  reportTextAmongNumbers(file, sheet, report);
  return true;
}

/** What is told of a fault of a cell; an error of a formula is named where it is read. */
const codesOfFaults = { 'never-worked-out': 'BCF3034', 'under-a-merge': 'BCF3035', scaled: 'BCF3047' } as const;

function reportCells(file: string, sheet: ReadSheet, fault: keyof typeof codesOfFaults, report: Report): void {
  const cells = cellsOf(sheet, (cell) => cell.fault === fault);
  const [first] = cells;
  if (first === undefined) return;
  const args = { sheet: sheet.name, cell: first.name, count: cells.length };
  report(diagnose(codesOfFaults[fault], args, { place: placeOf(file, sheet, first) }));
}

function reportHiddenRows(file: string, sheet: ReadSheet, report: Report): void {
  const hidden = [...sheet.hiddenRows].filter((line) => (sheet.rows[line - 1] ?? []).some(({ text }) => text !== ''));
  const [first] = hidden;
  if (first === undefined) return;
  report(
    diagnose(
      'BCF3036',
      { sheet: sheet.name, rows: hidden.length },
      { place: { file, sheet: sheet.name, line: first } },
    ),
  );
}

/** Text that looks like money in a column of numbers: the workbook’s own sums pass over it. */
function reportTextAmongNumbers(file: string, sheet: ReadSheet, report: Report): void {
  const ofMoney = new Set<number>();
  for (const row of sheet.rows) {
    for (const [column, { holds, text }] of row.entries()) {
      if (holds === 'number' && text.includes('.')) ofMoney.add(column);
    }
  }
  const isText = (cell: SheetCell, column: number) => ofMoney.has(column) && isMoneyAsText(cell);
  const texts = ofMoney.size === 0 ? [] : cellsOf(sheet, isText);
  const [first] = texts;
  if (first === undefined) return;
  const args = { sheet: sheet.name, cell: first.name, count: texts.length };
  report(diagnose('BCF3038', args, { place: placeOf(file, sheet, first) }));
}

function placeOf(file: string, sheet: ReadSheet, { line, index }: CellPlace): Place {
  return { file, sheet: sheet.name, line, field: { index, name: '' } };
}

function cellsOf({ rows }: ReadSheet, isIt: (cell: SheetCell, column: number) => boolean): CellPlace[] {
  return rows.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      isIt(cell, column) ? [{ line: at + 1, index: column, name: `${columnLetter(column)}${at + 1}` }] : [],
    ),
  );
}
