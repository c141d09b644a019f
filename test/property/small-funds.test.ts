import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exitCodeFor } from '../../src/diagnostics/exit-code.js';
import { reconcile } from '../../src/statement/reconcile.js';
import type { ReconciliationText, TextFigures } from '../../src/statement/reconciliation-schema.js';
import { inText } from '../support/reconciled.js';
import { type Layout, opened, plainLayout, poundsOf } from './fund-files.js';
import { quarterOf, slowFlowOfFunds, total, upTo } from './slow-flow-of-funds.js';
import { type Quarter, quarters, type SmallFund, smallFunds, sourceNatures } from './small-fund.js';

const runs = { seed: 20_150_128, numRuns: 40 };
const books = ['plan', 'actual', 'forecast'] as const;
const asAts = fc.option(fc.constantFrom(...quarters), { nil: undefined });
const layouts: fc.Arbitrary<Layout> = fc.record({
  mix: fc.integer({ min: 1, max: 1000 }),
  filesPerLedger: fc.integer({ min: 1, max: 4 }),
  unit: fc.constant('pounds'),
});

async function reconciled(fund: SmallFund, asAt?: Quarter, layout: Layout = plainLayout) {
  const { fund: read, diagnostics } = await opened(fund, layout);
  if (read === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join('; '));
  const { result, diagnostics: found } = reconcile(read, asAt);
  return { result: inText(result), found: [...diagnostics, ...found] };
}

/** A fund without its ledgers. */
function planOnly(fund: SmallFund): SmallFund {
  return { ...fund, receipts: [], spending: [], openings: [], forecasts: [], admissions: [], balances: [] };
}

function pence(text: string | undefined): bigint {
  if (text === undefined) throw new Error('a figure is not known');
  return BigInt(text.replace('.', ''));
}

function figuresOf({ plan, actual, forecast }: TextFigures): TextFigures {
  return {
    ...(plan !== undefined && { plan }),
    ...(actual !== undefined && { actual }),
    ...(forecast !== undefined && { forecast }),
  };
}

function sumOf(parts: readonly TextFigures[], book: (typeof books)[number]): string {
  return poundsOf(parts.reduce((sum, part) => sum + pence(part[book]), 0n));
}

describe('money is conserved', () => {
  test('a plan whose contributions are its cells foots everywhere', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, async (fund) => {
        const { result, found } = await reconciled(planOnly(fund));
        expect(result.flowOfFunds.totals.sources.plan).toBe(poundsOf(total(fund.cells)));
        expect(result.flowOfFunds.totals.applications.plan).toBe(poundsOf(total(fund.cells)));
        expect(result.checks.filter(({ status }) => status === 'fail')).toEqual([]);
        expect(result.conclusion.reconciled).toBe(true);
        expect(exitCodeFor(found)).toBe(0);
      }),
      runs,
    );
  });

  test('received + brought forward = applied + balance, over all and in each part of a pool', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, asAts, async (fund, askedFor) => {
        const { result } = await reconciled(fund, askedFor);
        const asAt = quarterOf(fund, askedFor);
        const balance = result.fundBalance;
        const { sources, applications } = result.flowOfFunds.totals;
        const isKnown = asAt !== undefined && sources.actual !== undefined && applications.actual !== undefined;
        expect(balance !== undefined).toBe(isKnown);
        if (balance === undefined) return;

        const received = total(fund.receipts.filter(upTo(asAt)));
        const applied = total(fund.spending.filter(upTo(asAt)));
        expect(balance).toMatchObject({
          received: poundsOf(received),
          broughtForward: poundsOf(total(fund.openings)),
          applied: poundsOf(applied),
          balance: poundsOf(received + total(fund.openings) - applied),
        });
        expect(result.flowOfFunds.totals.balance.actual).toBe(balance.balance);
        for (const part of balance.parts) {
          expect(pence(part.received) + pence(part.broughtForward)).toBe(pence(part.applied) + pence(part.balance));
        }
        for (const figure of ['received', 'broughtForward', 'applied', 'balance'] as const) {
          const parts = balance.parts.reduce((sum, part) => sum + pence(part[figure]), 0n);
          expect(poundsOf(parts)).toBe(balance[figure]);
        }
      }),
      runs,
    );
  });

  test('the partners, the localities, the natures and the pools each add up to the whole', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, asAts, async (fund, askedFor) => {
        const { result } = await reconciled(fund, askedFor);
        const { totals } = result.flowOfFunds;
        const whole = {
          contributions: totals.sources,
          applications: totals.applications,
          difference: totals.difference,
        };
        for (const parts of [result.byPartner, result.byLocality, result.byNature, result.byPool]) {
          for (const side of ['contributions', 'applications', 'difference'] as const) {
            for (const book of books) {
              if (whole[side][book] === undefined) continue;
              const figures = parts.map((part) => part[side]);
              expect(sumOf(figures, book), `${side} ${book}`).toBe(whole[side][book]);
            }
          }
        }
        for (const { headings, applications } of [...result.byPartner, ...result.byLocality]) {
          for (const book of books) {
            if (applications[book] !== undefined) expect(sumOf(headings, book)).toBe(applications[book]);
          }
        }
      }),
      runs,
    );
  });
});

describe('how the rows are laid out does not change the statement', () => {
  test('the order of rows and of files, and over how many files the rows are split', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, layouts, asAts, async (fund, layout, asAt) => {
        const { result } = await reconciled(fund, asAt);
        const again = await reconciled(fund, asAt, layout);
        expect(JSON.stringify(again.result)).toBe(JSON.stringify(result));
      }),
      runs,
    );
  });

  test('a ledger in £000 is the same ledger in pounds', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, asAts, async (fund, asAt) => {
        const { result } = await reconciled(fund, asAt);
        const again = await reconciled(fund, asAt, { ...plainLayout, unit: '£000' });
        expect(JSON.stringify(again.result)).toBe(JSON.stringify(result));
      }),
      runs,
    );
  });
});

describe('one wrong cell of the plan is found for what it is', () => {
  const changes = fc.record({ which: fc.nat({ max: 999 }), by: fc.bigInt(1n, 10n ** 9n), isMore: fc.boolean() });

  test('its partner, heading, pool, source and nature are out by the change, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, changes, fc.boolean(), async (fund, { which, by, isMore }, withLedgers) => {
        const index = which % fund.cells.length;
        const cell = fund.cells[index];
        if (cell === undefined) throw new Error('a fund without cells');
        const difference = isMore || cell.pence < by ? by : -by;
        const cells = fund.cells.with(index, { ...cell, pence: cell.pence + difference });
        const agreed = withLedgers ? fund : planOnly(fund);
        const { result, found } = await reconciledAgainst(agreed, cells);

        const failed = result.checks.filter(({ id, status }) => id.startsWith('plan.') && status === 'fail');
        const heading = fund.headings.find(({ code }) => code === cell.heading);
        expect(new Map(failed.map((check) => [check.id, check.difference]))).toEqual(
          new Map(
            [
              `plan.pool.${heading?.pool}`,
              `plan.partner.${cell.schedule}`,
              `plan.heading.${cell.heading}`,
              `plan.source.${cell.source}`,
              `plan.nature.${heading?.nature}`,
            ].map((id) => [id, poundsOf(difference)]),
          ),
        );
        expect(result.conclusion.reconciled).toBe(false);
        expect(exitCodeFor(found)).toBe(1);
        const causes = found.filter(({ code }) => code.startsWith('BCF20') && code < 'BCF2010');
        expect(causes.filter((one) => one.class === 'finding').map(({ code }) => code)).toEqual(['BCF2009']);
        if (!withLedgers) expect(result.checks.filter(({ status }) => status === 'fail')).toEqual(failed);
      }),
      runs,
    );
  });

  /** The fund as agreed, with other cells in plan.csv. */
  async function reconciledAgainst(agreed: SmallFund, cells: SmallFund['cells']) {
    const { fund, diagnostics } = await opened(agreed, plainLayout, cells);
    if (fund === undefined) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join('; '));
    const { result, diagnostics: found } = reconcile(fund);
    return { result: inText(result), found: [...diagnostics, ...found] };
  }
});

describe('the flow of funds, against a slow and obvious addition', () => {
  function allFigures({ sources, applications, totals }: ReconciliationText['flowOfFunds']) {
    return {
      sources: sources.map(figuresOf),
      applications: applications.map(figuresOf),
      totals: {
        sources: figuresOf(totals.sources),
        applications: figuresOf(totals.applications),
        difference: figuresOf(totals.difference),
        broughtForward: figuresOf(totals.broughtForward),
        balance: figuresOf(totals.balance),
      },
    };
  }

  test('every figure of it is the same, as at any quarter', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, asAts, async (fund, askedFor) => {
        const { result } = await reconciled(fund, askedFor);
        expect(result.fund.asAt).toBe(quarterOf(fund, askedFor));
        expect(allFigures(result.flowOfFunds)).toEqual(slowFlowOfFunds(fund, askedFor));
        expect(
          result.flowOfFunds.sources.map(({ partner, code, pool, nature }) => [partner, code, pool, nature]),
        ).toEqual(fund.contributions.map(({ partner, source, pool }) => [partner, source, pool, natureOf(source)]));
        expect(result.flowOfFunds.applications.map(({ code, pool, nature }) => [code, pool, nature])).toEqual(
          fund.headings.map(({ code, pool, nature }) => [code, pool, nature]),
        );
      }),
      { ...runs, numRuns: 60 },
    );
  });
});

function natureOf(source: string): string | undefined {
  return Object.entries(sourceNatures).find(([code]) => code === source)?.[1];
}
