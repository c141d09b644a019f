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
    ['30/06/15', '2015-06-30'],
    ['15/06/15', '2015-06-15'],
    ['30-Jun-15', '2015-06-30'],
    ['30-JUN-2015', '2015-06-30'],
    ['30 June 2015', '2015-06-30'],
    ['1st Sept 2015', '2015-09-01'],
    ['June 30, 2015', '2015-06-30'],
    ['2015-Jun-30', '2015-06-30'],
    ['30.06.2015', '2015-06-30'],
    ['30-06-2015', '2015-06-30'],
    ['2015/06/30', '2015-06-30'],
    ['20150630', '2015-06-30'],
    ['30062015', '2015-06-30'],
    ['Tuesday, 30 June 2015', '2015-06-30'],
    ['30/06/2015 14:05', '2015-06-30'],
    ['30/06/2015 12:00:00 AM', '2015-06-30'],
    ['2015-06-30 23:31:22.120', '2015-06-30'],
    ['2015-06-30T00:00:00Z', '2015-06-30'],
    ['2015-06-30T23:59:59+01:00', '2015-06-30'],
    ['2015-12-31T23:30:00Z', '2015-12-31'],
    ['2015-10-25T00:30:00Z', '2015-10-25'],
    ['2015-10-25T23:30:00Z', '2015-10-25'],
    ['42185', '2015-06-30'],
    ['42185.0', '2015-06-30'],
    ['42185.9941', '2015-06-30'],
    ['42460', '2016-03-31'],
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
    ['BCF3211', 'the month first, a year of two digits', '6/14/15'],
    ['BCF3213', 'Excel’s day number of the day after the year', '42461'],
    ['BCF3214', 'in words, of another year', '14th Jun 2012'],
    ['BCF3218', 'the year first, or a year too late', '15/06/16'],
    ['BCF3218', 'midnight in summer time, as a program writes it', '2015-06-30T23:00:00Z'],
    ['BCF3218', 'the last night of summer time', '2015-10-24T23:30:00Z'],
    ['BCF3219', 'a month only', '06/2015'],
    ['BCF3219', 'a month only, as Excel shows it', 'Jun-15'],
    ['BCF3219', 'an accounting period', 'P03'],
    ['BCF3219', 'a quarter', 'Q1'],
    ['BCF3220', 'a time of day', '09:31'],
    ['BCF3220', 'minutes and seconds, as Excel shows a time', '31:22.0'],
    ['BCF3214', 'the day before the year', '31/03/2015'],
    ['BCF3214', 'the day after the year', '2016-04-01'],
    ['BCF3214', 'a year mistyped', '30/06/2051'],
    ['BCF3214', 'a leap day of another year', '29/02/2012'],
    ['BCF3210', 'blank', ''],
    ['BCF3210', 'spaces', '  '],
    ['BCF3210', 'words', 'tbc'],
    ['BCF3210', 'an hour that there is not', '30/06/2015 25:00'],
    ['BCF3210', 'one digit of a year', '30/06/5'],
    ['BCF3210', 'two separators', '30/06-2015'],
    ['BCF3202', 'a column that was too narrow', '########'],
    ['BCF3203', 'a formula error', '#N/A'],
  ])('%s, %s: “%s”', (code, _what, text) => {
    expect(parseDate(text, year, place)).toMatchObject({ fault: { code, place, args: { found: text.trim() } } });
  });

  test.each([
    ['06/30/2015', '2015-06-30'],
    ['42461', '2016-04-01'],
    ['42063', '2015-02-28'],
  ])('of %s it is said that %s was probably meant', (text, meant) => {
    expect(parseDate(text, year, place)).toMatchObject({ fault: { args: { found: text, meant } } });
  });
});

test('every day of a year reads back from every form of it', () => {
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const forms: readonly ((parts: Readonly<Record<'y' | 'm' | 'd' | 'name' | 'serial', string>>) => string)[] = [
    ({ y, m, d }) => `${y}-${m}-${d}`,
    ({ y, m, d }) => `${d}/${m}/${y}`,
    ({ y, m, d }) => `${d}.${m}.${y} 10:11`,
    ({ y, m, d }) => `${Number(d)}-${Number(m)}-${y}`,
    ({ y, m, d }) => `${y}/${m}/${d}`,
    ({ y, m, d }) => `${y}${m}${d}`,
    ({ y, m, d }) => `${d}${m}${y}`,
    ({ y, name, d }) => `${d}-${name.toUpperCase()}-${y.slice(2)}`,
    ({ y, name, d }) => `${d} ${name} ${y}`,
    ({ serial }) => serial,
    ({ serial }) => `${serial}.5`,
  ];
  let read = 0;
  for (let day = 0; day < 366; day += 1) {
    const date = new Date(Date.UTC(2015, 3, 1 + day)).toISOString().slice(0, 10);
    const [y = '', m = '', d = ''] = date.split('-');
    const parts = { y, m, d, name: names[Number(m) - 1] ?? '', serial: String(42_095 + day) };
    for (const form of forms) {
      expect([form(parts), parseDate(form(parts), year, place)]).toEqual([form(parts), { date }]);
      read += 1;
    }
  }
  expect(read).toBe(366 * forms.length);
});
