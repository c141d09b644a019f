import type { PerformancePaymentRule } from '../agreement/agreement.js';
import {
  added,
  type Expression,
  ifPositive,
  largest,
  less,
  nil,
  over,
  roundedTo,
  smallest,
  times,
} from '../figures/expression.js';
import { placesOfMoney } from '../money/places.js';

/** What the agreement says of paying for performance: the terms that the calculation needs. */
export type PerformanceTerms = Pick<PerformancePaymentRule, 'cap' | 'clawback'>;

/** What a quarter's payment is worked out from. Reductions are in admissions, of all the quarters so far. */
interface PaymentInputs {
  readonly pot: Expression;
  /** The reduction planned for the year. */
  readonly year: Expression;
  readonly achieved: Expression;
  /** The reduction planned so far, or for the year, as the agreement caps it. */
  readonly limit: Expression;
  /** What was paid in the quarters before. */
  readonly paid: readonly Expression[];
}

/**
 * R3: what a quarter pays. An admission not needed is worth pot ÷ planned reduction; where no reduction is planned nothing
 * can be earned. Exact: who asks rounds it, once; negative only with clawback.
 */
export function paymentOf({ clawback }: PerformanceTerms, inputs: PaymentInputs): Expression {
  const { pot, year, achieved, limit, paid } = inputs;
  const due = less(over(times(pot, paidFor(achieved, limit, year)), year), added(...paid));
  return ifPositive(year, clawback ? due : largest(nil, due), clawback ? less(nil, added(...paid)) : nil);
}

/** How much of a reduction is paid for: up to a limit, and no more than the year’s. */
export function paidFor(achieved: Expression, limit: Expression, year: Expression): Expression {
  return largest(nil, smallest(achieved, largest(nil, limit), year));
}

/** The payment in words. */
export function paymentInWords({ cap, clawback }: PerformanceTerms): string {
  const limit = cap === 'planned' ? 'no more than planned so far' : 'no more than planned for the year';
  return `reduction achieved so far (${limit}, no less than nil) × pot ÷ planned reduction of the year, less what was paid before${clawback ? '' : ', and no less than nil'}; rounded to the penny`;
}

/** A pot, and the reduction planned for it in the year. */
interface Priced {
  readonly pot: Expression;
  readonly year: Expression;
}

/** What a reduction is worth of a pot, to the penny: a rise is negative; nil where no reduction is planned. */
export function worthOf({ pot, year }: Priced, admissions: Expression): Expression {
  return ifPositive(year, roundedTo(placesOfMoney, over(times(pot, admissions), year)), nil);
}

/** What a reduction is worth more of one pot than of another, exact until it is rounded once to the penny. */
export function worthMore(of: Priced, than: Priced, admissions: Expression): Expression {
  const more = less(over(of.pot, of.year), over(than.pot, than.year));
  return ifPositive(
    of.year,
    ifPositive(than.year, roundedTo(placesOfMoney, times(more, admissions)), worthOf(of, admissions)),
    less(nil, worthOf(than, admissions)),
  );
}
