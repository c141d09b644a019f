import { factsOf, type LedgerKind, ledgerKindNames } from '../agreement/ledger-kinds.js';

/** What the rows of a kind of ledger are, and its columns: `received: date, partner, …; may have: pool, adjusts`. */
export function ledgerInWords(kind: LedgerKind): string {
  const { what, required, optional, remarks } = factsOf(kind);
  const named = (columns: object) =>
    Object.keys(columns)
      .map((column) => (column in remarks ? `${column} (${remarks[column]})` : column))
      .join(', ');
  const more = named(optional);
  return `${what}: ${named(required)}${more === '' ? '' : `; may have: ${more}`}`;
}

/** The kinds of ledger that have a column, in words. */
export function ledgersWith(column: string): string {
  const kinds = ledgerKindNames.filter((kind) => column in factsOf(kind).optional);
  return `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}`;
}
