const tellsOfCode = /\b(?:name|desc(?:ription)?|title|text)\b/i;
const tellsOfRow =
  /\b(?:narrative|desc(?:ription)?|details?|purpose|expense type|expenditure type|particulars|service|text)\b/i;
const tellsWho = /\b(?:supplier|payee|vendor|merchant|beneficiary|creditor)\b/i;

/** How many different texts of one column are counted beside one code. */
const mostTexts = 200;
const longestText = 60;

/**
 * Which columns of an export say in words what a code is: first those that name the codes themselves, then what a row is
 * for, then who was paid. Two of them at most.
 */
export function wordColumns(names: readonly string[], by: readonly number[]): number[] {
  const isOther = (index: number) => !by.includes(index);
  const where = (isIt: (name: string) => boolean) =>
    [...names.keys()].filter((at) => isOther(at) && isIt(names[at] ?? ''));
  const codes = by.map((index) =>
    (names[index] ?? '')
      .toLowerCase()
      .replace(/\b(?:code|no|number)\b/g, '')
      .trim(),
  );
  const ofCode = where(
    (name) => tellsOfCode.test(name) && codes.some((code) => code !== '' && name.toLowerCase().includes(code)),
  );
  const found = [...ofCode, ...where((name) => tellsOfRow.test(name)), ...where((name) => tellsWho.test(name))];
  return [...new Set(found)].slice(0, 2);
}

/** The texts seen beside one code, and how often. */
export class WordsBeside {
  readonly #counts = new Map<number, Map<string, number>>();

  take(column: number, text: string): void {
    const plain = text.replace(/\s+/g, ' ').trim();
    if (plain === '') return;
    const counts = this.#counts.get(column) ?? new Map<string, number>();
    this.#counts.set(column, counts);
    if (counts.has(plain) || counts.size < mostTexts) counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }

  /** The most frequent of each column; of equals the first by its letters. */
  get text(): string {
    const texts = [...this.#counts.values()].flatMap((counts) => {
      const [first] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
      return first === undefined ? [] : [first[0]];
    });
    return texts.map((text) => (text.length > longestText ? `${text.slice(0, longestText)}…` : text)).join('; ');
  }
}
