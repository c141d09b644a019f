import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { FundFolder } from '../support/fund-folder.js';
import { addsUp } from '../support/traced-trees.js';

const tables = `
tables:
  - code: wte
    name: Staff
    file: wte.csv
    unit: number
    partners: { 09C: Ashford, 09E: Canterbury, 10A: South Kent Coast }
  - code: thirds
    name: Thirds
    file: thirds.csv
    unit: percent
    partners: { 09C: Ashford, 09E: Canterbury, 10A: South Kent Coast }
`;

const controls = [
  'name,figure,expected,tolerance,place,accepted_difference,accepted_because,accepted_by',
  'all,wte[wte],46.9583,,here,,,',
  'rounded,wte[who=Ashford][wte],12.62,,here,,,',
  'within,wte[who=Ashford][wte],12.62,0.005,here,,,',
  'tripled,wte[who=Ashford][wte] * 3,37.875,,here,,,',
  'accepted,wte[who=Ashford][wte],12.6,,here,0.025,rounded,KCC',
  'whole,thirds[percent],100,,here,,,',
  'part,wte[who=Ashford][wte] / wte[wte],26.89,0.01,here,,,',
];

/** A year in which every number that is not pence has more decimals than pence have. */
async function fundOfDecimals(): Promise<FundFolder> {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  const edits = [
    ['price: 1490 ', 'price: 1490.255 '],
    ['target: 3.5 ', 'target: 3.125 '],
    ['due: 2015-04-15, percent: 25', 'due: 2015-04-15, percent: 33.3333'],
    ['due: 2015-07-15, percent: 25', 'due: 2015-07-15, percent: 33.3333'],
    ['due: 2015-10-15, percent: 25', 'due: 2015-10-15, percent: 33.3333'],
    ['due: 2016-01-15, percent: 25', 'due: 2016-01-15, percent: 0.0001'],
    ['amount: 10000, percent: 1 ', 'amount: 10000, percent: 1.0625 '],
    [
      'policy: responsible-body',
      `policy: fixed-shares
    shares:
      - { partner: 09C, percent: 33.333 }
      - { partner: 09E, percent: 33.333 }
      - { partner: KCC, percent: 33.334 }
    #`,
    ],
    ['ledgers:\n', 'ledgers:\n  - { kind: controls, files: controls.csv, unit: pounds }\n'],
  ] as const;
  for (const [from, to] of edits) await fund.edit('agreement.yaml', from, to);
  await fund.write('agreement.yaml', `${await fund.read('agreement.yaml')}${tables}`);
  await fund.write('wte.csv', 'who,wte\nAshford,12.625\nCanterbury,33.3333\nSouth Kent Coast,1\n');
  await fund.write('thirds.csv', 'who,percent\nAshford,33.333%\nCanterbury,33.333%\nSouth Kent Coast,33.334%\n');
  await fund.write('controls.csv', `${controls.join('\n')}\n`);
  return fund;
}

async function json(args: readonly string[]) {
  return JSON.parse((await bcf([...args, '--json'])).stdout).result;
}

describe('numbers keep the decimals that they are stated with', () => {
  test('in the performance of a year: price, target, what is assumed, and the pots ÷ the price rounded once', async () => {
    const { path } = await fundOfDecimals();
    const what = ['--what-if', '99J=-2.125%', '--what-if', '*=+0.0625%'];
    const { performance, whatIf, sensitivity } = await json([
      'performance',
      path,
      '--as-at',
      'Q2',
      '--sensitivity',
      ...what,
    ]);
    expect(performance).toMatchObject({
      price: '1490.255',
      targetPercent: '3.125',
      totals: { reductionAtPrice: 5127 },
    });
    expect(whatIf.assumptions).toEqual([
      { partner: '99J', change: '-2.125%' },
      { partner: '*', change: '+0.0625%' },
    ]);
    expect(sensitivity.points.find((point: { isTarget: boolean }) => point.isTarget).reductionPercent).toBe('3.125');
    expect(sensitivity.points.at(-1).reductionPercent).toBe('6.25');
    const { stdout } = await bcf(['performance', path, '--as-at', 'Q2']);
    expect(stdout).toContain('national price £1,490.255 an admission');
    expect(stdout).toContain('target 3.125%');
  });

  test('in what falls due: a third and parts of a penny wait for the last instalment', async () => {
    const { path } = await fundOfDecimals();
    const { contributions } = await json(['settle', path]);
    for (const { agreed, instalments, kind, inKind } of contributions) {
      if (kind === 'performance' || inKind) continue;
      const pence = (pounds: string) => BigInt(pounds.replace('.', ''));
      const parts = instalments.map(({ amount }: { amount: string }) => pence(amount));
      expect(parts.reduce((sum: bigint, part: bigint) => sum + part, 0n)).toBe(pence(agreed));
      expect(parts[0]).toBe((pence(agreed) * 333_333n) / 1_000_000n);
    }
  });

  test('in controls: found, printed and between, to as many decimals as either is stated with', async () => {
    const { path } = await fundOfDecimals();
    const result = await json(['check', path]);
    const shown = result.controls.map(
      ({ name, found, expected, difference, tolerance, status }: Record<string, string>) =>
        [name, found, expected, difference, tolerance, status].join(' '),
    );
    expect(shown).toEqual([
      'all 46.9583 46.9583 0.0000 0.0000 agrees',
      'rounded 12.625 12.620 0.005 0.000 unexplained',
      'within 12.625 12.620 0.005 0.005 within-tolerance',
      'tripled 37.875 37.875 0.000 0.000 agrees',
      'accepted 12.625 12.600 0.025 0.000 accepted',
      'whole 100.000 100.000 0.000 0.000 agrees',
      'part 26.89 26.89 0.00 0.01 within-tolerance',
    ]);
  });

  test('in weights', async () => {
    const { path } = await fundOfDecimals();
    const byStaff = await json(['apportion', '1000', path, '--by', 'wte']);
    expect(byStaff.shares.map(({ weight, share }: Record<string, string>) => [weight, share])).toEqual([
      ['12.6250', '268.86'],
      ['33.3333', '709.85'],
      ['1.0000', '21.29'],
    ]);
    const byThirds = await bcf(['apportion', '1000', path, '--by', 'thirds']);
    expect(byThirds.stdout).toContain('£1,000.00 over 3 partners by thirds, exact');
    expect(byThirds.stderr).toBe('');
  });

  test('and in traces, which come to them', async () => {
    const { path } = await fundOfDecimals();
    const names = async (args: readonly string[], wanted: RegExp): Promise<readonly string[]> => {
      const { figures } = await json([...args, '--names']);
      return figures.map(({ name }: { name: string }) => name).filter((name: string) => wanted.test(name));
    };
    const whatIf = ['performance', path, '--as-at', 'Q2', '--what-if', '*=-2.125%'];
    const lists = [
      [['reconcile', path], /^performance\.(price|target|totals\.reduction-at)|^contributions\[.*09C.*(Q1|Q4).*amount/],
      [['reconcile', path], /^variances\[.*borne-by\[partner=(09C|KCC)\]/],
      [whatIf, /^what-if.*09C.*by-year-end\.payment$/],
      [['performance', path, '--sensitivity'], /reduction=3\.125.*(09C|reduction-percent)/],
      [['check', path], /^controls\[/],
      [['apportion', '1000', path, '--by', 'wte'], /(09C|totals)/],
    ] as const;
    for (const [args, wanted] of lists) {
      const asAt = args.includes('--as-at') ? ['--as-at', 'Q2'] : [];
      const found = (await names(args, wanted)).slice(0, 4);
      expect(found, String(wanted)).not.toEqual([]);
      for (const name of found) {
        const { trace } = await json(['trace', name, path, '--depth', 'all', ...asAt]);
        addsUp(trace);
        expect((await bcf(['trace', name, path, ...asAt])).exitCode, name).toBe(0);
      }
    }
    expect((await bcf(['trace', 'performance.price', path])).stdout).toContain('1,490.255');
    expect((await bcf(['trace', 'performance.target-percent', path])).stdout).toContain('3.125%');
  }, 240_000);

  test('in a record of a closed quarter, which its own bcf finds unchanged', async () => {
    const folder = await fundOfDecimals();
    expect((await bcf(['close', 'Q1', folder.path, '--by', 'A. Smith', '--on', '2015-07-10'])).exitCode).toBe(0);
    expect(await readdir(join(folder.path, 'closes'))).toHaveLength(1);
    expect((await bcf(['verify', folder.path])).exitCode).toBe(0);
    await folder.edit('agreement.yaml', 'price: 1490.255 ', 'price: 1490.5 ');
    const { stdout, stderr } = await bcf(['verify', folder.path]);
    expect(stdout + stderr).toContain('£1,490.255 → £1,490.50');
  });
});
