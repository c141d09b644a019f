import type { AccrualsStatement, PriorYearStatement } from '../statement/accruals-schema.js';
import {
  type CellTable,
  figureColumn,
  money,
  type Row,
  type Shown,
  wordColumn,
  words,
} from '../statement/cell-table.js';
import type { FundStatement, Reconciliation } from '../statement/reconciliation-schema.js';
import { actualTo, illustrativeMark } from './table-parts.js';

/** What is accrued, and what of this year adjusts earlier ones; nothing where there is neither. */
export function accrualTables({
  fund,
  accruals,
  priorYear,
}: Pick<Reconciliation, 'fund' | 'accruals' | 'priorYear'>): CellTable[] {
  return [
    ...(accruals === undefined ? [] : [accruedTable(accruals, fund)]),
    ...(priorYear?.spending === undefined ? [] : [spendingTable(priorYear.spending, fund)]),
    ...(priorYear?.receipts === undefined ? [] : [receiptsTable(priorYear.receipts, fund)]),
  ];
}

function accruedTable({ lines, totals }: AccrualsStatement, fund: FundStatement): CellTable {
  const amounts = (of: AccrualsStatement['totals']) => [of.accrued, of.reversed, of.notReversed];
  return {
    title: `Accruals by heading and body, ${actualTo(fund)}${illustrativeMark(fund)}`,
    columns: [
      wordColumn(''),
      wordColumn('By', 36),
      figureColumn('Accrued £'),
      figureColumn('Reversed £'),
      figureColumn('Not reversed £'),
    ],
    rows: [
      ...lines.map((line) => rowOf([line.label, line.appliedByLabel], amounts(line))),
      totalOf(['Total', ''], amounts(totals)),
    ],
    notes: ['Accrued: in the spending above, and not yet paid when it was entered. Not reversed: still owed.'],
  };
}

function spendingTable({ lines, totals }: NonNullable<PriorYearStatement['spending']>, fund: FundStatement): CellTable {
  const amounts = (of: NonNullable<PriorYearStatement['spending']>['totals']) => [of.reversed, of.other, of.net];
  return {
    title: `Prior-year items of spending, ${actualTo(fund)}${illustrativeMark(fund)}`,
    columns: [
      wordColumn(''),
      wordColumn('By', 36),
      wordColumn('Of', 7),
      figureColumn('Accruals reversed £'),
      figureColumn('Spent or corrected £'),
      figureColumn('Net £'),
    ],
    rows: [
      ...lines.map((line) => rowOf([line.label, line.appliedByLabel, line.ofYear], amounts(line))),
      totalOf(['Total', '', ''], amounts(totals)),
    ],
    notes: ['In the spending above: rows that adjust one of an earlier year, which is taken as they say.'],
  };
}

function receiptsTable({ lines, total }: NonNullable<PriorYearStatement['receipts']>, fund: FundStatement): CellTable {
  return {
    title: `Prior-year items of receipts, ${actualTo(fund)}${illustrativeMark(fund)}`,
    columns: [wordColumn('From'), wordColumn('Source'), wordColumn('Of', 7), figureColumn('£')],
    rows: [
      ...lines.map((line) => rowOf([line.label, line.sourceLabel, line.ofYear], [line.amount])),
      totalOf(['Total', '', ''], [total]),
    ],
    notes: ['Came in this year and settles or adjusts what is of an earlier one: no contribution to this year.'],
  };
}

function rowOf(texts: readonly string[], amounts: readonly Shown[]): Row {
  return { cells: [...texts.map((text) => words(text)), ...amounts.map((amount) => money(amount))] };
}

function totalOf(texts: readonly string[], amounts: readonly Shown[]): Row {
  return { ...rowOf(texts, amounts), emphasis: 'total' };
}
