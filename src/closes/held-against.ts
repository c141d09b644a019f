import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { CloseEntry } from '../statement/closes-schema.js';

const shortest = 16;

/** What a seal from the minutes says of the records: the one that bears it, or why none does. */
export function heldAgainst(
  given: string,
  records: readonly CloseEntry[],
): { readonly record: CloseEntry; readonly since: number } | { readonly fault: Diagnostic } {
  const plain = given.trim().toLowerCase();
  if (!/^[0-9a-f]+$/.test(plain) || plain.length < shortest || plain.length > 64) {
    return { fault: diagnose('BCF0035', { found: given }) };
  }
  const index = records.findIndex(({ seal }) => seal.startsWith(plain));
  const record = records[index];
  if (record !== undefined) return { record, since: records.length - 1 - index };
  return { fault: diagnose('BCF2622', { given: plain, last: records.at(-1)?.seal ?? '' }) };
}
