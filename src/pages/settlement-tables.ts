import { inFull } from '../diagnostics/day-in-full.js';
import { counted } from '../diagnostics/entry.js';
import { pounds } from '../money/pounds-text.js';
import {
  type CellTable,
  figureColumn,
  money,
  notesSpeakOf,
  type Row,
  speaking,
  wordColumn,
  words,
} from '../statement/cell-table.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import { amountsOfReasons } from '../statement/settlement-reasons.js';
import type { ContributionLine, ContributionTotals, SettlementStatement } from '../statement/settlement-schema.js';
import { illustrativeMark } from './table-parts.js';

interface Contributions {
  readonly contributions: readonly ContributionLine[];
  readonly contributionTotals?: ContributionTotals | undefined;
}

/** What each partner was due to pay in, has paid and owes; each instalment too if wanted. */
export function contributionTable(
  { contributions, contributionTotals: totals }: Contributions,
  fund: FundStatement,
  withInstalments: boolean,
): CellTable | undefined {
  if (totals === undefined) return undefined;
  const rows = contributions.flatMap((line): Row[] => [
    {
      cells: [
        words(
          `${line.label}, ${line.kind === 'performance' ? 'performance as released' : line.sourceLabel}${line.inKind ? ' (in kind)' : ''}`,
        ),
        money(line.agreed),
        money(line.dueToDate),
        money(line.received),
        money(line.outstanding),
        speaking(standingInWords(line, fund), [line.daysLate, line.retained, line.toReturn]),
      ],
    },
    ...(withInstalments ? line.instalments.map((instalment) => instalmentRow(instalment, fund)) : []),
  ]);
  rows.push({
    cells: [
      words('All'),
      money(totals.agreed),
      money(totals.dueToDate),
      money(totals.received),
      money(totals.outstanding),
      words(''),
    ],
    emphasis: 'total',
  });
  return {
    title: `Contributions as at ${inFull(fund.asAtDate ?? '')} (R5)${illustrativeMark(fund)}`,
    columns: [
      wordColumn(''),
      figureColumn('Agreed £'),
      figureColumn('Due to date £'),
      figureColumn('Received £'),
      figureColumn('Outstanding £'),
      wordColumn('', 44),
    ],
    rows,
    notes: [
      `Outstanding in brackets is paid ahead of its day${totals.toReturn ? ', or performance money to be returned' : ''}. Performance money is due only as it is released.`,
    ],
  };
}

function instalmentRow(instalment: ContributionLine['instalments'][number], { asAtDate = '' }: FundStatement): Row {
  const { due, amount, status, paidOn, daysLate } = instalment;
  const late = counted(daysLate?.amount ?? 0n, 'day');
  const standing = {
    paid: amount.amount < 0n ? 'taken back' : paidOn === undefined ? 'nothing due' : `paid ${inFull(paidOn)}`,
    'paid-late': `paid ${inFull(paidOn ?? '')}, ${late} late`,
    outstanding: daysLate === undefined ? 'outstanding; no day is declared' : `outstanding, ${late} late`,
    'not-yet-due': 'not yet due',
    'not-known': 'due; not known whether it came',
  };
  const isDue = due <= asAtDate;
  return {
    cells: [
      words(`due ${inFull(due)}`, 1),
      money(amount),
      money(isDue ? amount : '0.00'),
      words(''),
      words(''),
      speaking(standing[status], [daysLate]),
    ],
  };
}

function standingInWords(
  { daysLate, instalments, retained, toReturn }: ContributionLine,
  { asAt }: FundStatement,
): string {
  const parts: string[] = [];
  if (daysLate !== undefined) parts.push(`outstanding for ${counted(daysLate.amount, 'day')}`);
  const late = instalments.filter(({ status }) => status === 'paid-late').length;
  if (late > 0) parts.push(late === 1 ? 'an instalment came late' : 'instalments came late');
  if (retained !== undefined && !retained.isNil) {
    parts.push(`${pounds(retained)} not earned${asAt === 'Q4' ? '' : ' so far'}, no arrears`);
  }
  if (toReturn !== undefined) parts.push(`${pounds(toReturn)} more than earned, to be returned`);
  return parts.join('; ');
}

/** Who owes whom: what each body owes and is owed, may draw and has drawn ahead, and what for. Nothing is set off. */
export function settlementTable(settlement: SettlementStatement, fund: FundStatement): CellTable {
  const isOver = fund.asAt === 'Q4';
  const rows = settlement.partners.map(
    (partner): Row => ({
      cells: [
        words(nameIn(settlement, partner)),
        money(partner.owes),
        money(partner.owed),
        money(partner.available),
        ...(isOver ? [] : [money(partner.drawnAhead)]),
        speaking(partner.why, amountsOfReasons(partner)),
      ],
    }),
  );
  rows.push({
    cells: [
      words('All'),
      money(settlement.owedToHosts),
      money(settlement.owedByHosts),
      money(settlement.available),
      ...(isOver ? [] : [money(settlement.drawnAhead)]),
      words(''),
    ],
    emphasis: 'total',
  });
  const { difference } = settlement;
  const sum = difference === undefined || difference.isNil ? 'nothing' : pounds(difference);
  const ahead = isOver ? '' : ' + drawn ahead';
  const held = isOver ? 'held for bodies' : 'available';
  return {
    title: `Who owes whom as at ${inFull(fund.asAtDate ?? '')} (R5)${illustrativeMark(fund)}`,
    columns: [
      wordColumn('', 38),
      figureColumn('Owes the host £'),
      figureColumn('Host owes it £'),
      figureColumn(isOver ? 'Held for it £' : 'Available to draw £'),
      ...(isOver ? [] : [figureColumn('Drawn ahead £')]),
      wordColumn('', 44),
    ],
    rows,
    notes: [
      ...settlement.hosts.map(({ label, message }) => `${label}: ${message}.`),
      `Owed to the host${ahead} − owed by it − ${held} + what it holds = ${sum}. Nothing is set off against anything else.`,
    ],
    ...notesSpeakOf([...settlement.hosts.flatMap(({ held: cash, accrued }) => [cash, accrued]), difference]),
  };
}

/** How it comes to that: what was due in and out of the pool, received and spent. */
export function settlementMakingTable(settlement: SettlementStatement, fund: FundStatement): CellTable {
  const isShared = settlement.partners.some(({ varianceShared }) => !varianceShared.isNil);
  const isAnySettled = settlement.partners.some(({ settled }) => settled !== undefined);
  const isAnyOwed = settlement.partners.some(({ owedAtStart }) => owedAtStart !== undefined);
  const rows = settlement.partners.map(
    (partner): Row => ({
      cells: [
        words(nameIn(settlement, partner)),
        money(partner.contributionDue),
        money(partner.contributionReceived),
        money(partner.allocationDue),
        money(partner.paid),
        money(partner.performanceReleased),
        ...(isShared ? [money(partner.varianceShared)] : []),
        ...(isAnyOwed ? [money(partner.owedAtStart)] : []),
        ...(isAnySettled ? [money(partner.settled)] : []),
        money(partner.net),
      ],
    }),
  );
  const between = 5 + [isShared, isAnyOwed, isAnySettled].filter(Boolean).length;
  const blank = (count: number) => Array.from({ length: count }, () => words(''));
  for (const { label, net } of settlement.hosts) {
    rows.push({ cells: [words(`${label}: held`), ...blank(between), money(net)] });
  }
  rows.push({ cells: [words('All'), ...blank(between), money(settlement.difference)], emphasis: 'total' });
  return {
    title: `How it comes to that${illustrativeMark(fund)}`,
    columns: [
      wordColumn('', 38),
      figureColumn('Due in £'),
      figureColumn('Received £'),
      figureColumn('Due out £'),
      figureColumn('Spent £'),
      figureColumn('Performance £'),
      ...(isShared ? [figureColumn('Shared £')] : []),
      ...(isAnyOwed ? [figureColumn('At the start £')] : []),
      ...(isAnySettled ? [figureColumn('Settled £')] : []),
      figureColumn('Net £'),
    ],
    rows,
    notes: [
      'Due out: allotted to the body to date, with performance earned and what was brought forward; Performance is within.',
      `Net = (due in − received) + (spent − due out)${isAnyOwed ? ' − at the start' : ''}${isAnySettled ? ' − settled' : ''}: its part of the cash, in brackets what it has in the pool; no debt.`,
      ...(isAnyOwed
        ? [
            'At the start: contributions and variances of last year owed to the body, and what it held as an earlier host; in brackets owed by it.',
          ]
        : []),
      ...(isAnySettled ? ['Settled: paid in to clear a variance or an earlier year, and no contribution.'] : []),
    ],
  };
}

function nameIn({ hosts }: SettlementStatement, { label, pool }: SettlementStatement['partners'][number]): string {
  return hosts.length > 1 ? `${label}, ${pool}` : label;
}
