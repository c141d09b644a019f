import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { bytesOf, realPathOf } from '../files/open-file.js';
import { inspect, readRowText } from '../ledger/encoding.js';
import { readRawRows } from '../ledger/raw-rows.js';
import type { LedgerFile } from '../ledger/read-ledger.js';
import { reasonOf } from './system-error.js';

/** A ledger, and the path that one has which is read before it is in the fund. */
interface Named extends LedgerFile {
  readonly wouldBe?: string;
}

/**
 * The ledgers without those that are copies of another of their kind, byte for byte, which are named: the longer name is the
 * copy’s, as in `expenditure (1).csv`. Files without rows may be alike. Only files of one size are read for it.
 */
export async function withoutCopies<T extends Named>(ledgers: readonly T[], report: Report): Promise<T[]> {
  const originals = new Map<string, T>();
  const bySize = new Map<string, T[]>();
  for (const ledger of ledgers) {
    const key = `${ledger.entry.kind} ${await sizeOf(ledger)}`;
    bySize.set(key, [...(bySize.get(key) ?? []), ledger]);
  }
  const copies = new Set<T>();
  const alike = [...bySize.values()].filter((files) => files.length > 1).flat();
  for (const ledger of alike.sort((a, b) => pathOf(a).length - pathOf(b).length)) {
    const key = `${ledger.entry.kind} ${await hashOf(ledger)}`;
    const original = originals.get(key);
    if (original === undefined) originals.set(key, ledger);
    else if (await hasRows(ledger)) {
      copies.add(ledger);
      report(diagnose('BCF3032', { original: original.file }, { place: { file: ledger.file } }));
    }
  }
  return ledgers.filter((ledger) => !copies.has(ledger));
}

/** The path of a ledger in its fund folder, once it is there. */
function pathOf({ file, wouldBe = file }: Named): string {
  return wouldBe;
}

/** What cannot be read is told when it is read. */
async function sizeOf(ledger: LedgerFile): Promise<number | string> {
  try {
    return (await stat(await realPathOf(ledger))).size;
  } catch (error) {
    reasonOf(error);
    return ledger.file;
  }
}

async function hashOf(ledger: LedgerFile): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of bytesOf(ledger)) hash.update(piece);
    return hash.digest('hex');
  } catch (error) {
    reasonOf(error);
    return ledger.file;
  }
}

async function hasRows(ledger: LedgerFile): Promise<boolean> {
  const form = await inspect(ledger);
  let rows = 0;
  const onRow = ({ text }: { text: string }): void => {
    if (/[^\s,;|]/.test(text)) rows += 1;
  };
  await readRawRows(readRowText(ledger, form), { onHeader: () => undefined, onRow });
  return rows > 0;
}
