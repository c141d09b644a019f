import { type BroughtForward, districts, host, policies, type RuledFund } from '../independent/fund-shape.js';
import { bodySettled } from '../independent/last-year-by-hand.js';

/** What there was of each thing in pairs of years. */
export class PairCounts {
  private readonly counts = new Map<string, number>();

  /** What a pair has: a year, the one after it, and what was brought forward. */
  add(last: RuledFund, { year, lines }: { readonly year: RuledFund; readonly lines: readonly BroughtForward[] }): void {
    this.count('pairs', 1);
    this.count('lines brought forward', lines.length);
    for (const policy of policies)
      this.count(policy, last.varianceRules.filter((rule) => rule.policy === policy).length);
    const isOf = (kind: BroughtForward['kind'], isOwed: boolean) =>
      lines.filter((line) => line.kind === kind && line.pence < 0n === isOwed).length;
    this.count(
      'fenced lines',
      lines.filter(({ heading }) => heading === 'hospital' || heading === 'adaptations').length,
    );
    this.count('contributions that came late', isOf('contributions', true));
    this.count('contributions that came early', isOf('contributions', false));
    this.count('variances owed', isOf('variance', true));
    this.count('variances to be paid back', isOf('variance', false));
    this.count('variances paid before the year end', last.settlements.filter((row) => row.year === '').length);
    const paid = year.settlements.filter(({ of }) => of === undefined);
    this.count('variances paid after it', paid.length);
    this.count('by a member for its group', paid.filter((row) => bodySettled(year, row) !== row.partner).length);
    const accruals = last.spending.filter(({ accrual }) => accrual === 'accrual').length;
    const isTurned = ({ accrual, adjusts }: RuledFund['spending'][number]) =>
      accrual === 'reversal' && adjusts?.startsWith('E');
    const reversed = last.spending.filter(isTurned).length;
    this.count('accruals reversed', reversed);
    this.count('accruals not reversed', accruals - reversed);
    this.count('funds with districts', last.districts === undefined ? 0 : 1);
    this.count(
      'lines of districts',
      lines.filter(({ body }) => body === districts || last.districts?.members.includes(body ?? '')).length,
    );
    this.count('funds with two hosts', last.second === undefined || last.second.host === host ? 0 : 1);
    this.count('owed back', last.unspent === 'owed-back' ? 1 : 0);
  }

  private count(what: string, count: number): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + count);
  }

  /** What there was none of. */
  get absent(): string[] {
    return [...this.counts].flatMap(([what, count]) => (count === 0 ? [what] : []));
  }

  toString(): string {
    return [...this.counts].map(([what, count]) => `${count} ${what}`).join(', ');
  }
}
