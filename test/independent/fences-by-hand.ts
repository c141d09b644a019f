import { bodiesByHand, carriedByHand } from './carried-by-hand.js';
import { FigureSheet } from './figure-sheet.js';
import { isForecast, poolSpentFrom, purposeOf, rowsToDate, sumPence } from './fund-rows.js';
import { type Cell, host, poolOfMoney, type RuledFund } from './fund-shape.js';
import type { Digits } from './named.js';
import { larger } from './pot-by-hand.js';

interface Fence {
  readonly id: string;
  readonly heading: string;
  readonly source?: string;
}

/** R2 of DOMAIN.md for every fence, body and pool, with nothing of src; `fault`: a mistake to make. */
export function fencesByHand(fund: RuledFund, fault = ''): Digits {
  return new FencesByHand(fund, fault).figures();
}

class FencesByHand {
  private readonly sheet = new FigureSheet();
  private readonly rows;
  private readonly isSpendingKnown: boolean;

  constructor(
    private readonly fund: RuledFund,
    private readonly fault: string,
  ) {
    this.rows = rowsToDate(fund);
    // A ledger without a row has no file here.
    this.isSpendingKnown = fund.spending.length > 0;
  }

  figures(): Digits {
    const fences: Fence[] = [{ id: 'grant', heading: 'adaptations', source: 'dfg' }];
    if (this.fund.cells.some(({ heading }) => heading === 'hospital')) {
      fences.push({ id: 'hospital', heading: 'hospital' });
    }
    for (const fence of fences) this.addFence(`ring-fences[fence=${fence.id}]`, fence);
    if (this.isSpendingKnown) this.addBalances();
    return this.sheet.all;
  }

  private addFence(name: string, fence: Fence): void {
    const partners = this.partnersOf(fence).map((partner) => {
      const money = this.moneyOf(fence, partner);
      this.sheet.add(`${name}.partners[partner=${partner}]`, money);
      return money;
    });
    this.sheet.addSums(name, partners);
    this.sheet.add(name, { 'virements-refused': this.refused(fence) });
    if (fence.source !== undefined) this.addBodies(name);
  }

  private partnersOf({ heading, source }: Fence): string[] {
    const { cells, opening, ccgs } = this.fund;
    return [host, ...ccgs.map(({ code }) => code)].filter(
      (partner) =>
        cells.some((cell) => cell.schedule === partner && (cell.heading === heading || cell.source === source)) ||
        opening.some((row) => row.partner === partner && purposeOf(row) === heading),
    );
  }

  private moneyOf(fence: Fence, partner: string) {
    const { cells, forecasts, opening } = this.fund;
    const { heading, source } = fence;
    const isBehind = (row: Cell) =>
      row.schedule === partner && (source === undefined ? row.heading === heading : row.source === source);
    const brought = sumPence(opening.filter((row) => row.partner === partner && purposeOf(row) === heading));
    const carried = carriedByHand(this.fund, heading, (row) => row.partner === partner, this.fault);
    const available = sumPence(cells.filter(isBehind)) + carried;
    const came = [...this.rows.received, ...this.rows.settled].filter(
      (row) => row.partner === partner && purposeOf(row) === heading,
    );
    const all = this.fault === 'nothing-brought-forward' ? 0n : brought;
    const received = this.isInOneLine(fence, partner) ? undefined : sumPence(came) + all;
    const isSpent = this.fault === 'spent-under-the-heading' ? (row: Cell) => row.heading === heading : isBehind;
    const own = this.rows.spent.filter((row) => row.schedule === partner && isSpent(row));
    const spent = this.isSpendingKnown ? sumPence(own) : undefined;
    const isExpected = isForecast(this.fund, (cell) => cell.schedule === partner && cell.heading === heading);
    return {
      available,
      received,
      spent,
      held: received !== undefined && spent !== undefined ? received - spent : undefined,
      unspent: spent === undefined ? undefined : available - spent,
      forecast: isExpected ? sumPence(forecasts.filter(isBehind)) : undefined,
    };
  }

  /** Money fenced within a contribution that comes untied: what of it is for the fence is not known. */
  private isInOneLine({ heading, source }: Fence, partner: string): boolean {
    if (source !== undefined || this.fault === 'tied-or-nil') return false;
    const spent = this.rows.spent.filter((row) => row.schedule === partner && row.heading === heading);
    const own = this.rows.received.filter((row) => row.partner === partner);
    const tied = own.filter((row) => purposeOf(row) === heading);
    const untied = own.filter((row) => purposeOf(row) === '' && spent.some((one) => one.source === row.source));
    const brought = this.fund.opening.filter((row) => row.partner === partner && purposeOf(row) === heading);
    const isTied = sumPence(tied) !== 0n || sumPence(brought) !== 0n;
    return !isTied && sumPence(untied) > 0n && sumPence(spent) > 0n;
  }

  /** Budget across the fence moves nothing; one across two fences breaks the one that it leaves. */
  private refused({ heading }: Fence): bigint {
    const isApart = (code: string) => ['adaptations', 'hospital', 'performance'].includes(code);
    const across = this.rows.virements.filter(({ from, to }) => (isApart(from) ? from : to) === heading);
    return sumPence(across);
  }

  private addBodies(name: string): void {
    if (this.fund.districts === undefined) return;
    const bodies = bodiesByHand(this.fund, this.fault).map(({ code, allocation, carried, paid, left }) => {
      const money = { allocation, 'brought-forward': carried, paid, unspent: left };
      this.sheet.add(`${name}.bodies[body=${code}]`, money);
      return money;
    });
    this.sheet.addSums(`${name}.body-totals`, bodies);
  }

  /** R1: what stands in each pool, of whose money, and what of it fences hold. */
  private addBalances(): void {
    const { opening, second } = this.fund;
    const parts = new Map<string, { readonly pool: string; readonly purpose: string; balance: bigint }>();
    const move = (key: { readonly pool: string; readonly purpose: string }, whose: string, pence: bigint) => {
      const part = parts.get(`${Object.values(key)} ${whose}`) ?? { ...key, balance: 0n };
      parts.set(`${Object.values(key)} ${whose}`, { ...part, balance: part.balance + pence });
    };
    for (const row of [...opening, ...this.rows.received, ...this.rows.settled]) {
      const key = { pool: poolOfMoney(this.fund, row), purpose: purposeOf(row) };
      move(key, `${row.partner} ${row.source}`, row.pence);
    }
    for (const row of this.rows.spent) {
      const key = { pool: poolSpentFrom(this.fund, row), purpose: purposeOf(row) };
      move(key, `${row.schedule} ${row.source}`, -row.pence);
    }
    for (const pool of ['main', ...(second === undefined ? [] : ['second'])]) {
      const own = [...parts.values()].filter((part) => part.pool === pool);
      const isHeld = ({ purpose, balance }: (typeof own)[number]) =>
        (balance > 0n || this.fault === 'overdrawn-fences-netted') && ['adaptations', 'hospital'].includes(purpose);
      const held = own.filter(isHeld).reduce((sum, { balance }) => sum + balance, 0n);
      const there = own.reduce((sum, { balance }) => sum + balance, 0n);
      const name = `fund-balance.fenced[pool=${pool}]`;
      this.sheet.add(name, { held, there });
      // What is overdrawn is carried by the host's own cash (R5).
      const standing = this.fault === 'overdrawn-is-held' ? there : larger(0n, there);
      const short = held - standing;
      this.sheet.add(name, { 'carries-other': this.fault === 'no-limit' ? short : larger(0n, short) });
      this.sheet.add(name, { 'carried-by-host': larger(0n, -there) });
    }
  }
}
