import { bearersPicture } from '../pictures-of-fund.js';
import { bodyTable, hostsInWords, localityProofTable, varianceTable } from '../variance-tables.js';
import { virementTable } from '../virement-table.js';
import { type PageOf, type PageSection, pictured, type SectionPart } from './fund-page.js';
import { variancesTitle } from './section-titles.js';
import { answering } from './sentence.js';
import { asAtOf } from './when.js';
import { inPounds } from './words.js';

/** Who bears the over- and underspends (R4). */
export function variancesSection(of: PageOf): PageSection | undefined {
  const { result } = of;
  const bodies = bodyTable(result);
  if (result.fund.asAt === undefined || bodies === undefined) return undefined;
  const ofHosts = result.varianceTotals.hosts.flatMap(({ overspends, own, protectedFrom, paidIn }) =>
    [overspends, own, protectedFrom, paidIn].flatMap((figure) => inPounds(figure)),
  );
  const virements = virementTable(result.virements, result.fund);
  return {
    id: 'variances',
    name: 'Who bears it',
    title: variancesTitle(of),
    subtitle: `Net over- or underspend of the year by the body that bears it, £, ${asAtOf(result)}`,
    parts: [
      ...pictured(bearersPicture(result)),
      { kind: 'table', table: bodies },
      ...hostsInWords(result).map((text): SectionPart => ({ kind: 'sentence', sentence: answering(text, ofHosts) })),
      { kind: 'folded', label: 'Every line that is off plan', table: varianceTable(result, result.fund, false) },
      {
        kind: 'folded',
        label: 'On whom each locality’s variances fall',
        table: localityProofTable(result, result.fund),
      },
      ...(virements === undefined ? [] : [{ kind: 'folded' as const, label: 'Virements', table: virements }]),
    ],
  };
}
