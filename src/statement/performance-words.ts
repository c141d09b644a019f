import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { grouped } from '../diagnostics/entry.js';
import { inWords } from '../money/format-money.js';
import { larger } from '../money/pence.js';
import type { Pot } from '../rules/pot.js';
import { isReported, type PotQuarter } from '../rules/pot-quarter.js';

/** Why a quarter paid what it did, in words. */
export function whyOf(
  { cap }: Pick<PerformancePaymentRule, 'cap'>,
  { plannedReduction }: Pick<Pot, 'plannedReduction'>,
  quarter: PotQuarter,
): string {
  if (quarter.status === 'not-yet-due') return 'not yet due';
  if (plannedReduction === undefined) return 'not computed: a baseline or a plan is missing';
  if (!isReported(quarter)) return quarter.actual === undefined ? 'not yet reported' : 'waits for an earlier quarter';
  if (plannedReduction.amount <= 0n) return 'no reduction is planned, so no pot can be earned';
  const achieved = quarter.achievedCumulative.amount;
  const planned = quarter.plannedCumulative.amount;
  const { payment, paidCumulative, retainedToDate } = quarter;
  const change = achieved < 0n ? `${grouped(-achieved)} more than the baseline` : `${grouped(achieved)} fewer`;
  const plan = planned < 0n ? `a rise of ${grouped(-planned)} planned` : `${grouped(planned)} planned`;
  const against = `${change}, ${plan}`;
  const beyond = achieved - larger(0n, planned);
  if (payment.amount < 0n) return `${against}: the reversal takes back ${inWords(-payment.amount)}`;
  if (achieved <= 0n && payment.isNil && paidCumulative.isNil) return `${against}: nothing earned`;
  if (retainedToDate.amount < 0n) return `${against}: earned ahead of the plan`;
  if (beyond > 0n && cap === 'planned') return `${against}: what is beyond the plan buys nothing`;
  if (retainedToDate.isNil) return `${against}: all of it earned`;
  return payment.isNil ? `${against}: no more than was paid for already` : against;
}
