import { describe, expect, test } from 'vitest';
import { FundFolder } from '../support/fund-folder.js';
import { reconciledJson } from '../support/reconciled.js';

/** The illustrative fund with rows of spending added to it. */
async function spending(...rows: readonly string[]) {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  const header = 'date,schedule,applied_by,heading,source,scheme,district,amount,reference,note';
  await fund.write('ledgers/expenditure-zz.csv', `${[header, ...rows].join('\n')}\n`);
  return fund;
}

const at = 'ledgers/expenditure-zz.csv';

describe('R2: a ring-fence is kept both ways, and each breach is named with its row', () => {
  test.each([
    [
      'a DFG row booked to another heading',
      '2015-11-30,KCC,KCC,care-act,disabled-facilities-grant,,,"12,400.00",X1,',
      [`BCF2104 ${at}:2 heading`, `BCF2106 ${at}:2 heading`],
      'Disabled Facilities Grant spent on another heading, Care Act implementation: £12,400.00',
    ],
    [
      'a scheme charged to DFG',
      '2015-11-30,99J,districts,disabled-facilities-grant,ccg-minimum,,thanet,500.00,X1,',
      [`BCF2105 ${at}:2 source`],
      'Disabled facilities grant charged to another source, CCG minimum contribution: £500.00',
    ],
    [
      'capital spent as revenue',
      '2015-11-30,KCC,KCC,protection-of-social-care,social-care-capital-grant,,,7.01,X1,',
      [`BCF2104 ${at}:2 heading`, `BCF2106 ${at}:2 heading`],
      'capital spent as revenue: £7.01 of Social Care Capital Grant under Protection of social care, a revenue heading',
    ],
    [
      'out-of-hospital money spent by the council',
      '2015-11-30,99J,KCC,out-of-hospital,ccg-minimum,,,1.00,X1,',
      [`BCF2108 ${at}:2 applied_by`],
      'spent by Kent County Council (KCC), not by CCGs: £1.00',
    ],
    [
      'money of a source that the partner does not contribute',
      '2015-11-30,KCC,KCC,care-act,ccg-minimum,,,1.00,X1,',
      [`BCF2012 ${at}:2 source`],
      'Kent County Council (KCC) contributes nothing under CCG minimum contribution, yet £1.00 of it is applied',
    ],
  ])('%s', async (_, row, found, words) => {
    const fund = await spending(row);
    const { document, stderr, exitCode } = await reconciledJson(fund.path, '--as-at', 'Q3');
    const findings = document.diagnostics.filter((diagnostic) => diagnostic.class === 'finding');
    expect(findings.map(({ code, file, line, field }) => `${code} ${file}:${line} ${field}`)).toEqual(found);
    expect(stderr).toContain(words);
    expect(exitCode).toBe(1);
  });

  test('spending above the source names the excess', async () => {
    const fund = await spending(
      '2016-03-30,KCC,districts,disabled-facilities-grant,disabled-facilities-grant,,thanet,431786.13,X1,',
    );
    const { stderr, exitCode } = await reconciledJson(fund.path);
    expect(stderr).toContain('actual spending £7,208,000.01 is £0.01 above the £7,208,000.00 available');
    expect(exitCode).toBe(1);
  });

  test('the same to the penny within the source is no breach of it, but of the district’s allocation', async () => {
    const fund = await spending(
      '2016-03-30,KCC,districts,disabled-facilities-grant,disabled-facilities-grant,,thanet,431786.12,X1,',
    );
    const { document } = await reconciledJson(fund.path);
    const found = document.diagnostics.filter((diagnostic) => diagnostic.class === 'finding').map(({ code }) => code);
    // Neither the forecast nor Thanet’s agreed balance and income at the year end know of the payment.
    expect(found.sort()).toEqual(['BCF2112', 'BCF2304', 'BCF2404', 'BCF2404']);
  });

  test('a correction that takes the spending back settles the breach', async () => {
    const fund = await spending(
      '2015-11-30,KCC,KCC,care-act,disabled-facilities-grant,,,12400.00,X1,',
      '2015-12-02,KCC,KCC,care-act,disabled-facilities-grant,,,(12400.00),X2,corrects X1: wrong source',
    );
    expect((await reconciledJson(fund.path, '--as-at', 'Q3')).exitCode).toBe(0);
  });

  test('a breach of many rows is one diagnostic with its rows and their sum', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, index) => `2015-11-30,KCC,KCC,care-act,disabled-facilities-grant,,,100.00,X${index},`,
    );
    const { stderr } = await reconciledJson((await spending(...rows)).path, '--as-at', 'Q3');
    expect(stderr).toContain('Care Act implementation: £1,200.00 in 12 rows');
    expect(stderr).toContain(`also: ${at}:3, ${at}:4, ${at}:5, ${at}:6 and 7 more`);
  });

  test('a plan that breaks a fence is a breach before a penny is spent', async () => {
    const kent = await FundFolder.copyOf('kent-2015-16');
    await kent.edit(
      'plan.csv',
      'KCC,disabled-facilities-grant,disabled-facilities-grant,districts',
      'KCC,disabled-facilities-grant,care-act,KCC',
    );
    const { stderr, exitCode } = await reconciledJson(kent.path);
    expect(stderr).toContain(
      'Disabled Facilities Grant spent on another heading, Care Act implementation: £7,208,000.00',
    );
    expect(exitCode).toBe(1);
  });
});
