import type { Figure } from '../../figures/figure.js';

/** A part of a sentence: words, or a figure and how it is said. */
export type Said = string | { readonly figure: Figure; readonly text: string };

/** Words in which figures answer. */
export type Sentence = readonly Said[];

/** A sentence written around figures: say`${figure} of the year has come in`. */
export function say(words: TemplateStringsArray, ...parts: readonly (Said | Sentence)[]): Sentence {
  return words.flatMap((text, index): Sentence => {
    const part = parts[index];
    const said = part === undefined ? [] : isSentence(part) ? part : [part];
    return [...(text === '' ? [] : [text]), ...said];
  });
}

/** A sentence as plain text. */
export function textOf(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** Sentences one after the other, with words between them. */
export function joined(sentences: readonly Sentence[], between: string): Sentence {
  return sentences.flatMap((sentence, index) => (index === 0 ? sentence : [between, ...sentence]));
}

function isSentence(part: Said | Sentence): part is Sentence {
  return Array.isArray(part);
}

/**
 * Words in which figures are found again by what they come to, as it is printed: each of them answers there. Of figures that
 * come to the same, the first said is the first of them.
 */
export function answering<F>(
  text: string,
  figures: readonly (readonly [printed: string, figure: F])[],
): (string | { readonly figure: F; readonly text: string })[] {
  const first = figures
    .map(([printed, figure]) => ({ printed, figure, at: printed === '' ? -1 : wordAt(text, printed) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at || other.printed.length - one.printed.length)[0];
  if (first === undefined) return text === '' ? [] : [text];
  const { printed, figure, at } = first;
  const isAnother = figures.some(([other, own]) => other === printed && own !== figure);
  const rest = isAnother ? figures.filter(([, own]) => own !== figure) : figures;
  const before = text.slice(0, at);
  return [
    ...(before === '' ? [] : [before]),
    { figure, text: printed },
    ...answering(text.slice(at + printed.length), rest),
  ];
}

/** Where a number stands by itself, and not as a part of another; less than nothing where it does not. */
function wordAt(text: string, printed: string): number {
  for (let at = text.indexOf(printed); at >= 0; at = text.indexOf(printed, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + printed.length)];
    if (!/[\d£.,]$/.test(before) && !/^([.,]?\d|%)/.test(after)) return at;
  }
  return -1;
}
