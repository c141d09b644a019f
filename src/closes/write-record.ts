import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { reasonOf } from '../fund/system-error.js';
import { syncFolder, writeNew } from '../fund/write-file.js';
import { closesFolder, recordFile } from './chain.js';
import type { CloseRecord } from './record-schema.js';
import { sealedText } from './seal.js';

/** The seal of the record that was written, or why none was. */
export type Written = { readonly file: string; readonly seal: string } | { readonly fault: Diagnostic };

/** Writes a record under its number, whole or not at all; never in place of one that is there. */
export async function writeRecord(folder: string, record: Omit<CloseRecord, 'seal'>): Promise<Written> {
  const file = recordFile(record.number);
  const { text, seal } = sealedText(record);
  try {
    await mkdir(join(folder, closesFolder), { recursive: true });
    await syncFolder(folder);
    await writeNew(join(folder, file), text);
    return { file, seal };
  } catch (error) {
    return { fault: diagnose('BCF0034', { file, reason: whyNot(error) }) };
  }
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
