/**
 * Words of the user's in the syntax of another program. A character that would mean something there is written as
 * %XX, its bytes in UTF-8, so that nothing is lost and nothing is obeyed.
 */

/** Controls, marks of direction, separators of lines, halves of characters, and spaces that a parser may take for two. */
const never = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}%]|(?<=\s)\s|[^\S ]|^\s|\s$/gu;

/** Text on a line of its own, such as a comment. */
export function lineText(text: string): string {
  return text.replace(never, percented);
}

/** A payee: it ends at a semicolon or a bar, and its first character may be a mark. */
export function payeeText(text: string): string {
  return lineText(text)
    .replace(/[;|]/g, percented)
    .replace(/^[^\p{L}\p{N}£%]/u, percented);
}

/** A code in round brackets. */
export function codeText(text: string): string {
  return lineText(text).replace(/[();]/g, percented);
}

/** The value of a tag: it ends at a comma, and square brackets may hold a date that is obeyed. */
export function tagText(text: string): string {
  return lineText(text).replace(/[,;[\]]/g, percented);
}

/** The name of a figure as the value of a tag; what it has in brackets is never a date. */
export function figureText(name: string): string {
  return lineText(name).replace(/,/g, percented);
}

/** A string in double quotes, as beancount reads it. */
export function quotedText(text: string): string {
  return `"${text.replace(never, percented).replace(/["\\]/g, '\\$&')}"`;
}

function percented(mark: string): string {
  return [...new TextEncoder().encode(mark)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
