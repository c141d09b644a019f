import type { Digits } from './named.js';

type Amounts = Readonly<Record<string, bigint | undefined>>;

/** Figures by their names; what is not known is not among them. */
export class FigureSheet {
  private readonly found = new Map<string, bigint>();

  get all(): Digits {
    return Object.fromEntries(this.found);
  }

  /** Throws where a figure of the name is there already. */
  add(name: string, amounts: Amounts): void {
    for (const [part, amount] of Object.entries(amounts)) {
      const key = name === '' ? part : `${name}.${part}`;
      if (this.found.has(key)) throw new Error(`${key} stands twice`);
      if (amount !== undefined) this.found.set(key, amount);
    }
  }

  /** Each amount of some lines added up; not known where one of them is not. */
  addSums(name: string, lines: readonly Amounts[]): void {
    for (const part of Object.keys(lines[0] ?? {}))
      this.add(name, { [part]: totalOf(lines.map((line) => line[part])) });
  }
}

/** What some amounts come to; undefined where one of them is not known. */
export function totalOf(amounts: readonly (bigint | undefined)[]): bigint | undefined {
  return amounts.reduce<bigint | undefined>(
    (total, amount) => (total === undefined || amount === undefined ? undefined : total + amount),
    0n,
  );
}
