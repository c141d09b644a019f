import type { FinancialYear } from '../agreement/financial-year.js';
import { columnsOf, factsOf, heldIn, type LedgerKind } from '../agreement/ledger-kinds.js';
import { HeaderNames } from '../ledger/header-names.js';
import { type ColumnFacts, columnFacts } from './column-facts.js';
import type { Sample } from './sample.js';

/** The columns of an export, of which each is taken once. */
export class ExportColumns {
  readonly kind: LedgerKind;
  readonly all: readonly ColumnFacts[];
  readonly #names: HeaderNames;
  readonly #taken = new Set<number>();

  constructor(sample: Sample, kind: LedgerKind, year: FinancialYear) {
    this.kind = kind;
    this.all = columnFacts(sample, year);
    this.#names = new HeaderNames(sample.headers);
    // What has one of our names is that, and nothing else.
    for (const column of columnsOf(kind)) this.take(this.own(column));
  }

  /** The column of the file that has one of our names. */
  own(column: string): ColumnFacts | undefined {
    const [index] = this.#names.placesOf(column, heldIn(this.kind, column) === 'money');
    return index === undefined ? undefined : this.all[index];
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
