import { columnsHolding, columnsOf, factsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import type { CarriedForward } from '../agreement/ledgers/facts.js';
import type { PassingRow } from '../fund/post-rows.js';
import { amountIn } from '../money/amount-text.js';
import type { Pence } from '../money/pence.js';
import type { CarriedPlaces } from './carried-places.js';
import type { NewFile } from './file.js';
import { csvText, headerIn } from './house-csv.js';
import { nowOf, type Successors } from './successors.js';

/** A row of last year’s plan, schemes or pro-forma, by our names. */
interface Row {
  readonly cells: ReadonlyMap<string, string>;
  readonly amountPence: Pence;
}

interface CarriedFile {
  readonly kind: LedgerKind;
  readonly how: CarriedForward;
  readonly rows: Row[];
}

/** Takes the rows of the plan, the schemes and the pro-forma as a fund is opened: they are what the new year begins with. */
export class CarriedRows {
  readonly #files = new Map<string, CarriedFile>();

  readonly watch = ({ cells, amountPence }: PassingRow): void => {
    const { kind, file } = cells;
    const { nextYear: how } = factsOf(kind);
    if (typeof how === 'string') return;
    const carriedFile = this.#files.get(file) ?? { kind, how, rows: [] };
    this.#files.set(file, carriedFile);
    carriedFile.rows.push({ cells: new Map(columnsOf(kind).map((name) => [name, cells.optional(name)])), amountPence });
  };

  /** Their files for the new year, each in the columns and the unit that its entry declares. */
  files(places: CarriedPlaces, successors: Successors): NewFile[] {
    return [...this.#files].map(([file, carried]) => {
      const { kind, how } = carried;
      const names = columnsOf(kind);
      const { path, entry } = places.of(file, kind);
      const unit = entry.unit ?? 'pounds';
      const rows = mergedRows(carried, successors).map(({ cells, amountPence }) =>
        names.map((name) => (name === 'amount' ? amountIn(unit, amountPence) : (cells.get(name) ?? ''))),
      );
      return { path, text: csvText(headerIn(kind, names, entry), rows), what: how.what };
    });
  }
}

/** A row with its partners’ successors. A figure that was agreed for last year is a working assumption for this one. */
function movedOn({ kind, how }: CarriedFile, { cells, amountPence }: Row, successors: Successors): Row {
  const moved = new Map(cells);
  for (const name of columnsHolding(kind, 'body')) moved.set(name, nowOf(successors, moved.get(name) ?? ''));
  if (how.isMarked && moved.get('provenance')?.toLowerCase() === 'stated') moved.set('provenance', 'derived');
  return { cells: moved, amountPence };
}

/** The rows of a file with their successors; those that have become one are added up. */
function mergedRows(file: CarriedFile, successors: Successors): Row[] {
  const { mergedBy } = file.how;
  const rows = file.rows.map((row) => movedOn(file, row, successors));
  if (mergedBy.length === 0) return rows;
  const merged = new Map<string, Row>();
  for (const row of rows) {
    const key = mergedBy.map((name) => row.cells.get(name) ?? '').join('\0');
    const other = merged.get(key) ?? { cells: row.cells, amountPence: 0n };
    merged.set(key, { cells: other.cells, amountPence: other.amountPence + row.amountPence });
  }
  return [...merged.values()];
}
