import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresDocumentSchema } from '../../src/statement/document-schema.js';
import { bcf } from '../support/bcf.js';
import type { RuledFund } from './fund-shape.js';
import { seed } from './judged.js';
import { type Assumed, performanceByHand } from './performance-by-hand.js';
import { ruledFunds } from './ruled-fund.js';
import { writtenFund } from './ruled-fund-files.js';

const paying = ruledFunds.filter(({ performance }) => performance !== undefined);
const assumptions = fc.constantFrom<Assumed>(
  { basisPoints: -350, words: '-3.5%' },
  { basisPoints: -1234, words: '-12.34%' },
  { basisPoints: 70, words: '+0.7%' },
  { basisPoints: -10_000, words: '-100%' },
);
const funds = fc.record({ fund: paying, assumed: assumptions });

/** Every figure that bcf names of performance, and of what would be; its digits. */
async function named({ fund, assumed }: { readonly fund: RuledFund; readonly assumed: Assumed }) {
  const cwd = await writtenFund(fund);
  const flags = ['--as-at', fund.asAt, '--sensitivity', '--names', '--json'];
  const asked = ['performance', '.', ...flags, '--what-if', `*=${assumed.words}`];
  const { stdout, exitCode } = await bcf(asked, { cwd });
  // Where nothing is still to come there is nothing to assume.
  const shown = exitCode === 2 ? (await bcf(['performance', '.', ...flags], { cwd })).stdout : stdout;
  const { result } = figuresDocumentSchema.parse(JSON.parse(shown));
  const own = (result?.figures ?? []).filter(({ name }) => !name.startsWith('checks['));
  return Object.fromEntries(own.map(({ name, amount }) => [name, BigInt(String(amount).replace('.', ''))]));
}

test('every figure of performance, of what-if and of sensitivity is that of a calculation by hand', async () => {
  let figures = 0;
  await fc.assert(
    fc.asyncProperty(funds, async (one) => {
      const shown = await named(one);
      expect(shown).toEqual(performanceByHand(one.fund, one.assumed));
      figures += Object.keys(shown).length;
    }),
    { seed, numRuns: 60 },
  );
  expect(figures).toBeGreaterThan(15_000);
});

describe('a fault in the calculation by hand is found', () => {
  const sample = fc.sample(funds, { seed, numRuns: 12 });

  test.each(['percent-of-plan', 'area-not-netted', 'assumed-of-the-plan', 'value-rounded-twice'])(
    '%s',
    async (fault) => {
      const found: boolean[] = [];
      for (const one of sample)
        found.push(!isDeepStrictEqual(await named(one), performanceByHand(one.fund, one.assumed, fault)));
      expect(found).toContain(true);
    },
  );
});
