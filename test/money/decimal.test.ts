import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asDecimal,
  asFraction,
  fractionOf,
  inFull,
  inPlaces,
  mostDecimals,
  parseDecimal,
  plainDecimal,
  total,
  wholeWeights,
} from '../../src/money/decimal.js';
import type { NumberFault } from '../../src/money/parse-number.js';
import { splitByWeights } from '../../src/money/split.js';

describe('a number that is not pence', () => {
  test.each([
    ['33.333', '33.333', '33.333'],
    ['0.3312', '0.3312', '0.3312'],
    ['25', '25', '25.00'],
    ['25.50', '25.5', '25.50'],
    ['1,234.5678', '1234.5678', '1234.5678'],
    ['(0.125)', '-0.125', '-0.125'],
    ['-0', '0', '0.00'],
    ['-', '0', '0.00'],
    ['007.1', '7.1', '7.10'],
    ['0.0000000000000000000000000000000000000001', `0.${'0'.repeat(39)}1`, `0.${'0'.repeat(39)}1`],
    ['999999999999999.9999999999', '999999999999999.9999999999', '999999999999999.9999999999'],
  ])('%s is kept with all its decimals', (text, full, places) => {
    const parsed = parseDecimal(text);
    if ('fault' in parsed) throw new Error(parsed.fault);
    expect(inFull(parsed.number)).toBe(full);
    expect(inPlaces(parsed.number)).toBe(places);
  });

  test.each<[string, NumberFault]>([
    ['0x10', 'not-a-number'],
    ['0b11', 'not-a-number'],
    ['1e21', 'scientific'],
    ['1E+05', 'scientific'],
    ['Infinity', 'not-a-number'],
    ['NaN', 'no-value'],
    ['.', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['1.234,5', 'continental'],
    ['#REF!', 'excel-error'],
    ['', 'blank'],
    [`0.${'3'.repeat(mostDecimals + 1)}`, 'too-long'],
    ['1234567890123456', 'too-long'],
  ])('%s is none', (text, fault) => {
    expect(parseDecimal(text)).toEqual({ fault });
    expect(plainDecimal(text)).toBeUndefined();
  });

  test('is plain without sign, comma or pound sign', () => {
    for (const text of ['-1', '1,000', '£5', '(3)', ' 3', '3%']) expect(plainDecimal(text), text).toBeUndefined();
    expect(inFull(plainDecimal('33.333') ?? asDecimal(0))).toBe('33.333');
  });

  test('is the fraction of its digits, and its percent a hundredth of that', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n - 1n), fc.integer({ min: 0, max: 30 }), (digits, places) => {
        const text = digits.toString().padStart(places + 1, '0');
        const at = text.length - places;
        const parsed = parseDecimal(places === 0 ? text : `${text.slice(0, at)}.${text.slice(at)}`);
        if ('fault' in parsed) throw new Error(parsed.fault);
        const { numerator, denominator } = asFraction(parsed.number);
        expect(numerator * 10n ** BigInt(places)).toBe(digits * denominator);
        const part = fractionOf(parsed.number);
        expect(part.numerator * denominator * 100n).toBe(numerator * part.denominator);
      }),
    );
  });
});

/** 100% in parts, each with so many decimals. */
const percents = fc
  .record({
    places: fc.integer({ min: 0, max: 12 }),
    cuts: fc.array(fc.bigInt(0n, 10n ** 14n), { minLength: 0, maxLength: 8 }),
  })
  .map(({ places, cuts }) => {
    const whole = 100n * 10n ** BigInt(places);
    const ends = [...cuts.map((cut) => cut % (whole + 1n)), whole].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return ends.map((end, index) => {
      const digits = (end - (ends[index - 1] ?? 0n)).toString().padStart(places + 1, '0');
      const at = digits.length - places;
      return places === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
    });
  });

describe('percents of any number of decimals', () => {
  test('add up to exactly 100, and split an amount to the penny: each part within a penny of its fraction', () => {
    fc.assert(
      fc.property(percents, fc.bigInt(-(10n ** 12n), 10n ** 12n), (texts, amountPence) => {
        const shares = texts.map((text, index): [string, ReturnType<typeof asDecimal>] => [
          `P${index}`,
          plainDecimal(text) ?? asDecimal(-1),
        ]);
        expect(inFull(total(shares.map(([, percent]) => percent)))).toBe('100');
        const parts = splitByWeights(amountPence, wholeWeights(shares));
        expect(parts.reduce((sum, part) => sum + part.amountPence, 0n)).toBe(amountPence);
        for (const [index, [, percent]] of shares.entries()) {
          const { numerator, denominator } = fractionOf(percent);
          const off = (parts[index]?.amountPence ?? 0n) * denominator - amountPence * numerator;
          expect(off < denominator && off > -denominator).toBe(true);
        }
      }),
    );
  });

  test('three times 33.333 is not all of it', () => {
    const third = plainDecimal('33.333') ?? asDecimal(0);
    expect(inFull(total([third, third, third]))).toBe('99.999');
    expect(inFull(total([third, third, plainDecimal('33.334') ?? asDecimal(0)]))).toBe('100');
  });
});
