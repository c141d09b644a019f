import { plainText } from '../../diagnostics/plain-text.js';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words as words, inside an element or an attribute in double quotes; what nobody would see is left out. */
export function escaped(text: string): string {
  return plainText(text).replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
}

/** Words that only a screen reader says. */
export function unseen(text: string): string {
  return `<span class="vh">${escaped(text)}</span>`;
}
