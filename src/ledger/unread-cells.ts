import { counted, joined } from '../diagnostics/entry.js';
import { plainText } from '../diagnostics/plain-text.js';

const [mostTexts, longestText] = [2, 24];

/** What is in a column that nobody reads: the first of its different texts, each with how many rows have it. */
export class UnreadCells {
  readonly #texts = new Map<string, number>();
  #others = 0;
  /** What is not worth a word, in small letters; of a column where nothing is expected, a few texts are enough. */
  readonly #expected: string | undefined;

  constructor(expected?: string) {
    this.#expected = expected?.toLowerCase();
  }

  take(cell: string): void {
    if (this.#expected === undefined && this.#others > 0) return;
    const text = cell.trim();
    if (text === '' || (this.#expected !== undefined && text.toLowerCase() === this.#expected)) return;
    const known = this.#texts.get(text);
    if (known === undefined && this.#texts.size === mostTexts) this.#others += 1;
    else this.#texts.set(text, (known ?? 0) + 1);
  }

  get areNone(): boolean {
    return this.#texts.size === 0;
  }

  /** `40312, 40313 and others`. */
  get texts(): string {
    if (this.areNone) return 'blank';
    return `${[...this.#texts.keys()].map(shown).join(', ')}${this.#others === 0 ? '' : ' and others'}`;
  }

  /** `“09D” in 2 rows, “10A” in 1 row and others in 3 rows`. */
  get rows(): string {
    const found = [...this.#texts].map(([text, rows]) => `“${shown(text)}” in ${counted(rows, 'row')}`);
    return joined([...found, ...(this.#others === 0 ? [] : [`others in ${counted(this.#others, 'row')}`])]);
  }
}

function shown(text: string): string {
  const plain = plainText(text).replace(/\s+/g, ' ');
  const characters = [...plain];
  return characters.length <= longestText ? plain : `${characters.slice(0, longestText - 1).join('')}…`;
}
