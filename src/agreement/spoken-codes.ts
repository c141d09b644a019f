import type { Named } from './agreement.js';

/** Words as they are compared: case and the width of spaces say nothing. */
function plainly(words: string): string {
  return words.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The codes of a list by what people write for them: another case, the name, the short name, another declared name. */
export class SpokenCodes {
  readonly #codes = new Map<string, ReadonlySet<string>>();

  constructor(items: Iterable<Named>) {
    for (const { code, name, label = '', also = [] } of items) {
      for (const words of [code, name, label, ...also].map(plainly)) {
        if (words !== '') this.#codes.set(words, new Set([...(this.#codes.get(words) ?? []), code]));
      }
    }
  }

  /** The one code that words can mean; undefined where they mean none or several. */
  codeOf(words: string): string | undefined {
    const [only, ...others] = this.codesOf(words);
    return others.length === 0 ? only : undefined;
  }

  /** Every code that words can mean. */
  codesOf(words: string): readonly string[] {
    return [...(this.#codes.get(plainly(words)) ?? [])];
  }
}
