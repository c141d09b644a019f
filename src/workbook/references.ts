/** A cell: its sheet, and its column and row counted from nought. */
export interface Reference {
  readonly sheet: string;
  readonly column: number;
  readonly row: number;
}

/** `A` of 0, `AA` of 26. */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : columnLetters((column - rest) / 26 - 1) + letter;
}

/** `C7` */
export function cellName({ column, row }: Omit<Reference, 'sheet'>): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** `$C$7`, which stays what it is when a formula is copied. */
export function fixedCell({ column, row }: Omit<Reference, 'sheet'>): string {
  return `$${columnLetters(column)}$${row + 1}`;
}

/** A reference as a formula on a sheet writes it: `C7`, or `'Flow of funds'!C7` from another sheet. */
export function inFormula(reference: Reference, on: string): string {
  return `${sheetPrefix(reference.sheet, on)}${cellName(reference)}`;
}

/** `'Flow of funds'!` before what stands on another sheet. */
export function sheetPrefix(sheet: string, on?: string): string {
  if (sheet === on) return '';
  return /^[A-Za-z_]\w*$/.test(sheet) ? `${sheet}!` : `'${sheet.replaceAll("'", "''")}'!`;
}

/** Cells as a sum takes them: those below each other as one range. Each cell counts as often as it is there. */
export function rangesOf(references: readonly Reference[], on: string): string[] {
  const ranges: { first: Reference; last: Reference }[] = [];
  for (const reference of [...references].sort(inOrder)) {
    const open = ranges.at(-1);
    const { sheet, column, row } = reference;
    if (open?.last.sheet === sheet && open.last.column === column && open.last.row + 1 === row) open.last = reference;
    else ranges.push({ first: reference, last: reference });
  }
  return ranges.map(({ first, last }) =>
    first === last ? inFormula(first, on) : `${inFormula(first, on)}:${cellName(last)}`,
  );
}

function inOrder(a: Reference, b: Reference): number {
  if (a.sheet !== b.sheet) return a.sheet < b.sheet ? -1 : 1;
  return a.column === b.column ? a.row - b.row : a.column - b.column;
}
