import { expect, test } from 'vitest';
import { type YearEnd, yearEnd } from '../support/year-end.js';

/**
 * The small year with two districts, each with 50,000 of the grant: one spends `first` of it and the other 30,000; and rows
 * of what was brought forward of the grant, whose and how much.
 */
function grantYear(first: number, ...broughtForward: readonly string[]): Promise<YearEnd> {
  return yearEnd('unspent-carried-forward', async (folder) => {
    await folder.edit(
      'agreement.yaml',
      'groups:\n',
      '  - { code: d2, scheme: local, name: District Two, kind: district-council }\ngroups:\n',
    );
    await folder.edit('agreement.yaml', 'members: [d1]', 'members: [d1, d2]');
    await folder.edit(
      'agreement.yaml',
      'source: dfg, heading: dfg }',
      'source: dfg, heading: dfg, allocations: [{ partner: d1, amount: 50000 }, { partner: d2, amount: 50000 }] }',
    );
    await folder.edit(
      'agreement.yaml',
      '  - { kind: activity',
      '  - { kind: opening, files: ledgers/opening*.csv, unit: pounds }\n  - { kind: activity',
    );
    const rows = broughtForward.map((row) => `main,dfg,CC,dfg,balance,${row}`);
    await folder.write('ledgers/opening.csv', ['pool,heading,partner,source,kind,body,amount', ...rows, ''].join('\n'));
    const ledger = await folder.read('ledgers/expenditure.csv');
    const others = ledger.split('\n').filter((line) => !line.includes(',dfg,'));
    const spent = (district: string, amount: number) =>
      `2015-09-01,CC,districts,dfg,dfg,,${district},${amount},${district},`;
    await folder.write(
      'ledgers/expenditure.csv',
      [...others.filter((line) => line !== ''), spent('d1', first), spent('d2', 30_000), ''].join('\n'),
    );
  });
}

const fence = 'ring-fences[fence=dfgf]';

/** Allotted, brought forward, paid and left: of a body of the fence, or of all. */
function moneyOf({ figure }: YearEnd, body?: string): string[] {
  const name = body === undefined ? `${fence}.body-totals` : `${fence}.bodies[body=${body}]`;
  return ['allocation', 'brought-forward', 'paid', 'unspent'].map((key) => figure(`${name}.${key}`));
}

function findings(printed: string): string[] {
  return printed.match(/^error\[BCF21.*$/gm) ?? [];
}

test('a district that spends its own grant of last year breaks nothing, and nothing of it is left below nil', async () => {
  const year = await grantYear(57_000, 'd1,7000', 'd2,4000');
  expect(findings(await year.printed('reconcile'))).toEqual([]);
  expect(moneyOf(year, 'd1')).toEqual(['50000.00', '7000.00', '57000.00', '0.00']);
  expect(moneyOf(year, 'd2')).toEqual(['50000.00', '4000.00', '30000.00', '24000.00']);
  expect(moneyOf(year)).toEqual(['100000.00', '11000.00', '87000.00', '24000.00']);
  expect(year.figure(`${fence}.available`)).toBe('111000.00');
  expect(year.figure(`${fence}.unspent`)).toBe('24000.00');
  expect(await year.printed('variance')).toMatch(/Brought forward £/);
  expect(year.figure('report.grants[heading=dfg].bodies[body=d1].left')).toBe('0.00');
  expect(year.figure('report.grants[heading=dfg].totals.left')).toBe('24000.00');
});

test('what was brought forward for another is not its own', async () => {
  const year = await grantYear(57_000, 'd2,7000');
  expect(findings(await year.printed('reconcile'))).toEqual([
    'error[BCF2112]: District One (d1) was paid £57,000.00 of DFG, £7,000.00 above its allocation of £50,000.00',
  ]);
  expect(moneyOf(year, 'd1')[3]).toBe('-7000.00');
  expect(moneyOf(year, 'd2')[3]).toBe('27000.00');
});

test('only what is above both is too much', async () => {
  const year = await grantYear(57_000, 'd1,5000');
  expect(findings(await year.printed('reconcile'))).toEqual([
    'error[BCF2112]: District One (d1) was paid £57,000.00 of DFG, £2,000.00 above its allocation of £50,000.00 and £5,000.00 brought forward',
  ]);
});

test('what the group brought forward undivided is for those that spend above their own, and the rest is the group’s', async () => {
  const year = await grantYear(57_000, 'districts,10000');
  expect(findings(await year.printed('reconcile'))).toEqual([]);
  expect(moneyOf(year, 'd1')).toEqual(['50000.00', '7000.00', '57000.00', '0.00']);
  expect(moneyOf(year, 'districts')).toEqual(['0.00', '3000.00', '0.00', '3000.00']);
  expect(moneyOf(year)).toEqual(['100000.00', '10000.00', '87000.00', '23000.00']);
});

test('what one overspent last year takes nothing from another', async () => {
  const year = await grantYear(50_000, 'd1,-9000', 'd2,4000');
  expect(moneyOf(year)).toEqual(['100000.00', '4000.00', '80000.00', '24000.00']);
  expect(year.figure(`${fence}.available`)).toBe('104000.00');
});

test('where nothing was brought forward there is no such column', async () => {
  const year = await grantYear(50_000);
  expect(await year.printed('variance')).not.toContain('Brought forward £');
});
