import type { SheetPart } from '../files/open-file.js';
import { type ChosenSheet, chosenSheet, shownSheets } from './choose-sheet.js';
import { isFilled, isText } from './filled.js';
import type { SheetCell } from './sheet.js';

/** What is read of a workbook: looked for when it is first asked for, and once. */
export class PartOfWorkbook {
  readonly #bytes: Buffer;
  readonly #kind: 'xlsx' | 'ods';
  readonly #part: SheetPart;
  #chosen: Promise<ChosenSheet> | undefined;

  constructor(bytes: Buffer, kind: 'xlsx' | 'ods', part: SheetPart) {
    this.#bytes = bytes;
    this.#kind = kind;
    this.#part = part;
  }

  /** Its sheet, or why there is none. */
  chosen(): Promise<ChosenSheet> {
    this.#chosen ??= this.#read();
    return this.#chosen;
  }

  async #workbook() {
    // A fund without workbooks does not load what reads them.
    const { readWorkbook } = await import('./read-workbook.js');
    return readWorkbook(this.#bytes, this.#kind);
  }

  async #read(): Promise<ChosenSheet> {
    const read = await this.#workbook();
    return 'reason' in read ? read : chosenSheet(read, this.#part);
  }

  /** The sheets that hold anything and are shown. */
  async shownSheets(): Promise<readonly string[]> {
    const read = await this.#workbook();
    return 'reason' in read ? [] : shownSheets(read).map(({ name }) => name);
  }

  /** What the cells of some of its rows say, to the last that says anything. */
  async cellsOf(rows: ReadonlySet<number>): Promise<ReadonlyMap<number, readonly string[]>> {
    const chosen = await this.chosen();
    if ('reason' in chosen) return new Map();
    const said = (row: readonly SheetCell[]) => row.slice(0, row.findLastIndex(isText) + 1).map(({ text }) => text);
    const { sheet, whole } = chosen;
    const rowAt = (line: number) => [sheet, whole].map(({ rows: own }) => own[line - 1] ?? []).find(isFilled) ?? [];
    return new Map([...rows].map((line) => [line, said(rowAt(line))]));
  }

  /**
   * It as the text of a CSV file, a line for each row, so that a line has the number of its row: all that reads rows reads
   * it. '' where there is no such sheet, which `chosen` says.
   */
  async *text(): AsyncGenerator<string> {
    const chosen = await this.chosen();
    if ('reason' in chosen) return;
    const { rows } = chosen.sheet;
    const last = rows.findLastIndex(isFilled);
    const width = rows.reduce((widest, row) => Math.max(widest, row.findLastIndex(isText) + 1), 0);
    for (let from = 0; from <= last; from += rowsOfPiece) {
      yield rows
        .slice(from, Math.min(from + rowsOfPiece, last + 1))
        .map((row) => `${lineOf(row, width)}\n`)
        .join('');
    }
  }
}

/** As many rows as are handed on together: one by one takes long. */
const rowsOfPiece = 500;

function lineOf(row: readonly SheetCell[], width: number): string {
  if (!isFilled(row)) return '';
  return Array.from({ length: width }, (_, column) => quoted(row[column]?.text ?? '')).join(',');
}

/** Whatever could be taken for what separates cells is quoted: it is known here. */
function quoted(text: string): string {
  return /[",;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
