import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import type { LedgerInput } from '../ledger/ledger-input.js';
import { type LedgerFile, type OnRow, readLedger } from '../ledger/read-ledger.js';
import { reasonOf } from './system-error.js';

/** Streams a ledger file; undefined where it could not be opened or read on, which is reported. */
export async function readLedgerSafely(
  ledger: LedgerFile,
  report: Report,
  onRow: OnRow,
): Promise<LedgerInput | undefined> {
  try {
    return await readLedger(ledger, report, onRow);
  } catch (error) {
    report(diagnose('BCF3019', { reason: reasonOf(error) }, { place: { file: ledger.file } }));
    return undefined;
  }
}
