import { pounds, saidOf } from '../money/pounds-text.js';
import type { SettlementResult } from '../statement/document-schema.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import type { SettlementStatement } from '../statement/settlement-schema.js';
import { pairsTable } from './agreement-of-balances-table.js';
import { checksList } from './checks-list.js';
import { legend } from './legend.js';
import { openingOf } from './opening.js';
import { line, type Pages, type Part, tables, type Wanted } from './page.js';
import { contributionTable, settlementMakingTable, settlementTable } from './settlement-tables.js';

/** Contributions and settlement in full. */
export function settlementPages(result: SettlementResult, { verbose }: Pick<Wanted, 'verbose'>): Pages {
  const { fund, settlement, checks } = result;
  const openings = [openingOf(fund)];
  if (fund.asAt === undefined) {
    return { openings, pages: [], legend: [], last: [line('Nothing has been received or spent in this folder.')] };
  }
  const parts = [
    ...tables(contributionTable(result, fund, true)),
    ...(settlement === undefined ? [] : settlementParts({ fund, settlement }, verbose)),
    ...(checks.length === 0 ? [] : [checksList(result, verbose)]),
  ];
  return {
    openings,
    pages: [{ parts }],
    legend: legend({ isDerived: false, isIllustrative: fund.provenance === 'illustrative' }),
    last: [line(settledInWords(result), 'strong')],
  };
}

/** Who owes whom and why, and what the bodies say of each other. */
export function settlementParts(
  { fund, settlement }: { readonly fund: FundStatement; readonly settlement: SettlementStatement },
  verbose: boolean,
): Part[] {
  const nets =
    settlement.hosts.length === 0
      ? []
      : tables(settlementTable(settlement, fund), settlementMakingTable(settlement, fund));
  return [...nets, ...tables(pairsTable(settlement, fund, verbose))];
}

/** The last line: what is owed each way, what is held, and what is overdue or not agreed. */
function settledInWords({ fund, contributionTotals, settlement }: SettlementResult): string {
  const { pairs = [], owedToHosts, owedByHosts, available, drawnAhead, held } = settlement ?? {};
  const disagreed = pairs.filter(({ agreed, differences }) => !agreed && differences !== undefined).length;
  const found = [
    saidOf(contributionTotals?.overdue, 'of contributions outstanding'),
    ...(pairs.length === 0 ? [] : [`${disagreed} of ${pairs.length} balances not agreed between bodies`]),
  ];
  const rest =
    fund.asAt === 'Q4'
      ? [saidOf(available, 'held for bodies')]
      : [saidOf(available, 'available to draw'), saidOf(drawnAhead, 'drawn ahead')];
  const isKnown = owedToHosts !== undefined && owedByHosts !== undefined && held !== undefined;
  const nets = isKnown
    ? [
        `Owed to the host ${pounds(owedToHosts)}`,
        `owed by it ${pounds(owedByHosts)}`,
        ...rest,
        `cash ${pounds(held)}`,
      ].join(', ')
    : 'Who owes what to whom is not known: it takes what was received, spent and brought forward';
  return [nets, ...found].join('; ');
}
