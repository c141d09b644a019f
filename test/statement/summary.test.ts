import { describe, expect, test } from 'vitest';
import { copyOfBase, exampleOf } from '../support/base-fund.js';
import { bcf } from '../support/bcf.js';
import { fixture } from '../support/fund-folder.js';
import { statementOf } from '../support/reconciled.js';

const illustrative = fixture('kent-2015-16-illustrative');

/** What a rule finds that comes to one amount, each in its own fund. */
const found: readonly (readonly [code: string, flags: readonly string[]])[] = [
  ['BCF2001', []],
  ['BCF2002', []],
  ['BCF2003', []],
  ['BCF2004', []],
  ['BCF2005', []],
  ['BCF2006', []],
  ['BCF2009', []],
  ['BCF2011', []],
  ['BCF2012', []],
  ['BCF2104', []],
  ['BCF2105', []],
  ['BCF2106', []],
  ['BCF2107', []],
  ['BCF2108', []],
  ['BCF2109', []],
  ['BCF2110', []],
  ['BCF2111', []],
  ['BCF2112', []],
  ['BCF2201', []],
  ['BCF2203', []],
  ['BCF2204', []],
  ['BCF2301', []],
  ['BCF2403', []],
  ['BCF2404', []],
  ['BCF2406', []],
  ['BCF2407', ['--as-at', 'Q4']],
  ['BCF2409', ['--as-at', 'Q4']],
];

describe('the screen that is signed', () => {
  test('says what of the plan is due by now beside what came and what was applied', async () => {
    const { summary } = await statementOf(illustrative, '--as-at', 'Q2');
    expect(summary?.lines).toMatchObject({
      broughtForward: { plan: '0.00', planToDate: '150000.00', actual: '150000.00', forecast: '150000.00' },
      in: { plan: '101404000.00', planToDate: '49229399.92', actual: '47022149.92', forecast: '100530700.00' },
      applied: { plan: '101404000.00', planToDate: '49379399.92', actual: '46458165.91', forecast: '100420200.00' },
      held: { plan: '0.00', planToDate: '0.00', actual: '713984.01', forecast: '260500.00' },
      outstanding: { actual: '2207250.00' },
    });
  });

  test('has a line for each body, and one for the districts, that add up to the settlement', async () => {
    for (const quarter of ['Q1', 'Q2', 'Q3', 'Q4']) {
      const { summary, settlement } = await statementOf(illustrative, '--as-at', quarter);
      expect(summary?.bodies.map(({ body }) => body)).toEqual([
        'KCC',
        '09C',
        '09E',
        '09J',
        '10A',
        '10D',
        '10E',
        '99J',
        'districts',
      ]);
      expect(summary?.bodies.at(-1)?.members).toBe(12);
      expect(summary?.totals.owes).toBe(settlement?.owedToHosts);
      expect(summary?.totals.drawnAhead).toBe(settlement?.drawnAhead);
      expect(summary?.totals.held).toBe(settlement?.held);
    }
  });

  test('has what needs a decision with its amount and its command, the largest first', async () => {
    const { decisions } = await statementOf(illustrative, '--as-at', 'Q2');
    expect(decisions.map(({ kind, amount, command }) => [kind, amount, command])).toEqual([
      ['decide', '2207250.00', 'bcf settle'],
      ['decide', '348302.48', 'bcf variance'],
      ['decide', '80300.00', 'bcf variance'],
      ['note', '49100.00', 'bcf variance'],
    ]);
  });

  test.each(found)('what is found has its amount: %s', async (code, flags) => {
    const { decisions } = await statementOf((await exampleOf(code)).path, ...flags);
    const own = decisions.filter(({ id }) => id.split('-')[0] === code);
    expect(own.length).toBeGreaterThan(0);
    for (const { amount = 'none', matter } of own) {
      const inWords = `£${Number(amount.replace('-', '')).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`;
      expect(matter).toContain(inWords);
    }
    const kinds = decisions.map(({ kind }) => kind);
    expect(kinds.lastIndexOf('breach')).toBeLessThan(
      kinds.indexOf('decide') === -1 ? kinds.length : kinds.indexOf('decide'),
    );
  });

  test('is the last 40 lines of 80, at 100 columns, and the rest is under --full', async () => {
    const short = await bcf(['reconcile', illustrative, '--as-at', 'Q2'], { environment: {} });
    const full = await bcf(['reconcile', illustrative, '--as-at', 'Q2', '--full'], { environment: {} });
    const lines = short.stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(80);
    expect(lines.at(-40)).toMatch(/^The fund as at/);
    expect(short.stdout).not.toContain('By partner');
    for (const section of ['Inputs', 'By partner', 'Fund balance as at', 'Who owes whom', 'By body']) {
      expect(full.stdout).toContain(section);
    }
  });

  test.each([
    ['holds money', '', / \+ £([\d,.]+) that it holds = owed/, 1n],
    [
      'is overspent, so that its host carries it',
      '2015-05-16,01A,CC,social-care,minimum,,,9000,F3,\n',
      / − £([\d,.]+) that is carried with hosts’ own cash = owed/,
      -1n,
    ],
  ] as const)('ties what is owed to the pool and by it, where it %s', async (_what, more, cash, sign) => {
    const fund = await copyOfBase();
    await fund.append('ledgers/expenditure-2.csv', more);
    const { summary } = await statementOf(fund.path, '--as-at', 'Q1');
    const { stdout } = await bcf(['reconcile', '.', '--as-at', 'Q1'], { cwd: fund.path, environment: {} });
    const [, said = ''] = cash.exec(stdout.replace(/\s+/g, ' ')) ?? [];
    const pence = (amount = '') => BigInt(amount.replace(/[,.]/g, ''));
    const { owes, drawnAhead, owed } = summary?.totals ?? {};
    expect(said).not.toBe('');
    expect(pence(owes) + pence(drawnAhead) + sign * pence(said)).toBe(pence(owed));
  });

  test('on a page what the pool holds answers by its own name', async () => {
    const args = ['reconcile', illustrative, '--as-at', 'Q2', '--format', 'html'];
    const { stdout } = await bcf(args, { environment: {} });
    const links = [...stdout.matchAll(/<a [^>]*href="#([^"]*)"[^>]*>(?:£)?713,984\.01<\/a> that it holds/g)];
    expect(links).toHaveLength(1);
  });

  test('of a plan alone says what each body contributes', async () => {
    const { stdout } = await bcf(['reconcile', fixture('kent-2015-16')], { environment: {} });
    expect(stdout).toContain('Protection of social care                    KCC         28.254');
    expect(stdout).toContain('Thanet CCG                            9,699,000.00               9,699,000.00');
    expect(stdout).toContain('Nothing needs a decision');
  });
});
