import { describe, expect, test } from 'vitest';
import { decodeWindows1252, undefinedBytes } from '../../src/ledger/windows-1252.js';

/** Code points that Windows-1252 gives the bytes 80 to 9F, from the published mapping; 0 for none. */
const published = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

describe('Windows-1252', () => {
  test.each(published.map((codePoint, index) => ({ byte: 0x80 + index, codePoint })))(
    'byte $byte is code point $codePoint',
    ({ byte, codePoint }) => {
      expect(decodeWindows1252(Buffer.from([byte])).codePointAt(0)).toBe(codePoint === 0 ? 0xfffd : codePoint);
      expect(undefinedBytes.includes(byte)).toBe(codePoint === 0);
    },
  );

  test('every other byte is its own code point', () => {
    const bytes = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte < 0x80 || byte > 0x9f);
    expect([...decodeWindows1252(Buffer.from(bytes))].map((character) => character.codePointAt(0))).toEqual(bytes);
  });
});
