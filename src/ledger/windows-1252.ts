/** What the bytes 80 to 9F stand for in Windows-1252; '' where they stand for nothing. */
const table = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The bytes that Windows-1252 gives no character. */
export const undefinedBytes: readonly number[] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * Text from Windows-1252 bytes. Node 20's own decoder of that name is wrong for 80 to 9F (nodejs/node #56542),
 * so those are looked up here; every other byte is its own code point.
 */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (character) => {
    const byte = character.charCodeAt(0);
    return undefinedBytes.includes(byte) ? '\ufffd' : (table[byte - 0x80] ?? '\ufffd');
  });
}
