import { plainJson } from '../diagnostics/plain-text.js';

/** A document as text: two spaces of indentation, a newline at the end, and nothing in it that a terminal would obey. */
export function jsonText(document: object): string {
  return `${plainJson(JSON.stringify(document, null, 2))}\n`;
}
