import { describe, expect, test } from 'vitest';
import { parseDate } from '../../src/ledger/parse-date.js';

const year = { label: '2015/16', firstYear: 2015 };
const place = { file: 'ledgers/expenditure.csv', line: 7, field: { index: 0, name: 'date' } };

describe('a date of the financial year 2015/16', () => {
  test.each([
    ['2015-06-30', '2015-06-30'],
    ['30/06/2015', '2015-06-30'],
    ['4/5/2015', '2015-05-04'],
    ['2015-5-4', '2015-05-04'],
    [' 30/06/2015 ', '2015-06-30'],
    ['29/02/2016', '2016-02-29'],
    ['2015-04-01', '2015-04-01'],
    ['31/03/2016', '2016-03-31'],
    ['30/06/2015 00:00', '2015-06-30'],
    ['30/06/2015 00:00:00', '2015-06-30'],
    ['2015-06-30T00:00:00.000', '2015-06-30'],
    ['12/11/2015', '2015-11-12'],
  ])('%s is %s: day first, or year first', (text, date) => {
    expect(parseDate(text, year, place)).toEqual({ date });
  });

  test.each([
    ['BCF3212', 'thirty days have June', '31/06/2015'],
    ['BCF3212', 'not a leap year', '29/02/2015'],
    ['BCF3212', 'not a leap year, year first', '2015-02-29'],
    ['BCF3212', 'day nought', '00/06/2015'],
    ['BCF3212', 'neither order is a day', '32/13/2015'],
    ['BCF3212', 'month nought', '2015-00-10'],
    ['BCF3211', 'the month written first', '06/30/2015'],
    ['BCF3211', 'the day before the month, year first', '2015-30-06'],
    ['BCF3213', 'Excel’s day number', '42185'],
    ['BCF3214', 'the day before the year', '31/03/2015'],
    ['BCF3214', 'the day after the year', '2016-04-01'],
    ['BCF3214', 'a year mistyped', '30/06/2051'],
    ['BCF3214', 'a leap day of another year', '29/02/2012'],
    ['BCF3210', 'blank', ''],
    ['BCF3210', 'spaces', '  '],
    ['BCF3210', 'a year of two digits', '30/06/15'],
    ['BCF3210', 'in words', '30 June 2015'],
    ['BCF3210', 'as Excel shows it', '30-Jun-15'],
    ['BCF3210', 'with a time of day', '30/06/2015 14:05'],
    ['BCF3210', 'a month only', '06/2015'],
    ['BCF3210', 'words', 'tbc'],
    ['BCF3202', 'a column that was too narrow', '########'],
    ['BCF3203', 'a formula error', '#N/A'],
  ])('%s, %s: “%s”', (code, _what, text) => {
    expect(parseDate(text, year, place)).toMatchObject({ fault: { code, place, args: { found: text.trim() } } });
  });

  test.each([
    ['06/30/2015', '2015-06-30'],
    ['42185', '2015-06-30'],
    ['42460', '2016-03-31'],
    ['42429', '2016-02-29'],
  ])('of %s it is said that %s was probably meant', (text, meant) => {
    expect(parseDate(text, year, place)).toMatchObject({ fault: { args: { found: text, meant } } });
  });
});
