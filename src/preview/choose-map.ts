import type { LedgerEntry } from '../agreement/agreement.js';
import type { CodeMap } from '../agreement/exports.js';
import { columnsHolding } from '../agreement/ledger-kinds.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';

interface Asked {
  readonly entry: LedgerEntry;
  readonly file: string;
  /** The columns of the export that hold the codes; empty where the entry says it. */
  readonly by: readonly string[];
  /** Our column. */
  readonly column: string | undefined;
}

/** The map that a table of codes is for: that of the entry, or one by the columns that are asked for; or why there is none. */
export function chooseMap({ entry, file, by, column }: Asked): { map: CodeMap } | { fault: Diagnostic } {
  const allowed = columnsHolding(entry.kind, 'body', 'code');
  if (column !== undefined && !allowed.includes(column)) {
    const args = { column, kind: entry.kind, meant: near(column, allowed), allowed: allowed.join(', ') };
    return { fault: diagnose('BCF0084', args) };
  }
  const maps = entry.maps.filter((map) => column === undefined || map.column === column);
  const [first, ...others] = maps;
  if (by.length > 0) {
    const ours = column ?? first?.column ?? allowed.find((name) => name === 'heading') ?? allowed[0];
    if (ours === undefined)
      return { fault: diagnose('BCF0084', { column: '', kind: entry.kind, meant: '', allowed: '' }) };
    const { table = '', place = { file } } = entry.maps.find((map) => map.column === ours && isBy(map, by)) ?? {};
    return { map: { column: ours, by: by.map((name) => [name]), table, place } };
  }
  if (first === undefined || others.length > 0) {
    return { fault: diagnose('BCF0083', { file, columns: maps.map((map) => map.column).join(', ') }) };
  }
  return { map: first };
}

/** Whether a map goes by just these columns: then its table is the one that there is. */
function isBy(map: CodeMap, by: readonly string[]): boolean {
  return map.by.length === by.length && map.by.every((header, nth) => header.includes(by[nth] ?? ''));
}
