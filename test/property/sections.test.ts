import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/statement/reconcile.js';
import type { ReconciliationText } from '../../src/statement/reconciliation-schema.js';
import { inText } from '../support/reconciled.js';
import { opened } from './fund-files.js';
import { type Quarter, quarters, type SmallFund, smallFunds } from './small-fund.js';

/** Funds with openings, refunds, two pools, districts and spending that no plan foresaw. */
const runs = { seed: 20_150_128, numRuns: 60 };
const asAts = fc.constantFrom(...quarters);

async function statement(fund: SmallFund, asAt: Quarter): Promise<ReconciliationText> {
  const { fund: read, diagnostics } = await opened(fund);
  if (read === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join('; '));
  return inText(reconcile(read, asAt).result);
}

function add(amounts: readonly (string | undefined)[]): bigint {
  return amounts.reduce((sum, amount = 'missing') => sum + BigInt(amount.replace('.', '')), 0n);
}

describe('the sections add up to the flow of funds, whatever the rows are', () => {
  test('variances and what is outside them', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, asAts, async (fund, asAt) => {
        const { variances, varianceTotals, flowOfFunds, fund: of } = await statement(fund, asAt);
        const lines = [...variances, ...varianceTotals.outside];
        const { plan, actual } = flowOfFunds.totals.applications;
        expect(add(lines.map((line) => line.plan))).toBe(add([plan]));
        if (actual !== undefined) expect(add(lines.map((line) => line.actual))).toBe(add([actual]));
        for (const line of variances) {
          expect(add(line.borneBy.map(({ amount }) => amount))).toBe(add([line.variance ?? '0.00']));
          expect(line.variance === undefined).toBe(line.direction === 'not-known');
        }
        const known = variances.flatMap(({ variance }) => variance ?? []);
        expect(add(varianceTotals.byBody.map(({ net }) => net))).toBe(add(known));
        // Of a locality of which part has no outturn the variance is not known, and no part of it is taken for it.
        const isWhole = (locality: string | undefined) =>
          variances.every((line) => line.locality !== locality || line.variance !== undefined);
        const inWhole = variances.filter(({ locality }) => isWhole(locality)).flatMap(({ variance }) => variance ?? []);
        expect(add(varianceTotals.byLocality.flatMap(({ variance }) => variance ?? []))).toBe(add(inWhole));
        expect(varianceTotals.unknown).toBe(variances.length - known.length);
        if (of.asAt === 'Q4' && actual !== undefined) expect(varianceTotals.unknown).toBe(0);
      }),
      runs,
    );
  });

  test('contributions and settlement, pool by pool', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, asAts, async (fund, asAt) => {
        const { contributions, settlement, flowOfFunds, fundBalance } = await statement(fund, asAt);
        const { sources, applications } = flowOfFunds.totals;
        if (settlement === undefined || fundBalance === undefined) return;
        expect(add(contributions.map(({ received }) => received))).toBe(add([sources.actual]));
        expect(add(settlement.partners.map(({ contributionReceived }) => contributionReceived))).toBe(
          add([sources.actual]),
        );
        expect(add(settlement.partners.map(({ paid }) => paid))).toBe(add([applications.actual]));
        expect(add(settlement.hosts.map(({ held }) => held))).toBe(add([fundBalance.balance]));
        for (const { pool, held } of settlement.hosts) {
          const nets = settlement.partners.filter((one) => one.pool === pool).map(({ net }) => net);
          expect(add([...nets, held])).toBe(0n);
        }
        for (const { reasons, owes, owed, available } of settlement.partners) {
          const reasonsFor = (side: string) =>
            add(reasons.filter(({ within }) => within === side).map(({ amount }) => amount));
          expect(reasonsFor('owes')).toBe(add([owes]));
          expect(reasonsFor('owed')).toBe(add([owed]));
          expect(reasonsFor('available') <= add([available])).toBe(true);
        }
        for (const one of contributions) {
          expect(add([one.dueToDate]) - add([one.received])).toBe(add([one.outstanding]));
        }
      }),
      runs,
    );
  });

  test('ring-fences: received and brought forward, less spent, is held; partners add up to their fence', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, asAts, async (fund, asAt) => {
        const { ringFences } = await statement(fund, asAt);
        for (const { partners, ...fence } of ringFences) {
          for (const figure of ['available', 'received', 'spent', 'held', 'unspent'] as const) {
            if (fence[figure] === undefined) continue;
            expect(add(partners.map((one) => one[figure]))).toBe(add([fence[figure]]));
          }
          // What is not known is blank, and not added.
          if (fence.received === undefined || fence.spent === undefined) continue;
          expect(add([fence.received]) - add([fence.spent])).toBe(add([fence.held]));
        }
      }),
      runs,
    );
  });
});
