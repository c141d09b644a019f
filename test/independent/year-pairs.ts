import fc from 'fast-check';
import { accrued } from './accrued-fund.js';
import { purposeOf } from './fund-rows.js';
import { poolOf, poolOfMoney, type RuledFund } from './fund-shape.js';
import { type Course, courses } from './second-year.js';
import { pooledFunds } from './wide-fund.js';

/** A year, and how the next one goes. */
export interface PairOfYears {
  readonly last: RuledFund;
  readonly course: Course;
}

/** Years of one or two pools, with what they accrued, at their end; and courses of the years after them. */
export const pairsOfYears: fc.Arbitrary<PairOfYears> = fc.record({
  last: fc
    .record({ fund: accrued(pooledFunds), unspent: fc.constantFrom('carried-forward' as const, 'owed-back' as const) })
    .map(({ fund, unspent }): RuledFund => ({ ...fund, asAt: 'Q4', unspent }))
    .filter((fund) => isKnownToItsEnd(fund) && fund.opening.every((row) => isInPoolOfFence(fund, row))),
  course: courses,
});

/** A year whose rows do not reach its end closes with nothing that is known. */
function isKnownToItsEnd({ spending, receipts, settlements }: RuledFund): boolean {
  return spending.length > 0 && [...spending, ...receipts, ...settlements].some(({ date }) => date > '2015-12-31');
}

/** Fenced money brought forward in a pool that has not its fence is tied to nothing there, and closes as that. */
function isInPoolOfFence(fund: RuledFund, row: RuledFund['opening'][number]): boolean {
  const purpose = purposeOf(row);
  return purpose === '' || poolOf(fund, purpose) === poolOfMoney(fund, row);
}
