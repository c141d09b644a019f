import { posix } from 'node:path';
import picomatch from 'picomatch';
import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import { ledgerKindNames } from '../agreement/ledger-kinds.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';

/** The entry that would read a file, and where the file would lie; or why none can be told. */
export type Chosen = { readonly entry: LedgerEntry; readonly wouldBe: string } | { readonly fault: Diagnostic };

/**
 * The entry of an agreement that would read a file: by its name, wherever it lies now, or the one that is asked for by its
 * kind or by its pattern. Where several could be meant, they are named.
 */
export function chooseEntry({ ledgers }: Agreement, file: string, as: string | undefined): Chosen {
  const asked = ledgers.filter(({ kind, files }) => as === undefined || kind === as || files === as);
  const declared = asked.filter(({ place }) => place !== undefined);
  const byName = asked.find((entry) => takes(entry, file));
  if (as !== undefined && asked.length === 0) {
    const allowed = [...new Set([...ledgerKindNames, ...ledgers.map(({ files }) => files)])];
    return { fault: diagnose('BCF0082', { found: as, meant: near(as, allowed), allowed: ledgerKindNames.join(', ') }) };
  }
  if (byName !== undefined) return { entry: byName, wouldBe: placeFor(byName, file) };
  const [first = asked[0], ...others] = as === undefined ? [] : declared;
  if (as === undefined || first === undefined) {
    const patterns = inWords(ledgers.filter(({ place }) => place !== undefined));
    return { fault: diagnose('BCF0080', { file, patterns }) };
  }
  if (others.length === 0) return { entry: first, wouldBe: placeFor(first, file) };
  return { fault: diagnose('BCF0081', { file, as, patterns: inWords(declared), first: first.files }) };
}

/** Whether an entry takes a file of this name: where it is, or where the files of the entry lie. */
export function takes(entry: LedgerEntry, file: string): boolean {
  return picomatch(entry.files, { dot: false })(placeFor(entry, file));
}

/** Where a file that an entry reads lies in the fund folder. */
function placeFor({ files }: LedgerEntry, file: string): string {
  const isThere = picomatch(files, { dot: false })(file);
  return isThere ? file : posix.join(posix.dirname(files), posix.basename(file));
}

function inWords(entries: readonly LedgerEntry[]): string {
  return entries.map(({ files, kind }) => `“${files}” (${kind})`).join(', ');
}
