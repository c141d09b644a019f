import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quarter } from '../../src/agreement/financial-year.js';
import { coveredDays, coveredOn, type DayReceipt } from '../../src/journal/receipts.js';

const quarter = (of: Quarter, amountPence: bigint) => ({ quarter: of, amountPence });
const paid = (date: string, amountPence: bigint): DayReceipt => ({ date, amountPence });
const year = [quarter('Q1', 50n), quarter('Q2', 50n), quarter('Q3', 50n), quarter('Q4', 50n)];

/** The days on which instalments are covered, by what is marked for a quarter and what is not marked. */
function days(instalments: typeof year, marked: Partial<Record<Quarter, DayReceipt[]>>, unmarked: DayReceipt[] = []) {
  return coveredDays(instalments, { marked: (of) => marked[of] ?? [], unmarked });
}

describe('R5: what a payer names goes before the oldest', () => {
  test('a receipt for the third quarter covers it, and the first is still open', () => {
    expect(days(year, { Q3: [paid('d1', 50n)] })).toEqual([undefined, undefined, 'd1', undefined]);
  });

  test('what is more than its instalment goes to the oldest', () => {
    expect(days(year, { Q3: [paid('d1', 80n)] }, [paid('d2', 20n)])).toEqual(['d2', undefined, 'd1', undefined]);
  });

  test('an instalment that is named in part is covered on the day when the rest has come', () => {
    expect(days(year, { Q1: [paid('d3', 30n)] }, [paid('d1', 20n)])).toEqual(['d3', undefined, undefined, undefined]);
    expect(days(year, { Q1: [paid('d1', 30n)] }, [paid('d3', 20n)])).toEqual(['d3', undefined, undefined, undefined]);
  });

  test('what is taken back of a named instalment opens it again', () => {
    expect(days(year, { Q1: [paid('d1', 50n), paid('d2', -10n)] })).toEqual(Array(4).fill(undefined));
  });

  test('two instalments of one quarter have one receipt between them', () => {
    const twice = [quarter('Q1', 50n), quarter('Q1', 50n)];
    expect(days(twice, { Q1: [paid('d1', 50n)] })).toEqual(['d1', undefined]);
    expect(days(twice, { Q1: [paid('d1', 50n), paid('d2', 50n)] })).toEqual(['d1', 'd2']);
    expect(days(twice, { Q1: [paid('d1', 70n)] }, [paid('d2', 30n)])).toEqual(['d1', 'd2']);
  });

  test('where nothing is named, each is covered when all up to it has come', () => {
    const amount = fc.bigInt(0n, 60n);
    const receipts = fc.array(fc.tuple(fc.integer({ min: 10, max: 40 }), fc.bigInt(-20n, 90n)), { maxLength: 9 });
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount, amount), receipts, (amounts, come) => {
        const byDay = new Map<string, bigint>();
        for (const [day, pence] of come) byDay.set(`d${day}`, (byDay.get(`d${day}`) ?? 0n) + pence);
        const unmarked = [...byDay].sort().map(([date, pence]) => paid(date, pence));
        let upTo = 0n;
        const expected = amounts.map((pence) => {
          upTo += pence;
          return coveredOn(upTo, unmarked);
        });
        const instalments = amounts.map((pence, index) => quarter(year[index]?.quarter ?? 'Q1', pence));
        expect(days(instalments, {}, unmarked)).toEqual(expected);
      }),
      { seed: 20_150_128, numRuns: 500 },
    );
  });
});
