import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fund } from '../../src/fund/fund.js';
import { openFund } from '../../src/fund/open-fund.js';
import { sum } from '../../src/money/pence.js';
import { booksFor } from '../../src/rules/check.js';
import { settle } from '../../src/rules/settlement.js';
import { checkFund } from '../../src/statement/check-fund.js';
import { districts, type RuledFund } from '../independent/fund-shape.js';
import { seed } from '../independent/judged.js';
import { writtenFund } from '../independent/ruled-fund-files.js';
import { pooledFunds } from '../independent/wide-fund.js';
import { FundFolder } from '../support/fund-folder.js';
import { nextYearOf, type OpeningLine } from '../support/next-year.js';

const pairs = 60;
const years = fc.record({
  fund: pooledFunds.map((fund): RuledFund => ({ ...fund, asAt: 'Q4' })),
  unspent: fc.constantFrom('carried-forward', 'owed-back'),
});

async function opened(path: string): Promise<Fund> {
  const { fund, diagnostics } = await openFund(path);
  if (fund === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return fund;
}

/** What is between each body and each pool: of lines alike in body, fence and kind the amounts, by what they are called. */
function between(fund: Fund, asAt: 'Q1' | 'Q4'): Map<string, bigint> {
  const lines = settle(booksFor(fund, asAt)).partners.flatMap(({ closing }) => closing);
  const amounts = new Map<string, bigint>();
  for (const { pool, body, purpose, kind, amount } of lines) {
    const key = [pool, body, purpose, kind, amount.amount < 0n ? '-' : '+'].join(' ');
    amounts.set(key, (amounts.get(key) ?? 0n) + amount.amount);
  }
  return amounts;
}

const heldIn = (fund: Fund, asAt: 'Q1' | 'Q4') =>
  sum(settle(booksFor(fund, asAt)).hosts.map(({ held }) => held.amount));

const contributions = 'ledgers/contributions.csv';
const header = 'date,partner,source,heading,pool,amount (£),reference,note,for,schedule';
const openingHeader = 'pool,heading,partner,source,body,kind,amount (£),note';

function openingRow({ pool, heading, partner, source, body, kind, amount }: OpeningLine): string {
  return [pool, heading, partner, source, body, kind, amount, ''].join();
}

/** The row that settles a contribution or a variance of last year; a member pays for the districts, who are nobody. */
function settlingRow(opening: OpeningLine, index: number, member: string | undefined): string | undefined {
  const { pool, heading, partner, source, body, kind, amount } = opening;
  const isOwed = amount.startsWith('-');
  if (kind === 'balance' || (kind === 'contributions' && !isOwed)) return undefined;
  const pence = isOwed ? amount.slice(1) : `-${amount}`;
  const settles = kind === 'variance' ? 'variance 2015/16' : index % 2 === 0 ? 'instalment 2015/16' : '';
  const payer = body === districts ? (member ?? body) : body;
  const schedule = kind === 'variance' && payer !== partner ? partner : '';
  return ['2016-04-03', payer, source, heading, pool, pence, `S${index}`, 'of last year', settles, schedule].join();
}

/** A receipt of the new year that anybody may have had, so that it has begun. */
const begun = '2016-04-01,CC,dfg,adaptations,,1.00,BEGUN,,instalment Q1,';
const spentHeader = 'date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note';

test(`of ${pairs} pairs of years each begins with what the one before closed with, and what is settled leaves nothing`, async () => {
  const counts = { pairs: 0, lines: 0, settled: 0, left: 0 };
  await fc.assert(
    fc.asyncProperty(years, async ({ fund: written, unspent }) => {
      const lastFolder = new FundFolder(await writtenFund(written));
      await lastFolder.edit(
        'agreement.yaml',
        'kind: balance, clause: para 1',
        `kind: balance, clause: para 1, unspent: ${unspent}`,
      );
      const last = await opened(lastFolder.path);
      // A year whose rows do not reach its end closes with nothing that is known.
      fc.pre(
        !last.journal.balances('actual', { within: 'Q4' }).next().done && settle(booksFor(last, 'Q4')).hosts.length > 0,
      );
      const closed = between(last, 'Q4');
      const { folder, openings } = await nextYearOf(lastFolder.path);
      // What a group without parts owes outside a fence is nobody’s to pay by a row: its members have to say who does.
      fc.pre(!openings.some(({ body, kind }) => body === 'ccgs' && kind === 'variance'));
      counts.pairs += 1;
      counts.lines += openings.length;

      const next = await opened(folder.path);
      const brought = next.journal.balances('actual');
      expect(
        -sum([...brought].filter(({ account }) => account.type === 'brought-forward').map((one) => one.amountPence)),
      ).toBe(heldIn(last, 'Q4'));
      const { result } = checkFund(next, { last: { fund: last, shownAs: 'last' } });
      const held = (result?.checks ?? []).filter(({ family }) => family === 'opening');
      expect(held.filter(({ status }) => status === 'fail')).toEqual([]);
      expect(held.length === 0).toBe(closed.size === 0);

      const rows = openings.flatMap(
        (opening, index) => settlingRow(opening, index, written.districts?.members[0]) ?? [],
      );
      await folder.write(contributions, `${header}\n${[...rows, begun].join('\n')}\n`);
      await folder.write('ledgers/expenditure.csv', `${spentHeader}\n`);
      const settled = await opened(folder.path);
      // What is kept stays, and what was paid ahead is income of the new year.
      const kept = openings.filter(
        ({ kind, amount }) => kind === 'balance' || (kind === 'contributions' && !amount.startsWith('-')),
      );
      counts.settled += rows.length;
      // The same year that began with nothing but that.
      await folder.write('ledgers/opening.csv', `${openingHeader}\n${kept.map(openingRow).join('\n')}\n`);
      await folder.write(contributions, `${header}\n${begun}\n`);
      const plain = await opened(folder.path);
      counts.left += between(settled, 'Q1').size;
      expect(between(settled, 'Q1')).toEqual(between(plain, 'Q1'));
    }),
    { seed, numRuns: pairs, endOnFailure: true },
  );
  // Of a year that is not known nothing is between anybody, and all of them would be alike.
  expect(counts.left).toBeGreaterThan(pairs);
  process.stdout.write(
    `${counts.pairs} pairs of years: ${counts.lines} lines brought forward, ${counts.settled} of them settled by a row\n`,
  );
}, 600_000);
