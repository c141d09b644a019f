import { inFull } from '../diagnostics/day-in-full.js';
import { counted } from '../diagnostics/entry.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import type { ContributionLine, SettlementStatement } from '../statement/settlement-schema.js';
import { type CellTable, money, type Row, words } from './cell-table.js';
import { add, figureColumn, illustrativeMark, wordColumn } from './table-parts.js';

/** What each partner was due to pay in, has paid and owes; each instalment too if wanted. */
export function contributionTable(
  contributions: readonly ContributionLine[],
  fund: FundStatement,
  withInstalments: boolean,
): CellTable | undefined {
  if (contributions.length === 0) return undefined;
  const rows = contributions.flatMap((line): Row[] => [
    {
      cells: [
        words(`${line.label}, ${line.kind === 'performance' ? 'performance as released' : line.sourceLabel}`),
        money(line.agreed),
        money(line.dueToDate),
        money(line.received),
        money(line.outstanding),
        words(standingInWords(line)),
      ],
    },
    ...(withInstalments ? line.instalments.map(instalmentRow) : []),
  ]);
  const total = (of: 'agreed' | 'dueToDate' | 'received' | 'outstanding') =>
    money(add(...contributions.map((line) => line[of])));
  rows.push({
    cells: [words('All'), total('agreed'), total('dueToDate'), total('received'), total('outstanding'), words('')],
    emphasis: 'total',
  });
  return {
    title: `Contributions as at ${inFull(fund.asAtDate ?? '')}${illustrativeMark(fund)}`,
    columns: [
      wordColumn(''),
      figureColumn('Agreed £'),
      figureColumn('Due to date £'),
      figureColumn('Received £'),
      figureColumn('Outstanding £'),
      wordColumn('', 44),
    ],
    rows,
    notes: ['Outstanding in brackets is paid ahead of its day. Performance money is due only as it is released.'],
  };
}

function instalmentRow(instalment: ContributionLine['instalments'][number]): Row {
  const { due, amount, status, paidOn, daysLate = 0 } = instalment;
  const late = counted(daysLate, 'day');
  const standing = {
    paid: paidOn === undefined ? 'nothing due' : `paid by ${inFull(paidOn)}`,
    'paid-late': `paid ${inFull(paidOn ?? '')}, ${late} late`,
    outstanding: `outstanding, ${late} late`,
    'not-yet-due': 'not yet due',
  };
  const isDue = status !== 'not-yet-due';
  return {
    cells: [
      words(`due ${inFull(due)}`, 1),
      money(amount),
      money(isDue ? amount : '0.00'),
      words(''),
      words(''),
      words(standing[status]),
    ],
  };
}

function standingInWords({ daysLate, instalments, outstanding, kind, retained }: ContributionLine): string {
  const parts: string[] = [];
  if (daysLate !== undefined) parts.push(`outstanding for ${counted(daysLate, 'day')}`);
  const late = instalments.filter(({ status }) => status === 'paid-late').length;
  if (late > 0) parts.push(`${counted(late, 'instalment')} came late`);
  if (kind === 'performance' && outstanding !== '0.00' && !outstanding.startsWith('-'))
    parts.push('released and not paid in');
  if (retained !== undefined && retained !== '0.00') parts.push(`the rest of the pot to date is retained, no arrears`);
  return parts.join('; ');
}

/** What each body and the host owe each other, and of what it is made. */
export function settlementTable(settlement: SettlementStatement, fund: FundStatement): CellTable {
  const isShared = settlement.partners.some(({ varianceShared }) => varianceShared !== '0.00');
  const { length: pools } = settlement.hosts;
  const rows = settlement.partners.map(
    (one): Row => ({
      cells: [
        words(pools > 1 ? `${one.label}, ${one.pool}` : one.label),
        money(one.contributionDue),
        money(one.contributionReceived),
        money(one.allocationDue),
        money(one.paid),
        money(one.performanceReleased),
        ...(isShared ? [money(one.varianceShared)] : []),
        money(one.net),
      ],
    }),
  );
  const blank = (count: number) => Array.from({ length: count }, () => words(''));
  for (const { label, message, net } of settlement.hosts) {
    rows.push({ cells: [words(`${label}: ${message}`), ...blank(isShared ? 6 : 5), money(net)] });
  }
  rows.push({
    cells: [words('All nets'), ...blank(isShared ? 6 : 5), money(settlement.difference)],
    emphasis: 'total',
  });
  return {
    title: `Settlement as at ${inFull(fund.asAtDate ?? '')}${illustrativeMark(fund)}`,
    columns: [
      wordColumn('', 38),
      figureColumn('Due in £'),
      figureColumn('Received £'),
      figureColumn('Due out £'),
      figureColumn('Paid £'),
      figureColumn('Of it P4P £'),
      ...(isShared ? [figureColumn('Shared £')] : []),
      figureColumn('Net £'),
    ],
    rows,
    notes: [
      'Due out: what the agreement allots the body to date, with its performance released and what was brought forward.',
      'Net = (due in − received) + (paid − due out): positive is owed to the host, in brackets by the host.',
    ],
  };
}

/** Who owes whom, a sentence for each body that is not settled. */
export function whoOwesWhom({ partners }: SettlementStatement): string[] {
  const open = partners.filter(({ net }) => net !== '0.00').map(({ message }) => `  ${message}`);
  const settled = partners.length - open.length;
  return [...open, ...(settled > 0 ? [`  ${counted(settled, 'body').replace('bodys', 'bodies')} settled`] : [])];
}

/** What the bodies say of each other; where all agree, in one line unless all are wanted. */
export function pairsTable(
  { pairs }: SettlementStatement,
  fund: FundStatement,
  withAll: boolean,
): CellTable | undefined {
  if (pairs.length === 0) return undefined;
  const shown = withAll ? pairs : pairs.filter(({ agreed }) => !agreed);
  const rows = shown.map(
    ({ oneLabel, otherLabel, oneSays, otherSays, difference, message }): Row => ({
      cells: [
        words(`${oneLabel} and ${otherLabel}`),
        money(oneSays?.receivable),
        money(otherSays?.payable),
        money(oneSays?.payable),
        money(otherSays?.receivable),
        money(difference),
        words(message),
      ],
    }),
  );
  const agreed = pairs.length - shown.length;
  return {
    title: `Agreement of balances as at ${inFull(fund.asAtDate ?? '')}${illustrativeMark(fund)}`,
    columns:
      rows.length === 0
        ? []
        : [
            wordColumn('', 34),
            figureColumn('First is owed £'),
            figureColumn('second says £'),
            figureColumn('First owes £'),
            figureColumn('second says £'),
            figureColumn('Apart £'),
            wordColumn('', 40),
          ],
    rows,
    notes: agreed > 0 ? [`${agreed} pair${agreed === 1 ? '' : 's'} of bodies agree what they owe each other.`] : [],
  };
}
