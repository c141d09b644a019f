import { describe, expect, test } from 'vitest';
import {
  isRealDay,
  isUpTo,
  lastDayOf,
  parseFinancialYear,
  parseQuarter,
  quarterOf,
  quarters,
} from '../../src/agreement/financial-year.js';

const year = { label: '2015/16', firstYear: 2015 };

describe('a financial year runs from April to March', () => {
  test.each([
    ['2015/16', '2015/16', 2015],
    ['2015-16', '2015/16', 2015],
    ['2015/2016', '2015/16', 2015],
    [' 2015-2016 ', '2015/16', 2015],
    ['1999/00', '1999/00', 1999],
    ['1999/2000', '1999/00', 1999],
    ['2099/00', '2099/00', 2099],
  ])('%s', (text, label, firstYear) => {
    expect(parseFinancialYear(text)).toEqual({ label, firstYear });
  });

  test.each(['2015', '2015/15', '2015/17', '15/16', '2015/2017', '2016/15', '2015/116', '2015 16', 'FY2015/16', ''])(
    '“%s” is none',
    (text) => {
      expect(parseFinancialYear(text)).toBeUndefined();
    },
  );
});

describe('quarters', () => {
  test.each([
    ['2015-03-31', undefined],
    ['2015-04-01', 'Q1'],
    ['2015-06-30', 'Q1'],
    ['2015-07-01', 'Q2'],
    ['2015-09-30', 'Q2'],
    ['2015-10-01', 'Q3'],
    ['2015-12-31', 'Q3'],
    ['2016-01-01', 'Q4'],
    ['2016-02-29', 'Q4'],
    ['2016-03-31', 'Q4'],
    ['2016-04-01', undefined],
    ['2014-04-01', undefined],
    ['2051-06-30', undefined],
  ])('%s falls in %s', (date, quarter) => {
    expect(quarterOf(date, year)).toBe(quarter);
  });

  test('each ends on a day of its own', () => {
    for (const quarter of quarters) expect(quarterOf(lastDayOf(quarter, year), year)).toBe(quarter);
    expect(quarters.map((quarter) => lastDayOf(quarter, year))).toEqual([
      '2015-06-30',
      '2015-09-30',
      '2015-12-31',
      '2016-03-31',
    ]);
  });

  test.each([
    ['Q1', 'Q1'],
    ['q4', 'Q4'],
    [' Q3 ', 'Q3'],
    ['Q5', undefined],
    ['1', undefined],
    ['Q1 2015/16', undefined],
    ['', undefined],
  ])('“%s” is %s', (text, quarter) => {
    expect(parseQuarter(text)).toBe(quarter);
  });

  test('one is up to another when it ends no later', () => {
    expect(quarters.map((quarter) => isUpTo(quarter, 'Q2'))).toEqual([true, true, false, false]);
  });
});

describe('days', () => {
  test.each([
    [2016, 2, 29, true],
    [2015, 2, 29, false],
    [2000, 2, 29, true],
    [1900, 2, 29, false],
    [2015, 6, 31, false],
    [2015, 13, 1, false],
    [2015, 0, 1, false],
    [2015, 1, 0, false],
    [2015, 12, 31, true],
  ])('%s-%s-%s exists: %s', (y, m, d, exists) => {
    expect(isRealDay(y, m, d)).toBe(exists);
  });
});
