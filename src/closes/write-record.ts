import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { reasonOf } from '../fund/system-error.js';
import { syncFolder, writeNew } from '../fund/write-file.js';
import { closesFolder, recordFile } from './chain.js';
import { LedgerWriter } from './ledger-writer.js';
import type { UnsealedRecord } from './record-schema.js';
import { begunAs, Sealing } from './seal.js';

/** What was written: the seal of the record, and how many rows of how many files are in it. Or why nothing was. */
export type Written =
  | { readonly file: string; readonly seal: string; readonly files: number; readonly rows: number }
  | { readonly fault: Diagnostic };

/** Writes the ledgers that a record closes; throws where they cannot be closed. */
export type WriteLedgers = (writer: LedgerWriter) => Promise<void>;

/** Writes a record under its number, whole or not at all; never in place of one that is there. */
export async function writeRecord(
  folder: string,
  record: UnsealedRecord,
  writeLedgers: WriteLedgers,
): Promise<Written> {
  const file = recordFile(record.number);
  try {
    await mkdir(join(folder, closesFolder), { recursive: true });
    await syncFolder(folder);
    let written: Written | undefined;
    await writeNew(join(folder, file), async (write) => {
      const sealing = new Sealing(write);
      const counts = await writeUnsealed(record, writeLedgers, sealing);
      written = { file, ...counts, seal: await sealing.end() };
    });
    if (written === undefined) throw new Error('a record was written without a seal');
    return written;
  } catch (error) {
    return { fault: diagnose('BCF0034', { file, reason: whyNot(error) }) };
  }
}

/** Writes all of a record that its seal is of. The ledgers come last, and are not held. */
async function writeUnsealed(
  { closedWith, ...head }: UnsealedRecord,
  writeLedgers: WriteLedgers,
  sealing: Sealing,
): Promise<LedgerWriter['counts']> {
  await sealing.take(begunAs(head, ''));
  const writer = new LedgerWriter(sealing);
  if (closedWith === undefined) return writer.counts;
  await sealing.take(`,\n  "closedWith": ${begunAs(closedWith, '  ')},\n    "ledgers": [`);
  await writeLedgers(writer);
  await sealing.take(`${writer.counts.files === 0 ? '' : '\n    '}]\n  }`);
  return writer.counts;
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const call = error instanceof Error && 'syscall' in error ? error.syscall : undefined;
  if (code === 'EEXIST' && call === 'link') return 'another bcf close wrote it at the same moment';
  if (code === 'EEXIST') return `${closesFolder} is no folder`;
  if (call === 'link' && code !== 'ENOENT' && code !== 'ENOSPC') {
    return 'the drive cannot give a file a second name (a hard link), which keeps two closes apart; keep the fund on another';
  }
  return reasonOf(error, `the folder ${closesFolder} cannot be made`);
}
