import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture, temporaryFolder } from '../support/fund-folder.js';
import { reconciledJson } from '../support/reconciled.js';
import { twoPools } from '../support/two-pools.js';

const header = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note\n';
const plan = `contributor,source,heading,applied_by,amount,provenance
01A,minimum,care,CC,100,stated
01A,minimum,beds,CC,100,stated
02B,minimum,beds,CC,200,stated
`;

/** A fund of two pools that is not Kent, with so many payments dated in each quarter, the year through. */
async function fundWith(...rows: readonly (readonly [date: string, count: number])[]): Promise<FundFolder> {
  const spent = rows.flatMap(([date, count]) =>
    Array.from({ length: count }, (_, nth) => `${date},02B,CC,beds,minimum,,,1,R${date}-${nth},\n`),
  );
  return FundFolder.of({
    'agreement.yaml': `${twoPools}rules:
  - { id: balance, kind: balance, clause: s75 }
ledgers:
  - { kind: plan, files: plan.csv, unit: pounds }
  - { kind: opening, files: ledgers/opening.csv, unit: pounds }
  - { kind: contributions, files: ledgers/contributions.csv, unit: pounds }
  - { kind: expenditure, files: ledgers/expenditure.csv, unit: pounds }
  - { kind: forecast, files: ledgers/forecast.csv, unit: pounds }
`,
    'plan.csv': plan,
    ...(spent.length > 0 && { 'ledgers/expenditure.csv': header + spent.join('') }),
  });
}

async function standingOf(fund: FundFolder, ...flags: readonly string[]) {
  const { document } = await reconciledJson(fund.path, ...flags);
  const codes = document.diagnostics.map(({ code }) => code);
  return { fund: document.result?.fund, codes, diagnostics: document.diagnostics };
}

describe('before a year begins', () => {
  test('a fund carried over from the illustrative year has nothing overdue and nothing missing', async () => {
    const folder = await temporaryFolder();
    await bcf(['init', 'next', '--from', fixture('kent-2015-16-illustrative')], { cwd: folder });
    const { document } = await reconciledJson(join(folder, 'next'));
    expect(document.diagnostics.map(({ code }) => code)).toEqual(['BCF2113']);
    const { stdout: settled } = await bcf(['settle', '.'], { cwd: join(folder, 'next') });
    expect(settled).toMatch(/\nDartford.* 210,436\.17 .*variance of last year/);
    const { result } = document;
    expect(result?.fund).toMatchObject({ stage: 'not-begun', asAtDate: '2016-03-31' });
    expect(result?.contributionTotals?.dueToDate).toBe('0.00');
    expect(result?.fundBalance?.broughtForward).toBe('476340.90');
    const { stdout } = await bcf(['reconcile', '.'], { cwd: join(folder, 'next') });
    expect(stdout).toContain('Not begun: the plan, and what was brought forward at 31 March 2016');
    expect(stdout).not.toContain('Actual to Q1');
  });

  test('a day that is said makes it begin', async () => {
    const fund = await fundWith();
    await fund.write('ledgers/opening.csv', 'pool,heading,partner,amount\nsecond,,02B,5\n');
    expect((await standingOf(fund)).codes).toEqual([]);
    const asked = await standingOf(fund, '--as-at', 'Q2');
    expect(asked.fund).toMatchObject({ asAt: 'Q2', stage: 'ended' });
    const { stdout } = await bcf(['settle', fund.path, '--as-at', 'Q2', '--json']);
    expect(JSON.parse(stdout).result.contributionTotals.dueToDate).toBe('200.00');
  });

  test('a first row makes it begin', async () => {
    const { fund } = await standingOf(await fundWith(['2015-04-20', 1]));
    expect(fund).toMatchObject({ asAt: 'Q1', stage: 'under-way' });
  });
});

describe('forecasts are missed when their quarter has ended', () => {
  test.each([
    ['while it goes on, not', [['2015-05-10', 3]], [], false],
    [
      'with a row of its last day',
      [
        ['2015-05-10', 3],
        ['2015-06-30', 1],
      ],
      [],
      true,
    ],
    ['where it is asked for', [['2015-05-10', 3]], ['--as-at', 'Q1'], true],
  ] as const)('%s', async (_when, rows, flags, isMissed) => {
    const { codes } = await standingOf(await fundWith(...rows), ...flags);
    expect(codes.includes('BCF2008')).toBe(isMissed);
  });

  test('those of an earlier quarter are out of date together, not line by line', async () => {
    const fund = await fundWith(['2015-06-30', 3], ['2015-09-30', 3]);
    await fund.write(
      'ledgers/forecast.csv',
      'as_at,schedule,applied_by,heading,scheme,amount\nQ1,01A,CC,care,,100\nQ1,01A,CC,beds,,100\nQ1,02B,CC,beds,,200\n',
    );
    const { diagnostics } = await standingOf(fund);
    const old = diagnostics.filter(({ code }) => code === 'BCF2302');
    expect(old).toHaveLength(1);
    expect(old[0]?.message).toContain('the last forecast is as at Q1, and none is as at Q2: ');
  });
});

describe('a few rows do not move a statement', () => {
  test('one mistyped date of the illustrative half year is named, and nothing is outstanding for it', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const before = await bcf(['reconcile', fund.path, '--as-at', 'Q2', '--json']);
    const isLate = (line: string) => /^(2015-1[0-2]|2016|Q[34]|\d\d\/1[0-2]\/2015|\d\d\/0[1-3]\/2016)/.test(line);
    for (const name of [
      'contributions-ccgs',
      'contributions-kcc',
      'expenditure-districts',
      'forecast-ccgs',
      'forecast-kcc',
      'virements',
    ]) {
      const file = `ledgers/${name}.csv`;
      await fund.write(
        file,
        (await fund.read(file))
          .split('\n')
          .filter((line) => !isLate(line.replace('\uFEFF', '')))
          .join('\n'),
      );
    }
    for (const name of ['09c', '09e', '09j', '10a', '10d', '10e', '99j', 'kcc-q3', 'kcc-q4']) {
      await fund.remove(`ledgers/expenditure-${name}.csv`);
    }
    await fund.remove('ledgers/balances.csv');
    const right = await standingOf(fund);
    expect(right.fund).toMatchObject({ asAt: 'Q2' });
    await fund.edit('ledgers/expenditure-districts.csv', '2015-04-06', '2015-12-06');
    const { fund: found, diagnostics } = await standingOf(fund);
    expect(found).toMatchObject({ asAt: 'Q2', asAtDate: '2015-09-30' });
    const [named] = diagnostics.filter(({ code }) => code === 'BCF2460');
    expect(named).toMatchObject({ file: 'ledgers/expenditure-districts.csv', line: 2 });
    expect(named?.message).toMatch(/^a row is of a later quarter, up to Q3: this is as at 30 September 2015/);
    expect((await standingOf(fund, '--as-at', 'Q3')).fund).toMatchObject({ asAt: 'Q3' });
    expect(before.exitCode).toBe(0);
  });

  test.each([
    // Rows of Q1, Q2, Q3, Q4; and the quarter that they reach.
    [[20, 1, 0, 0], 'Q1'],
    [[20, 2, 0, 0], 'Q2'],
    [[9, 1, 0, 0], 'Q2'],
    [[4, 0, 1, 0], 'Q1'],
    [[4, 0, 2, 0], 'Q3'],
    [[0, 0, 1, 0], 'Q3'],
    [[40, 3, 1, 0], 'Q1'],
    [[40, 3, 30, 0], 'Q3'],
    [[1, 1, 1, 1], 'Q4'],
  ] as const)('rows %j reach %s', async (counts, expected) => {
    const days = ['2015-05-01', '2015-08-01', '2015-11-01', '2016-02-01'];
    const { fund, codes } = await standingOf(
      await fundWith(...counts.map((count, index) => [days[index] ?? '', count] as const)),
    );
    expect(fund?.asAt).toBe(expected);
    const isAnyLeft = counts.slice(['Q1', 'Q2', 'Q3', 'Q4'].indexOf(expected) + 1).some((count) => count > 0);
    expect(codes.includes('BCF2460')).toBe(isAnyLeft);
  });
});

describe('like is grouped with like', () => {
  test('contributions outstanding since one day are one warning that names each', async () => {
    const fund = await fundWith(['2015-04-20', 3], ['2015-08-20', 3]);
    await fund.write(
      'ledgers/contributions.csv',
      'date,partner,source,heading,amount,reference,note,pool\n2015-04-01,01A,minimum,,50,C1,,main\n',
    );
    const { diagnostics } = await standingOf(fund);
    const outstanding = diagnostics.filter(({ code }) => code === 'BCF2401');
    expect(outstanding.map(({ message }) => message)).toEqual([
      '2 contributions outstanding, £150.00 in all, 182 days after they were due on 1 April 2015: North (01A), CCG minimum into second £50.00; South (02B), CCG minimum into second £100.00',
    ]);
  });

  test('ledgers that have not come are one warning, and none before the first of the year', async () => {
    const before = await standingOf(await fundWith());
    expect(before.diagnostics.map(({ message }) => message)).toEqual([
      'no file matches “ledgers/opening.csv” (opening)',
    ]);
    const { diagnostics } = await standingOf(await fundWith(['2015-04-20', 1]));
    const missing = diagnostics.filter(({ code }) => code === 'BCF3020');
    expect(missing.map(({ message }) => message)).toEqual([
      'no file matches “ledgers/opening.csv” (opening), “ledgers/contributions.csv” (contributions), “ledgers/forecast.csv” (forecast)',
    ]);
  });
});
