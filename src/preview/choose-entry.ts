import { posix } from 'node:path';
import picomatch from 'picomatch';
import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import { ourColumns } from '../agreement/exports.js';
import { ledgerKindNames } from '../agreement/ledger-kinds.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';

/** The entry that would read a file, and where the file would lie; or why none can be told. */
export type Chosen = ChosenEntry | { readonly fault: Diagnostic };

export interface ChosenEntry {
  readonly entry: LedgerEntry;
  readonly wouldBe: string;
  /** Whether the agreement has no entry for it: the file is read in our own columns until there is one. */
  readonly isNew?: true;
}

/**
 * The entry of an agreement that would read a file: by its name, wherever it lies now, or the one that is asked for by its
 * kind or by its pattern. Where the kind has several and the name fits none, it is one more, and none is taken by chance.
 */
export function chooseEntry({ ledgers }: Agreement, file: string, as: string | undefined): Chosen {
  const asked = ledgers.filter(({ kind, files }) => as === undefined || kind === as || files === as);
  if (as !== undefined && asked.length === 0) {
    const allowed = [...new Set([...ledgerKindNames, ...ledgers.map(({ files }) => files)])];
    return { fault: diagnose('BCF0082', { found: as, meant: near(as, allowed), allowed: ledgerKindNames.join(', ') }) };
  }
  const byName = asked.find((entry) => takes(entry, file));
  if (byName !== undefined) return { entry: byName, wouldBe: placeFor(byName, file) };
  const isAsked = (entry: LedgerEntry) => entry.place !== undefined && as !== undefined;
  const [first = asked[0], ...others] = asked.filter(isAsked);
  if (as === undefined || first === undefined) {
    const declared = ledgers.filter(({ place }) => place !== undefined);
    const patterns = declared.map(({ files, kind }) => `“${files}” (${kind})`).join(', ');
    return { fault: diagnose('BCF0080', { file, patterns }) };
  }
  if (others.length === 0 || first.files === as) return { entry: first, wouldBe: placeFor(first, file) };
  const wouldBe = `ledgers/${posix.basename(file)}`;
  return { entry: { ...ourColumns, kind: first.kind, files: wouldBe }, wouldBe, isNew: true };
}

/** Whether an entry says more of its files than which they are and in what unit. */
export function isDescribed({ columns, constants, maps }: LedgerEntry): boolean {
  return columns.size + constants.size + maps.length > 0;
}

/** Whether an entry takes a file of this name: where it is, or where the files of the entry lie. */
function takes(entry: LedgerEntry, file: string): boolean {
  return picomatch(entry.files, { dot: false })(placeFor(entry, file));
}

/** Where a file that an entry reads lies in the fund folder. */
function placeFor({ files }: LedgerEntry, file: string): string {
  const isThere = picomatch(files, { dot: false })(file);
  return isThere ? file : posix.join(posix.dirname(files), posix.basename(file));
}
