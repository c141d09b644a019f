import { describe, expect, test } from 'vitest';
import { codeOfSchedule, damageOf, isSavedAs } from '../../src/ledger/excel-damage.js';

describe('what Excel makes of a code is told from a code', () => {
  test.each([
    ['1.00E-05', 'number'],
    ['5.10839E+17', 'number'],
    ['1E+06', 'number'],
    ['9.00e-01', 'number'],
    [' 1.00E-05 ', 'number'],
    ['01-Feb', 'day'],
    ['1-Feb-15', 'day'],
    ['Sep-15', 'day'],
    ['########', 'hashes'],
    ['#N/A', 'error'],
    ['#REF!', 'error'],
    ['#DIV/0!', 'error'],
  ])('%s', (text, damage) => {
    expect(damageOf(text, true)).toBe(damage);
  });

  test.each([
    ...[
      '10E-06',
      '10E-S06',
      '09E-01',
      '10E',
      '99J-S01',
      'ICB1-01',
      'INV-8841',
      '2015-06-30',
      '123456',
      'E-05',
      '1-Febr',
    ],
    ...[
      '#',
      '#8841',
      '#N',
      '1.00',
      'Sept-15',
      'A1.00E-05',
      '1.00E-05 and more',
      'Total',
      '',
      '12-34',
      '1E5',
      '3D-printing',
    ],
  ])('%j is left alone', (text) => {
    expect(damageOf(text, true)).toBeUndefined();
  });

  test('a reference may be a month and a year, as people write it', () => {
    expect(damageOf('Jun-15', false)).toBeUndefined();
  });
});

describe('the code that was meant', () => {
  test.each([
    ['10E-01', '1.00E+00'],
    ['10E-06', '1.00E-05'],
    ['09E-01', '9.00E-01'],
    ['12E-05', '1.20E-04'],
    ['1234E-05', '1.23E-02'],
    ['1235E-05', '1.24E-02'],
    ['10E06', '1.00E+07'],
    ['510839123456789012', '5.10839E+17'],
    ['1-2', '01-Feb'],
    ['12/11', '12-Nov'],
  ])('%s is saved as %s', (code, damaged) => {
    expect(isSavedAs(code, damaged)).toBe(true);
  });

  test.each([
    ['10E-05', '1.00E-05'],
    ['10E-S06', '1.00E-05'],
    ['11E-06', '1.00E-05'],
    ['2-1', '01-Feb'],
    ['KCC', '1.00E-05'],
  ])('%s is not saved as %s', (code, damaged) => {
    expect(isSavedAs(code, damaged)).toBe(false);
  });

  test.each([
    ['10E', '1.00E-05', '10E-06'],
    ['09E', '9.00E-11', '09E-11'],
    ['10E', '9.00E-01', ''],
    ['09C', '9.00E-01', ''],
    ['', '1.00E-05', ''],
  ])('of schedule %s, %s was %j', (schedule, damaged, code) => {
    expect(codeOfSchedule(schedule, damaged)).toBe(code);
  });
});
