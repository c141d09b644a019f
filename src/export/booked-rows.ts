import type { Quarter } from '../agreement/financial-year.js';
import type { Account } from '../journal/accounts.js';
import type { Entry } from '../journal/journal.js';
import type { Cells } from '../ledger/cells.js';
import { rowIn } from '../ledger/row-types.js';
import { PackedTexts } from './packed-texts.js';

/** A row of a ledger with its postings, and the words of it that the journal does not keep. */
export interface BookedRow extends Entry {
  /** How many rows were read before it. */
  readonly nth: number;
  /** '' where the kind of row has none. */
  readonly reference: string;
  readonly note: string;
  /** Who delivers what was paid for, as the row names them. */
  readonly deliveredBy: string;
}

/** What is seen of a row as it passes. */
interface Passing {
  readonly cells: Pick<Cells, 'optional'>;
  readonly entry?: Entry;
}

type Words = Pick<BookedRow, 'reference' | 'note' | 'deliveredBy'>;

/** What many rows have in common. */
interface Shape extends Pick<BookedRow, 'book'> {
  readonly quarter: Quarter | undefined;
  readonly provenance: Entry['provenance'];
  readonly file: string;
  readonly sheet: string | undefined;
  readonly accounts: readonly Account[];
}

/**
 * Keeps each row that is posted as it passes: an export is of rows in the order of their days, so memory grows with
 * them. What rows have in common is kept once, and the rest of each as one text, of which the row is made again.
 */
export class BookedRows {
  readonly #shapes: Shape[] = [];
  readonly #shapeIds = new Map<string, number>();
  readonly #accounts = new Map<string, Account>();
  /** The shape of each row, and its line, amounts and words. */
  readonly #shapeOf: number[] = [];
  readonly #texts = new PackedTexts();

  /** Takes a row that passes; one that is not posted, such as admissions, is left. */
  readonly watch = ({ cells, entry }: Passing): void => {
    if (entry === undefined) return;
    const [reference, note, deliveredBy] = [
      cells.optional('reference'),
      cells.optional('note'),
      cells.optional('delivered_by'),
    ];
    this.add(entry, { reference, note, deliveredBy });
  };

  /** Adds an entry that no row of a ledger made, such as an agreed contribution. */
  add(entry: Entry, { reference, note, deliveredBy }: Words): void {
    const amounts = entry.postings.map(({ amountPence }) => amountPence);
    this.#shapeOf.push(this.#shapeIdOf(entry));
    // No cell has a NUL: it is read as a space.
    this.#texts.add([entry.at.line, entry.date ?? '', reference, note, deliveredBy, ...amounts].join('\0'));
  }

  /** The rows of a book in the order of reading: of actuals and virements those up to a quarter, of forecasts all. */
  *of(book: Entry['book'], asAt?: Quarter): Generator<BookedRow> {
    for (const [nth, id] of this.#shapeOf.entries()) {
      const shape = this.#shapes[id];
      if (shape?.book !== book) continue;
      if (asAt === undefined || shape.quarter === undefined || shape.quarter <= asAt) yield this.at(nth);
    }
  }

  /** The row that was read after so many others. */
  at(nth: number): BookedRow {
    const shape = this.#shapes[this.#shapeOf[nth] ?? -1];
    if (shape === undefined) throw new Error(`there is no row ${nth}`);
    const { accounts, book, quarter, provenance } = shape;
    const [line, date = '', reference = '', note = '', deliveredBy = '', ...amounts] = this.#texts.at(nth).split('\0');
    return {
      nth,
      book,
      at: rowIn(shape, Number(line)),
      ...(quarter !== undefined && { quarter }),
      ...(date !== '' && { date }),
      ...(provenance !== undefined && { provenance }),
      reference,
      note,
      deliveredBy,
      postings: accounts.map((account, index) => ({ account, amountPence: BigInt(amounts[index] ?? '') })),
    };
  }

  #shapeIdOf({ book, quarter, provenance, at: { file, sheet }, postings }: Entry): number {
    const keys = postings.map(({ account }) => Object.values(account).join('\0'));
    const key = [book, quarter, provenance, file, ...keys].join('\0\0');
    const known = this.#shapeIds.get(key);
    if (known !== undefined) return known;
    const accounts = postings.map(({ account }, index) => this.#shared(keys[index] ?? '', account));
    this.#shapes.push({ book, quarter, provenance, file, sheet, accounts });
    this.#shapeIds.set(key, this.#shapes.length - 1);
    return this.#shapes.length - 1;
  }

  #shared(key: string, account: Account): Account {
    const known = this.#accounts.get(key);
    if (known !== undefined) return known;
    this.#accounts.set(key, account);
    return account;
  }
}
