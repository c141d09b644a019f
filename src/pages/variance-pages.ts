import { pounds } from '../money/pounds-text.js';
import { withWholeLists } from '../statement/cell-table.js';
import type { VarianceResult } from '../statement/document-schema.js';
import type { Reconciliation } from '../statement/reconciliation-schema.js';
import { checksList } from './checks-list.js';
import { legend } from './legend.js';
import { openingOf } from './opening.js';
import { line, lines, type Pages, type Part, tables, type Wanted } from './page.js';
import { bodiesTable, ringFenceTable } from './ring-fence-tables.js';
import { bodyTable, hostsInWords, localityProofTable, varianceTable } from './variance-tables.js';
import { virementTable } from './virement-table.js';

/** Over- and underspends in full. */
export function variancePages(result: VarianceResult, wanted: Wanted): Pages {
  const { fund } = result;
  const openings = [openingOf(fund)];
  if (fund.asAt === undefined) {
    return { openings, pages: [], legend: [], last: [line('Nothing has been spent or forecast in this folder.')] };
  }
  return {
    openings,
    pages: [{ parts: [...fencedParts(result), ...varianceParts(result, wanted), checksList(result, wanted.verbose)] }],
    legend: legend({ isDerived: false, isIllustrative: fund.provenance === 'illustrative' }),
    last: [line(netInWords(result), 'strong')],
  };
}

/** What is fenced, and by which bodies it is spent. */
export function fencedParts({ ringFences, fund }: Pick<Reconciliation, 'ringFences' | 'fund'>): Part[] {
  return tables(ringFenceTable(ringFences, fund), ...ringFences.map((fence) => bodiesTable(fence, fund)));
}

/** The variances, what moved the plan, who bears them, and on whom they fall. */
export function varianceParts(
  result: Pick<Reconciliation, 'variances' | 'varianceTotals' | 'virements' | 'fund'>,
  { verbose, all }: Wanted,
): Part[] {
  const { fund } = result;
  const variances = varianceTable(result, fund, verbose);
  return [
    ...tables(
      all ? withWholeLists(variances) : variances,
      virementTable(result.virements, fund),
      bodyTable(result),
      localityProofTable(result, fund),
    ),
    lines(...hostsInWords(result)),
  ];
}

/** The last line: what the variances come to, and that all of it is somebody’s. */
function netInWords({ fund, varianceTotals: { borne, held, variance, unknown } }: VarianceResult): string {
  if (variance === undefined || borne === undefined || held === undefined) {
    const why = fund.asAt === 'Q4' ? 'nothing says what was spent' : 'there is no forecast as at this quarter';
    return `No outturn is known: ${why}`;
  }
  const missing = unknown.isNil ? '' : `; ${unknown} without an outturn`;
  const attributed = borne.isNil && held.isNil ? '' : ', all of it attributed to who bears it';
  return `Overspends ${pounds(borne)}, underspends ${pounds(held)}${attributed}${missing}`;
}
