import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { openFund } from '../../src/fund/open-fund.js';
import { reconcile } from '../../src/statement/reconcile.js';
import { quarters } from '../property/small-fund.js';
import { bcf } from '../support/bcf.js';
import { close } from '../support/closing.js';
import { FundFolder, fixture } from '../support/fund-folder.js';
import { reconciledJson } from '../support/reconciled.js';

const ccgs = ['09C', '09E', '09J', '10A', '10D', '10E', '99J'];

/** Whose rows a file of the illustrative year holds, and from which quarter on. */
interface Sent {
  readonly bodies: readonly string[];
  readonly from?: 'Q2' | 'Q3' | 'Q4';
}

const sent: Readonly<Record<string, Sent>> = {
  'contributions-ccgs.csv': { bodies: ccgs },
  'contributions-kcc.csv': { bodies: ['KCC'] },
  ...Object.fromEntries(ccgs.map((ccg) => [`expenditure-${ccg.toLowerCase()}.csv`, { bodies: [ccg] }])),
  'expenditure-districts.csv': { bodies: ['districts'] },
  'expenditure-kcc-q1.csv': { bodies: ['KCC'] },
  'expenditure-kcc-q2.csv': { bodies: ['KCC'], from: 'Q2' },
  'expenditure-kcc-q3.csv': { bodies: ['KCC'], from: 'Q3' },
  'expenditure-kcc-q4.csv': { bodies: ['KCC'], from: 'Q4' },
  'forecast-ccgs.csv': { bodies: ccgs },
  'forecast-kcc.csv': { bodies: ['KCC', 'districts'] },
  'activity.csv': { bodies: ccgs },
  // What no body can be named for is named by the pattern that the agreement declares.
  'opening.csv': { bodies: [] },
  'virements.csv': { bodies: [] },
  'balances.csv': { bodies: [] },
};

const inWarnings: Readonly<Record<string, RegExp>> = {
  contributions: /outstanding/,
  expenditure: /no spending has come/,
  forecast: /no forecast/,
  activity: /admissions that are due are not reported/,
};

/** Lays rows of a ledger out again without those that a test leaves out; throws where it leaves none out. */
async function without(fund: FundFolder, file: string, isLeftOut: (line: string) => boolean): Promise<void> {
  const lines = (await fund.read(file)).split('\n');
  const kept = lines.filter((line) => !isLeftOut(line));
  expect(kept.length).toBeLessThan(lines.length);
  await fund.write(file, kept.join('\n'));
}

/** What is told of a fund whose file was taken away: each body with its ledger, else the pattern. */
function isNamed(diagnostics: readonly Diagnostic[], file: string, kind: string): boolean {
  const { bodies } = sent[file] ?? { bodies: [] };
  const warnings = diagnostics.map(({ message }) => message);
  const words = inWarnings[kind];
  if (bodies.length === 0 || words === undefined) {
    return warnings.some(
      (line) => line.startsWith('no file matches') && line.includes(`“ledgers/${kind}*.csv” (${kind})`),
    );
  }
  return bodies.every((body) => warnings.some((line) => line.includes(`(${body})`) && words.test(line)));
}

describe('what has come', () => {
  test('each ledger file of the illustrative year taken away in turn, at each quarter, is named', async () => {
    const files = (await readdir(join(fixture('kent-2015-16-illustrative'), 'ledgers'))).sort();
    expect(files).toEqual(Object.keys(sent).sort());
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const missed: string[] = [];
    let tried = 0;
    let named = 0;
    let ofLater = 0;
    for (const file of files) {
      const [kind = ''] = file.split(/[-.]/);
      const path = `ledgers/${file}`;
      const bytes = await readFile(join(fund.path, path));
      await fund.remove(path);
      const opened = await openFund(fund.path);
      if (opened.fund === undefined) throw new Error(`without ${file} the fund cannot be read`);
      for (const asAt of quarters) {
        // The year has ended: nobody is asked for a forecast.
        if (kind === 'forecast' && asAt === 'Q4') continue;
        // Rows of later quarters alone: nothing of them is missing yet.
        if (asAt < (sent[file]?.from ?? 'Q1')) {
          ofLater += 1;
          continue;
        }
        tried += 1;
        const { diagnostics } = reconcile(opened.fund, asAt);
        if (isNamed([...opened.diagnostics, ...diagnostics], file, kind)) named += 1;
        else missed.push(`${file} as at ${asAt}`);
      }
      await fund.write(path, bytes);
    }
    process.stdout.write(
      `ledger files taken away: tried ${tried} = named ${named}; ${ofLater} of rows of later quarters alone\n`,
    );
    expect(missed).toEqual([]);
    expect(tried).toBe(72);
  }, 120_000);

  test('the illustrative year and the published plan lack nothing but what is known to be late', async () => {
    for (const asAt of quarters) {
      const { document } = await reconciledJson(fixture('kent-2015-16-illustrative'), '--as-at', asAt);
      expect(document.diagnostics.filter(({ code }) => code === 'BCF2450')).toEqual([]);
      // Thanet’s second instalment came in the third quarter.
      expect(document.result?.whatHasCome?.complete).toBe(asAt !== 'Q2');
    }
    expect((await reconciledJson(fixture('kent-2015-16'))).document.result?.whatHasCome).toBeUndefined();
  });

  test('West Kent’s spending that has not come: a warning, in the statement and the paper, and no close', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.remove('ledgers/expenditure-99j.csv');
    const reconciled = await bcf(['reconcile', '.', '--as-at', 'Q1', '--full'], { cwd: fund.path });
    expect(reconciled.exitCode).toBe(0);
    expect(reconciled.stderr).toContain(
      'warning[BCF2450]: West Kent CCG (99J): no spending has come for Q1, of £14,455,000.00 planned for the year',
    );
    expect(reconciled.stdout).toMatch(
      /What has not come by 30 June 2015\n.*\nWest Kent CCG {2}spending {2}Q1 +14,455,000\.00/,
    );
    const paper = await bcf(['report', 'quarterly', '.', '--as-at', 'Q1'], { cwd: fund.path });
    expect(paper.stdout).toMatch(/\nWhat has come\n═+\n\nWhat has not come by 30 June 2015\n/);
    expect((await bcf(['settle', '.', '--as-at', 'Q1'], { cwd: fund.path })).stderr).toContain('[BCF2450]');
    expect((await bcf(['variance', '.', '--as-at', 'Q1'], { cwd: fund.path })).stderr).toContain('[BCF2450]');

    const refused = await close(fund, 'Q1');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr.trimEnd().split('\n').at(-1)).toBe(
      'Not closed: spending of Q1 has not come from West Kent CCG; ask for it, or close without it with --with-differences "why"',
    );
    const accepted = await close(fund, 'Q1', '--with-differences', 'it comes next week');
    expect(accepted.exitCode, accepted.stderr).toBe(0);
    expect(await fund.read('closes/0001.json')).toContain('"BCF2450"');
  });

  test('one row of 0.00 says that nothing was spent', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.write(
      'ledgers/expenditure-99j.csv',
      'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note\n2015-06-30,99J,99J,schemes,ccg-minimum,,,0.00,99J-NIL,nothing was spent\n',
    );
    const { document } = await reconciledJson(fund.path, '--as-at', 'Q1');
    expect(document.diagnostics.map(({ code }) => code)).not.toContain('BCF2450');
    expect(document.result?.whatHasCome?.complete).toBe(true);
  });

  test('what a host spends on one schedule, and one district of twelve', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await without(fund, 'ledgers/expenditure-kcc-q1.csv', (line) => line.includes(',99J,KCC,'));
    await without(fund, 'ledgers/expenditure-districts.csv', (line) => line.includes(',dover,'));
    const { document } = await reconciledJson(fund.path, '--as-at', 'Q2');
    expect(document.diagnostics.filter(({ code }) => code === 'BCF2450').map(({ message }) => message)).toEqual([
      'Dover (district) (dover): no spending has come for Q1 and Q2, of £684,760.00 planned for the year',
      'Kent County Council (KCC): no spending has come for Q1 of the schedule of West Kent CCG (99J), of £9,787,000.00 planned for the year',
    ]);
  });
});

const spending = ['ledgers/expenditure.csv', 'ledgers/expenditure-2.csv'];

/** The example fund of the errors: two CCGs, a council, two districts. */
async function example(changes: Readonly<Record<string, string | undefined>> = {}): Promise<FundFolder> {
  const base = new URL('../errors/base/', import.meta.url);
  const files = ['agreement.yaml', 'plan.csv', 'schemes.csv', 'ledgers/contributions.csv', ...spending];
  const fund = await FundFolder.of({});
  for (const file of [...files, 'ledgers/forecast.csv']) {
    const text = file in changes ? changes[file] : await readFile(new URL(file, base), 'utf8');
    if (text !== undefined) await fund.write(file, text);
  }
  return fund;
}

async function silent(fund: FundFolder, ...flags: readonly string[]): Promise<string[]> {
  const { document, stderr } = await reconciledJson(fund.path, ...flags);
  expect(document.result, stderr).toBeDefined();
  return document.diagnostics
    .filter(({ code }) => code === 'BCF2450')
    .map(({ args }) => `${args.body}: ${args.missing}`);
}

describe('what is not looked for', () => {
  test('nothing, where all has come', async () => {
    expect(await silent(await example())).toEqual([]);
  });

  test('the spending of everybody is, where others have forecast as at the quarter', async () => {
    const fund = await example({ 'ledgers/expenditure.csv': undefined, 'ledgers/expenditure-2.csv': undefined });
    expect(await silent(fund)).toEqual([
      'Example Council (CC), North CCG (01A), South CCG (02B) and Districts (districts): Q1',
    ]);
  });

  test('a plan alone', async () => {
    const none = {
      'ledgers/expenditure.csv': undefined,
      'ledgers/expenditure-2.csv': undefined,
      'ledgers/contributions.csv': undefined,
    };
    expect(await silent(await example({ ...none, 'ledgers/forecast.csv': undefined }))).toEqual([]);
  });

  test('a year of which nothing has come but what was brought forward', async () => {
    const none = {
      'ledgers/expenditure.csv': undefined,
      'ledgers/expenditure-2.csv': undefined,
      'ledgers/contributions.csv': undefined,
    };
    const fund = await example({ ...none, 'ledgers/forecast.csv': undefined });
    await fund.write('ledgers/opening.csv', 'pool,heading,partner,source,amount (£)\nmain,,01A,minimum,100.00\n');
    expect(await silent(fund)).toEqual([]);
    expect(await silent(fund, '--as-at', 'Q1')).toEqual([]);
    expect((await bcf(['reconcile', fund.path])).stdout).not.toContain('has come');
    // Who closes it says that it has ended.
    expect((await close(fund, 'Q1')).stderr).toContain(
      'Not closed: spending of Q1 has not come from Example Council, North CCG, South CCG, Districts',
    );
  });

  test('aligned headings, performance money and what is planned at nil', async () => {
    const fund = await example();
    for (const file of spending) await without(fund, file, (line) => line.includes(',community,'));
    expect(await silent(fund)).toEqual(['North CCG (01A): Q1', 'South CCG (02B): Q1']);
    await fund.edit('agreement.yaml', 'name: Community services,', 'name: Community services, arrangement: aligned,');
    expect(await silent(fund)).toEqual([]);
    await fund.edit('agreement.yaml', ' arrangement: aligned,', '');
    await fund.edit(
      'agreement.yaml',
      '{ id: community-fence, kind: ring-fence, clause: s75 schedule 3, heading: community }',
      '{ id: release, kind: performance-payment, clause: s75 schedule 3, heading: community }',
    );
    expect(await silent(fund)).toEqual([]);
  });

  test('what is given in kind', async () => {
    const fund = await example();
    for (const file of spending) await without(fund, file, (line) => line.includes(',community,'));
    await fund.edit(
      'agreement.yaml',
      'name: CCG minimum, nature: revenue',
      'name: CCG minimum, nature: revenue, form: in-kind',
    );
    expect(await silent(fund)).toEqual([]);
  });

  test('a member has spent for its group', async () => {
    const fund = await example();
    await without(fund, 'ledgers/expenditure.csv', (line) => line.includes(',districts,adaptations,'));
    expect(await silent(fund)).toEqual(['Districts (districts): Q1']);
    await fund.append('ledgers/expenditure.csv', '2015-05-10,CC,hill,adaptations,dfg,,,250,E1,\n');
    expect(await silent(fund)).toEqual([]);
  });

  test('capital of a body that spends revenue too', async () => {
    // The council’s buildings have no row in the first quarter.
    const fund = await example();
    expect(await fund.read('ledgers/expenditure.csv')).not.toContain('buildings');
    expect(await silent(fund)).toEqual([]);
  });
});
