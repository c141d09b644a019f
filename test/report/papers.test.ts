import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Money } from '../../src/figures/books.js';
import { paperOf } from '../../src/pages/papers/paper.js';
import { reportDocumentSchema } from '../../src/statement/document-schema.js';
import { type Paper, paperNames } from '../../src/statement/paper-schema.js';
import { reportFigures } from '../../src/statement/report-figures.js';
import { opened } from '../property/fund-files.js';
import { quarters, smallFunds } from '../property/small-fund.js';
import { penceOf } from '../support/amounts.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture } from '../support/fund-folder.js';
import { twoPools } from '../support/two-pools.js';

async function paperOfFund(paper: string, folder: string, ...flags: readonly string[]) {
  const { stdout, stderr } = await bcf(['report', paper, folder, '--json', ...flags]);
  const { result } = reportDocumentSchema.parse(JSON.parse(stdout));
  if (result === undefined) throw new Error(stderr);
  return result.paper;
}

/** The amounts of a row of the table whose title begins so. */
function amountsOf({ pages }: Pick<Paper, 'pages'>, title: string, label: string): (string | undefined)[] {
  const tables = pages.flatMap((page) => page.tables).filter((table) => table.title.startsWith(title));
  const row = tables
    .flatMap(({ rows }) => rows)
    .find(({ cells: [first] }) => first?.kind === 'text' && first.text === label);
  if (row === undefined) throw new Error(`${title} has no ${label}`);
  return row.cells.flatMap((cell) => (cell.kind === 'money' ? [cell.pounds] : []));
}

describe('papers of any fund', () => {
  test('on generated funds every paper comes to the reconciliation, or is not printed at all', async () => {
    await fc.assert(
      fc.asyncProperty(smallFunds, fc.constantFrom(...quarters), async (fund, asAt) => {
        const { fund: read } = await opened(fund);
        if (read === undefined) throw new Error('the fund cannot be used');
        const { figures } = reportFigures(read, asAt);
        for (const name of paperNames) paperOf(name, figures);
        const { returnLines, shares, statement } = figures;
        const isActualKnown = (of: string) =>
          returnLines.some(({ side, basis, annual }) => side === of && basis === 'actual' && annual !== undefined);
        for (const { quarters: own, annual, basis, side } of returnLines) {
          if (annual === undefined) continue;
          // When the rest of a forecast falls is not known where it is not known what has happened.
          if (basis === 'forecast' && !isActualKnown(side)) {
            expect(own.flatMap(({ amount }) => amount ?? [])).toEqual([]);
            continue;
          }
          const known = own.flatMap(({ amount }) => (amount === undefined ? [] : [amount.amount]));
          expect(known.reduce((a, b) => a + b, 0n)).toBe(annual.amount);
          if (basis !== 'actual') expect(known).toHaveLength(4);
        }
        for (const { comment, difference } of returnLines) {
          expect(comment === '').toBe(difference?.isNil ?? false);
          expect(comment).not.toContain('not explained');
        }
        const sumOf = (figures: readonly (Money | undefined)[]) =>
          figures.reduce((sum, figure) => sum + (figure?.amount ?? 0n), 0n);
        const { difference, balance } = statement.flowOfFunds.totals;
        if (difference.actual === undefined) {
          expect(shares).toEqual([]);
          return;
        }
        const outstanding = sumOf(statement.contributions.map((line) => line.outstanding));
        expect(sumOf(shares.map(({ share }) => share))).toBe(difference.actual.amount + outstanding);
        expect(sumOf(shares.map(({ closing }) => closing))).toBe((balance.actual?.amount ?? 0n) + outstanding);
        expect(sumOf(shares.map(({ moved }) => moved))).toBe(0n);
      }),
      { seed: 20_150_401, numRuns: 60 },
    );
  });

  test.each(paperNames)('%s of a plan alone says so and invents nothing', async (name) => {
    const { stdout, stderr, exitCode } = await bcf(['report', name, fixture('kent-2015-16')]);
    expect([stderr, exitCode]).toEqual(['', 0]);
    expect(stdout).toContain('Plan only: no receipts or spending in this folder');
  });
});

describe('the pro-forma', () => {
  test('the sixteen lines in their order; what no mapping names is shown as not mapped', async () => {
    const kent = await paperOfFund('pro-forma', fixture('kent-2015-16'));
    const labels = kent.pages[0]?.tables[0]?.rows.map(({ cells }) => (cells[0]?.kind === 'text' ? cells[0].text : ''));
    expect(labels).toHaveLength(18);
    expect(labels?.slice(-2)).toEqual(['Not mapped to a line', 'Overall totals']);
    expect(kent.conclusion).toBe('Plan £101,404,000.00; £101,404,000.00 of the plan not mapped to a line');
  });

  test('a scheme goes to one line, with its plan and all its spending, whatever heading that is under', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.write('pro-forma.csv', 'line,schedule,scheme,heading\nBeds,10A,10A-S01,\nAll else,,,schemes\n');
    const paper = await paperOfFund('pro-forma', fund.path, '--as-at', 'Q1');
    const row = (label: string) =>
      paper.pages[0]?.tables[0]?.rows.find(({ cells }) => cells[0]?.kind === 'text' && cells[0].text === label)?.cells;
    expect(row('Beds')?.[1]).toMatchObject({ kind: 'money', unit: '£', pounds: '3189000.00' });
    // KCC spends Care Act money under this scheme too; it is on the scheme’s line, not on that of a heading.
    const spent = await Promise.all(
      ['ledgers/expenditure-10a.csv', 'ledgers/expenditure-kcc-q1.csv'].map((file) => fund.read(file)),
    );
    const [own = '', kcc = ''] = spent;
    const thousandths = [...own.matchAll(/^2015-0[456].*,10A-S01,,([\d.]+),/gm)].map(([, amount = '']) => amount);
    const pounds = [...kcc.matchAll(/^\d\d\/0[456]\/2015,10A,.*,10A-S01,,"?([\d,.]+)"?,/gm)].map(
      ([, amount = '']) => amount,
    );
    expect([thousandths.length > 0, pounds.length > 0]).toEqual([true, true]);
    const inPence = (amount: string, places: number) => {
      const [whole = '', part = ''] = amount.replaceAll(',', '').split('.');
      return BigInt(whole + part.padEnd(places, '0'));
    };
    const pence = [...thousandths.map((one) => inPence(one, 5)), ...pounds.map((one) => inPence(one, 2))];
    const total = pence.reduce((a, b) => a + b, 0n);
    const cell = row('Beds')?.[2];
    expect(cell?.kind === 'money' ? penceOf(cell.pounds) : undefined).toBe(total);
  });

  test('a mapping of what is not there is refused at its cell', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.write(
      'pro-forma.csv',
      'line,schedule,scheme,heading\nBeds,10A,10A-S99,\nBeds,,,schemas\nBeds,10A,10A-S01,\nX,10A,10A-S01,\n',
    );
    const { stderr, exitCode } = await bcf(['report', 'pro-forma', fund.path]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('pro-forma.csv:2, column C (scheme)');
    expect(stderr).toContain('did you mean “schemes”?');
    expect(stderr).toContain('pro-forma.csv:4');
  });
});

describe('the quarterly report', () => {
  test.each(['Q1', 'Q2', 'Q3', 'Q4'])('its last line counts what needs a decision: %s', async (asAt) => {
    const paper = await paperOfFund('quarterly', fixture('kent-2015-16-illustrative'), '--as-at', asAt);
    const rows = paper.pages
      .flatMap(({ tables }) => tables)
      .find(({ title }) => title === 'What needs a decision')?.rows;
    const [, matters = '0', , notes = '0'] =
      /; (?:(\d+) matters? to decide|nothing needs a decision)(, (\d+) to note)?$/.exec(paper.conclusion) ?? [];
    expect(Number(matters) + Number(notes)).toBe(rows?.length);
    // What is not earned so far may still be earned, and is nobody’s to decide before the year end.
    const asked = rows?.filter(({ cells }) => cells[1]?.kind === 'text' && /not earned/.test(cells[1].text)).length;
    expect((asked ?? 0) > 0).toBe(asAt === 'Q4');
  });
});

/** Lines of the table whose title begins so: their label, and their amounts. */
function linesOf(paper: Awaited<ReturnType<typeof paperOfFund>>, title: string): (string | undefined)[][] {
  const tables = paper.pages.flatMap((page) => page.tables);
  const rows = tables.find((table) => table.title.startsWith(title))?.rows ?? [];
  return rows.map(({ cells }) =>
    cells.map((cell) => (cell.kind === 'money' ? cell.pounds : cell.kind === 'text' ? cell.text : undefined)),
  );
}

/** The year with the admissions of a quarter of 2015/16 not reported by anybody. */
async function withoutAdmissions(quarter: string): Promise<FundFolder> {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  const activity = 'ledgers/activity.csv';
  const row = new RegExp(`^(\\w+,${quarter} 2015/16,\\d+,\\d+),\\d+$`, 'gm');
  const text = await fund.read(activity);
  expect(text.match(row)).toHaveLength(7);
  await fund.write(activity, text.replace(row, '$1,'));
  return fund;
}

/** North and South pay 200 each; of the first pool 40 is left, the second has overspent by 60. */
function spentInTwoPools(): Promise<FundFolder> {
  return FundFolder.of({
    'agreement.yaml': `${twoPools}rules:
  - { id: balance, kind: balance, clause: para 1 }
  - { id: own, kind: variance, clause: para 2, policy: responsible-body }
`,
    'plan.csv': `contributor,source,heading,applied_by,amount (£),provenance
01A,minimum,care,CC,100,stated
01A,minimum,beds,CC,100,stated
02B,minimum,beds,CC,200,stated
`,
    'ledgers/contributions.csv': `date,partner,source,heading,amount (£),reference,note
2015-04-01,01A,minimum,care,100,R1,
2015-04-01,01A,minimum,beds,100,R2,
2015-04-01,02B,minimum,beds,200,R3,
`,
    'ledgers/expenditure.csv': `date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note
2016-03-01,01A,CC,care,minimum,,,60,E1,
2016-03-01,01A,CC,beds,minimum,,,100,E2,
2016-03-01,02B,CC,beds,minimum,,,260,E3,
`,
  });
}

describe('the national return', () => {
  test('before the year end, performance money not earned is told from what is not spent yet', async () => {
    const paper = await paperOfFund('return', fixture('kent-2015-16-illustrative'), '--as-at', 'Q2');
    const [, comment] = linesOf(paper, 'Comments').find(([label]) => label === 'Expenditure, actual') ?? [];
    expect(comment).toBe(
      '£54,945,834.09 less than the pool: £53,473,978.85 of the plan not spent to date, because the year has not ended; £1,471,855.24 of performance money not earned to date: its CCGs retain it.',
    );
  });

  test('at the year end, performance money that nobody has judged is not said to be not earned', async () => {
    const fund = await withoutAdmissions('Q3');
    const paper = await paperOfFund('return', fund.path, '--as-at', 'Q4');
    const comments = linesOf(paper, 'Comments');
    const of = (wanted: string) => comments.find(([label]) => label === wanted)?.[1] ?? '';
    const [notEarned] = /£[\d,.]+ of performance money not earned/.exec(of('Income, actual')) ?? ['none'];
    expect(of('Expenditure, actual')).toContain(notEarned);
    expect(of('Expenditure, actual')).toContain('of BCF Payment for performance not spent');
  });

  test('an outturn that is not known leaves the quarters to come blank; in Q4 it is what was spent', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.remove('ledgers/forecast-ccgs.csv');
    const forecastOf = async (quarter: string) => {
      const paper = await paperOfFund('return', fund.path, '--as-at', quarter);
      return linesOf(paper, 'Plan, forecast and actual')
        .filter(([label]) => label === 'Forecast')
        .at(-1);
    };
    const [before, after] = [await forecastOf('Q3'), await forecastOf('Q4')];
    expect(before?.[3]).toMatch(/^\d/);
    expect(before?.slice(4, 6)).toEqual([undefined, undefined]);
    expect(after?.slice(4, 6)).toEqual(['26336919.77', '98893846.38']);
  });
});

describe('the annual return', () => {
  test('admissions that nobody has reported make it not final, and their money received ahead', async () => {
    const fund = await withoutAdmissions('Q3');
    const { stdout } = await bcf(['report', 'annual', fund.path, '--as-at', 'Q4']);
    expect(stdout).toContain('Not final: admissions of Ashford CCG, ');
    expect(stdout).toMatch(/less contributions received before they were due .* 1,388,482\.79\n/);
    expect(stdout).toMatch(/of which owed by partners that have not paid in +0\.00/);
  });

  test('of two pools each stands by itself, by its name', async () => {
    const fund = await spentInTwoPools();
    const lines = linesOf(await paperOfFund('annual', fund.path, '--as-at', 'Q4'), 'Net surplus');
    expect(lines).toContainEqual(['Balance carried forward', '-20.00']);
    expect(lines).toContainEqual(['of which in Main', '40.00']);
    expect(lines).toContainEqual(['of which in Second', '-60.00']);
    const { stdout } = await bcf(['reconcile', fund.path, '--as-at', 'Q4', '--full']);
    expect(stdout).toMatch(/South, Second: £60\.00 spent above all that it/);
  });

  test('a contribution that is due and has not come is a debtor, and makes nobody’s deficit', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const text = await fund.read('ledgers/contributions-ccgs.csv');
    const lines = text.split('\r\n');
    const late = lines.filter((line) => /^15\/01\/2016,10E,/.test(line));
    expect(late.length).toBe(2);
    await fund.write('ledgers/contributions-ccgs.csv', lines.filter((line) => !late.includes(line)).join('\r\n'));
    await fund.remove('ledgers/balances.csv');
    const paper = await paperOfFund('annual', fund.path, '--as-at', 'Q4');
    expect(paper.conclusion).toBe(
      '£97,012,937.28 received and £2,207,250.00 outstanding, £98,893,846.38 spent: net surplus £326,340.90',
    );
    expect(amountsOf(paper, 'Each partner’s share', 'Thanet CCG').at(-1)).toBe('0.00');
  });

  test('a forecast alone, without actuals, gives no account and no fault', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const names = ['contributions-ccgs', 'contributions-kcc', 'opening', 'balances', 'virements', 'activity'];
    const bodies = [
      '09c',
      '09e',
      '09j',
      '10a',
      '10d',
      '10e',
      '99j',
      'districts',
      'kcc-q1',
      'kcc-q2',
      'kcc-q3',
      'kcc-q4',
    ];
    for (const name of [...names, ...bodies.map((body) => `expenditure-${body}`)])
      await fund.remove(`ledgers/${name}.csv`);
    for (const name of paperNames) {
      const { exitCode, stderr } = await bcf(['report', name, fund.path, '--as-at', 'Q4']);
      expect(exitCode, stderr).toBeLessThan(2);
    }
  });

  test('an overspend by KCC on a CCG’s schedule is KCC’s share, not the CCG’s (R4)', async () => {
    const paper = await paperOfFund('annual', fixture('kent-2015-16-illustrative'));
    expect(amountsOf(paper, 'Each partner’s share', 'West Kent CCG').slice(2)).toEqual(['-40118.40', '0.00']);
    expect(amountsOf(paper, 'Each partner’s share', 'KCC').slice(2)).toEqual(['40118.40', '371904.52']);
  });

  test('ring-fenced and other are two columns that add to what is carried forward, down to what each body settles', async () => {
    const paper = await paperOfFund('annual', fixture('kent-2015-16-illustrative'));
    const carried = amountsOf(paper, 'Each partner’s part', 'KCC');
    expect(carried).toEqual(['150000.00', '371904.52', '521904.52', '481786.12', '40118.40']);
    const bridge = (label: string) => amountsOf(paper, 'From each share', label);
    expect(bridge('KCC')).toEqual(['521904.52', '431786.12', '0.00', '90118.40']);
    expect(bridge('Swale (district)')).toEqual(['0.00', '0.00', '58590.55', '58590.55']);
    expect(bridge('All')).toEqual(['476340.90', '431786.12', '431786.12', '476340.90']);
  });

  test('a partner has the lines of the note in its own accounts', async () => {
    const { pages } = await paperOfFund('annual', fixture('kent-2015-16-illustrative'));
    const page = pages.filter(({ title }) => title === 'For the accounts of KCC');
    const note = { pages: page };
    expect(amountsOf(note, 'Income and expenditure', 'Due to be paid in')).toEqual(['10640000.00']);
    expect(amountsOf(note, 'Income and expenditure', 'Settles with the host')).toEqual(['90118.40']);
    expect(amountsOf(note, 'Assets and liabilities', 'Held for it in the pool: ring-fenced')).toEqual(['50000.00']);
    expect(amountsOf(note, 'Assets and liabilities', 'Held for it in the pool: other')).toEqual(['40118.40']);
    expect(amountsOf(note, 'Assets and liabilities', 'Liabilities')).toEqual(['0.00']);
  });
});
