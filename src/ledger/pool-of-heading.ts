import type { Agreement } from '../agreement/agreement.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import type { Cells } from './cells.js';

/** Whether a row's pool and heading may stand together: a heading belongs to one pool. Either may be ''. */
export function isPoolOfHeading(
  cells: Cells,
  { pool, heading }: { readonly pool: string; readonly heading: string },
  agreement: Agreement,
): boolean {
  const owner = agreement.headings.get(heading)?.pool;
  if (pool === '' || owner === undefined || owner === pool) return true;
  cells.report(diagnose('BCF3418', { pool, heading, owner }, { place: cells.placeOf('pool') }));
  return false;
}
