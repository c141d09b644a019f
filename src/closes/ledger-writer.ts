import type { RecordedRow } from './read-record.js';
import type { ClosedLedger } from './record-schema.js';
import { begunAs, laidOut, type Sealing } from './seal.js';

type Begun = Omit<ClosedLedger, 'rows' | 'form' | 'isWhollyClosed'>;
type Ended = Pick<ClosedLedger, 'form' | 'isWhollyClosed'>;

/** How far the ledgers of a record stand in from its edge; their rows stand at it. */
const indent = '      ';

/** Writes the ledgers of a record, each with its rows as they come; of a ledger without rows nothing is written. */
export class LedgerWriter {
  readonly #sealing: Sealing;
  #begun: Begun | undefined;
  #rowsOfLedger = 0;
  /** What waits to be written. */
  #text = '';
  #files = 0;
  #rows = 0;

  constructor(sealing: Sealing) {
    this.#sealing = sealing;
  }

  /** How many ledgers and rows were written. */
  get counts(): { readonly files: number; readonly rows: number } {
    return { files: this.#files, rows: this.#rows };
  }

  /** A ledger begins. */
  begin(ledger: Begun): void {
    this.#begun = ledger;
    this.#rowsOfLedger = 0;
  }

  /** A row is closed. */
  take(row: RecordedRow): void {
    if (this.#begun === undefined) throw new Error('a row of no ledger');
    if (this.#rowsOfLedger === 0) {
      this.#text += `${this.#files === 0 ? '' : ','}\n${indent}${begunAs(this.#begun, indent)},\n${indent}  "rows": [`;
    }
    this.#text += `${this.#rowsOfLedger === 0 ? '' : ','}\n${JSON.stringify(row)}`;
    this.#rowsOfLedger += 1;
  }

  /** Writes what waits. */
  async writeOn(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    if (text !== '') await this.#sealing.take(text);
  }

  /** The ledger is at its end. */
  async end(ended: Ended): Promise<void> {
    if (this.#rowsOfLedger > 0) {
      const members = Object.entries(ended).map(
        ([name, value]) => `,\n${indent}  "${name}": ${laidOut(value, indent)}`,
      );
      this.#text += `\n${indent}  ]${members.join('')}\n${indent}}`;
      this.#files += 1;
      this.#rows += this.#rowsOfLedger;
    }
    this.#begun = undefined;
    this.#rowsOfLedger = 0;
    await this.writeOn();
  }
}
