import { inFull } from '../diagnostics/day-in-full.js';
import { type CellTable, figureColumn, money, type Row, speaking, wordColumn, words } from '../statement/cell-table.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import type { SettlementStatement } from '../statement/settlement-schema.js';
import { illustrativeMark } from './table-parts.js';

type Pair = SettlementStatement['pairs'][number];

/** What the bodies say of each other; where all agree, in one line unless all are wanted. */
export function pairsTable(
  { pairs }: SettlementStatement,
  fund: FundStatement,
  withAll: boolean,
): CellTable | undefined {
  if (pairs.length === 0) return undefined;
  const shown = withAll ? pairs : pairs.filter(({ agreed }) => !agreed);
  const withIncome = shown.some(({ oneSays, otherSays }) => hasIncome(oneSays) || hasIncome(otherSays));
  const says = (body: string, other: string, view: Pair['oneSays'], message: Row['cells'][number]): Row => ({
    cells: [
      words(`${body}, of ${other}`),
      money(view?.receivable),
      money(view?.payable),
      ...(withIncome ? [money(view?.income), money(view?.expenditure)] : []),
      message,
    ],
  });
  const rows = shown.flatMap((pair) => [
    says(pair.oneLabel, pair.otherLabel, pair.oneSays, words('')),
    says(pair.otherLabel, pair.oneLabel, pair.otherSays, said(pair)),
  ]);
  const who = shown.length === 0 ? 'All pairs' : 'All other pairs';
  return {
    title: `Agreement of balances as at ${inFull(fund.asAtDate ?? '')}${illustrativeMark(fund)}`,
    columns: [
      wordColumn('Who says it', 62),
      figureColumn('Is owed £'),
      figureColumn('Owes £'),
      ...(withIncome ? [figureColumn('Income £'), figureColumn('Expenditure £')] : []),
      wordColumn('', 50),
    ],
    rows,
    notes: shown.length < pairs.length ? [`${who} of bodies agree what they owe each other.`] : [],
  };
}

function hasIncome(view: Pair['oneSays']): boolean {
  return view?.income !== undefined || view?.expenditure !== undefined;
}

/** Whether both agree, and how much is between them: of what is said, or of what both say. */
function said({ message, differences, oneSays, otherSays }: Pair): Row['cells'][number] {
  const { receivable, payable, income, expenditure } = differences ?? {};
  return speaking(message, [receivable, payable, income, expenditure, oneSays?.receivable, otherSays?.receivable]);
}
