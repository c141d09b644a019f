import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AmountFault, parseAmount } from '../../src/money/parse-amount.js';
import type { Unit } from '../../src/money/unit.js';

const nbsp = '\u00a0';
const narrowNbsp = '\u202f';
const trueMinus = '\u2212';

describe('an amount as finance staff write it is exact pence', () => {
  test.each<[string, string, bigint]>([
    ['plain', '1234.56', 123_456n],
    ['whole pounds', '1234', 123_400n],
    ['one decimal', '1234.5', 123_450n],
    ['grouped', '1,234.56', 123_456n],
    ['grouped in millions', '7,208,000', 720_800_000n],
    ['with a pound sign', '£1,234', 123_400n],
    ['with a pound sign and a space', '£ 1,234.56', 123_456n],
    ['in brackets', '(1,234.56)', -123_456n],
    ['in brackets with the pound sign outside', '£(1,234.56)', -123_456n],
    ['in brackets with the pound sign inside', '(£1,234.56)', -123_456n],
    ['in brackets with spaces inside', '( 1,234.56 )', -123_456n],
    ['leading minus', '-1,234', -123_400n],
    ['leading minus before the pound sign', '-£1,234.50', -123_450n],
    ['leading minus after the pound sign', '£-1,234.50', -123_450n],
    ['leading minus apart, as Excel’s accounting format', `-£${nbsp}1,234.50${nbsp}`, -123_450n],
    ['trailing minus', '1,234-', -123_400n],
    ['trailing minus with a pound sign', '£1,234.56-', -123_456n],
    ['U+2212 as a leading minus', `${trueMinus}1,234.56`, -123_456n],
    ['U+2212 as a trailing minus', `1,234.56${trueMinus}`, -123_456n],
    ['a no-break space before it', `${nbsp}1,234.56`, 123_456n],
    ['a no-break space after it', `1,234.56${nbsp}`, 123_456n],
    ['spaces and a tab around it', ' \t1234.56  ', 123_456n],
    ['a narrow no-break space after the pound sign', `£${narrowNbsp}1,234.56`, 123_456n],
    ['noughts beyond the penny', '1234.5600', 123_456n],
    ['a penny', '0.01', 1n],
    ['nought', '0', 0n],
    ['nought in brackets', '(0.00)', 0n],
    ['leading noughts', '007', 700n],
    ['without a nought', '.47', 47n],
    ['negative without a nought', '-.50', -50n],
    ['leading plus', '+1,234.56', 123_456n],
    ['leading plus before the pound sign', '+£5', 500n],
    ['en dash as a minus', '–1234.56', -123_456n],
    ['in square brackets', '[918.80]', -91_880n],
    ['grouped by spaces', '1 234 567.89', 123_456_789n],
    ['grouped by thin spaces', '12\u2009345.60', 1_234_560n],
    ['GBP before it', 'GBP 1234.56', 123_456n],
    ['GBP behind it', '-1,234.56 GBP', -123_456n],
    ['three decimals behind more than three digits', '1234.560', 123_456n],
    ['three decimals behind nought', '0.560', 56n],
    ['more than a float holds', '900719925474099.31', 90_071_992_547_409_931n],
  ])('%s: %s', (_form, text, pence) => {
    expect(parseAmount(text, 'pounds')).toEqual({ pence });
  });

  test.each([
    ['a hyphen', '-'],
    ['a hyphen with spaces', '  -   '],
    ['an en dash', '–'],
    ['an em dash', '—'],
    ['U+2212', trueMinus],
    ['Excel’s accounting format with a pound sign', ' £-   '],
    ['Excel’s accounting format with a no-break space', `${nbsp}£-${nbsp}${nbsp}`],
  ])('%s stands for nil', (_form, text) => {
    expect(parseAmount(text, 'pounds')).toEqual({ pence: 0n });
  });
});

describe('no amount has more than 15 digits of pounds', () => {
  test.each<[string, Unit]>([
    ['1000000000000000', 'pounds'],
    ['(1,000,000,000,000,000.00)', 'pounds'],
    ['1000000000000', '£000'],
    ['9'.repeat(16_000), 'pounds'],
  ])('%s in %s is too long', (text, unit) => {
    expect(parseAmount(text, unit)).toEqual({ fault: 'too-long' });
  });

  test.each<[string, Unit, bigint]>([
    ['999999999999999.99', 'pounds', 99_999_999_999_999_999n],
    ['-999,999,999,999.99999', '£000', -99_999_999_999_999_999n],
    [`${'0'.repeat(30)}12.50`, 'pounds', 1_250n],
  ])('%s in %s is not', (text, unit, pence) => {
    expect(parseAmount(text, unit)).toEqual({ pence });
  });
});

describe('an amount is exact to the penny in the unit of its column', () => {
  test.each<[string, Unit, bigint]>([
    ['1', 'pounds', 100n],
    ['1', '£000', 100_000n],
    ['1', '£m', 100_000_000n],
    ['0.01', 'pounds', 1n],
    ['0.00001', '£000', 1n],
    ['0.00000001', '£m', 1n],
    ['52.09062', '£000', 5_209_062n],
    ['7,641', '£000', 764_100_000n],
    ['(28,253.7)', '£000', -2_825_370_000n],
    ['101.404', '£m', 10_140_400_000n],
    ['-101.40400001', '£m', -10_140_400_001n],
  ])('%s in %s', (text, unit, pence) => {
    expect(parseAmount(text, unit)).toEqual({ pence });
  });

  test.each<[string, Unit]>([
    ['0.005', 'pounds'],
    ['(1,001.234)', 'pounds'],
    ['0.000001', '£000'],
    ['52.090621', '£000'],
    ['0.000000001', '£m'],
    ['1234.5601', 'pounds'],
  ])('%s is finer than a penny in %s', (text, unit) => {
    expect(parseAmount(text, unit)).toEqual({ fault: 'too-precise' });
  });
});

describe('a text that is no amount is named as what it is', () => {
  test.each<[AmountFault, string]>([
    ['blank', ''],
    ['blank', '   '],
    ['blank', nbsp],
    ['hashes', '########'],
    ['hashes', '#'],
    ['excel-error', '#REF!'],
    ['excel-error', '#N/A'],
    ['excel-error', '#DIV/0!'],
    ['excel-error', '#VALUE!'],
    ['scientific', '1E+06'],
    ['scientific', '1.23e+06'],
    ['scientific', '-1.5E+05'],
    ['scientific', '1E-05'],
    ['scientific', '(1E+06)'],
    ['scientific', '£1E+06'],
    ['two-signs', '--5'],
    ['two-signs', '(-5)'],
    ['two-signs', '-(5)'],
    ['two-signs', '-5-'],
    ['two-signs', '(5)-'],
    ['two-signs', '£(-1,234.56)'],
    ['two-signs', `${trueMinus}(1,234.56)`],
    ['continental', '1.234,56'],
    ['continental', '12,34'],
    ['continental', '£1.234,56'],
    ['continental', '-12,34'],
    ['continental', '(12,34)'],
    ['continental', '1.234.567,89'],
    ['misplaced-comma', '1,2345'],
    ['misplaced-comma', '1,234,56'],
    ['misplaced-comma', '1234,567.00'],
    ['misplaced-comma', ',123'],
    ['misplaced-comma', '1,,234'],
    ['misplaced-comma', '(1,2345.00)'],
    ['date', '30/06/2015'],
    ['date', '2015-06-30'],
    ['date', '01/04/15'],
    ['two-signs', '+-5'],
    ['two-signs', '-[5]'],
    ['credit-mark', '1234.56CR'],
    ['credit-mark', '1,234.56 Cr'],
    ['credit-mark', 'DR £1,234.56'],
    ['kept-as-text', "'1234.56"],
    ['kept-as-text', '="1234.56"'],
    ['abbreviated', '£1.2m'],
    ['abbreviated', '12k'],
    ['abbreviated', '(1.5 million)'],
    ['no-value', 'NULL'],
    ['no-value', 'nil'],
    ['no-value', 'N/A'],
    ['no-value', 'tbc'],
    ['thousands-point', '1.080'],
    ['thousands-point', '-123.450'],
    ['thousands-point', '12.345'],
    ['not-a-number', '1 23'],
    ['not-a-number', '1234 567'],
    ['not-a-number', '(5]'],
    ['not-a-number', '.'],
    ['not-a-number', 'EUR 5'],
    ['not-a-number', '(see note)'],
    ['not-a-number', '£'],
    ['not-a-number', '12%'],
    ['not-a-number', '0x10'],
    ['not-a-number', '1.2.3.4'],
    ['not-a-number', '(5'],
    ['not-a-number', '5)'],
    ['not-a-number', '()'],
    ['not-a-number', '5.'],
    ['not-a-number', '££5'],
    ['not-a-number', '€5'],
    ['not-a-number', 'Infinity'],
    ['not-a-number', '１２'],
  ])('%s: “%s”', (fault, text) => {
    expect(parseAmount(text, 'pounds')).toEqual({ fault });
  });

  test.each([
    ['two amounts in one cell', '100\n200'],
    ['two amounts with a space between', '1200 34'],
  ])('%s are not run together into one', (_form, text) => {
    expect(parseAmount(text, 'pounds')).toHaveProperty('fault');
  });

  test('a nought before a comma is a decimal comma, not a group of thousands', () => {
    expect(parseAmount('0,123', '£000')).toHaveProperty('fault');
  });
});

test('what is read at once is read as what is taken apart', () => {
  const digits = fc.stringMatching(/^\d{1,18}$/);
  const endings = fc.constantFrom('', '.5', '.05', '.50', '.005', '.', ',00');
  fc.assert(
    fc.property(fc.constantFrom('', '-', '--', '+'), digits, endings, (sign, whole, ending) => {
      const text = `${sign}${whole}${ending}`;
      // A blank before it is no part of an amount, and keeps it from being read at once.
      expect(parseAmount(text, 'pounds')).toEqual(parseAmount(` ${text}`, 'pounds'));
    }),
  );
});
