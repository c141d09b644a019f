/**
 * Text that a spreadsheet would take for a formula gets an apostrophe, and stays on one line. Spaces before the mark
 * change nothing, and neither does a mark of another width: `＝`, `＋`, `－`, `＠`.
 */
export function harmless(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ');
  return /^[\t\r]|^\s*[=+\-@]/.test(line.normalize('NFKC')) ? `'${line}` : line;
}
