import { describe, expect, test } from 'vitest';
import { FundFolder } from '../support/fund-folder.js';
import { reconciledJson } from '../support/reconciled.js';

describe('R1: the plan balances, and what does not is named', () => {
  test('£1 more in one cell names the partner, the heading, the £1.00 and the row', async () => {
    const kent = await FundFolder.copyOf('kent-2015-16');
    await kent.edit('plan.csv', '09C,ccg-minimum,care-act,KCC,307000', '09C,ccg-minimum,care-act,KCC,307001');
    const { document, stderr, exitCode } = await reconciledJson(kent.path);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      'Ashford CCG (09C) and Care Act implementation are both planned at £1.00 more than agreed',
    );
    expect(stderr).toContain('plan.csv:9, column E (amount)');
    const failed = document.result?.checks
      .filter(({ status }) => status === 'fail')
      .map(({ id, difference }) => [id, difference]);
    expect(failed).toEqual([
      ['plan.pool.kent', '1.00'],
      ['plan.partner.09C', '1.00'],
      ['plan.heading.care-act', '1.00'],
      ['plan.source.ccg-minimum', '1.00'],
      ['plan.nature.revenue', '1.00'],
    ]);
    expect(document.result?.conclusion.message).toBe(
      'Not reconciled: £101,404,000.00 in, £101,404,001.00 applied, £1.00 more than there is; 0 breaches, 5 checks not met',
    );
  });

  test('two compensating cells of one partner leave the pool in balance and are found all the same', async () => {
    const kent = await FundFolder.copyOf('kent-2015-16');
    await kent.edit('plan.csv', '09C,ccg-minimum,care-act,KCC,307000', '09C,ccg-minimum,care-act,KCC,321000');
    await kent.edit('plan.csv', '09C,ccg-minimum,schemes,09C,2157000', '09C,ccg-minimum,schemes,09C,2143000');
    const { document, exitCode } = await reconciledJson(kent.path);
    expect(exitCode).toBe(1);
    expect(document.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        'BCF2003',
        'Care Act implementation is allotted £3,566,000.00 and the schedules apply £3,580,000.00 to it: £14,000.00 more',
      ],
      [
        'BCF2003',
        'BCF schemes is allotted £29,269,000.00 and the schedules apply £29,255,000.00 to it: £14,000.00 less',
      ],
    ]);
    expect(document.result?.conclusion.reconciled).toBe(false);
  });

  test('money moved from one partner to another under one heading is found', async () => {
    const kent = await FundFolder.copyOf('kent-2015-16');
    await kent.edit('plan.csv', '09C,ccg-minimum,care-act,KCC,307000', '09C,ccg-minimum,care-act,KCC,306000');
    await kent.edit('plan.csv', '09E,ccg-minimum,care-act,KCC,469000', '09E,ccg-minimum,care-act,KCC,470000');
    const { document } = await reconciledJson(kent.path);
    expect(document.diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        'Ashford CCG (09C) contributes £7,321,000.00 and its schedule applies £7,320,000.00: £1,000.00 less',
      ),
      expect.stringContaining('Canterbury and Coastal CCG (09E) contributes £12,564,000.00'),
    ]);
  });

  test('a scheme that changes by a penny is found against the partner’s contribution', async () => {
    const kent = await FundFolder.copyOf('kent-2015-16');
    await kent.edit('schemes.csv', 'Community geriatrician,,96000', 'Community geriatrician,,96000.01');
    const { stderr, exitCode } = await reconciledJson(kent.path);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(
      'Ashford CCG (09C) contributes £7,321,000.00 and its schemes add up to £7,321,000.01: £0.01 more',
    );
  });
});
