import type { MeasuredQuarter } from '../agreement/measured-quarters.js';
import { added, largest, nil, number, over, roundedTo, times } from '../figures/expression.js';
import { type Count, Figure } from '../figures/figure.js';
import { plus } from '../figures/terms.js';
import type { Decimal } from '../money/decimal.js';

/** A change of admissions against the baseline of a quarter: in percent of it, or exact. */
export type Change =
  | { readonly kind: 'percent'; readonly percent: Decimal }
  | { readonly kind: 'exact'; readonly admissions: number };

interface Assumed extends Pick<MeasuredQuarter, 'measured'> {
  readonly label: string;
  readonly baseline: Count;
}

/** Admissions that are assumed of a quarter, never less than nil; a percent to the nearest whole admission. */
export function assumedAdmissions({ label, measured, baseline }: Assumed, change: Change): Count {
  const what = `${label}: admissions of ${measured}, assumed`;
  if (change.kind === 'exact') {
    return new Figure('number', {
      what,
      how: 'baseline + the change, no less than nil',
      terms: plus(
        baseline,
        Figure.stated('number', 'assumed change, admissions in each quarter', BigInt(change.admissions)),
      ),
      formula: ([base = nil, more = nil]) => largest(nil, added(base, more)),
    });
  }
  return new Figure('number', {
    what,
    how: 'baseline + the change in percent of it, to the nearest whole admission, no less than nil',
    terms: plus(baseline, Figure.number('percent', 'assumed change, of the baseline', change.percent)),
    formula: ([base = nil, percent = nil]) =>
      largest(nil, added(base, roundedTo(0, over(times(base, percent), number(100n))))),
  });
}

/** How a reduction is made of admissions that are partly assumed. */
export const howAchieved = 'Σ (baseline − actual, or what is assumed) so far; negative is a rise';

/** What a reduction is that would be achieved by the end of a quarter. */
export function wouldBeAchieved(label: string, { measured, paidIn }: MeasuredQuarter): { what: string; how: string } {
  return {
    what: `${label}: reduction that would be achieved so far, ${measured} (paid in ${paidIn})`,
    how: howAchieved,
  };
}
