/** Text that a spreadsheet would take for a formula gets an apostrophe, and stays on one line; an amount is as it is. */
export function harmless(column: string, text: string): string {
  if (column.endsWith('_gbp')) return text;
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ');
  return /^[=+\-@\t]/.test(line) ? `'${line}` : line;
}
