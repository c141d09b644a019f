import { pairsTable } from '../agreement-of-balances-table.js';
import { balanceTable } from '../balance-table.js';
import { settlementPicture } from '../pictures-of-fund.js';
import { contributionTable, settlementTable } from '../settlement-tables.js';
import { type PageOf, type PageSection, pictured, type SectionPart } from './fund-page.js';
import { settlementTitle } from './section-titles.js';
import { asAtOf } from './when.js';

/** Who owes what to whom (R5), and whose what is held is. */
export function settlementSection(of: PageOf): PageSection | undefined {
  const { result } = of;
  const { settlement, fund } = result;
  if (settlement === undefined || settlement.hosts.length === 0) return undefined;
  const folded: SectionPart[] = [
    { label: 'Contributions: agreed, due, received', table: contributionTable(result, fund, false) },
    { label: 'Whose the balance is', table: balanceTable(result) },
    { label: 'What bodies say of each other', table: pairsTable(settlement, fund, false) },
  ].flatMap(({ label, table }) => (table === undefined ? [] : [{ kind: 'folded', label, table }]));
  return {
    id: 'settlement',
    name: 'Settlement',
    title: settlementTitle(of),
    subtitle: `What each body owes, is owed, and may draw, £, ${asAtOf(result)}`,
    parts: [
      ...pictured(settlementPicture(result)),
      { kind: 'table', table: settlementTable(settlement, fund) },
      ...folded,
    ],
  };
}
