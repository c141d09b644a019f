import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statementOf } from '../support/reconciled.js';
import { type Figures, withoutPartner } from './figures.js';
import { type Cell, host, policies, type RuledFund } from './fund-shape.js';
import { judged, seed } from './judged.js';
import { ruledFunds } from './ruled-fund.js';
import { writtenFund } from './ruled-fund-files.js';

const runs = { seed: seed + 1, numRuns: 15 };
const nat = fc.nat({ max: 999 });

/** Sums of the figures whose names begin so. */
function sumOf(figures: Figures, start: string): bigint {
  const own = Object.entries(figures).filter(([name]) => name.startsWith(start));
  return own.reduce((total, [, pence]) => total + BigInt(pence), 0n);
}

function sumOfAmounts(amounts: readonly string[]): bigint {
  return amounts.reduce((total, amount) => total + BigInt(amount.replace('.', '')), 0n);
}

test('each pot is paid, retained or to come; a year that is reported leaves nothing to come', async () => {
  await fc.assert(
    fc.asyncProperty(ruledFunds, async (fund) => {
      const { performance } = await statementOf(await writtenFund(fund), '--as-at', fund.asAt);
      if (performance === undefined) return;
      for (const { pot, quarters, totals } of performance.partners) {
        const { payment, retained, toCome } = totals;
        if (payment === undefined || retained === undefined) {
          // What is not reported is neither earned nor not earned: all of the pot is open.
          expect(quarters.filter(({ status }) => status === 'reported')).toEqual([]);
          expect(toCome).toBe(pot);
          continue;
        }
        expect(sumOfAmounts([payment, retained, toCome])).toBe(sumOfAmounts([pot]));
        if (quarters.every(({ status }) => status === 'reported')) expect(toCome).toBe('0.00');
        if (performance.clawback) continue;
        expect(quarters.filter(({ payment: paid }) => paid?.startsWith('-'))).toEqual([]);
        expect(sumOfAmounts([payment])).toBeLessThanOrEqual(sumOfAmounts([pot]));
      }
      for (const total of ['payment', 'retained', 'toCome'] as const) {
        const parts = performance.partners.map(({ totals }) => totals[total]);
        const whole = performance.totals[total];
        if (whole === undefined) expect(parts).toContain(undefined);
        else expect(sumOfAmounts([whole])).toBe(sumOfAmounts(parts.flatMap((part) => part ?? [])));
      }
      const { payment, ours, difference, items } = performance.nationalReturn;
      if (payment === undefined || ours === undefined || difference === undefined) return;
      expect(sumOfAmounts([ours, difference])).toBe(sumOfAmounts([payment]));
      expect(sumOfAmounts(items.map(({ amount }) => amount))).toBe(sumOfAmounts([difference]));
    }),
    runs,
  );
});

test('whoever bears and holds a variance, it is borne and held in full, under every policy', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(ruledFunds, async (fund) => {
      const figures = await judged(fund);
      for (const [name, variance] of Object.entries(figures)) {
        if (!name.startsWith('vary ') || !name.endsWith(' variance')) continue;
        const line = name.replace(/ variance$/, '');
        expect(sumOf(figures, `${line} born by `), name).toBe(variance);
        seen.add(String(figures[`${line} policy`]));
      }
    }),
    { ...runs, numRuns: 24 },
  );
  expect([...seen].sort()).toEqual([...policies].sort());
});

test('settlement comes to nil over the partners and the host', async () => {
  await fc.assert(
    fc.asyncProperty(ruledFunds, async (fund) => {
      const { settlement } = await statementOf(await writtenFund(fund), '--as-at', fund.asAt);
      if (settlement === undefined) return;
      const nets = [...settlement.partners, ...settlement.hosts].map(({ net }) => net);
      expect(sumOfAmounts(nets)).toBe(0n);
      expect(settlement.difference).toBe('0.00');
      expect(sumOfAmounts(settlement.partners.map(({ varianceShared }) => varianceShared))).toBe(0n);
    }),
    runs,
  );
});

test('the order of the CCGs, and of the rows, changes nobody’s pence', async () => {
  await fc.assert(
    fc.asyncProperty(ruledFunds, nat, async (fund, from) => {
      expect(await judged(reordered(fund, from))).toEqual(await judged(fund));
    }),
    runs,
  );

  function reordered(fund: RuledFund, from: number): RuledFund {
    const turned = <T>(items: readonly T[]): T[] => {
      const first = from % Math.max(1, items.length);
      return [...items.slice(first), ...items.slice(0, first)].reverse();
    };
    const { performance, varianceRules } = fund;
    return {
      ...fund,
      ccgs: turned(fund.ccgs),
      cells: turned(fund.cells),
      performance: performance && { ...performance, pots: turned(performance.pots) },
      varianceRules: varianceRules.map(({ among, shares, ...rule }) => ({
        ...rule,
        ...(among && { among: turned(among) }),
        ...(shares && { shares: turned(shares) }),
      })),
      receipts: turned(fund.receipts),
      settlements: turned(fund.settlements),
      spending: turned(fund.spending),
      forecasts: turned(fund.forecasts),
      virements: turned(fund.virements),
      opening: turned(fund.opening),
    };
  }
});

test('one CCG’s admissions change no pence of another', async () => {
  const changes = fc.constantFrom(0, 2, 5);
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(ruledFunds, nat, changes, async (fund, which, by) => {
      const { code } = fund.ccgs[which % fund.ccgs.length] ?? { code: '' };
      const [before, after] = [await judged(fund), await judged(multiplied(fund, code, by))];
      expect(withoutPartner(after, code)).toEqual(withoutPartner(before, code));
      if (before[`pay ${code} payment`] !== after[`pay ${code} payment`]) changed += 1;
    }),
    runs,
  );
  expect(changed).toBeGreaterThan(0);

  function multiplied(fund: RuledFund, code: string, by: number): RuledFund {
    const { performance } = fund;
    const pots = performance?.pots.map(({ admissions, ...pot }) => ({
      ...pot,
      admissions: admissions.map((quarter) =>
        pot.partner !== code || quarter.actual === undefined ? quarter : { ...quarter, actual: quarter.actual * by },
      ),
    }));
    return { ...fund, performance: performance && { ...performance, pots: pots ?? [] } };
  }
});

test('multiplying what all partners pay in changes no attribution of the same variances', async () => {
  await fc.assert(
    fc.asyncProperty(ruledFunds, fc.bigInt(2n, 1000n), async (fund, by) => {
      const known = withAllForecasts(fund);
      expect(attributions(await judged(scaled(known, by)))).toEqual(attributions(await judged(known)));
    }),
    runs,
  );
});

test('what one partner pays in changes no attribution by heads or by fixed shares', async () => {
  await fc.assert(
    fc.asyncProperty(ruledFunds, fc.bigInt(2n, 1000n), async (fund, by) => {
      const varianceRules = fund.varianceRules.map(({ policy, sharedBy = 'pro-rata', ...rule }) => ({
        ...rule,
        policy: policy === 'pro-rata' ? ('equal' as const) : policy,
        sharedBy: sharedBy === 'pro-rata' ? ('equal' as const) : sharedBy,
      }));
      const known = withAllForecasts({ ...fund, varianceRules });
      expect(attributions(await judged(scaled(known, by, host)))).toEqual(attributions(await judged(known)));
    }),
    runs,
  );
});

function attributions(figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).filter(([name]) => name.startsWith('vary ') && !name.endsWith(' plan')),
  );
}

function withAllForecasts(fund: RuledFund): RuledFund {
  const { cells, forecasts } = fund;
  const missing = cells.filter((cell) => !forecasts.some((expected) => isSameCell(cell, expected)));
  return { ...fund, forecasts: [...forecasts, ...missing] };
}

function isSameCell(one: Cell, other: Cell): boolean {
  const parts = ['schedule', 'source', 'heading', 'appliedBy'] as const;
  return parts.every((part) => one[part] === other[part]);
}

/** The plan of all partners, or of one, multiplied, with the same variances: forecasts and spending grow with it. */
function scaled(fund: RuledFund, by: bigint, only?: string): RuledFund {
  const { cells, performance, forecasts, spending } = fund;
  const factor = (partner: string) => (only === undefined || only === partner ? by : 1n);
  return {
    ...fund,
    cells: cells.map((cell) => ({ ...cell, pence: cell.pence * factor(cell.schedule) })),
    performance: performance && {
      ...performance,
      pots: performance.pots.map((pot) => ({ ...pot, pence: pot.pence * factor(pot.partner) })),
    },
    spending: [
      ...spending,
      ...cells
        .filter(({ schedule }) => spending.length > 0 && factor(schedule) !== 1n)
        .map((cell) => ({ ...cell, date: '2015-04-01', pence: cell.pence * (factor(cell.schedule) - 1n) })),
    ],
    forecasts: forecasts.map((expected) => {
      const plan = cells.find((cell) => isSameCell(cell, expected))?.pence ?? 0n;
      return { ...expected, pence: expected.pence + plan * (factor(expected.schedule) - 1n) };
    }),
  };
}
