import type { LedgerEntry } from '../agreement/agreement.js';
import { columnsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import type { PassingRow } from '../fund/post-rows.js';
import type { Pence } from '../money/pence.js';
import { amountIn } from './amount-text.js';
import type { NewFile } from './file.js';
import { csvText } from './house-csv.js';
import { nowOf, type Successors } from './successors.js';

const carriedKinds = ['plan', 'schemes', 'pro-forma'] as const;
type CarriedKind = (typeof carriedKinds)[number];

/** A row of last year’s plan, schemes or pro-forma, by our names. */
interface Row {
  readonly cells: ReadonlyMap<string, string>;
  readonly amountPence: Pence;
}

/** Takes the rows of the plan, the schemes and the pro-forma as a fund is opened: they are what the new year begins with. */
export class CarriedRows {
  readonly #files = new Map<string, { readonly kind: CarriedKind; readonly rows: Row[] }>();

  readonly watch = ({ kind, cells, amountPence }: PassingRow): void => {
    const carried = carriedKinds.find((one) => one === kind);
    if (carried === undefined) return;
    const own = this.#files.get(cells.file) ?? { kind: carried, rows: [] };
    this.#files.set(cells.file, own);
    const names = namesOf(carried);
    own.rows.push({ cells: new Map(names.map((name) => [name, cells.optional(name)])), amountPence });
  };

  /** Their files for the new year, each in the columns and the unit that the agreement declares for it. */
  files(entryOf: (file: string) => LedgerEntry | undefined, successors: Successors): NewFile[] {
    return [...this.#files].map(([path, { kind, rows }]) => {
      const names = namesOf(kind);
      const entry = entryOf(path);
      const unit = entry?.unit ?? 'pounds';
      const moved = mergedRows(
        kind,
        rows.map((row) => movedOn(kind, row, successors)),
      );
      const text = csvText(
        headerIn(kind, names, entry),
        moved.map(({ cells, amountPence }) =>
          names.map((name) => (name === 'amount' ? amountIn(unit, amountPence) : (cells.get(name) ?? ''))),
        ),
      );
      return { path, text, what: whatIs[kind] };
    });
  }
}

const whatIs: Readonly<Record<CarriedKind, string>> = {
  plan: 'last year’s plan, marked derived until it is agreed',
  schemes: 'last year’s schemes',
  'pro-forma': 'last year’s lines of the pro-forma',
};

function namesOf(kind: LedgerKind): string[] {
  const { required, optional } = columnsOf(kind);
  return [...required, ...optional];
}

/** The header as the agreement has it; where it declares no unit, the header does. */
export function headerIn(kind: LedgerKind, names: readonly string[], entry: LedgerEntry | undefined): string[] {
  return names.map((name) => {
    const own = entry?.columns.get(name) ?? name;
    return name === columnsOf(kind).amount && entry?.unit === undefined ? `${own} (pounds)` : own;
  });
}

/** A row with its partners’ successors. A figure that was agreed for last year is a working assumption for this one. */
function movedOn(kind: CarriedKind, { cells, amountPence }: Row, successors: Successors): Row {
  const moved = new Map(cells);
  for (const name of ['contributor', 'applied_by', 'schedule']) {
    const code = moved.get(name);
    if (code !== undefined) moved.set(name, nowOf(successors, code));
  }
  if (kind === 'plan' && moved.get('provenance')?.toLowerCase() === 'stated') moved.set('provenance', 'derived');
  return { cells: moved, amountPence };
}

/** Rows of the plan that have become one are added up. */
function mergedRows(kind: CarriedKind, rows: readonly Row[]): Row[] {
  const names = { plan: ['contributor', 'source', 'heading', 'applied_by'], schemes: [], 'pro-forma': namesOf(kind) }[
    kind
  ];
  if (names.length === 0) return [...rows];
  const merged = new Map<string, Row>();
  for (const row of rows) {
    const key = names.map((name) => row.cells.get(name) ?? '').join('\0');
    const other = merged.get(key);
    merged.set(
      key,
      other === undefined ? row : { cells: other.cells, amountPence: other.amountPence + row.amountPence },
    );
  }
  return [...merged.values()];
}
