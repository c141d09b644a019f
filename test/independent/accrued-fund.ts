import fc from 'fast-check';
import type { RuledFund, Spending } from './fund-shape.js';
import { wideFunds } from './wide-fund.js';

const mark = fc.record({ kind: fc.nat({ max: 6 }), part: fc.bigInt(0n, 4n), later: fc.nat({ max: 4 }) });
const marks = fc.array(mark, { minLength: 40, maxLength: 40 });

type Mark = typeof mark extends fc.Arbitrary<infer T> ? T : never;

const lastDays = ['2015-06-30', '2015-09-30', '2015-12-31', '2016-03-31'];
const years = ['2014/15', '2012/13'];

/** Funds of which some spending is accrued, some of that reversed, in parts or whole; and some adjusts earlier years. */
export const accruedFunds = accrued(wideFunds);

/** Funds with such spending in them. */
export function accrued(funds: fc.Arbitrary<RuledFund>): fc.Arbitrary<RuledFund> {
  return fc.tuple(funds, marks).map(([fund, chosen]) => marked(fund, chosen));
}

function marked(fund: RuledFund, chosen: readonly Mark[]): RuledFund {
  const markOf = (index: number) => chosen[index % chosen.length] ?? { kind: 0, part: 0n, later: 0 };
  const reversals: Spending[] = [];
  const spending = fund.spending.map((row, index): Spending => {
    const { kind, part, later } = markOf(index);
    const earlier = `${years[later % 2]}:R${index}`;
    switch (kind) {
      case 1:
        return { ...row, accrual: 'accrual' };
      case 2: {
        const pence = -((row.pence * part) / 4n);
        const date = [row.date, ...lastDays.filter((day) => day >= row.date)][later] ?? row.date;
        reversals.push({ ...row, date, pence, accrual: 'reversal', adjusts: `E${index}` });
        return { ...row, accrual: 'accrual' };
      }
      case 3:
        return { ...row, accrual: 'reversal', adjusts: earlier };
      case 4:
        return { ...row, adjusts: earlier };
      default:
        return row;
    }
  });
  const receipts = fund.receipts.map((row, index) =>
    markOf(index).kind === 4 ? { ...row, adjusts: `${years[index % 2]}:C${index}` } : row,
  );
  return { ...fund, spending: [...spending, ...reversals], receipts };
}
