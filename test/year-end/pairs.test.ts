import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fund } from '../../src/fund/fund.js';
import { openFund } from '../../src/fund/open-fund.js';
import { sum } from '../../src/money/pence.js';
import { booksFor } from '../../src/rules/check.js';
import { settle } from '../../src/rules/settlement.js';
import { checkFund } from '../../src/statement/check-fund.js';
import { linesBroughtForward } from '../independent/both-years.js';
import type { BroughtForward, RuledFund } from '../independent/fund-shape.js';
import { seed } from '../independent/judged.js';
import { bodySettled } from '../independent/last-year-by-hand.js';
import { writeAsNextYear, writtenFund } from '../independent/ruled-fund-files.js';
import { type Course, secondYear, settledCourse } from '../independent/second-year.js';
import { pairsOfYears } from '../independent/year-pairs.js';
import { nextYearOf } from '../support/next-year.js';
import { PairCounts } from './pair-counts.js';

/** How many, unless `BCF_PAIRS` says so (`src/README.md`). */
const pairs = Number(process.env.BCF_PAIRS ?? 40);

async function opened(path: string): Promise<Fund> {
  const { fund, diagnostics } = await openFund(path);
  if (fund === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return fund;
}

/** What is between each body and each pool at the year end: by body, fence, kind and side. */
function between(fund: Fund): Map<string, bigint> {
  const lines = settle(booksFor(fund, 'Q4')).partners.flatMap(({ closing }) => closing);
  return added(lines.map(({ purpose, amount, ...line }) => ({ ...line, heading: purpose, pence: amount.amount })));
}

type Between = Pick<BroughtForward, 'pool' | 'body' | 'heading' | 'pence'> & { readonly kind?: string };

function added(lines: readonly Between[]): Map<string, bigint> {
  const amounts = new Map<string, bigint>();
  for (const { pool, body, heading, kind, pence } of lines) {
    const key = [pool, body, heading, kind, pence < 0n ? '-' : '+'].join(' ');
    amounts.set(key, (amounts.get(key) ?? 0n) + pence);
  }
  return amounts;
}

const heldIn = (fund: Fund) => sum(settle(booksFor(fund, 'Q4')).hosts.map(({ held }) => held.amount));

/** The course on which nothing of last year is settled, and all else is on plan. */
const unsettledCourse: Course = { ...settledCourse, ways: [3] };

test(
  `of ${pairs} pairs of years each begins with what the one before closed with, and what is settled leaves nothing`,
  async () => {
    const counts = new PairCounts();
    await fc.assert(
      fc.asyncProperty(pairsOfYears, async ({ last: written }) => {
        const lastPath = await writtenFund(written);
        const last = await opened(lastPath);
        const closed = between(last);
        const { folder, openings } = await nextYearOf(lastPath);
        const lines = linesBroughtForward(openings);
        expect(sum(lines.map(({ pence }) => pence))).toBe(heldIn(last));
        expect(sum([...closed.values()])).toBe(heldIn(last));

        const inCourse = async (course: Course): Promise<{ readonly year: RuledFund; readonly fund: Fund }> => {
          const year = secondYear(written, lines, course);
          await writeAsNextYear(folder, year);
          return { year, fund: await opened(folder.path) };
        };
        const { fund: unsettled } = await inCourse(unsettledCourse);
        const { result } = checkFund(unsettled, { last: { fund: last, shownAs: 'last' } });
        const held = (result?.checks ?? []).filter(({ family }) => family === 'opening');
        expect(held.filter(({ status }) => status === 'fail')).toEqual([]);
        expect(held.length === 0).toBe(closed.size === 0);
        expect(between(unsettled)).toEqual(closed);

        const { year, fund: settled } = await inCourse(settledCourse);
        counts.add(written, { year, lines });
        expect(between(settled)).toEqual(added(lines.filter((line) => isLeft(line, year))));
      }),
      { seed, numRuns: pairs, endOnFailure: true },
    );
    process.stdout.write(`${counts}\n`);
    expect(counts.absent).toEqual([]);
  },
  pairs * 20_000,
);

/** Whether no row settles it: a balance that its pool plans nothing of the nature of, a group's variance beside each member's own. */
function isLeft({ body, kind, partner, source, pence }: BroughtForward, year: RuledFund): boolean {
  const isSpent = year.spending.some(
    (row) => row.date === '2015-06-22' && row.schedule === partner && row.source === source && row.pence === pence,
  );
  const isPaid = year.settlements.some(
    (row) => bodySettled(year, row) === body && (row.schedule ?? row.partner) === partner && row.pence === -pence,
  );
  return (kind === 'balance' && !isSpent) || (kind === 'variance' && !isPaid);
}
