/**
 * What a diagnostic means for the run: `usage` and `input` stop it with exit code 2, `agreement` with 3,
 * a `finding` is an answer with exit code 1, a `warning` changes no exit code.
 */
export type DiagnosticClass = 'usage' | 'agreement' | 'input' | 'finding' | 'warning';

/** One code of the catalogue: how it is worded for arguments, and the page that `bcf explain` prints. */
export interface Entry<A> {
  readonly title: string;
  readonly class: DiagnosticClass;
  /** A finding that a rule is broken, and not a sum that is out. */
  readonly isBreach?: boolean;
  /** Repeats in one column of one file are one cause, whatever the values: a column of dates in the wrong form. */
  readonly isOfColumn?: boolean;
  /** The one sentence, with what was found and what was expected. */
  readonly message: (args: A) => string;
  /** What to do next. */
  readonly help: (args: A) => string;
  /** Why the rule is there, in a paragraph for a finance officer. */
  readonly explain: string;
}

/** The arguments of a diagnostic: typed by its code, always plain text and counts. */
export type PlainArgs = Readonly<Record<string, string | number>>;

/** Declares an entry; it is here for its types alone. */
export function entry<A extends PlainArgs>(words: Entry<A>): Entry<A> {
  return words;
}

/** `, did you mean “x”?` or nothing. */
export function orMeant(meant: string): string {
  return meant === '' ? '' : `; did you mean “${meant}”?`;
}

/** `1 row`, `2 rows`, `1,148 rows`. */
export function counted(count: number | bigint, noun: string): string {
  if (BigInt(count) === 1n) return `1 ${noun}`;
  const several = /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : noun + (/ch$/.test(noun) ? 'es' : 's');
  return `${grouped(count)} ${several}`;
}

/** `Swale`, `Swale and Thanet`, `Ashford, Swale and Thanet`. */
export function joined(parts: readonly string[]): string {
  return [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(' and ');
}

/** A whole number with its thousands grouped: `1,148`. */
export function grouped(count: number | bigint): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** ` in 3 rows`, or nothing for one. */
export function inRows(rows: number): string {
  return rows > 1 ? ` in ${rows} rows` : '';
}
