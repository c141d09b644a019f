const rowOrCell = /<(?:\w+:)?(row|c)\s(?:[^>]*?\s)?r=["']([A-Z]*)(\d+)["']/g;

/**
 * The first row or cell that stands twice in a sheet of Excel, as no program writes one: whoever reads it keeps the later,
 * and what the earlier held is gone. Rows and cells are in order in nearly every sheet, so that none need be remembered.
 */
export function standsTwice(sheet: string): string | undefined {
  return isInOrder(sheet) ? undefined : firstTwice(sheet);
}

function isInOrder(sheet: string): boolean {
  let [row, cellRow, width, letters] = [0, 0, 0, ''];
  for (const [, name, column = '', digits = ''] of sheet.matchAll(rowOrCell)) {
    const line = Number(digits);
    if (name === 'row') {
      if (line <= row) return false;
      row = line;
    } else {
      const isNext =
        line > cellRow ||
        (line === cellRow && (column.length > width || (column.length === width && column > letters)));
      if (!isNext) return false;
      [cellRow, width, letters] = [line, column.length, column];
    }
  }
  return true;
}

function firstTwice(sheet: string): string | undefined {
  const seen = new Set<string>();
  for (const [, , column = '', digits = ''] of sheet.matchAll(rowOrCell)) {
    const name = `${column}${Number(digits)}`;
    if (seen.has(name)) return column === '' ? `row ${name}` : `cell ${name}`;
    seen.add(name);
  }
  return undefined;
}
