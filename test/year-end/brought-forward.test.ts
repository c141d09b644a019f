import { expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import type { FundFolder } from '../support/fund-folder.js';
import { changedCase, type YearEnd, yearEnd } from '../support/year-end.js';

/** The small year in which A1 spends 30,000 above its plan for schemes, with money brought forward for it. */
function broughtForward(...rows: readonly string[]): Promise<YearEnd> {
  return yearEnd('unspent-carried-forward', async (folder) => opened(folder, rows));
}

async function opened(folder: FundFolder, rows: readonly string[]): Promise<void> {
  await folder.edit(
    'agreement.yaml',
    '  - { kind: activity',
    '  - { kind: opening, files: ledgers/opening*.csv, unit: pounds }\n  - { kind: activity',
  );
  await folder.write('ledgers/opening.csv', ['pool,heading,partner,source,amount,body,kind', ...rows, ''].join('\n'));
}

const schemes = 'variances[schedule=A1;heading=sch;by=A1]';

/** Σ of what bodies bear and hold, and what the settlement says of A1. */
function standing({ figure }: YearEnd) {
  return {
    met: figure(`${schemes}.met`),
    variance: figure(`${schemes}.variance`),
    owes: figure('settlement.partners[pool=main;partner=A1].owes'),
    available: figure('settlement.partners[pool=main;partner=A1].available'),
    difference: figure('settlement.difference'),
  };
}

test('spending met from what was brought forward is no overspend, and what is left of it is held', async () => {
  const year = await broughtForward('main,,A1,min,50000,,');
  expect(standing(year)).toEqual({
    met: '30000.00',
    variance: '0.00',
    owes: '0.00',
    available: '20000.00',
    difference: '0.00',
  });
  expect(year.figure('variance-totals.met')).toBe('30000.00');
  expect(await year.printed('variance')).toMatch(/£30,000\.00 met from £50,000\.00 brought\s+forward/);
  const diff = await year.printed('diff', '--by', 'partner', '--to', 'actual');
  expect(diff).toMatch(/met from\s+£30,000\.00 brought forward/);
  expect(diff).not.toContain('overspend £');
});

test('only the rest is over, and it is owed', async () => {
  const year = await broughtForward('main,,A1,min,12000,,');
  expect(standing(year)).toEqual({
    met: '12000.00',
    variance: '18000.00',
    owes: '18000.00',
    available: '0.00',
    difference: '0.00',
  });
  expect(await year.printed('variance')).toMatch(/Alpha CCG pays; £12,000\.00 met from\s+£12,000\.00 brought forward/);
});

test.each([
  ['another schedule', 'main,,B1,min,50000,,'],
  ['capital', 'main,,A1,cap,50000,,'],
  ['a ring-fence', 'main,oo,A1,min,50000,,'],
  ['last year’s overspend', 'main,,A1,min,-50000,,'],
])('money of %s meets nothing', async (_, row) => {
  const year = await yearEnd('unspent-carried-forward', async (folder) => {
    await opened(folder, [row]);
    await folder.edit('agreement.yaml', 'sources:\n', 'sources:\n  - { code: cap, name: Capital, nature: capital }\n');
    await folder.edit(
      'agreement.yaml',
      '  - { partner: B1',
      '  - { partner: A1, source: cap, amount: 0 }\n  - { partner: B1',
    );
  });
  expect(year.figure(`${schemes}.variance`)).toBe('30000.00');
  expect(() => year.figure(`${schemes}.met`)).toThrow();
});

test('money of a ring-fence meets what is spent behind it', async () => {
  const year = await yearEnd('unspent-carried-forward', async (folder) => {
    await opened(folder, ['main,oo,A1,min,7000,,']);
    await folder.append('ledgers/expenditure.csv', '2016-03-21,A1,A1,oo,min,,,5000,A1oo5,\n');
  });
  const line = 'variances[schedule=A1;heading=oo;by=A1]';
  expect([year.figure(`${line}.met`), year.figure(`${line}.variance`)]).toEqual(['5000.00', '0.00']);
  expect(await year.printed('reconcile', '--verbose')).toContain(
    'actual spending £205,000.00 against £207,000.00 available, £5,000.00 of it met from £7,000.00 brought forward',
  );
});

test('where it is shared, only the rest is, and the settlement counts what is met once', async () => {
  const year = await yearEnd('unspent-carried-forward', async (folder) => {
    await opened(folder, ['main,,A1,min,12000,,']);
    await folder.edit('agreement.yaml', 'policy: responsible-body', 'policy: equal, among: [A1, B1]');
  });
  expect(year.figure(`${schemes}.borne-by[partner=A1].amount`)).toBe('9000.00');
  expect(year.figure(`${schemes}.borne-by[partner=B1].amount`)).toBe('9000.00');
  expect(year.figure('settlement.difference')).toBe('0.00');
  expect(year.figure('variance-totals.variance')).toBe('-17000.00');
});

test('what a body brought forward of another’s schedule meets its own spending of it, in the shares too', async () => {
  const year = await yearEnd('unspent-carried-forward', async (folder) => {
    await opened(folder, ['main,,A1,min,7000,CC,balance']);
    await folder.append('ledgers/expenditure.csv', '2016-03-21,A1,CC,sc,min,,,15000,A1sc5,\n');
  });
  const line = 'variances[schedule=A1;heading=sc;by=CC]';
  expect([year.figure(`${line}.met`), year.figure(`${line}.variance`)]).toEqual(['5000.00', '0.00']);
  const closing = ['CC', 'A1', 'B1'].map((body) => year.figure(`report.shares[body=${body}].closing`));
  // Of CC 2,000 of what it brought forward, and 5,000 of the grant.
  expect(closing).toEqual(['7000.00', '-30000.00', '25000.00']);
  expect(year.figure('settlement.difference')).toBe('0.00');
});

test('only balances meet spending: what was owed is no money for it', async () => {
  const year = await broughtForward('main,,A1,min,50000,A1,variance');
  expect(year.figure(`${schemes}.variance`)).toBe('30000.00');
});

test('the annual return explains what was spent of it', async () => {
  const year = await broughtForward('main,,A1,min,12000,,');
  const parts = 'report.return-lines[side=expenditure;basis=actual].parts';
  expect(year.figure(`${parts}[part=brought-forward;heading=none].amount`)).toBe('12000.00');
  expect(year.figure(`${parts}[part=overspent;heading=none].amount`)).toBe('18000.00');
  expect(() => year.figure(`${parts}[part=unexplained;heading=none].amount`)).toThrow();
});

test('before the year ends too, what is spent above the plan is met first from what was brought forward', async () => {
  const folder = await changedCase('unspent-carried-forward', async (fund) => {
    await opened(fund, ['main,,A1,min,45000,,']);
    await fund.append('ledgers/expenditure.csv', '2015-09-21,A1,A1,sch,min,,,250000,A1sch5,\n');
  });
  const diff = async (...more: readonly string[]) => {
    const asked = ['diff', '.', '--by', 'heading', '--to', 'actual', '--as-at', 'Q2', ...more];
    return (await bcf(asked, { cwd: folder })).stdout;
  };
  const { result } = JSON.parse(await diff('--json'));
  const line = result.lines.find(({ key }: { key: string }) => key === 'sch');
  expect([line.change, line.met, line.left]).toEqual(['-150000.00', '45000.00', '195000.00']);
  expect(await diff()).toMatch(
    /£195,000\.00\s+left;\s+met\s+from\s+£45,000\.00\s+brought\s+forward;\s+£5,000\.00\s+above/,
  );
});
