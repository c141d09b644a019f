import type { Agreement } from '../agreement/agreement.js';
import { columnsOf, factsOf, heldIn, type LedgerKind } from '../agreement/ledger-kinds.js';
import { SpokenCodes } from '../agreement/spoken-codes.js';
import { HeaderNames } from '../ledger/header-names.js';
import { namedFor } from './codes-of-file.js';
import { type ColumnFacts, columnFacts } from './column-facts.js';
import type { Sample } from './sample.js';

/** The columns of an export, of which each is taken once. */
export class ExportColumns {
  readonly kind: LedgerKind;
  readonly all: readonly ColumnFacts[];
  readonly #agreement: Agreement;
  readonly #names: HeaderNames;
  readonly #taken = new Set<number>();

  constructor(sample: Sample, kind: LedgerKind, agreement: Agreement) {
    this.kind = kind;
    this.all = columnFacts(sample, agreement.year);
    this.#agreement = agreement;
    this.#names = new HeaderNames(sample.headers);
    // What has one of our names is that, and nothing else.
    for (const column of columnsOf(kind)) this.take(this.own(column));
  }

  /** The column of the file that has one of our names, and is not called so for something else. */
  own(column: string): ColumnFacts | undefined {
    const named = this.#named(column);
    return named !== undefined && this.#isOfOthers(column, named) ? undefined : named;
  }

  /** The column of the file that has one of our names, and only codes that are none of ours: its “Source” is a system. */
  misnamed(column: string): ColumnFacts | undefined {
    const named = this.#named(column);
    return named !== undefined && this.#isOfOthers(column, named) ? named : undefined;
  }

  #named(column: string): ColumnFacts | undefined {
    const [index] = this.#names.placesOf(column, heldIn(this.kind, column) === 'money');
    return index === undefined ? undefined : this.all[index];
  }

  #isOfOthers(column: string, { filled, texts }: ColumnFacts): boolean {
    const held = heldIn(this.kind, column);
    if ((held !== 'body' && held !== 'code') || filled === 0 || !this.isRequired(column)) return false;
    const spoken = new SpokenCodes(namedFor(this.#agreement, this.kind, column));
    return [...texts.keys()].every((text) => spoken.codesOf(text).length === 0);
  }

  take(...columns: readonly (ColumnFacts | undefined)[]): void {
    for (const column of columns) if (column !== undefined) this.#taken.add(column.index);
  }

  free(): ColumnFacts[] {
    return this.all.filter(({ index }) => !this.#taken.has(index));
  }

  /** Whether an export has to have a column, or a declaration in its place. */
  isRequired(column: string): boolean {
    const { required, mayLack } = factsOf(this.kind);
    return column in required && !mayLack.includes(column);
  }
}
