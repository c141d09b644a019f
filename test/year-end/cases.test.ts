import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { type FundFolder, yearEndCase } from '../support/fund-folder.js';
import { type YearEnd, yearEnd } from '../support/year-end.js';

/** What each body has at the year end, as the annual return says, and all of them together. */
function closing({ figure }: YearEnd): Record<string, string> {
  const bodies = ['CC', 'A1', 'B1'].map((body) => [body, figure(`report.shares[body=${body}].closing`)]);
  return { ...Object.fromEntries(bodies), all: figure('report.net.carried-forward') };
}

describe('every small year can be read, and adds up at its end', async () => {
  test.each(await readdir(yearEndCase('')))('%s', async (name) => {
    const { figure } = await yearEnd(name);
    expect(figure('settlement.difference')).toBe('0.00');
    expect(figure('variance-totals.unknown')).toBe('0');
  });
});

describe('an instalment that has not come by 31 March', () => {
  test('is a debtor, and no balance', async () => {
    const year = await yearEnd('april-instalment');
    expect(closing(year)).toEqual({ CC: '0.00', A1: '0.00', B1: '0.00', all: '0.00' });
    expect(year.figure('contribution-totals.overdue')).toBe('200000.00');
  });
});

describe('what is unspent, and what is overspent', () => {
  test.each(['unspent-carried-forward', 'unspent-owed-back'])('%s: each body has its own', async (name) => {
    const year = await yearEnd(name);
    expect(closing(year)).toEqual({ CC: '15000.00', A1: '-30000.00', B1: '25000.00', all: '10000.00' });
    expect(year.figure('fund-balance.balance')).toBe('10000.00');
  });
});

describe('performance money earned and not all of it spent', () => {
  test('what is earned and unspent is in the pool, and the rest was never paid in', async () => {
    const year = await yearEnd('performance-earned-and-unspent');
    expect(year.figure('performance.totals.payment')).toBe('100000.00');
    expect(year.figure('performance.totals.retained')).toBe('300000.00');
    expect(closing(year)).toEqual({ CC: '0.00', A1: '15000.00', B1: '0.00', all: '15000.00' });
  });

  test('it is an underspend that its CCG holds; what is retained is pot less earned, whatever was spent', async () => {
    const year = await yearEnd('performance-earned-and-unspent');
    const line = 'variance-totals.outside[heading=perf]';
    expect(year.figure(`${line}.retained`)).toBe('300000.00');
    expect(year.figure(`${line}.unspent`)).toBe('15000.00');
    expect(year.figure(`${line}.borne-by[partner=A1].amount`)).toBe('-15000.00');
    expect(await year.printed('variance')).toContain('retained 300,000.00, underspend 15,000.00');
    expect(await year.printed('diff')).toContain('£300,000.00 performance not earned, £15,000.00 earned');
    expect(await year.printed('report', 'aggregate')).toContain(
      '£300,000.00 not earned; £15,000.00 earned and not spent',
    );
    for (const page of [['reconcile'], ['variance'], ['settle'], ['report', 'quarterly'], ['diff']])
      expect(await year.printed(...page)).not.toMatch(/retained £?315,000|315,000.00 performance/);
  });
});

describe('performance money paid in above what was earned', () => {
  const paidMore = (folder: FundFolder) =>
    folder.append('ledgers/contributions.csv', '2016-03-20,A1,min,perf,30000,A1-P9,\n');

  test('is to be returned, and is not ahead', async () => {
    const { figure, printed } = await yearEnd('performance-earned-and-unspent', paidMore);
    expect(figure('contribution-totals.to-return')).toBe('30000.00');
    expect(figure('contribution-totals.paid-ahead')).toBe('0.00');
    expect(figure('report.net.to-return')).toBe('30000.00');
    expect(await printed('settle')).toMatch(
      /\nAlpha CCG +0\.00 +30,000\.00 .*performance money not earned, to be returned\n/,
    );
    expect(figure('contributions[partner=A1;source=min;pool=main;kind=performance].to-return')).toBe('30000.00');
    expect(await printed('report', 'annual')).toMatch(/less performance money not earned, to be returned .*30,000.00/);
    expect(await printed('report', 'return')).toContain(
      '£30,000.00 of performance money paid in and not earned, to be returned',
    );
    for (const page of [['settle'], ['report', 'annual'], ['report', 'return'], ['reconcile']])
      expect(await printed(...page)).not.toMatch(/30,000.00 .*before (it was|they were) due/);
  });
});

describe('a pool that is overdrawn', () => {
  test('has paid out 13,000 more than it received, and both fences are broken', async () => {
    const year = await yearEnd('pool-overdrawn');
    expect(closing(year)).toEqual({ CC: '-5000.00', A1: '-8000.00', B1: '0.00', all: '-13000.00' });
    expect(year.figure('fund-balance.balance')).toBe('-13000.00');
    expect((await year.printed('reconcile')).match(/^error\[BCF2107\]/gm)).toHaveLength(2);
  });
});

describe('a forecast that differs from what was spent when the year has ended', () => {
  test('is a finding, of each line by how much', async () => {
    const printed = await (await yearEnd('forecast-differs')).printed('reconcile');
    expect(printed.match(/^error\[BCF2304\]/gm)).toHaveLength(2);
    expect(printed).toContain('£450,000.00 and £430,000.00 was spent: £20,000.00 more was forecast');
    expect(printed).toContain('£390,000.00 and £380,000.00 was spent: £10,000.00 more was forecast');
  });

  test('is no outturn: every variance, share and return is of what was spent', async () => {
    const year = await yearEnd('forecast-differs');
    const schemes = (body: string) => year.figure(`variances[schedule=${body};heading=sch;by=${body}].variance`);
    expect([schemes('A1'), schemes('B1')]).toEqual(['30000.00', '-20000.00']);
    expect(closing(year)).toEqual({ CC: '0.00', A1: '-30000.00', B1: '20000.00', all: '-10000.00' });
    expect(await year.printed('diff', '--by', 'partner')).toContain('overspend £30,000.00 (Alpha CCG pays £30,000.00)');
    expect(await year.printed('report', 'return')).toContain('£30,000.00 overspent; less £20,000.00 underspent');
  });
});

describe('schemes that are aligned, and overspent by 40,000', () => {
  test('settlement and fund balance have none of it: its owner spent it, and owes nobody', async () => {
    const { figure, printed } = await yearEnd('aligned');
    expect(figure('fund-balance.received')).toBe('1300000.00');
    expect(figure('fund-balance.applied')).toBe('1300000.00');
    expect(figure('fund-balance.balance')).toBe('0.00');
    for (const body of ['A1', 'B1']) {
      const settlement = `settlement.partners[pool=main;partner=${body}]`;
      expect(figure(`${settlement}.contribution-due`)).toBe('600000.00');
      expect(figure(`${settlement}.contribution-received`)).toBe('600000.00');
      expect(figure(`${settlement}.paid`)).toBe('400000.00');
      for (const side of ['owes', 'owed', 'available', 'drawn-ahead', 'net'])
        expect(figure(`${settlement}.${side}`)).toBe('0.00');
    }
    expect(figure('contribution-totals.overdue')).toBe('0.00');
    expect(figure('contribution-totals.paid-ahead')).toBe('0.00');
    expect(await printed('settle')).toMatch(/due 15 July 2015 .*100,000.00 .*paid 15 July 2015/);
  });

  test('the flow of funds foots with it, and shows it apart', async () => {
    const { figure, printed } = await yearEnd('aligned');
    for (const side of ['sources', 'applications']) {
      expect(figure(`flow-of-funds.totals.${side}.plan`)).toBe('2100000.00');
      expect(figure(`flow-of-funds.totals.${side}.actual`)).toBe('2140000.00');
    }
    expect(figure('flow-of-funds.totals.aligned.plan')).toBe('800000.00');
    expect(figure('flow-of-funds.totals.aligned.actual')).toBe('840000.00');
    expect(figure('by-pool[pool=main].pooled.actual')).toBe('1300000.00');
    expect(figure('flow-of-funds.totals.balance.actual')).toBe('0.00');
    expect(await printed('reconcile')).toContain('Schemes (aligned)');
    expect(await printed('report', 'annual')).toContain('£840,000.00 is aligned');
    expect(await printed('report', 'return')).not.toContain('not explained');
  });

  test('the overspend is its owner’s, and no host is protected from it', async () => {
    const year = await yearEnd('aligned');
    expect(year.figure('variances[schedule=B1;heading=sch;by=B1].borne-by[partner=B1].amount')).toBe('40000.00');
    expect(year.figure('variance-totals.hosts[pool=main].protected-from')).toBe('0.00');
    expect(closing(year)).toEqual({ CC: '0.00', A1: '0.00', B1: '0.00', all: '0.00' });
    expect(await year.printed('variance')).toContain('Beta CCG pays it itself (aligned)');
  });

  test('a receipt of the pool’s own names a pooled heading, and one of aligned money the aligned one', async () => {
    const apart = async (folder: FundFolder) => {
      const rows = await folder.read('ledgers/contributions.csv');
      const two = '$1,$2,min,sc,50000,$3,\n$1,$2,min,sch,100000,$3-own,';
      await folder.write('ledgers/contributions.csv', rows.replace(/^(.*),([AB]1),min,,150000,(.*),$/gm, two));
    };
    const { figure } = await yearEnd('aligned', apart);
    expect(figure('fund-balance.received')).toBe('1300000.00');
    expect(figure('settlement.partners[pool=main;partner=B1].net')).toBe('0.00');
  });

  test('a penny that does not divide is the pool’s', async () => {
    const odd = (folder: FundFolder) =>
      folder.edit('ledgers/contributions.csv', 'A1,min,,150000,A1-C4', 'A1,min,,150000.01,A1-C4');
    const { figure } = await yearEnd('aligned', odd);
    expect(figure('contribution-totals.paid-ahead')).toBe('0.01');
    expect(figure('fund-balance.balance')).toBe('0.01');
  });
});

describe('variances that were paid', () => {
  const contributions = 'ledgers/contributions.csv';
  const marked = (folder: FundFolder) =>
    folder.addColumn(contributions, 'for', (row) =>
      /pays its overspend|underspend returned/.test(row) ? 'variance' : '',
    );

  test('are settled where the rows say so: nothing is carried forward, nobody is ahead or late', async () => {
    const year = await yearEnd('variances-paid', marked);
    expect(closing(year)).toEqual({ CC: '0.00', A1: '0.00', B1: '0.00', all: '0.00' });
    const { figure } = year;
    for (const body of ['A1', 'B1']) expect(figure(`settlement.partners[pool=main;partner=${body}].net`)).toBe('0.00');
    expect(figure('settlement.partners[pool=main;partner=A1].settled')).toBe('30000.00');
    expect(figure('settlement.partners[pool=main;partner=B1].settled')).toBe('-20000.00');
    expect(figure('contribution-totals.overdue')).toBe('0.00');
    expect(figure('contribution-totals.paid-ahead')).toBe('0.00');
    expect(figure('report.total-income.to-date')).toBe('2100000.00');
    expect(figure('flow-of-funds.totals.sources.actual')).toBe('2100000.00');
    expect(figure('fund-balance.balance')).toBe('0.00');
    expect(await year.printed('reconcile')).not.toContain('BCF2407');
  });

  test('are asked about where the rows do not say so', async () => {
    const said = await (await yearEnd('variances-paid')).printed('reconcile');
    expect(said).toContain(
      'Alpha CCG (A1) has paid in £30,000.00 more than is due, and bears an overspend of £30,000.00: do its receipts settle it?',
    );
    expect(said).toContain(
      'Beta CCG (B1) has been paid back, is £20,000.00 short of what is due, and holds an underspend of £20,000.00: does a negative row settle it?',
    );
  });

  test('an instalment that its payer names goes before the oldest', async () => {
    const late = (folder: FundFolder) =>
      folder.addColumn(contributions, 'for', (row) => (row.includes('A1-C2') ? 'instalment Q4' : ''));
    const { printed } = await yearEnd('april-instalment', late);
    expect(await printed('settle')).toMatch(/due 15 July 2015 .*paid 15 October 2015, 92 days late/);
  });

  describe('an over- and an underspend of one body on one schedule', () => {
    const both = (...rows: readonly string[]) =>
      yearEnd('unspent-owed-back', async (folder) => {
        await folder.append('ledgers/expenditure.csv', '2016-03-21,A1,CC,sch,min,,,4000,CCsch1,\n');
        for (const column of ['for', 'schedule']) await folder.addColumn(contributions, column, () => '');
        for (const row of rows) await folder.append(contributions, `2016-03-30,CC,min,,${row}\n`);
      });
    const ofCounty = ({ figure }: YearEnd) =>
      ['owes', 'owed'].map((side) => figure(`settlement.partners[pool=main;partner=CC].${side}`));
    const [paid, back] = ['4000,PAID,,variance,A1', '-10000,BACK,underspend returned,variance,A1'];

    test('stand side by side', async () => {
      expect(ofCounty(await both())).toEqual(['4000.00', '10000.00']);
    });

    test('are settled each by itself', async () => {
      expect(ofCounty(await both(paid))).toEqual(['0.00', '10000.00']);
      expect(ofCounty(await both(back))).toEqual(['4000.00', '0.00']);
      expect(ofCounty(await both(paid, back))).toEqual(['0.00', '0.00']);
    });
  });
});
