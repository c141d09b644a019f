import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { closedYear, verified } from '../support/closing.js';
import type { FundFolder } from '../support/fund-folder.js';

const kcc = 'ledgers/expenditure-kcc-q1.csv';
const districts = 'ledgers/expenditure-districts.csv';

async function lastLine(fund: FundFolder, command: string): Promise<{ line: string; exitCode: number }> {
  const { stdout, exitCode } = await bcf([command, '.'], { cwd: fund.path });
  return { line: stdout.trimEnd().split('\n').at(-1) ?? '', exitCode };
}

describe('a closed quarter that has not moved', () => {
  test('verifies, and the statement says that it is closed', async () => {
    const fund = await closedYear('Q1');
    const { result, exitCode } = await verified(fund);
    expect(exitCode).toBe(0);
    expect(result.conclusion).toEqual({ verified: true, message: 'Verified: Q1 closed and unchanged' });
    const { stdout } = await bcf(['reconcile', '.', '--full'], { cwd: fund.path });
    expect(stdout).toContain(
      `Closed\n  Q1    closed by A. Smith on 10 July 2015, seal ${result.records[0]?.seal.slice(0, 16)}\n`,
    );
    expect((await lastLine(fund, 'reconcile')).line).toMatch(/^Reconciled: /);
    expect((await lastLine(fund, 'check')).line).toMatch(/^Passed: /);
  });

  test('stays closed when open quarters grow, in a file of its own and in a mixed one', async () => {
    const fund = await closedYear('Q1');
    await fund.append(
      districts,
      '2015-07-02,KCC,districts,disabled-facilities-grant,disabled-facilities-grant,,swale,1.00,DFG-NEW,\r\n',
    );
    await fund.write(
      'ledgers/expenditure-kcc-more.csv',
      'date,schedule,applied_by,heading,source,scheme,district,amount (£),reference,note\n06/07/2015,10A,KCC,care-act,ccg-minimum,10A-S01,,1.00,KCC-NEW,\n',
    );
    expect((await verified(fund)).result.conclusion.verified).toBe(true);
  });

  test('stays closed when a mixed file is saved with other line ends, or its rows in another order', async () => {
    const fund = await closedYear('Q1');
    const [header, ...rows] = (await fund.read(districts)).trimEnd().split(/\r?\n/);
    await fund.write(districts, `${[header, ...rows.reverse()].join('\n')}\n`);
    expect((await verified(fund)).result.conclusion.verified).toBe(true);
  });
});

describe('a closed row', () => {
  test('whose amount is changed is named with both versions, its place and each figure', async () => {
    const fund = await closedYear('Q1');
    await fund.edit(kcc, '186,483.89', '186,484.89');
    const { result, diagnostics, exitCode } = await verified(fund);
    expect(exitCode).toBe(1);
    expect(result.rows).toEqual([
      {
        change: 'changed',
        quarter: 'Q1',
        file: kcc,
        line: 2,
        lineAsClosed: 2,
        was: expect.stringContaining('"186,483.89",KCC-0001/1'),
        now: expect.stringContaining('"186,484.89",KCC-0001/1'),
        record: 'closes/0001.json',
      },
    ]);
    expect(diagnostics.find(({ code }) => code === 'BCF2610')).toMatchObject({ file: kcc, line: 2, field: 'amount' });
    expect(result.figures).toContainEqual({
      quarter: 'Q1',
      figure: 'flow-of-funds.totals.applications.actual',
      unit: 'money',
      recorded: '22357887.93',
      now: '22357888.93',
      difference: '1.00',
    });
    expect(result.conclusion.message).toBe('Not verified: 1 row of closed quarters changed, 40 figures differ');
    for (const command of ['reconcile', 'check']) {
      const { line, exitCode: code } = await lastLine(fund, command);
      expect(line).toMatch(
        /^Not (reconciled|passed): what is closed has moved: 1 row of closed quarters changed, 40 figures differ; /,
      );
      expect(code).toBe(1);
    }
  });

  test('that is dated into an open quarter is named as changed', async () => {
    const fund = await closedYear('Q1');
    await fund.edit(districts, '2015-04-06,KCC,districts', '2015-07-06,KCC,districts');
    const { result, diagnostics } = await verified(fund);
    expect(result.rows).toMatchObject([{ change: 'changed', file: districts, line: 2, lineAsClosed: 2 }]);
    expect(diagnostics[0]?.code === 'BCF2619' || diagnostics.some(({ code }) => code === 'BCF2619')).toBe(true);
    expect(diagnostics.find(({ code }) => code === 'BCF2610')?.message).toContain('changed and dated into Q2');
  });

  test('with another reference is known by its place', async () => {
    const fund = await closedYear('Q1');
    await fund.edit(districts, 'DFG-0002/1', 'DFG-0002/9');
    const { result } = await verified(fund);
    expect(result.rows).toMatchObject([{ change: 'changed', line: 3, lineAsClosed: 3 }]);
    expect(result.figures).toEqual([]);
  });

  test('that has vanished, beside one that has appeared elsewhere', async () => {
    const fund = await closedYear('Q1');
    const lines = (await fund.read(districts)).split('\n');
    const [gone = ''] = lines.splice(4, 1);
    await fund.write(districts, lines.join('\n'));
    await fund.append(
      districts,
      '2015-06-30,KCC,districts,disabled-facilities-grant,disabled-facilities-grant,,swale,2.00,DFG-LATE,\n',
    );
    const { result } = await verified(fund);
    expect(result.rows.map(({ change, line, lineAsClosed }) => ({ change, line, lineAsClosed }))).toEqual([
      { change: 'vanished', line: undefined, lineAsClosed: 5 },
      { change: 'appeared', line: lines.length, lineAsClosed: undefined },
    ]);
    expect(result.rows[0]?.was).toBe(gone.replace('\r', ''));
  });

  test('of the plan, the schemes and what was brought forward is closed with the first quarter', async () => {
    const fund = await closedYear('Q1');
    await fund.edit('plan.csv', 'stated', 'derived');
    await fund.edit('schemes.csv', '99J-S01,New', '99J-S01,Old');
    await fund.edit('ledgers/opening.csv', '150000.00', '150000.0');
    const { result } = await verified(fund);
    expect(result.rows.map(({ change, file }) => `${change} ${file}`)).toEqual([
      'changed plan.csv',
      'changed schemes.csv',
    ]);
    expect(result.rewritten).toEqual([{ file: 'ledgers/opening.csv', rows: 1, how: ['amount'] }]);
  });

  test('in a file that can no longer be read is named, with the fault of the file', async () => {
    const fund = await closedYear('Q1');
    await fund.edit(kcc, '06/04/2015', '31/02/2015');
    const { result, diagnostics, exitCode } = await verified(fund);
    expect(exitCode).toBe(2);
    expect(diagnostics.map(({ code }) => code)).toEqual(['BCF2610', 'BCF3212']);
    expect(result.areFiguresKnown).toBe(false);
    const { stderr } = await bcf(['reconcile', '.'], { cwd: fund.path });
    expect(stderr).toContain('error[BCF2610]');
    expect(stderr).toContain('error[BCF3212]');
  });

  test('behind a quotation mark that is not closed is named as swallowed', async () => {
    const fund = await closedYear('Q1');
    await fund.edit(kcc, ',"186,483.89"', ',"186,483.89');
    const { result } = await verified(fund);
    expect(result.counts.changed).toBe(1);
    expect(result.counts.swallowed).toBeGreaterThan(0);
    expect(result.counts.vanished).toBe(0);
  });
});

describe('a file with closed rows', () => {
  test('that is gone, or that the agreement no longer reads', async () => {
    const fund = await closedYear('Q1');
    await fund.remove(kcc);
    const gone = await verified(fund);
    expect(gone.diagnostics.map(({ code }) => code)).toContain('BCF2617');
    expect(gone.result.counts.vanished).toBe(69);
  });

  test('in which all was closed may have rows of open quarters added', async () => {
    const fund = await closedYear('Q1');
    await fund.append(kcc, '06/07/2015,10A,KCC,care-act,ccg-minimum,10A-S01,,1.00,KCC-NEW,\r\n');
    expect((await verified(fund)).result.conclusion.verified).toBe(true);
  });
});

describe('the agreement', () => {
  test('may be varied where no closed figure moves, and that is said', async () => {
    const fund = await closedYear('Q1');
    await fund.append('agreement.yaml', '\n# varied\n');
    const { diagnostics, exitCode } = await verified(fund);
    expect(diagnostics.map(({ code }) => code)).toEqual(['BCF2621']);
    expect(exitCode).toBe(0);
  });

  test('that moves closed figures is found by each of them', async () => {
    const fund = await closedYear('Q1');
    await fund.edit('agreement.yaml', 'price: 1490', 'price: 1500');
    const { diagnostics, result } = await verified(fund);
    expect(result.rows).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['BCF2619']);
    expect(result.figures.length).toBeGreaterThan(0);
  });
});
