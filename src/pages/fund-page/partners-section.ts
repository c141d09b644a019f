import { bookColumns, localityTable, partnerTable } from '../reconciliation-tables.js';
import type { PageOf, PageSection } from './fund-page.js';
import { asAtOf } from './when.js';

/** The plan by partner: of a plan alone, in place of what a year under way has. */
export function partnersSection({ result }: PageOf): PageSection | undefined {
  const books = bookColumns(result);
  if (books.hasActual || books.hasForecast) return undefined;
  return {
    id: 'partners',
    name: 'Plan by partner',
    title: ['Plan by partner'],
    subtitle: `What each partner contributes, and what is applied on its schedule, £, ${asAtOf(result)}`,
    parts: [
      { kind: 'table', table: partnerTable(result, books) },
      ...(result.byLocality.length < 2
        ? []
        : [{ kind: 'folded' as const, label: 'By locality', table: localityTable(result, books, false) }]),
    ],
  };
}
