import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fund } from '../../src/fund/fund.js';
import { openFund } from '../../src/fund/open-fund.js';
import { booksFor } from '../../src/rules/check.js';
import { settle } from '../../src/rules/settlement.js';
import { checkFund } from '../../src/statement/check-fund.js';
import type { RuledFund } from '../independent/fund-shape.js';
import { seed } from '../independent/judged.js';
import { writtenFund } from '../independent/ruled-fund-files.js';
import { pooledFunds } from '../independent/wide-fund.js';
import { bcf } from '../support/bcf.js';
import { yearEndCase } from '../support/fund-folder.js';
import { type NextYear, nextYearOf, onPlan, settling } from '../support/next-year.js';
import { yearEndOf } from '../support/year-end.js';

/** What each case leaves with CC, its host: the sum of what is brought forward. */
const heldPounds: Readonly<Record<string, number>> = {
  'unspent-carried-forward': 10000,
  'unspent-owed-back': 10000,
  'performance-earned-and-unspent': 15000,
  'pool-overdrawn': -13000,
};

/** The next year of a case, with A1 as its host, all on plan, and what CC hands over where it does. */
async function hostedByA1(name: string, handedOver: readonly string[]): Promise<NextYear> {
  const next = await nextYearOf(yearEndCase(name));
  const agreement = await next.folder.read('agreement.yaml');
  await next.folder.write('agreement.yaml', agreement.replace('host: CC', 'host: A1'));
  const rows = settling(next.openings);
  await onPlan(next, { ...rows, contributions: [...handedOver, ...rows.contributions] });
  return next;
}

function handover(pounds: number): string {
  return `2016-04-10,CC,min,,${pounds},HANDOVER,what it held,handover,`;
}

/** The year after the next, on plan, with another host or the same. */
async function thirdYear(third: NextYear, host = 'A1') {
  const agreement = await third.folder.read('agreement.yaml');
  await third.folder.write('agreement.yaml', agreement.replace('host: A1', `host: ${host}`));
  await onPlan(third, { contributions: [], expenditure: [] }, 2);
  return yearEndOf(third.folder.path);
}

describe('a pool whose host changes between years (R5)', () => {
  test.each(Object.entries(heldPounds))('%s: the new host is owed what the old one holds', async (name, held) => {
    const next = await hostedByA1(name, []);
    const { figure, printed } = await yearEndOf(next.folder.path);
    const owed = `settlement.partners[pool=main;partner=CC].${held > 0 ? 'owes' : 'owed'}`;
    expect(figure(owed)).toBe(`${Math.abs(held)}.00`);
    expect(figure('settlement.held')).toBe(`${-held}.00`);
    expect(figure('settlement.difference')).toBe('0.00');
    expect(figure('fund-balance.balance')).toBe('0.00');
    expect(await printed('settle')).toMatch(/\nCC .*as an earlier host of the pool/);
    expect((await printed('reconcile')).match(/^(error|warning)\[.*$/gm) ?? []).toEqual([]);
  });

  test.each(Object.entries(heldPounds))('%s: and nothing once a row says that it came', async (name, held) => {
    const next = await hostedByA1(name, [handover(held)]);
    const { figure, printed } = await yearEndOf(next.folder.path);
    for (const total of ['owed-to-hosts', 'owed-by-hosts', 'available', 'drawn-ahead', 'held', 'difference'])
      expect([total, figure(`settlement.${total}`)]).toEqual([total, '0.00']);
    expect(figure('contribution-totals.received')).toBe('2100000.00');
    expect(figure('report.net.carried-forward')).toBe('0.00');
    expect((await printed('reconcile')).match(/^(error|warning)\[.*$/gm) ?? []).toEqual([]);
  });

  test.each(Object.entries(heldPounds))(
    '%s: the annual says who holds it, and the check finds it as it closed',
    async (name, held) => {
      const next = await hostedByA1(name, []);
      const annual = await bcf(['report', 'annual', next.folder.path]);
      expect(annual.stdout).toContain(
        held > 0
          ? 'Held by it as an earlier host, to be handed over'
          : 'Carried by it as an earlier host, and not paid to it',
      );
      expect(annual.stdout).toContain(
        held > 0 ? 'of which still with CC, an earlier host' : 'of which carried by CC, an earlier host',
      );
      const check = await bcf(['check', next.folder.path, '--last-year', yearEndCase(name)]);
      expect(check).toMatchObject({ exitCode: 0 });
      expect(check.stdout).toContain('Brought forward = what last year closed with');
    },
  );

  test.each(Object.entries(heldPounds))('%s: a third host is owed by both, each what it has', async (name, held) => {
    const next = await hostedByA1(name, []);
    const third = await nextYearOf(next.folder.path);
    const { figure } = await thirdYear(third, 'B1');
    const [cc, a1] = held > 0 ? ['owes', 'owed'] : ['owed', 'owes'];
    expect(figure(`settlement.partners[pool=main;partner=CC].${cc}`)).toBe(`${Math.abs(held)}.00`);
    expect(figure(`settlement.partners[pool=main;partner=A1].${a1}`)).toBe(`${Math.abs(held)}.00`);
    expect(figure('settlement.held')).toBe('0.00');
    expect(await bcf(['check', third.folder.path, '--last-year', next.folder.path])).toMatchObject({ exitCode: 0 });
  });

  test.each(Object.entries(heldPounds))('%s: a host that returns owes itself nothing', async (name, held) => {
    const next = await hostedByA1(name, []);
    const third = await nextYearOf(next.folder.path);
    const { figure } = await thirdYear(third, 'CC');
    expect(figure('settlement.partners[pool=main;partner=CC].owes')).toBe('0.00');
    expect(figure('settlement.partners[pool=main;partner=CC].owed')).toBe('0.00');
    expect(figure(`settlement.partners[pool=main;partner=A1].${held > 0 ? 'owed' : 'owes'}`)).toBe(
      `${Math.abs(held)}.00`,
    );
    expect(figure('settlement.held')).toBe(`${held}.00`);
    expect(await bcf(['check', third.folder.path, '--last-year', next.folder.path])).toMatchObject({ exitCode: 0 });
  });

  test('an opening ledger that does not say who held it is not what last year closed with', async () => {
    const name = 'unspent-carried-forward';
    const next = await hostedByA1(name, []);
    const opening = await next.folder.read('ledgers/opening.csv');
    await next.folder.write('ledgers/opening.csv', opening.replaceAll(',CC,not spent', ',,not spent'));
    const { stderr, exitCode } = await bcf(['check', next.folder.path, '--last-year', yearEndCase(name)]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('County Council (CC): what it holds as an earlier host: 2015/16 closed with');
  });

  test.each(Object.entries(heldPounds))(
    '%s: what is not handed over in a year is still owed in the one after',
    async (name, held) => {
      const next = await hostedByA1(name, []);
      const third = await nextYearOf(next.folder.path);
      expect(third.openings).toEqual([
        { pool: 'main', heading: '', partner: 'CC', source: '', body: 'CC', kind: 'handover', amount: String(-held) },
      ]);
      const { figure } = await thirdYear(third);
      expect(figure('settlement.held')).toBe(`${-held}.00`);
      expect(figure(`settlement.partners[pool=main;partner=CC].${held > 0 ? 'owes' : 'owed'}`)).toBe(
        `${Math.abs(held)}.00`,
      );
      expect(await bcf(['check', third.folder.path, '--last-year', next.folder.path])).toMatchObject({ exitCode: 0 });
    },
  );
});

const years = pooledFunds.map((fund): RuledFund => ({ ...fund, asAt: 'Q4' }));
const header = 'date,partner,source,heading,pool,amount (£),reference,note,for';
const spentHeader = 'date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note';
const begun = '2016-04-01,CC,dfg,adaptations,,1.00,BEGUN,,instalment Q1';

async function opened(path: string): Promise<Fund> {
  const { fund, diagnostics } = await openFund(path);
  if (fund === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return fund;
}

/** What is between bodies and pools, without what earlier hosts hold, and what the hosts hold. */
function standing(fund: Fund) {
  const { partners, hosts } = settle(booksFor(fund, 'Q1'));
  const lines = partners.flatMap(({ closing }) => closing);
  return {
    others: lines.flatMap(({ pool, body, purpose, kind, amount }) =>
      kind === 'handover' ? [] : [[pool, body, purpose, kind, amount.amount].join(' ')],
    ),
    owed: lines.flatMap(({ pool, kind, amount }) => (kind === 'handover' ? [[pool, -amount.amount] as const] : [])),
    held: hosts.map(({ pool, held }) => [pool, held.amount] as const),
  };
}

test('of generated years a new host has nothing until it comes, and is then as the old one was', async () => {
  const counts = { years: 0, handovers: 0 };
  await fc.assert(
    fc.asyncProperty(years, async (written) => {
      const last = await writtenFund(written);
      fc.pre(settle(booksFor(await opened(last), 'Q4')).hosts.length > 0);
      const { folder, openings } = await nextYearOf(last);
      // A year whose rows do not reach its end closes with nothing that is known.
      fc.pre(openings.length > 0);
      await folder.write('ledgers/contributions.csv', `${header}\n${begun}\n`);
      await folder.write('ledgers/expenditure.csv', `${spentHeader}\n`);
      const before = await opened(folder.path);
      const agreement = await folder.read('agreement.yaml');
      const changed = (host: string) => (host === 'CC' ? written.ccgs[0]?.code : 'CC');
      await folder.write(
        'agreement.yaml',
        agreement.replace(/host: (\w+)/g, (_, host: string) => `host: ${changed(host)}`),
      );
      const awaiting = await opened(folder.path);
      const lastHosts = new Map([...before.agreement.pools.values()].map(({ code, host }) => [code, host]));
      const opening = new Map(
        settle(booksFor(await opened(last), 'Q4')).hosts.map(({ pool, held }) => [pool, held.amount]),
      );
      const owed = [...opening].filter(([, pence]) => pence !== 0n);
      expect(new Map(standing(awaiting).owed)).toEqual(new Map(owed));
      expect(standing(awaiting).others).toEqual(standing(before).others);
      const began = new Map(standing(before).held);
      for (const [pool, pence] of standing(awaiting).held) {
        expect(pence).toBe((began.get(pool) ?? 0n) - (opening.get(pool) ?? 0n));
      }
      const { result } = checkFund(awaiting, { last: { fund: await opened(last), shownAs: 'last' } });
      const checks = (result?.checks ?? []).filter(({ family }) => family === 'opening');
      expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);

      const rows = owed.map(([pool, pence]) => {
        const pounds = `${pence < 0n ? '-' : ''}${String(pence < 0n ? -pence : pence)
          .padStart(3, '0')
          .replace(/(..)$/, '.$1')}`;
        return `2016-04-05,${lastHosts.get(pool)},dfg,,${pool},${pounds},H-${pool},what it held,handover`;
      });
      await folder.write('ledgers/contributions.csv', `${header}\n${[...rows, begun].join('\n')}\n`);
      const come = await opened(folder.path);
      expect(standing(come)).toEqual(standing(before));
      counts.years += 1;
      counts.handovers += rows.length;
    }),
    { seed, numRuns: 30, endOnFailure: true },
  );
  process.stdout.write(`${counts.years} years with new hosts, ${counts.handovers} handovers\n`);
  expect(counts.handovers).toBeGreaterThan(20);
}, 300_000);
