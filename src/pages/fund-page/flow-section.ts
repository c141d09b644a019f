import { flowPicture } from '../pictures-of-fund.js';
import { bookColumns, flowTable } from '../reconciliation-tables.js';
import { type PageOf, type PageSection, pictured } from './fund-page.js';
import { flowTitle } from './section-titles.js';
import { asAtOf } from './when.js';

/** The flow of funds: sources, pool, applications. */
export function flowSection(of: PageOf): PageSection {
  const { result } = of;
  return {
    id: 'flow',
    name: 'Flow of funds',
    title: flowTitle(of),
    subtitle: `Contributions by partner and source, through the pool, to each heading and who applies it; ${asAtOf(result)}`,
    parts: [
      ...pictured(flowPicture(result, of.headlines, of.sideOf)),
      { kind: 'table', table: flowTable(result, bookColumns(result)) },
    ],
  };
}
