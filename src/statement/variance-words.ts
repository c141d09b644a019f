import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { isAligned } from '../agreement/tied-money.js';
import { inWords } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import { outturnBook } from '../rules/forecasts.js';
import type { VarianceLine } from '../rules/variance.js';
import { metInWords, partInWords } from './bearers-in-words.js';

/** Who bears a line’s variance, in words; and what else is to know of it. */
export function whyOf(books: Books, line: VarianceLine): string {
  const { variance, met, overspentToDate } = line;
  const isOver = outturnBook(books) === 'actual';
  if (variance === undefined) {
    return isOver
      ? 'not known: nothing says what was spent'
      : 'no forecast as at this quarter, so the outturn is not known';
  }
  const bearing = [
    ...(variance.isNil ? [] : [borneInWords(books.agreement, line, variance.amount)]),
    ...(met === undefined ? [] : [metInWords(met.amount.amount, met.broughtForward.amount)]),
  ].join('; ');
  if (isOver || overspentToDate === undefined) return bearing || 'on plan';
  return `${bearing || 'on plan'}; ${inWords(overspentToDate.amount)} above the year’s plan already`;
}

function borneInWords(agreement: Agreement, line: VarianceLine, variancePence: Pence): string {
  const { heading, policy, declared, borneBy } = line;
  const [only] = borneBy;
  if (only !== undefined && isAligned(agreement, heading)) {
    return `${labelOf(agreement, only.code)} ${variancePence > 0n ? 'pays it itself' : 'keeps it'} (aligned)`;
  }
  if (policy === 'responsible-body' && only !== undefined) {
    return `${labelOf(agreement, only.code)} ${variancePence > 0n ? 'pays' : 'holds'}`;
  }
  const spread = borneBy.map(({ code, amount }) => partInWords({ label: labelOf(agreement, code), amount }));
  return `${words[policy](declared)}, ${variancePence > 0n ? 'to pay' : 'to hold'}: ${spread.join(', ')}`;
}

const words: Readonly<Record<VarianceLine['policy'], (declared: VarianceLine['declared']) => string>> = {
  'responsible-body': () => 'the body to which the funds were applied',
  equal: () => 'shared equally',
  'pro-rata': ({ weigh }) => `shared in proportion to ${weigh === 'all' ? 'contributions' : 'money at risk'}`,
  'fixed-shares': () => 'shared as fixed',
  'lead-commissioner': () => 'the lead commissioner’s',
  capped: () => 'shared up to the limit, then the lead’s',
};
