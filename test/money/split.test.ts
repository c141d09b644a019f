import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dividedRounded, splitByWeights } from '../../src/money/split.js';

const weights = fc
  .uniqueArray(fc.record({ code: fc.string({ minLength: 1, maxLength: 3 }), weight: fc.bigInt(0n, 10n ** 12n) }), {
    selector: ({ code }) => code,
    minLength: 1,
    maxLength: 9,
  })
  .filter((all) => all.some(({ weight }) => weight > 0n));
const amounts = fc.bigInt(-(10n ** 12n), 10n ** 12n);

function byCode(parts: readonly { readonly code: string; readonly amountPence: bigint }[]) {
  return Object.fromEntries(parts.map(({ code, amountPence }) => [code, amountPence]));
}

describe('a split', () => {
  test('adds up, to the penny, and no part is a penny from its share', () => {
    fc.assert(
      fc.property(amounts, weights, (amountPence, all) => {
        const parts = splitByWeights(amountPence, all);
        const total = all.reduce((sum, { weight }) => sum + weight, 0n);
        expect(parts.reduce((sum, part) => sum + part.amountPence, 0n)).toBe(amountPence);
        for (const [index, { amountPence: part }] of parts.entries()) {
          const off = part * total - amountPence * (all[index]?.weight ?? 0n);
          expect(off < total && off > -total).toBe(true);
        }
      }),
    );
  });

  test('is the same in any order and for any multiple of the weights; a negative amount is its opposite’s', () => {
    fc.assert(
      fc.property(amounts, weights, fc.bigInt(1n, 1000n), (amountPence, all, factor) => {
        const parts = byCode(splitByWeights(amountPence, all));
        expect(byCode(splitByWeights(amountPence, [...all].reverse()))).toEqual(parts);
        const scaled = all.map(({ code, weight }) => ({ code, weight: weight * factor }));
        expect(byCode(splitByWeights(amountPence, scaled))).toEqual(parts);
        const opposite = splitByWeights(-amountPence, all).map((part) => ({ ...part, amountPence: -part.amountPence }));
        expect(byCode(opposite)).toEqual(parts);
      }),
    );
  });

  test('gives the odd pence to the largest remainders, and ties to the lowest code', () => {
    const one = (code: string, weight: bigint) => ({ code, weight });
    expect(byCode(splitByWeights(100n, [one('c', 1n), one('b', 1n), one('a', 1n)]))).toEqual({
      a: 34n,
      b: 33n,
      c: 33n,
    });
    expect(byCode(splitByWeights(10n, [one('a', 1n), one('b', 5n)]))).toEqual({ a: 2n, b: 8n });
  });

  test('gives nothing to nobody', () => {
    expect(splitByWeights(100n, [{ code: 'a', weight: 0n }])).toEqual([]);
    expect(splitByWeights(100n, [])).toEqual([]);
    expect(() => splitByWeights(1n, [{ code: 'a', weight: -1n }])).toThrow('negative');
  });
});

describe('a rounded quotient', () => {
  test.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [7n, 3n, 2n],
    [-8n, 3n, -3n],
    [0n, 9n, 0n],
  ])('%s ÷ %s = %s, half away from zero', (amount, divisor, expected) => {
    expect(dividedRounded(amount, divisor)).toBe(expected);
  });

  test('by nothing is a bug', () => {
    expect(() => dividedRounded(1n, 0n)).toThrow('positive');
  });
});
