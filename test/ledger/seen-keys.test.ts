import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeenKeys } from '../../src/ledger/seen-keys.js';

/** Keys that come again often, with what may be mistaken: one that begins another, marks of two to four bytes, nothing. */
const key = fc.oneof(
  fc.constantFrom('', 'a', 'aa', 'aaa', 'é', 'e\u0301', '£', '😀', 'L1', 'L11', '1\0L', '\0'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

test('remembers as a Map does, in the same order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.maxSafeNat()), { maxLength: 200 }), (added) => {
      const seen = new SeenKeys();
      const plain = new Map<string, number>();
      for (const [text, number] of added) {
        expect(seen.get(text)).toBe(plain.get(text));
        expect(seen.add(text, number)).toBe(plain.get(text));
        if (!plain.has(text)) plain.set(text, number);
      }
      expect([...seen.keys()]).toEqual([...plain.keys()]);
      for (const [text, number] of plain) expect(seen.get(text)).toBe(number);
    }),
  );
});

test('a hundred thousand references that go up, and each of them once more', () => {
  const seen = new SeenKeys();
  for (let row = 0; row < 100_000; row += 1) expect(seen.add(`INV-${row}`, row * 2 ** 20)).toBeUndefined();
  for (let row = 0; row < 100_000; row += 1) expect(seen.add(`INV-${row}`, 0)).toBe(row * 2 ** 20);
  expect(seen.get('INV-100000')).toBeUndefined();
});

test('a key longer than all before it', () => {
  const seen = new SeenKeys();
  const long = '€'.repeat(600_000);
  expect(seen.add('a', 1)).toBeUndefined();
  expect(seen.add(long, 2)).toBeUndefined();
  expect(seen.add('b', 3)).toBeUndefined();
  expect([seen.get('a'), seen.get(long), seen.get('b'), seen.get('c')]).toEqual([1, 2, 3, undefined]);
});

test('more keys than a block holds', () => {
  const seen = new SeenKeys();
  const keys = Array.from({ length: 60 }, (_, nth) => `${nth} ${'£'.repeat((nth % 7) * 10_000)}`);
  for (const [nth, text] of keys.entries()) expect(seen.add(text, nth)).toBeUndefined();
  expect([...seen.keys()]).toEqual(keys);
  for (const [nth, text] of keys.entries()) expect([seen.get(text), seen.get(`${text}.`)]).toEqual([nth, undefined]);
});
