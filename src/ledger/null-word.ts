const longestNull = '(null)'.length;
const nullWords = /^[(<[]?null[)>\]]?$/i;

/** Whether a text is the word of a database for a blank cell. */
export function isNullWord(text: string): boolean {
  return text.length >= 4 && text.length <= longestNull && nullWords.test(text);
}
