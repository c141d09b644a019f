import { describe, expect, test } from 'vitest';
import { absolute, sum } from '../../src/money/pence.js';

describe('pence', () => {
  test('add up exactly, beyond what a float holds', () => {
    expect(sum([9_007_199_254_740_993n, 1n, -2n])).toBe(9_007_199_254_740_992n);
  });

  test('of nothing add up to nil', () => {
    expect(sum([])).toBe(0n);
  });

  test.each([
    [-5n, 5n],
    [0n, 0n],
    [5n, 5n],
  ])('%s without its sign is %s', (amount, size) => {
    expect(absolute(amount)).toBe(size);
  });
});
