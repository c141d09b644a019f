import type { ClosedLedger, RecordedClosing, RecordHead } from './record-schema.js';

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
  readonly ledgers: readonly Omit<ClosedLedger, 'rows'>[];
  /** What it closed cannot be verified, because what it says of it cannot be. */
  readonly fault?: string;
}
