import { allHasCome, missingTable, withoutSpending } from '../come-tables.js';
import { arrivalsPicture } from '../pictures-of-fund.js';
import { type PageOf, type PageSection, pictured, type SectionPart } from './fund-page.js';
import { arrivalsTitle } from './section-titles.js';
import { asAtOf } from './when.js';

/** What has come from whom, and what has not. */
export function arrivalsSection(of: PageOf): PageSection | undefined {
  const { result } = of;
  if (result.whatHasCome === undefined) return undefined;
  const missing = missingTable(result);
  const said = [...withoutSpending(result), ...(allHasCome(result) === undefined ? [] : [allHasCome(result) ?? ''])];
  return {
    id: 'arrivals',
    name: 'What has come',
    title: arrivalsTitle(of),
    subtitle: `The last day in each body’s ledgers, quarter by quarter, ${asAtOf(result)}`,
    parts: [
      ...said.map((text): SectionPart => ({ kind: 'sentence', sentence: [text] })),
      ...pictured(arrivalsPicture(result)),
      ...(missing === undefined ? [] : [{ kind: 'table' as const, table: missing }]),
    ],
  };
}
