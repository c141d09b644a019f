import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fromPounds,
  grouped,
  inMillions,
  inWords,
  isRoundedInMillions,
  toPounds,
} from '../../src/money/format-money.js';
import { parseAmount } from '../../src/money/parse-amount.js';

const seeded = { seed: 20_150_401, numRuns: 300 };
const anyPence = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
/** Pounds of at most 15 digits: more are refused where they are read. */
const readablePence = fc.bigInt({ min: -(10n ** 17n) + 1n, max: 10n ** 17n - 1n });

describe('money in and out of text', () => {
  test('pounds as a document carries them are the same pence when read back', () => {
    fc.assert(
      fc.property(anyPence, (pence) => {
        expect(fromPounds(toPounds(pence))).toBe(pence);
      }),
      seeded,
    );
  });

  test('every form that is printed to the penny can be read back as an amount', () => {
    fc.assert(
      fc.property(readablePence, (pence) => {
        for (const text of [toPounds(pence), grouped(pence), inWords(pence)]) {
          expect(parseAmount(text, 'pounds')).toEqual({ pence });
        }
      }),
      seeded,
    );
  });

  test.each<[bigint, string, string, string]>([
    [0n, '0.00', '0.00', '£0.00'],
    [1n, '0.01', '0.01', '£0.01'],
    [-1n, '-0.01', '(0.01)', '-£0.01'],
    [99n, '0.99', '0.99', '£0.99'],
    [100n, '1.00', '1.00', '£1.00'],
    [99_999n, '999.99', '999.99', '£999.99'],
    [100_000n, '1000.00', '1,000.00', '£1,000.00'],
    [-1_240_000n, '-12400.00', '(12,400.00)', '-£12,400.00'],
    [10_140_400_000n, '101404000.00', '101,404,000.00', '£101,404,000.00'],
  ])('%s pence', (pence, pounds, inBrackets, words) => {
    expect(toPounds(pence)).toBe(pounds);
    expect(grouped(pence)).toBe(inBrackets);
    expect(inWords(pence)).toBe(words);
  });

  test.each(['', '1', '1.5', '1,234.00', '£1.00', '(1.00)', ' 1.00', '1.000', '--1.00', '1.00\n'])(
    '“%s” is not what toPounds writes, and is a bug',
    (text) => {
      expect(() => fromPounds(text)).toThrow('not an amount');
    },
  );
});

describe('£m to three places', () => {
  test.each<[string, bigint, string]>([
    ['the Kent pool', 10_140_400_000n, '101.404'],
    ['nil', 0n, '0.000'],
    ['just under half', 49_999n, '0.000'],
    ['half, away from zero', 50_000n, '0.001'],
    ['just over half', 50_001n, '0.001'],
    ['one and a half', 150_000n, '0.002'],
    ['two and a half, not to even', 250_000n, '0.003'],
    ['minus half, away from zero', -50_000n, '(0.001)'],
    ['minus just under half, without a bracket', -49_999n, '0.000'],
    ['minus two and a half', -250_000n, '(0.003)'],
    ['rounding that carries', 99_999_950_000n, '1,000.000'],
    ['thousands of millions', 346_000_000_000n, '3,460.000'],
  ])('%s', (_case, pence, text) => {
    expect(inMillions(pence)).toBe(text);
  });

  test('is within half of its last place, and the same but for brackets below nil', () => {
    fc.assert(
      fc.property(anyPence, (pence) => {
        const text = inMillions(pence);
        const size = BigInt(text.replace(/[(),.]/g, '')) * 100_000n;
        const distance = (pence < 0n ? -pence : pence) - size;
        expect(distance >= -50_000n && distance < 50_000n).toBe(true);
        expect(inMillions(-pence).replace(/[()]/g, '')).toBe(text.replace(/[()]/g, ''));
      }),
      seeded,
    );
  });

  test.each<[bigint, boolean]>([
    [0n, false],
    [100_000n, false],
    [-10_140_400_000n, false],
    [100_001n, true],
    [-1n, true],
  ])('of %s pence says whether something is hidden', (pence, hidden) => {
    expect(isRoundedInMillions(pence)).toBe(hidden);
  });
});
