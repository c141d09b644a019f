import type { ClosedLedger, RecordedClosing, RecordHead } from './record-schema.js';

/** What a record says of a file, but for its rows: how many there are, and which list of rows of the record they are. */
export interface LinkedLedger extends Omit<ClosedLedger, 'rows'> {
  readonly rows: number;
  /** Undefined where there are none. */
  readonly section: number | undefined;
}

/** A record as it stands, without the rows: those are read again where a file has changed. */
export interface Link {
  /** `closes/0001.json`. */
  readonly file: string;
  /** SHA-256 of the record’s plain bytes; the next record holds it. */
  readonly sha256: string;
  /** Whether its line ends are those that bcf wrote. */
  readonly isAsWritten: boolean;
  readonly record: Omit<RecordHead, 'closedWith' | 'result'> & {
    readonly closedWith?: Omit<RecordedClosing, 'ledgers'>;
  };
  readonly ledgers: readonly LinkedLedger[];
  /** What it closed cannot be verified, because what it says of it cannot be. */
  readonly fault?: string;
}
