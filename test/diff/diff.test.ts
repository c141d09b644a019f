import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type comparisonResultSchema, dimensions } from '../../src/statement/comparison-schema.js';
import { diffDocumentSchema } from '../../src/statement/document-schema.js';
import { amountsIn, inOrder, penceOf } from '../support/amounts.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture } from '../support/fund-folder.js';
import { statementOf } from '../support/reconciled.js';

type Comparison = z.output<typeof comparisonResultSchema>;

const year = fixture('kent-2015-16-illustrative');
const kent = fixture('kent-2015-16');

async function compared(...args: readonly string[]): Promise<Comparison> {
  const { stdout, stderr } = await bcf(['diff', ...args, '--json']);
  const { result } = diffDocumentSchema.parse(JSON.parse(stdout));
  if (result === undefined) throw new Error(stderr);
  return result;
}

function sumOf(amounts: readonly (string | undefined)[]): bigint {
  return amounts.reduce((sum, amount = '0.00') => sum + penceOf(amount), 0n);
}

function lineOf({ lines }: Comparison, key: string) {
  const line = lines.find((one) => one.key === key);
  if (line === undefined) throw new Error(`no line ${key}`);
  return line;
}

describe('plan against outturn', () => {
  test.each(dimensions.flatMap((by) => (['Q1', 'Q2', 'Q3', 'Q4'] as const).map((asAt) => ({ by, asAt }))))(
    'by $by as at $asAt: the lines add up, and come to the flow of funds and to R4’s net variance',
    async ({ by, asAt }) => {
      const comparison = await compared(year, '--by', by, '--as-at', asAt);
      const { flowOfFunds, varianceTotals } = await statementOf(year, '--as-at', asAt);
      const { applications } = flowOfFunds.totals;
      const { lines, totals } = comparison;
      expect(totals.from).toBe(applications.plan);
      expect(totals.to).toBe(applications.forecast);
      expect(sumOf(lines.map(({ from }) => from))).toBe(penceOf(totals.from));
      expect(sumOf(lines.map(({ to }) => to))).toBe(penceOf(totals.to));
      for (const { from, virements = '0.00', to, change, apart, apartBy = [], variance, left, borneBy } of lines) {
        expect(penceOf(change)).toBe(penceOf(to) - penceOf(from) - penceOf(virements));
        expect(left === undefined ? 0n : penceOf(left)).toBe(-penceOf(variance));
        expect(penceOf(variance)).toBe(penceOf(change) - penceOf(apart));
        expect(sumOf(apartBy.map(({ amount }) => amount))).toBe(penceOf(apart));
        if (by === 'partner' || by === 'locality') {
          expect(sumOf((borneBy ?? []).map(({ amount }) => amount))).toBe(penceOf(variance));
        }
      }
      // A scheme that mixes performance with other money cannot be taken apart; every other way comes to R4’s figure.
      if (by !== 'scheme') expect(totals.variance).toBe(varianceTotals.variance);
      const actual = await compared(year, '--by', by, '--as-at', asAt, '--to', 'actual');
      expect(actual.totals.to).toBe(applications.actual);
      expect(actual.totals.from).toBe(applications.plan);
    },
  );

  test('each heading is what bcf reconcile and bcf variance say of it', async () => {
    const { lines } = await compared(year, '--as-at', 'Q2', '--all');
    const { flowOfFunds, variances } = await statementOf(year, '--as-at', 'Q2');
    for (const { code, plan, forecast } of flowOfFunds.applications) {
      const line = lines.find(({ key }) => key === code);
      expect([line?.from, line?.to]).toEqual([plan, forecast]);
      const own = variances.filter(({ heading }) => heading === code);
      expect(penceOf(line?.variance)).toBe(sumOf(own.map(({ variance }) => variance)));
    }
  });

  test.each(['text', 'markdown', 'csv'] as const)('%s has the same amounts as the document', async (format) => {
    const args = [year, '--as-at', 'Q2', '--by', 'partner', '--all'];
    const { lines, totals } = await compared(...args);
    const { stdout } = await bcf(['diff', ...args, '--format', format]);
    // To a reader what is over and under in a line is said in words.
    const gross = format === 'csv' ? lines.flatMap(({ overspend, underspend }) => [overspend, underspend]) : [];
    const figures = [...lines, totals].flatMap(({ from, virements, to, change, apart, left }) => [
      from,
      virements,
      to,
      change,
      apart,
      left,
    ]);
    const expected = inOrder(
      [...figures, ...gross].flatMap((amount) => (amount === undefined ? [] : [penceOf(amount)])),
    );
    const rows: string[][] =
      format === 'csv'
        ? parse(stdout, { from_line: 2 })
        : stdout.split('\n').map((line) => line.split(format === 'text' ? / {2,}/ : ' | '));
    const cells = rows.flat().filter((cell) => /^[*(]*[\d,-]+\.\d\d[)*]*$/.test(cell.trim()));
    expect(inOrder(cells.flatMap(amountsIn))).toEqual(expected);
  });

  test('the last line is the summary, in the promised form', async () => {
    const { stdout } = await bcf(['diff', year, '--as-at', 'Q2', '--by', 'scheme']);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
      /^Summary: \d+ overspent, \d+ underspent, \d+ on plan(, \d+ apart \(grants and performance\))?; net (overspend|underspend) £[\d,]+\.\d\d$/,
    );
  });

  test('unchanged lines are hidden and counted; --all shows them', async () => {
    const hidden = await bcf(['diff', year, '--as-at', 'Q2']);
    const all = await bcf(['diff', year, '--as-at', 'Q2', '--all']);
    expect(hidden.stdout).toContain('2 lines unchanged: --all shows them');
    // Budget that moved by virement is shown, so that the column adds up.
    expect(hidden.stdout).toMatch(/CCG carers' break schemes +3,443,000\.00 +60,000\.00 +3,503,000\.00/);
    expect(hidden.stdout).not.toContain('Care Act implementation');
    expect(all.stdout).toContain('Care Act implementation');
    expect(all.stdout).not.toContain('unchanged');
  });

  test('a planned line without a forecast is not known, never nil, and so is the total', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const text = await fund.read('ledgers/forecast-kcc.csv');
    await fund.write(
      'ledgers/forecast-kcc.csv',
      text
        .split('\n')
        .filter((line) => !/^Q2,09C,KCC,care-act/.test(line))
        .join('\n'),
    );
    const comparison = await compared(fund.path, '--as-at', 'Q2');
    expect(lineOf(comparison, 'care-act')).toMatchObject({ status: 'not-known', from: '3566000.00' });
    expect(lineOf(comparison, 'care-act')).not.toHaveProperty('to');
    expect(comparison.totals).not.toHaveProperty('to');
    // The same asked for by its quarter, and with the unknown on the other side.
    expect(await compared(fund.path, '--to', 'forecast@Q2')).toEqual(comparison);
    const turned = await compared(fund.path, '--from', 'forecast@Q2', '--to', 'actual@Q2');
    expect(lineOf(turned, 'care-act')).not.toHaveProperty('from');
    expect(lineOf(turned, 'care-act')).toHaveProperty('to');
    expect(turned.totals).not.toHaveProperty('from');
    const limited = await bcf(['diff', fund.path, '--as-at', 'Q2', '--fail-over', '50%']);
    expect(limited.exitCode).toBe(1);
    expect(limited.stderr).toContain('[BCF2602]: Care Act implementation: not known');
    expect(comparison.summary).toMatchObject({ notKnown: 1 });
    // Of seven lines and one that is not known there is no net.
    expect(comparison.summary.message).toMatch(/1 line not known; net not known$/);
  });

  test('where all of a change is apart, nothing is left, and nothing is a percent of anything', async () => {
    const dfg = lineOf(await compared(year, '--as-at', 'Q2'), 'disabled-facilities-grant');
    expect(dfg).toMatchObject({ change: '-172700.00', apart: '-172700.00', variance: '0.00' });
    expect(dfg).not.toHaveProperty('left');
    expect(dfg).not.toHaveProperty('percent');
  });

  test('a limit is on the outturn: without the forecast that is declared nothing passes', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    for (const who of ['ccgs', 'kcc']) await fund.remove(`ledgers/forecast-${who}.csv`);
    const shown = await bcf(['diff', fund.path, '--as-at', 'Q2']);
    expect(shown.stdout).toContain('Plan → Actual to Q2');
    const limited = await bcf(['diff', fund.path, '--as-at', 'Q2', '--fail-over', '5%']);
    expect(limited.exitCode).toBe(2);
    expect(limited.stderr).toContain('[BCF0013]');
    const asked = await bcf(['diff', fund.path, '--as-at', 'Q2', '--to', 'actual', '--fail-over', '5%']);
    expect(asked.exitCode).toBe(0);
  });
});

describe('one measure for words, counts, marks and limits', () => {
  test('a side of an earlier quarter knows nothing of what came after: virements too', async () => {
    const atQ1 = await compared(year, '--as-at', 'Q1');
    expect(await compared(year, '--to', 'forecast@Q1')).toEqual(atQ1);
    expect(atQ1.totals).not.toHaveProperty('virements');
    expect(await compared(year, '--to', 'actual@Q2')).toEqual(await compared(year, '--to', 'actual', '--as-at', 'Q2'));
  });

  test('spent above the year’s plan before the year ends: overspent, marked and beyond the limit, all or none', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.write(
      'ledgers/expenditure-more.csv',
      'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note\n2015-06-30,09C,09C,schemes,ccg-minimum,09C-S01,,6000000.00,X1,\n',
    );
    const args = [fund.path, '--to', 'actual', '--as-at', 'Q2', '--by', 'partner'];
    const comparison = await compared(...args);
    expect(comparison.summary).toMatchObject({ over: 1 });
    const over = comparison.lines.filter(({ rag }) => rag !== undefined);
    expect(over.map(({ key, rag, inWords }) => [key, rag, /above the year’s plan already/.test(inWords)])).toEqual([
      ['09C', 'red', true],
    ]);
    const { stderr, exitCode } = await bcf(['diff', ...args, '--fail-over', '1000']);
    expect([exitCode, stderr.match(/BCF2601/g)?.length]).toEqual([1, 1]);
  });

  test.each([
    ['locality', 'NK', ' (Dartford, Gravesham and Swanley CCG pays £210,436.17, Swale CCG holds £164,872.55)'],
    ['heading', 'schemes', ''],
  ])('by %s, what is over and what is under is not netted: a line is rated by its worst part', async (by, key, who) => {
    const args = ['diff', year, '--as-at', 'Q4', '--to', 'actual', '--by', by];
    const line = lineOf(await compared(...args.slice(1)), key);
    expect(line).toMatchObject({
      variance: '45563.62',
      overspend: '210436.17',
      underspend: '164872.55',
      rag: 'red',
      ratedBy: 'Dartford, Gravesham and Swanley CCG',
    });
    const words = `overspend £210,436.17, underspend £164,872.55; net overspend £45,563.62${who}; rated by Dartford, Gravesham and Swanley CCG`;
    expect(line.inWords.startsWith(words)).toBe(true);
    expect((await bcf([...args, '--format', 'markdown'])).stdout).toContain(words);
    const { stdout } = await bcf([...args, '--format', 'csv']);
    expect(['210436.17', '164872.55'].filter((amount) => !stdout.includes(amount))).toEqual([]);
    const limited = async (limit: string) => (await bcf([...args, '--fail-over', limit])).stderr.includes('BCF2601');
    expect([await limited('210436.16'), await limited('210436.17')]).toEqual([true, false]);
  });

  test('two parts that come to nil are no line on plan, and none that is unchanged', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.write(
      'ledgers/expenditure-more.csv',
      'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note\n2016-03-31,10D,10D,schemes,ccg-minimum,,,-45563.62,X1,refund\n',
    );
    const comparison = await compared(fund.path, '--as-at', 'Q4', '--to', 'actual');
    const line = lineOf(comparison, 'schemes');
    expect(line).toMatchObject({ variance: '0.00', overspend: '210436.17', underspend: '210436.17', rag: 'red' });
    expect(line.inWords).toMatch(/^overspend £210,436\.17, underspend £210,436\.17; net nil/);
    expect(comparison.summary).toMatchObject({ over: 1, same: 3 });
  });

  test('a grant spent above all that there is for it is red and beyond any limit; within what was brought forward it is neither', async () => {
    const line = async (folder: string) => lineOf(await compared(folder, '--as-at', 'Q2'), 'social-care-capital-grant');
    expect(await line(year)).not.toHaveProperty('rag');
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const text = await fund.read('ledgers/forecast-kcc.csv');
    await fund.write(
      'ledgers/forecast-kcc.csv',
      text.replace(/^(Q2,KCC,KCC,social-care-capital-grant,,).*$/m, '$19000000.00'),
    );
    expect(await line(fund.path)).toMatchObject({
      rag: 'red',
      inWords:
        '£5,568,000.00 more than the year’s Social Care Capital grant, £5,418,000.00 of it above all that there is',
    });
    expect((await bcf(['diff', fund.path, '--as-at', 'Q2', '--fail-over', '5%'])).exitCode).toBe(1);
    expect((await bcf(['diff', year, '--as-at', 'Q2', '--fail-over', '5%'])).exitCode).toBe(0);
  });

  test('grants and performance are each named, and never netted against each other', async () => {
    const { lines } = await compared(year, '--as-at', 'Q2', '--by', 'partner');
    expect(lines.find(({ key }) => key === 'KCC')?.inWords).toBe(
      '£40,000.00 more than the year’s Social Care Capital grant, met from £150,000.00 brought forward; £172,700.00 held for Disabled facilities grant',
    );
    expect(lines.find(({ key }) => key === '09C')?.inWords).toBe(
      'overspend £1,100.00, underspend £3,200.00; net underspend £2,100.00 (KCC holds £3,200.00, Ashford CCG pays £1,100.00); £112,000.00 performance not expected to be earned',
    );
  });
});

describe('one fund against another', () => {
  test('a revised plan: changed, added, removed and renamed lines are named, matched by code alone', async () => {
    const revised = await FundFolder.copyOf('kent-2015-16');
    await revised.edit(
      'schemes.csv',
      '10A,10A-S01,"Integrated Teams, Rapid Response and Reablement",,3189000',
      '10A,10A-S01,Integrated Teams,,3188000',
    );
    await revised.edit('schemes.csv', '10A,10A-S11,Falls prevention,,26000', '10A,10A-S12,Falls prevention,,27000');
    const comparison = await compared(kent, revised.path, '--by', 'scheme');
    expect(lineOf(comparison, '10A/10A-S01')).toMatchObject({
      status: 'changed',
      label: '10A-S01 Integrated Teams',
      formerLabel: '10A-S01 Integrated Teams, Rapid Response and Reablement',
      change: '-1000.00',
      percent: '0.0',
    });
    expect(lineOf(comparison, '10A/10A-S11')).toMatchObject({ status: 'removed', inWords: 'removed, £26,000.00' });
    expect(lineOf(comparison, '10A/10A-S12')).toMatchObject({ status: 'added', inWords: 'added, £27,000.00' });
    expect(comparison.summary.message).toBe(
      'Summary: 0 more, 1 less, 70 the same, 1 added, 1 removed, 1 renamed; net nil',
    );
    const { stdout } = await bcf(['diff', kent, revised.path, '--by', 'scheme']);
    expect(stdout).toMatch(/^~ {2}10A-S01 Integrated Teams \(was: 10A-S01/m);
    expect(stdout).toMatch(/^- {2}10A-S11 Falls prevention/m);
    expect(stdout).toMatch(/^\+ {2}10A-S12 Falls prevention/m);
  });

  test('a CCG’s successor is matched as the agreement declares it', async () => {
    const after = await FundFolder.copyOf('kent-2015-16');
    for (const file of ['agreement.yaml', 'plan.csv', 'schemes.csv']) {
      const text = await after.read(file);
      // The schemes keep their codes.
      await after.write(file, text.replace(/, successor: 91Q/g, '').replace(/\b09C\b(?!-)/g, '91Q'));
    }
    const comparison = await compared(kent, after.path, '--by', 'partner');
    expect(lineOf(comparison, '91Q')).toMatchObject({ status: 'same', from: '7321000.00', to: '7321000.00' });
    expect(comparison.lines.some(({ key }) => key === '09C')).toBe(false);
    const schemes = await compared(kent, after.path, '--by', 'scheme');
    expect(schemes.summary).toMatchObject({ added: 0, removed: 0 });
  });

  test('a duplicate key is an error, in whichever fund it stands, named with its folder', async () => {
    const twice = await FundFolder.copyOf('kent-2015-16');
    await twice.append('schemes.csv', '10A,10A-S01,Once more,,0\n');
    const { stderr, exitCode, stdout } = await bcf(['diff', kent, twice.path, '--by', 'scheme']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('[BCF3412]');
    expect(stderr).toContain(`${twice.path.replace(/^\//, '')}/schemes.csv:73`);
  });

  test('a fund is the same as itself', async () => {
    const { stdout, exitCode } = await bcf(['diff', kent, kent, '--exit-code']);
    expect(exitCode).toBe(0);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('Summary: 0 more, 0 less, 8 the same; net nil');
  });
});

describe('exit codes', () => {
  test('--exit-code: 1 where anything differs', async () => {
    expect((await bcf(['diff', year, '--as-at', 'Q2'])).exitCode).toBe(0);
    expect((await bcf(['diff', year, '--as-at', 'Q2', '--exit-code'])).exitCode).toBe(1);
  });

  test('--fail-over: beyond the limit and not at it, by percent and by amount', async () => {
    // South Kent Coast’s carers’ breaks are on plan with the virement; DGS is over by £89,800.00 of £14,947,000.
    const fails = async (limit: string) => {
      const { exitCode, stderr } = await bcf(['diff', year, '--as-at', 'Q2', '--by', 'partner', '--fail-over', limit]);
      return exitCode === 1 && /BCF2601.*Dartford, Gravesham and Swanley CCG: overspend £89,800\.00/.test(stderr);
    };
    expect([await fails('89800'), await fails('£89,799.99'), await fails('0.60%'), await fails('0.61%')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('what cannot be compared is refused with exit code 2', async () => {
    for (const flags of [
      ['--from', 'budget'],
      ['--to', 'plan@Q2'],
      ['--fail-over', '5 percent'],
      ['--by', 'name'],
    ]) {
      expect((await bcf(['diff', year, ...flags])).exitCode, flags.join(' ')).toBe(2);
    }
    expect((await bcf(['diff', kent])).stderr).toContain('[BCF0013]');
  });
});

describe('marks by the declared thresholds: amount and percent, both', () => {
  test.each([
    ['10000', '0.50', '80000', '0.60', 'red'],
    ['10000', '0.50', '80000', '0.61', 'amber'],
    ['10000', '0.50', '89800.01', '0.60', 'amber'],
    ['10000', '0.61', '89800', '0.61', 'green'],
  ])('amber from £%s and %s%%, red from £%s and %s%%: %s', async (amber, amberPercent, red, redPercent, expected) => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    await fund.edit(
      'agreement.yaml',
      'amber: { amount: 10000, percent: 1 }',
      `amber: { amount: ${amber}, percent: ${amberPercent} }`,
    );
    await fund.edit(
      'agreement.yaml',
      'red: { amount: 50000, percent: 2 }',
      `red: { amount: ${red}, percent: ${redPercent} }`,
    );
    const comparison = await compared(fund.path, '--as-at', 'Q2', '--by', 'partner');
    expect(lineOf(comparison, '09J')).toMatchObject({ variance: '89800.00', rag: expected });
  });

  test('no thresholds, no marks', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const text = await fund.read('agreement.yaml');
    await fund.write('agreement.yaml', text.replace(/^thresholds:\n(?: {2}.*\n)+/m, ''));
    const { lines } = await compared(fund.path, '--as-at', 'Q2');
    expect(lines.every(({ rag }) => rag === undefined)).toBe(true);
    expect((await bcf(['diff', fund.path, '--as-at', 'Q2'])).stdout).not.toContain('RAG');
  });
});
