import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import type { VarianceLine } from '../rules/variance.js';
import { partInWords } from './bearers-in-words.js';

/** Who bears a line’s variance, in words; and what else is to know of it. */
export function whyOf({ agreement, asAt }: Books, line: VarianceLine): string {
  const { variance, actual, forecast } = line;
  if (variance === undefined) return 'no forecast as at this quarter, so the outturn is not known';
  const bearing = variance.isNil ? 'on plan' : borneInWords(agreement, line, variance.amount);
  if (actual === undefined) return bearing;
  const abovePence = actual.amount - line.plan.amount - line.virements.amount;
  if (asAt !== 'Q4')
    return abovePence > 0n ? `${bearing}; ${inWords(abovePence)} above the year’s plan already` : bearing;
  const isOff = forecast !== undefined && forecast.amount !== actual.amount;
  return isOff ? `${bearing}; from what was spent it is ${signed(abovePence)}` : bearing;
}

function borneInWords(agreement: Agreement, { policy, borneBy }: VarianceLine, variancePence: Pence): string {
  const [only] = borneBy;
  if (policy === 'responsible-body' && only !== undefined) {
    return `${labelOf(agreement, only.code)} ${variancePence > 0n ? 'pays' : 'holds'}`;
  }
  const spread = borneBy.map(({ code, amount }) => partInWords({ label: labelOf(agreement, code), amount }));
  return `${words[policy]}, ${variancePence > 0n ? 'to pay' : 'to hold'}: ${spread.join(', ')}`;
}

function signed(variancePence: Pence): string {
  if (variancePence === 0n) return 'none';
  return `${inWords(absolute(variancePence))} ${variancePence > 0n ? 'over' : 'under'}`;
}

const words: Readonly<Record<VarianceLine['policy'], string>> = {
  'responsible-body': 'the body to which the funds were applied',
  equal: 'shared equally',
  'pro-rata': 'shared in proportion to contributions',
  'fixed-shares': 'shared as fixed',
  'lead-commissioner': 'the lead commissioner’s',
  capped: 'shared up to the limit, then the lead’s',
};
