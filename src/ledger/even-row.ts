/** A row without the NULs that are the whole of a cell: some exports write one for a text that is empty. */
export function withoutNuls(row: string, separator: string): string {
  if (!row.includes('\0')) return row;
  const beside = `["${escaped(separator)}]`;
  return row.replace(new RegExp(`(?<=^|${beside})\\0+(?=${beside}|$)`, 'g'), '');
}

/** A row without the blanks round its quoted cells: `1, "2,000" ,3` is `1,"2,000",3`. */
export function withoutBlanksRoundQuotes(row: string, separator: string): string {
  if (!/[ \u00a0]"|"[ \u00a0]/.test(row)) return row;
  const by = escaped(separator);
  const cell = new RegExp(`(?<=^|${by})[ \\u00a0]*("(?:[^"]|"")*")[ \\u00a0]*(?=${by}|$)|(?<=^|${by})[^${by}]+`, 'g');
  return row.replace(cell, (whole: string, quoted: string | undefined) => quoted ?? whole);
}

function escaped(separator: string): string {
  return `\\${separator}`;
}
