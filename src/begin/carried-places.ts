import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import { ourColumns } from '../agreement/exports.js';
import type { LedgerKind } from '../agreement/ledger-kinds.js';
import { entryFor } from '../fund/find-files.js';
import type { Fund } from '../fund/fund.js';

/** Where a file goes that the new year begins with, and the entry by which it is read there. */
export interface CarriedPlace {
  readonly path: string;
  readonly entry: LedgerEntry;
}

/** What a workbook is called. */
export const workbook = /\.(?:xlsx|xlsm|ods)$/i;
/** What means something else in the pattern of an entry than itself. */
const marksOfPatterns = /[*?![\]{}()+@|\\]/g;

/**
 * Where the files go that a new year begins with. Their rows are worked out anew: what an entry would read of them in other
 * columns, as debits and credits, by a table of codes or from a workbook, is written in our own, for an entry of its own.
 */
export class CarriedPlaces {
  readonly #agreement: Agreement;
  readonly #taken: ReadonlySet<string>;
  readonly #own = new Map<string, CarriedPlace>();
  readonly #outOfForce = new Set<LedgerEntry>();

  constructor({ agreement, inputs }: Pick<Fund, 'agreement' | 'inputs'>) {
    this.#agreement = agreement;
    this.#taken = new Set(inputs.map(({ path }) => path));
  }

  /** The files that are to have an entry of their own. */
  get own(): readonly CarriedPlace[] {
    return [...this.#own.values()];
  }

  /** Entries of last year by which nothing is read that the new year begins with. */
  get outOfForce(): ReadonlySet<LedgerEntry> {
    return this.#outOfForce;
  }

  of(path: string, kind: LedgerKind): CarriedPlace {
    const known = this.#own.get(path);
    if (known !== undefined) return known;
    const entry = entryFor(this.#agreement, path);
    if (entry?.kind === kind && !workbook.test(path) && isOursButForNames(entry)) return { path, entry };
    const file = this.#freePath(path);
    const own = { path: file, entry: { ...ourColumns, kind, files: file, unit: 'pounds' } as const };
    this.#own.set(path, own);
    if (entry?.kind === kind) this.#outOfForce.add(entry);
    return own;
  }

  /** The one file of a kind of which the new year has no other, whatever files last year had of it. */
  only(path: string, kind: LedgerKind): CarriedPlace {
    const place = this.of(path, kind);
    for (const entry of this.#agreement.ledgers) {
      if (entry.kind === kind && entry !== place.entry) this.#outOfForce.add(entry);
    }
    return place;
  }

  /** A path that no other file has. */
  #freePath(path: string): string {
    const wanted = path.replace(workbook, '.csv').replace(marksOfPatterns, '-');
    let file = wanted;
    for (let nth = 2; file !== path && this.#isTaken(file); nth += 1) {
      file = wanted.replace(/(\.[^./]*)?$/, `-${nth}$1`);
    }
    return file;
  }

  #isTaken(file: string): boolean {
    return this.#taken.has(file) || this.own.some(({ path }) => path === file);
  }
}

/** Whether an entry reads our own columns, if some by other names. */
function isOursButForNames(entry: LedgerEntry): boolean {
  const { columns, constants, maps, leftOut, part, headerLine, hasDecimalComma } = entry;
  return (
    [...columns.values()].every(({ kind }) => kind === 'cell') &&
    constants.size === 0 &&
    maps.length === 0 &&
    leftOut.length === 0 &&
    part === undefined &&
    headerLine === undefined &&
    hasDecimalComma !== true
  );
}
