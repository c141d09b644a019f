/** Text that a spreadsheet would take for a formula gets an apostrophe; an amount never does. */
export function harmless(column: string, text: string): string {
  return !column.endsWith('_gbp') && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
