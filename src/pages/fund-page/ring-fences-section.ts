import { tanksPicture } from '../pictures-of-fund.js';
import { bodiesTable, ringFenceTable } from '../ring-fence-tables.js';
import { type PageOf, type PageSection, pictured } from './fund-page.js';
import { ringFencesTitle } from './section-titles.js';
import { asAtOf } from './when.js';

/** What is fenced, spent and held (R2). */
export function ringFencesSection(of: PageOf): PageSection | undefined {
  const { result } = of;
  const { ringFences, fund } = result;
  const fences = ringFenceTable(ringFences, fund);
  if (fences === undefined) return undefined;
  return {
    id: 'ring-fences',
    name: 'Ring-fences',
    title: ringFencesTitle(of),
    subtitle: `What there is for each purpose, what is spent and what is held, £, ${asAtOf(result)}`,
    parts: [
      ...pictured(tanksPicture(result)),
      { kind: 'table', table: fences },
      ...ringFences.flatMap((fence) => {
        const table = bodiesTable(fence, fund);
        return table === undefined ? [] : [{ kind: 'folded' as const, label: table.title, table }];
      }),
    ],
  };
}
