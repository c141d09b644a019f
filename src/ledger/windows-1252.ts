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

/**
 * Characters beyond the English alphabet as UTF-8 writes them, of those that English and Welsh names have. In Windows-1252
 * the same bytes would be `Â£`, `Ã©` or `â€™`, which nobody means.
 */
const utf8Characters = /[\xc2\xc3][\x80-\xbf]|\xc5[\xb4-\xb8]|\xe2\x80[\x80-\xbf]|\xe2\x82\xac|\xef\xbb\xbf/;

/** Bytes of such characters, or one byte beyond ASCII alone, in text that holds a character for each byte. */
export const beyondAscii = new RegExp(`${utf8Characters.source}|[\\x80-\\xff]`, 'g');

/** The pound sign of DOS, in the same: in Windows-1252 it is `œ`, before which no number stands. */
export const poundOfDos = /\x9c(?= ?-?[\d.])/;

/** Text from Windows-1252 bytes among which some characters are in UTF-8, or pound signs of DOS. */
export function decodeMixed(bytes: Buffer): string {
  const text = bytes.toString('latin1').replace(new RegExp(poundOfDos, 'g'), '£');
  return text.replace(beyondAscii, (found) => {
    const each = Buffer.from(found, 'latin1');
    return found.length > 1 ? each.toString('utf8') : decodeWindows1252(each);
  });
}
