import { describe, expect, test } from 'vitest';
import { type Unit, unitInHeader, withoutUnit } from '../../src/money/unit.js';

/** Headers as bodies’ exports have them: the unit that each declares, and its name without it where it says `amount`. */
const declaring: readonly (readonly [string, Unit])[] = [
  ['amount (£000)', '£000'],
  ['Amount (£000s)', '£000'],
  ['amount £000', '£000'],
  ['amount £ 000', '£000'],
  ['Amount (£’000)', '£000'],
  ['Amount (£‘000)', '£000'],
  ["Amount £'000", '£000'],
  ["Amount (£'000s)", '£000'],
  ['amount_000', '£000'],
  ['amount_000s', '£000'],
  ['amount 000', '£000'],
  ['amount (000)', '£000'],
  ["amount ('000)", '£000'],
  ['amount (£k)', '£000'],
  ['AMOUNT (£K)', '£000'],
  ['amount (gbp 000)', '£000'],
  ['amount_gbp_000', '£000'],
  ['amount (£m)', '£m'],
  ['Amount £m', '£m'],
  ['Amount (£M)', '£m'],
  ['amount (gbp m)', '£m'],
  ['amount (£)', 'pounds'],
  ['Amount £', 'pounds'],
  ['amount_gbp', 'pounds'],
  ['amount (GBP)', 'pounds'],
  ['Amount_Pounds', 'pounds'],
  ['amount (pounds)', 'pounds'],
];

describe('the unit that a header declares', () => {
  test.each(declaring)('%s: %s', (header, unit) => {
    expect(unitInHeader(header)).toBe(unit);
  });

  test.each(declaring)('%s is the column amount', (header) => {
    expect(withoutUnit(header).toLowerCase()).toBe('amount');
  });

  test.each<[string, Unit]>([
    ["Net £'000", '£000'],
    ['£000 net of VAT', '£000'],
    ['Net £', 'pounds'],
    ['£ net', 'pounds'],
    ['Value in pounds', 'pounds'],
    ['Spend £ Kent', 'pounds'],
    ['Spend £ M12', 'pounds'],
  ])('%s, which only an alias can name: %s', (header, unit) => {
    expect(unitInHeader(header)).toBe(unit);
  });

  test.each([
    'amount',
    'Net amount',
    'amount_2015',
    'Amount 2000',
    'amount_5000',
    'cost centre 1000',
    'amount m',
    'amount_k',
    'compounds',
    'Doc no',
    'value',
    'amount (net)',
    '',
  ])('“%s” declares none', (header) => {
    expect(unitInHeader(header)).toBeUndefined();
  });

  // Read as pounds these would be a thousand or a million times too small, and nothing would show it.
  test.each([
    'amount (£ thousand)',
    'amount (£thousands)',
    'amount (£ million)',
    'amount (£million)',
    'amount (£mn)',
    'amount (£1,000s)',
    'amount (£1000s)',
    'amount in thousands of pounds',
    'amount (£ in millions)',
    'amount (£0.0m)',
    'amount_gbp_m',
    'amount_gbpm',
    'amount (£bn)',
    'amount (£ bn)',
    'amount (£ 0.0m)',
    'amount (£ 0)',
  ])('%s is not taken for pounds', (header) => {
    expect(unitInHeader(header)).not.toBe('pounds');
  });

  test.each(["amount'000", 'amount000', 'amount_gbp_m', 'amount_gbpm', 'amountgbp', 'amount_pounds_m'])(
    '%s is the column amount only if it declares a unit',
    (header) => {
      const isAmount = withoutUnit(header) === 'amount';
      expect(isAmount && unitInHeader(header) === undefined).toBe(false);
    },
  );

  test.each(['amount', 'net amount', 'amount 2000', 'amount_5000', 'applied_by', 'source', 'compounds'])(
    '%s keeps its name where it declares no unit',
    (header) => {
      expect(withoutUnit(header) === 'amount').toBe(header === 'amount');
    },
  );
});
