/** Something of the agreement that a code of an export may be. */
export interface Ours {
  /** How a suggestion calls it. */
  readonly shown: string;
  readonly code: string;
  readonly name: string;
}

const ofNoUse =
  /^(?:and|of|the|to|for|in|on|by|with|a|an|or|other|general|total|service|services|nhs|payment|payments)$/;

/** The words of a text that say what it is about; a word and its plural are one. */
function tellingWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(words.filter((word) => !ofNoUse.test(word)).map((word) => word.replace(/s$/, '')));
}

/** Suggests which of ours some words mean, by the words that they share. */
export class Nearest {
  readonly #known: readonly { readonly ours: Ours; readonly words: ReadonlySet<string> }[];
  /** How many of ours have a word: what many have tells little. */
  readonly #having = new Map<string, number>();

  constructor(all: readonly Ours[]) {
    this.#known = all.map((ours) => ({ ours, words: tellingWords(`${ours.name} ${ours.code.replace(/[-_]/g, ' ')}`) }));
    for (const { words } of this.#known) {
      for (const word of words) this.#having.set(word, (this.#having.get(word) ?? 0) + 1);
    }
  }

  /** The nearest of ours; two where neither is nearer, and '' where none is near or many are alike. */
  to(text: string): string {
    const said = tellingWords(text);
    let best: string[] = [];
    let most = 0;
    for (const { ours, words } of this.#known) {
      const score = this.#scoreOf(words, said);
      if (score > most) [best, most] = [[ours.shown], score];
      else if (score === most && score > 0) best.push(ours.shown);
    }
    return best.length > 2 ? '' : best.join(' or ');
  }

  /** In shares of a thousand, so that scores are whole numbers and compare exactly. */
  #scoreOf(words: ReadonlySet<string>, said: ReadonlySet<string>): number {
    let score = 0;
    for (const word of words) if (said.has(word)) score += Math.floor(1000 / (this.#having.get(word) ?? 1));
    return score;
  }
}
