/**
 * Codes as parts of an account's name that every format takes: plain letters, digits and hyphens, the first a capital
 * or a digit. No two codes share a name: the second that would is numbered.
 */
export class CodesAsNames {
  readonly #names = new Map<string, string>();
  readonly #taken: Set<string>;

  /** Names are given in the order of the codes, so that they do not hang on which rows come first. */
  constructor(codes: Iterable<string>, reserved: readonly string[] = []) {
    this.#taken = new Set(reserved);
    for (const code of codes) this.nameOf(code);
  }

  /** The name of a code; a code that is not known yet gets one. */
  nameOf(code: string): string {
    const known = this.#names.get(code);
    if (known !== undefined) return known;
    const plain = plainName(code);
    let name = plain;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${plain}-${number}`;
    this.#taken.add(name);
    this.#names.set(code, name);
    return name;
  }
}

function plainName(code: string): string {
  const plain = code
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain === '' ? 'X' : plain.charAt(0).toUpperCase() + plain.slice(1);
}
