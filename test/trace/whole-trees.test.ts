import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainPapers } from '../../src/trace/explain-all.js';
import { policies } from '../independent/fund-shape.js';
import { opened } from '../property/fund-files.js';
import { quarters, smallFunds } from '../property/small-fund.js';
import { everyTree } from '../support/traced-trees.js';

const funds = 500;

test(`the whole tree below every figure adds up, in ${funds} generated funds`, async () => {
  const met = new Map<string, number>();
  let figures = 0;
  let parts = 0;
  await fc.assert(
    fc.asyncProperty(smallFunds, fc.constantFrom(...quarters), async (small, asAt) => {
      const { fund } = await opened(small);
      if (fund === undefined) throw new Error('a generated fund cannot be read');
      const traced = explainPapers(fund, asAt);
      const { all, result } = traced;
      parts += everyTree(all);
      figures += all.names.length;
      const shared = result.variances
        .filter(({ borneBy }) => borneBy.length > 1)
        .map(({ policy }) => `${policy}, shared`);
      const paidFromTwo = result.contributions.some(
        (one) =>
          one.kind === 'performance' &&
          one.dueToDate?.isNil === false &&
          result.contributions.some(
            (other) => other !== one && other.kind === one.kind && other.partner === one.partner,
          ),
      );
      for (const what of new Set([
        ...result.variances.map(({ policy }) => policy),
        ...shared,
        `${small.pools.length} pools`,
        small.localities.length === 0 ? 'no localities' : 'localities',
        ...(new Set(small.hosts).size > 1 ? ['several hosts'] : []),
        ...(paidFromTwo ? ['performance from two sources'] : []),
      ])) {
        met.set(what, (met.get(what) ?? 0) + 1);
      }
    }),
    { seed: 20_150_128, numRuns: funds },
  );
  const counts = [...met].sort().map(([what, count]) => `${what}: ${count}`);
  process.stdout.write(
    `whole trees of ${funds} generated funds: ${figures} figures, ${parts} parts; ${counts.join('; ')}\n`,
  );
  const shared = ['equal', 'pro-rata', 'fixed-shares', 'capped'].map((policy) => `${policy}, shared`);
  const places = ['1 pools', '2 pools', '3 pools', 'localities', 'no localities', 'several hosts'];
  for (const what of [...policies, ...shared, ...places, 'performance from two sources']) {
    expect(met.get(what) ?? 0, what).toBeGreaterThan(10);
  }
}, 900_000);
