import { bookColumns, flowTable } from '../reconciliation-tables.js';
import type { PageOf, PageSection } from './fund-page.js';
import { asAtOf } from './when.js';

/** The flow of funds: sources, pool, applications. */
export function flowSection({ result }: PageOf): PageSection {
  return {
    id: 'flow',
    name: 'Flow of funds',
    title: ['Flow of funds'],
    subtitle: `Contributions by partner and source, through the pool, to each heading and who applies it; ${asAtOf(result)}`,
    parts: [{ kind: 'table', table: flowTable(result, bookColumns(result)) }],
  };
}
