import { headingsPicture, localitiesPicture } from '../pictures-of-fund.js';
import { bookColumns, localityTable, natureTable } from '../reconciliation-tables.js';
import { type PageOf, type PageSection, pictured } from './fund-page.js';
import { headingTable } from './heading-table.js';
import { spendingTitle } from './section-titles.js';
import { asAtOf } from './when.js';

/** Plan, to date and forecast by heading and by locality; of a year that has actuals or a forecast. */
export function spendingSection(of: PageOf): PageSection | undefined {
  const { result } = of;
  const books = bookColumns(result);
  if (!books.hasActual && !books.hasForecast) return undefined;
  return {
    id: 'spending',
    name: 'Plan, to date, forecast',
    title: spendingTitle(of),
    subtitle: `What is applied under each heading, £, ${asAtOf(result)}`,
    parts: [
      ...pictured(headingsPicture(result, of.headlines)),
      { kind: 'table', table: headingTable(result, of.headlines, books) },
      ...pictured(localitiesPicture(result)),
      ...(result.byLocality.length < 2 ? [] : [{ kind: 'table' as const, table: localityTable(result, books, false) }]),
      { kind: 'folded', label: 'Capital and revenue, each by itself', table: natureTable(result, books) },
    ],
  };
}
