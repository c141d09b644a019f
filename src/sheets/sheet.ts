/** What is wrong with a cell, so that its text is not what somebody meant, or saw. */
export type CellFault = 'error' | 'never-worked-out' | 'under-a-merge' | 'scaled';

/** A cell as a ledger reads it: its text, and whether it is a number or a day and no text. */
export interface SheetCell {
  readonly text: string;
  readonly holds: 'text' | 'number' | 'day' | 'nothing';
  readonly fault?: CellFault;
}

/** A sheet of a workbook, row by row from the first. */
export interface ReadSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly (readonly SheetCell[])[];
  /** Rows that are not shown, counted from 1. */
  readonly hiddenRows: ReadonlySet<number>;
}

/** A range or a table of a workbook that has a name. */
export interface NamedRange {
  readonly name: string;
  readonly sheet: string;
  /** Such as $B$4:$H$200; of a name that stands for something else what it stands for. */
  readonly cells: string;
}

/** A workbook as far as its cells and their names. */
export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  readonly names: readonly NamedRange[];
}
