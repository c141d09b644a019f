import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { type FundFolder, yearEndCase } from '../support/fund-folder.js';
import { nextYearOf, onPlan, settling } from '../support/next-year.js';
import { changedCase, yearEndOf } from '../support/year-end.js';

/** What each case brings forward: whose money, under which fence, whose it is, of which kind. */
const brought: Readonly<Record<string, readonly string[]>> = {
  'april-instalment': ['A1 oo A1 contributions -50000', 'A1 - A1 contributions -150000'],
  'unspent-carried-forward': [
    'A1 - CC balance 10000',
    'A1 - A1 variance -30000',
    'B1 oo B1 balance 5000',
    'B1 - B1 balance 20000',
    'CC dfg districts balance 5000',
  ],
  'unspent-owed-back': [
    'A1 - CC variance 10000',
    'A1 - A1 variance -30000',
    'B1 oo B1 balance 5000',
    'B1 - B1 variance 20000',
    'CC dfg districts balance 5000',
  ],
  'forecast-differs': ['A1 - A1 variance -30000', 'B1 - B1 balance 20000'],
  'performance-earned-and-unspent': ['A1 perf A1 balance 15000'],
  'pool-overdrawn': ['A1 oo A1 variance -8000', 'CC dfg districts variance -5000'],
};

describe('the year after a small year', () => {
  test.each(Object.entries(brought))('%s: begins with what it ended with', async (name, expected) => {
    const { openings } = await nextYearOf(yearEndCase(name));
    const lines = openings.map(({ heading, partner, body, kind, amount }) =>
      [partner, heading || '-', body, kind, amount].join(' '),
    );
    expect(lines).toEqual(expected);
  });

  test.each(Object.keys(brought))('%s: with everything on plan it ends with nothing between anybody', async (name) => {
    const next = await nextYearOf(yearEndCase(name));
    await onPlan(next, settling(next.openings));
    const year = await yearEndOf(next.folder.path);
    const printed = await year.printed('reconcile');
    expect(printed.match(/^(error|warning)\[.*$/gm) ?? []).toEqual([]);
    const { figure } = year;
    for (const total of ['owed-to-hosts', 'owed-by-hosts', 'available', 'drawn-ahead', 'held', 'difference'])
      expect([total, figure(`settlement.${total}`)]).toEqual([total, '0.00']);
    expect(figure('contribution-totals.overdue')).toBe('0.00');
    expect(figure('contribution-totals.paid-ahead')).toBe('0.00');
    expect(figure('contribution-totals.received')).toBe('2100000.00');
    expect(figure('report.net.carried-forward')).toBe('0.00');
    for (const body of ['CC', 'A1', 'B1']) expect(figure(`report.shares[body=${body}].closing`)).toBe('0.00');
  });
});

describe('what was brought forward and is not settled yet', () => {
  const nothing = { contributions: [], expenditure: [] };

  test('contributions that had not come are the oldest of what is owed: receipts go to them first', async () => {
    const next = await nextYearOf(yearEndCase('april-instalment'));
    await onPlan(next, nothing);
    const { figure, printed } = await yearEndOf(next.folder.path);
    expect(figure('contribution-totals.overdue')).toBe('200000.00');
    expect(await printed('settle')).toMatch(/\nAlpha CCG +200,000\.00 .*contribution outstanding/);
  });

  test('where receipts say of which quarter they are, last year’s stay owed, and no fence is broken', async () => {
    const next = await nextYearOf(yearEndCase('april-instalment'));
    await onPlan(next, { ...nothing, isMarked: true });
    const { figure, printed } = await yearEndOf(next.folder.path);
    expect(figure('contribution-totals.overdue')).toBe('0.00');
    expect(figure('settlement.owed-to-hosts')).toBe('200000.00');
    expect(await printed('settle')).toMatch(/\nAlpha CCG +200,000\.00 .*contribution of last year outstanding/);
    expect((await printed('reconcile')).match(/^(error|warning)\[.*$/gm) ?? []).toEqual([]);
  });

  test('the contribution of a member is its own, where the plan has the heading with its group', async () => {
    const last = await changedCase('april-instalment', (folder) =>
      folder.edit('plan.csv', 'A1,min,oo,A1', 'A1,min,oo,ccgs'),
    );
    const next = await nextYearOf(last);
    await onPlan(next, settling(next.openings));
    const { figure } = await yearEndOf(next.folder.path);
    expect(['owed-to-hosts', 'owed-by-hosts'].map((side) => figure(`settlement.${side}`))).toEqual(['0.00', '0.00']);
  });

  test('performance money of an earlier year beyond what was owed of it is to be returned, and is nobody’s advance', async () => {
    const last = await changedCase('performance-earned-and-unspent', async (folder) => {
      await folder.addColumn('ledgers/contributions.csv', 'adjusts', () => '');
      await folder.append('ledgers/contributions.csv', '2016-02-03,A1,min,perf,500,OLD,,2014/15:A1-P4\n');
    });
    const { openings } = await nextYearOf(last);
    expect(openings.map(({ heading, kind, amount }) => [heading, kind, amount])).toContainEqual([
      'perf',
      'variance',
      '500',
    ]);
  });

  test('a variance that is paid and not marked is asked about', async () => {
    const next = await nextYearOf(yearEndCase('forecast-differs'));
    await onPlan(next, { ...nothing, contributions: ['2016-04-20,A1,min,,30000,OVR,,,'] });
    const { printed } = await yearEndOf(next.folder.path);
    expect(await printed('settle')).toContain(
      'Alpha CCG (A1) has paid in £30,000.00 more than is due, and bears an overspend of £30,000.00: do its receipts settle it?',
    );
  });

  test('a balance that is kept and is paid back after all is settled by that', async () => {
    const next = await nextYearOf(yearEndCase('forecast-differs'));
    const back = '2016-04-20,B1,min,,-20000,BACK,underspend returned,variance 2015/16,';
    await onPlan(next, { ...nothing, contributions: [back] });
    const { figure } = await yearEndOf(next.folder.path);
    const own = 'settlement.partners[pool=main;partner=B1]';
    expect(['owes', 'owed', 'available'].map((key) => figure(`${own}.${key}`))).toEqual(['0.00', '0.00', '0.00']);
  });

  describe('what a group overspent outside a fence', () => {
    const byGroup = (paid?: string) =>
      changedCase('forecast-differs', async (folder) => {
        await folder.edit('plan.csv', 'A1,min,sch,A1', 'A1,min,sch,ccgs');
        await folder.addColumn('ledgers/contributions.csv', 'for', () => '');
        await folder.addColumn('ledgers/contributions.csv', 'schedule', () => '');
        if (paid !== undefined) await folder.append('ledgers/contributions.csv', paid);
      });

    test('is paid by a member, for the schedule whose money it was', async () => {
      const { figure } = await yearEndOf(await byGroup('2016-03-30,B1,min,,30000,PAID,,variance,A1\n'));
      expect(['owed-to-hosts', 'owed-by-hosts'].map((side) => figure(`settlement.${side}`))).toEqual(['0.00', '0.00']);
      expect(figure('report.shares[body=ccgs].closing')).toBe('0.00');
    });

    test('is paid by a member in the next year too, whatever that one plans', async () => {
      const next = await nextYearOf(await byGroup());
      const owed = next.openings.filter(({ kind }) => kind === 'variance');
      expect(owed.map(({ partner, body, amount }) => [partner, body, amount])).toEqual([['A1', 'ccgs', '-30000']]);
      await onPlan(next, { ...nothing, contributions: ['2016-04-20,B1,min,,30000,PAID,,variance 2015/16,A1'] });
      await next.folder.edit('plan.csv', 'ccgs', 'A1');
      const { figure } = await yearEndOf(next.folder.path);
      expect(['owed-to-hosts', 'owed-by-hosts'].map((side) => figure(`settlement.${side}`))).toEqual(['0.00', '0.00']);
    });
  });

  test('what was paid in ahead is income of this year', async () => {
    const ahead = async (folder: FundFolder) => {
      await folder.append(
        'ledgers/contributions.csv',
        '2016-01-15,A1,min,,150000,A1-C4,\n2016-03-30,A1,min,,200000,A1-C5,\n',
      );
      await folder.append('ledgers/contributions.csv', '2016-01-15,A1,min,oo,50000,A1-O4,\n');
    };
    const last = await changedCase('april-instalment', ahead);
    const next = await nextYearOf(last);
    expect(next.openings.map(({ kind, amount }) => [kind, amount])).toEqual([['contributions', '200000']]);
    await onPlan(next, nothing);
    const { figure, printed } = await yearEndOf(next.folder.path);
    expect(figure('contribution-totals.paid-ahead')).toBe('200000.00');
    expect(figure('flow-of-funds.totals.sources.actual')).toBe('2300000.00');
    expect(await printed('settle')).toMatch(/\nAlpha CCG +0\.00 +200,000\.00 .*paid in before it was due/);
  });
});

describe('bcf check --last-year', () => {
  const held = async (edit?: (folder: FundFolder) => Promise<void>) => {
    const last = yearEndCase('unspent-owed-back');
    const next = await nextYearOf(last);
    await onPlan(next, settling(next.openings));
    await edit?.(next.folder);
    return bcf(['check', next.folder.path, '--last-year', last]);
  };

  test('passes where the year begins with what the last one closed with', async () => {
    const { stdout, exitCode } = await held();
    expect(stdout).toContain('Brought forward = what last year closed with, each body, ring-fence and kind');
    expect(exitCode).toBe(0);
  });

  test('names each body, fence and kind that differs', async () => {
    const { stderr, exitCode } = await held(async (folder) => {
      await folder.edit('ledgers/opening.csv', 'main,,B1,min,B1,variance,20000', 'main,,B1,min,B1,balance,20000');
      await folder.edit('ledgers/opening.csv', 'A1,variance,-30000', 'A1,variance,-30000.01');
    });
    expect(stderr.match(/^error\[BCF2408\].*$/gm)).toEqual([
      'error[BCF2408]: Beta CCG (B1): variance owed or owed back: 2015/16 closed with £20,000.00, and £0.00 is brought forward: £20,000.00 less',
      'error[BCF2408]: Alpha CCG (A1): variance owed or owed back: 2015/16 closed with -£30,000.00, and -£30,000.01 is brought forward: £0.01 less',
      'error[BCF2408]: Beta CCG (B1): balance: 2015/16 closed with £0.00, and £20,000.00 is brought forward: £20,000.00 more',
    ]);
    expect(exitCode).toBe(1);
  });

  test('shows the row of what it says of this year, as it does alone', async () => {
    const { exitCode, stderr } = await held((folder) => folder.edit('ledgers/opening.csv', '-30000', '-30001'));
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/error\[BCF2408\].*\n {2}--> ledgers\/opening\.csv:\d+.*\n +\d+ \| .*-30001/);
  });

  test('points at the row that differs, and where there is none at the file', async () => {
    const { stderr } = await held(async (folder) => {
      const rows = (await folder.read('ledgers/opening.csv')).split('\n');
      const kept = rows.filter((row) => !row.includes(',B1,variance,'));
      await folder.write('ledgers/opening.csv', kept.join('\n').replace('A1,variance,-30000', 'A1,variance,-29000'));
    });
    expect(stderr.match(/^ *--> .*$/gm)?.map((place) => place.replace(/^.*ledgers/, 'ledgers'))).toEqual([
      'ledgers/opening.csv',
      'ledgers/opening.csv:3, column G (amount)',
    ]);
  });

  test('takes no other year for the last', async () => {
    const last = yearEndCase('unspent-owed-back');
    const { stderr, exitCode } = await bcf(['check', last, '--last-year', last]);
    expect(stderr).toContain('[BCF0037]');
    expect(exitCode).toBe(2);
  });
});

describe('controls on what was brought forward', () => {
  const rows = [
    'Beta owed back,actual.brought-forward[body=B1;kind=variance],20000,,closing note of 2015/16,',
    'Alpha owes,actual.brought-forward[body=A1;kind=variance],-30000,,closing note of 2015/16,',
    'Grant kept,actual.brought-forward[body=districts;heading=dfg;kind=balance],5000,,closing note of 2015/16,',
  ];
  const checked = async (edit?: (folder: FundFolder) => Promise<void>) => {
    const next = await nextYearOf(yearEndCase('unspent-owed-back'));
    await onPlan(next, settling(next.openings));
    const { folder } = next;
    const agreement = await folder.read('agreement.yaml');
    if (!agreement.includes('kind: controls'))
      await folder.edit(
        'agreement.yaml',
        'ledgers:\n',
        'ledgers:\n  - { kind: controls, files: controls.csv, unit: pounds }\n',
      );
    const header = 'name,figure,expected,tolerance,place,accepted_because';
    await folder.write('controls.csv', [header, ...rows, ''].join('\n'));
    await edit?.(folder);
    return bcf(['check', folder.path]);
  };

  test('hold each body, fence and kind without last year’s folder', async () => {
    const { exitCode, stderr } = await checked();
    expect([exitCode, stderr]).toEqual([0, '']);
  });

  test('find a row that has been altered', async () => {
    const { exitCode, stderr } = await checked((folder) =>
      folder.edit('ledgers/opening.csv', 'B1,variance,20000', 'B1,variance,19000'),
    );
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Beta owed back');
  });
});
