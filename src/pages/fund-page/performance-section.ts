import type { Figure } from '../../figures/figure.js';
import type { PerformanceStatement } from '../../statement/performance-schema.js';
import { nationalTable, paymentsTable, potsTable, termsInWords } from '../performance-tables.js';
import { earningsPicture } from '../pictures-of-fund.js';
import { type PageOf, type PageSection, pictured } from './fund-page.js';
import { performanceTitle } from './section-titles.js';
import { answering } from './sentence.js';
import { asAtOf } from './when.js';
import { inPounds } from './words.js';

/** Payment for performance (R3), where the agreement has it. */
export function performanceSection(of: PageOf): PageSection | undefined {
  const { result } = of;
  const { performance, fund } = result;
  if (performance === undefined) return undefined;
  return {
    id: 'performance',
    name: 'Performance',
    title: performanceTitle(of),
    subtitle: `What each pot has earned, has not earned and may still earn, £, ${asAtOf(result)}, ${performance.clause}`,
    parts: [
      ...pictured(earningsPicture(result)),
      { kind: 'table', table: potsTable(performance, fund) },
      { kind: 'folded', label: 'What each quarter earns', table: paymentsTable(performance) },
      { kind: 'folded', label: 'The national return beside it', table: nationalTable(performance) },
      { kind: 'sentence', sentence: answering(termsInWords(performance), termsIn(performance)) },
    ],
  };
}

/** The numbers that the agreement states, as the sentence of its terms prints them. */
function termsIn({ price, targetPercent }: PerformanceStatement): (readonly [printed: string, figure: Figure])[] {
  return [...inPounds(price), ...(targetPercent === undefined ? [] : [[`${targetPercent}%`, targetPercent] as const])];
}
