/** Characters that a terminal obeys or that nobody sees: controls, marks of direction, separators of lines. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A text of the user's as one line of visible characters; what is none is a space. */
export function plainText(text: string): string {
  return text.replace(unseen, ' ');
}
