import { isFenced, purposeOf, rowsToDate, sumPence } from './fund-rows.js';
import {
  type BroughtForward,
  districts,
  poolOf,
  poolOfMoney,
  type Receipt,
  type RuledFund,
  type Settlement,
} from './fund-shape.js';
import { smaller } from './pot-by-hand.js';

const lastYear = '2014/15';

/** What is still owed. */
type Debt = Omit<BroughtForward, 'pence'> & { pence: bigint };

/**
 * A fund with what its receipts settle of last year apart: contributions that had not come are the oldest of what is owed,
 * settled by what says so before anything else, and what was paid ahead is a receipt of the first day. `fault`: a mistake
 * to make.
 */
export function withLastYearApart(fund: RuledFund, fault = ''): RuledFund {
  const opening = fund.opening.filter(({ kind }) => kind === 'contributions');
  const debts = opening.filter(({ pence }) => pence < 0n).map((row) => ({ ...row, pence: -row.pence }));
  const isSaid = ({ year, of, pence }: Settlement) => year === lastYear && of === 'contribution' && pence > 0n;
  for (const row of fund.settlements.filter(isSaid)) taken(fund, debts, row);
  const settlements: Settlement[] = [...fund.settlements];
  const receipts = fund.receipts.map((receipt): Receipt => {
    const [year, ...rest] = receipt.adjusts?.split(':') ?? [];
    // What puts an earlier year right is no contribution to this one.
    if (year !== undefined && rest.length > 0) {
      settlements.push({ ...receipt, year, of: 'contribution' });
      return { ...receipt, pence: 0n };
    }
    if (receipt.quarter !== undefined || receipt.pence < 0n || fault === 'debtor-is-income') return receipt;
    const parts = taken(fund, debts, receipt);
    settlements.push(...parts.map((part): Settlement => ({ ...part, year: lastYear, of: 'contribution' })));
    return { ...receipt, pence: receipt.pence - sumPence(parts) };
  });
  const ahead = opening.filter(({ pence }) => pence > 0n && fault !== 'ahead-is-no-income');
  const first = ahead.map((row): Receipt => {
    const { partner, source, pence } = row;
    return { date: '2015-04-01', partner, source, heading: purposeOf(row), pence, pool: poolOfMoney(fund, row) };
  });
  const gone = first.map((row): Settlement => ({ ...row, pence: -row.pence, year: lastYear, of: 'contribution' }));
  return {
    ...fund,
    receipts: [...first, ...receipts.filter(({ pence }) => pence !== 0n)],
    settlements: [...settlements, ...gone],
  };
}

/** What a receipt settles of debts, which become less: of what it is tied to first; what is tied to nothing of any but performance. */
function taken(fund: RuledFund, debts: readonly Debt[], receipt: Receipt): Receipt[] {
  const purpose = purposeOf(receipt);
  let { pence } = receipt;
  const isFor = (debt: BroughtForward) =>
    debt.partner === receipt.partner &&
    debt.source === receipt.source &&
    poolOfMoney(fund, debt) === poolOfMoney(fund, receipt) &&
    (purposeOf(debt) === purpose || (purpose === '' && purposeOf(debt) !== 'performance'));
  const isTied = (debt: BroughtForward) => Number(purposeOf(debt) === purpose);
  const nearest = debts.filter(isFor).sort((a, b) => isTied(b) - isTied(a));
  return nearest.flatMap((debt): Receipt[] => {
    const part = smaller(pence, debt.pence);
    debt.pence -= part;
    pence -= part;
    return part === 0n ? [] : [{ ...receipt, heading: purposeOf(debt), pool: poolOfMoney(fund, debt), pence: part }];
  });
}

/** Whose variance or contribution a payment settles: of a group that the plan or last year has it with, the group’s. */
export function bodySettled(fund: RuledFund, row: Settlement): string {
  const { partner, schedule = partner, year, of } = row;
  const purpose = purposeOf(row);
  if (of === 'contribution' || (purpose === 'adaptations' && fund.districts?.allotted !== undefined)) return partner;
  const pool = poolOfMoney(fund, row);
  const planned = fund.cells
    .filter((cell) => cell.schedule === schedule && purposeOf(cell) === purpose && poolOf(fund, cell.heading) === pool)
    .map(({ appliedBy }) => appliedBy);
  const brought = fund.opening
    .filter((one) => one.kind === 'variance' && one.partner === schedule && purposeOf(one) === purpose)
    .filter((one) => year !== '' && poolOfMoney(fund, one) === pool)
    .map(({ body }) => body);
  const bodies = [...planned, ...brought];
  if (bodies.includes(partner)) return partner;
  const groups = { [districts]: fund.districts?.members ?? [], ccgs: fund.ccgs.map(({ code }) => code) };
  const group = Object.entries(groups).find(([code, members]) => bodies.includes(code) && members.includes(partner));
  return group?.[0] ?? partner;
}

/** Money that is neither funding nor spending of the year: balances and variances brought forward, and what settled variances. */
export interface Standing {
  readonly of: 'balance' | 'variance' | 'settled';
  /** In whose share it is: what is fenced in that of whose money it was. */
  readonly share: string;
  /** Who settles it; undefined where this year's plan divides it. */
  readonly holder: string | undefined;
  readonly schedule: string;
  readonly source: string;
  readonly purpose: string;
  readonly pence: bigint;
}

/** What stands so, row by row; contributions of last year are a debt to the pool, and in nobody's share. */
export function standingOf(fund: RuledFund): Standing[] {
  const settled = rowsToDate(fund).settled.filter(({ of }) => of === undefined);
  const brought = fund.opening.flatMap(({ kind = 'balance', ...row }) =>
    kind === 'contributions' ? [] : [{ ...row, of: kind, schedule: row.partner, holder: row.body }],
  );
  const cleared = settled.map((row) => ({
    ...row,
    of: 'settled' as const,
    schedule: row.schedule ?? row.partner,
    holder: bodySettled(fund, row),
  }));
  return [...brought, ...cleared].map(({ of, schedule, holder, source, heading, pence }) => {
    const purpose = purposeOf({ source, heading });
    const share = isFenced({ heading: purpose }) ? schedule : (holder ?? schedule);
    return { of, share, holder, schedule, source, purpose, pence };
  });
}
