import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { yearEndCase } from '../support/fund-folder.js';
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
  test('is a finding', async () => {
    const year = await yearEnd('forecast-differs');
    expect((await year.printed('reconcile')).match(/\[BCF2303\]/g)).toHaveLength(2);
  });
});
