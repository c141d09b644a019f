/** A row of a CSV file as RFC 4180 has it; a cell that is not known is empty. */
export function csvRow(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map((cell) => quoted(cell === undefined ? '' : String(cell))).join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
