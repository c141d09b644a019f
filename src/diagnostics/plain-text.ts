/**
 * Characters that a terminal obeys or that nobody sees: controls, marks of direction, separators of lines, what has no
 * width, halves of characters.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu;

/** What a CI server obeys in a log: `##[error]` and `##vso[…]` wherever they stand, `::error::` where a word begins. */
const obeyed = /(?<=#)#(?=\w*\[)|(?<!\S):{2,}/g;
const obeyedInLine = /(?<=#)#(?=\w*\[)/g;

/** What nearly every text is made of: nothing in it needs a closer look. */
const ordinary = /^[ -"$-9;-~£]*$/;

const [blank, hash, colon, lastOrdinary] = [32, 35, 58, 126];

/** A text of the user's as one line of visible characters that nothing obeys; what is none is a space. */
export function plainText(text: string): string {
  return ordinary.test(text) ? text : text.replace(unseen, ' ').replace(obeyed, disarmed);
}

/** Whether a text is one word of ordinary characters, so that it is its own plain text. */
export function isPlainWord(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= blank || code > lastOrdinary || code === hash || code === colon) return false;
  }
  return text !== '';
}

/** The same where every character stays in its column: each that is none is one space. */
export function plainInPlace(text: string): string {
  return text.replace(unseen, (run) => ' '.repeat(run.length)).replace(obeyed, disarmed);
}

/** The same for JSON, in which nothing need be lost: what is obeyed or not seen is written by its number. */
export function plainJson(json: string): string {
  const numbered = (run: string) => run.replace(/[^\n]/g, (unit) => `\\u${hex(unit.charCodeAt(0))}`);
  return json.replace(unseen, numbered).replace(obeyedInLine, numbered);
}

/** The first unseen character of a text, as `U+202A`; undefined where it has none. */
export function unseenIn(text: string): string | undefined {
  const [first] = text.match(unseen) ?? [];
  return first === undefined ? undefined : `U+${hex(first.codePointAt(0) ?? 0).toUpperCase()}`;
}

function disarmed(mark: string): string {
  return mark === '#' ? ' ' : ':'.padEnd(mark.length);
}

function hex(number: number): string {
  return number.toString(16).padStart(4, '0');
}
