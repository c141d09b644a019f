import type { LedgerKind } from '../agreement/ledger-kinds.js';
import type { Figure } from '../figures/figure.js';
import type { PassingRow } from '../fund/post-rows.js';
import { accountName } from '../journal/accounts.js';
import type { Entry } from '../journal/journal.js';
import { toPounds } from '../money/format-money.js';
import type { TouchedResult } from '../statement/trace-schema.js';
import type { Traced } from './explain-all.js';
import { keyOf } from './posted-rows.js';

/** A row of a ledger, as it passed: what kind it is, and how it was posted. */
export interface FoundRow {
  readonly kind: LedgerKind;
  readonly entry: Entry | undefined;
  /** The row as it stands, its cells with a space between. */
  readonly text: string;
}

/** Looks at the rows of one line, of every file, while a fund is read: which file is meant is known when all are found. */
export class RowsAt {
  readonly #line: number;
  readonly #found = new Map<string, FoundRow>();

  constructor(line: number) {
    this.#line = line;
  }

  /** Looks at a row as it passes. */
  readonly watch = ({ cells, entry }: PassingRow): void => {
    if (cells.line === this.#line) this.#found.set(cells.file, { kind: cells.kind, entry, text: cells.text });
  };

  /** The row of a file; undefined where no row begins on the line. */
  of(file: string): FoundRow | undefined {
    return this.#found.get(file);
  }
}

/** What a row was posted to, in the order of its postings. */
export function postingsOf({ entry }: FoundRow): TouchedResult['postings'] {
  return (entry?.postings ?? []).map(({ account, amountPence }) => ({
    book: entry?.book ?? '',
    ...(entry?.quarter !== undefined && { quarter: entry.quarter }),
    account: accountName(account),
    amount: toPounds(amountPence),
  }));
}

/** Every figure whose trace comes to a row: through an account that it was posted to, or by naming its line. */
export function touchedBy(
  { all }: Traced,
  { entry }: Pick<FoundRow, 'entry'>,
  at: { readonly file: string; readonly line: number },
): TouchedResult['figures'] {
  const keys = new Set(
    (entry?.postings ?? []).map(({ account }) =>
      keyOf({ book: entry?.book ?? 'plan', quarter: entry?.quarter, account }),
    ),
  );
  const known = new Map<Figure, boolean>();
  const isTouched = (node: Figure): boolean => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const isOwn =
      (node.balance !== undefined && keys.has(keyOf(node.balance.of))) ||
      (node.at?.file === at.file && node.at.line === at.line);
    const answer = isOwn || node.terms.some(({ figure: part }) => isTouched(part));
    known.set(node, answer);
    return answer;
  };
  return all.names.flatMap((name) => {
    const node = all.node(name);
    return isTouched(node) ? [{ name, what: node.what, unit: node.unit, amount: String(node) }] : [];
  });
}
