import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AccountTree } from '../../src/export/account-tree.js';
import { CodesAsNames } from '../../src/export/codes-as-names.js';

test('codes stay as they are where a program takes them so', () => {
  const names = new CodesAsNames(['09C', 'KCC', 'care-act', 'Thanet', 'thanet', 'A&C', 'a.c', '漢', '']);
  const found = ['09C', 'KCC', 'care-act', 'Thanet', 'thanet', 'A&C', 'a.c', '漢', ''].map((code) =>
    names.nameOf(code),
  );
  expect(found).toEqual(['09C', 'KCC', 'Care-act', 'Thanet', 'Thanet-2', 'A-C', 'A-c', 'X', 'X-2']);
});

test('no two codes share a name, and every name is one that beancount takes', () => {
  const alphabet = fc.constantFrom('a', 'A', '1', '2', '-', '&', ' ', ':', 'é', 'x');
  const code = fc.array(alphabet, { maxLength: 5 }).map((marks) => marks.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(code, { maxLength: 30 }), (codes) => {
      const names = new CodesAsNames(codes, ['Untied', 'A-2']);
      const found = codes.map((one) => names.nameOf(one));
      expect(new Set(found).size).toBe(codes.length);
      expect(found).not.toContain('Untied');
      for (const name of found) expect(name).toMatch(/^[A-Z0-9][A-Za-z0-9-]*$/);
    }),
    { seed: 20_150_401 },
  );
});

test('a total is said by the fewest accounts, and never by one that holds more', () => {
  const tree = new AccountTree(['E:A:x:1', 'E:A:x:2', 'E:A:y:1', 'I:R:z', 'I:R:z:deep']);
  expect(tree.cover(new Set(['E:A:x:1', 'E:A:x:2', 'E:A:y:1']))).toEqual(['E:A']);
  expect(tree.cover(new Set(['E:A:x:1', 'E:A:x:2']))).toEqual(['E:A:x']);
  expect(tree.cover(new Set(['E:A:x:1', 'E:A:y:1']))).toEqual(['E:A:x:1', 'E:A:y']);
  expect(tree.cover(new Set(['I:R:z']))).toBeUndefined();
  expect(tree.cover(new Set())).toBeUndefined();
});
