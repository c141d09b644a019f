import { createHash } from 'node:crypto';
import { bytesOf, type FileOf } from '../files/open-file.js';
import { evenText } from './even-text.js';
import { decodeWindows1252, undefinedBytes } from './windows-1252.js';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

export type Encoding = (typeof encodings)[number];

/** What a first reading of a file's bytes shows. */
export interface Inspection {
  readonly sha256: string;
  readonly size: number;
  readonly encoding: Encoding;
  /** Whether a byte order mark leads it. */
  readonly hasMark: boolean;
  /** What the file is, where it is no text at all. */
  readonly notText?: string;
  /** Bytes that its encoding gives no character, as `9D`. */
  readonly strayBytes: readonly string[];
}

/**
 * Reads a file once, for its hash and its encoding: a byte order mark decides, then NULs at odd places mean UTF-16,
 * then strict UTF-8, else Windows-1252. Throws what the file system throws.
 */
export async function inspect(at: FileOf): Promise<Inspection> {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const seen = new Set<number>();
  let isUtf8 = true;
  let size = 0;
  let start = Buffer.alloc(0);
  for await (const chunk of bytesOf(at)) {
    hash.update(chunk);
    size += chunk.length;
    if (start.length < 4096) start = Buffer.concat([start, chunk.subarray(0, 4096 - start.length)]);
    if (isUtf8) isUtf8 = decodes(utf8, chunk);
    for (const byte of undefinedBytes) if (!seen.has(byte) && chunk.includes(byte)) seen.add(byte);
  }
  if (isUtf8) isUtf8 = decodes(utf8, undefined);
  const encoding = encodingOf(start, isUtf8);
  const notText = signatureOf(start, encoding);
  const stray = encoding === 'windows-1252' ? [...seen].sort((a, b) => a - b) : [];
  return {
    sha256: hash.digest('hex'),
    size,
    encoding,
    hasMark: startsWithMark(start),
    ...(notText && { notText }),
    strayBytes: stray.map((byte) => byte.toString(16).toUpperCase()),
  };
}

/** The text of a CSV file in pieces, in the one form in which all read its rows. */
export function readRowText(at: FileOf, encoding: Encoding): AsyncGenerator<string> {
  return evenText(readText(at, encoding));
}

/** The text of a file in pieces, without its byte order mark. */
export async function* readText(at: FileOf, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === 'windows-1252') {
    let isStart = true;
    for await (const chunk of bytesOf(at)) {
      // A mark of UTF-8 before rows in Windows-1252: two exports pasted together.
      const text = chunk.subarray(isStart && startsWithUtf8Mark(chunk) ? 3 : 0);
      isStart = false;
      yield decodeWindows1252(text);
    }
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytesOf(at)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function startsWithMark(bytes: Buffer): boolean {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isUtf16 || startsWithUtf8Mark(bytes);
}

function startsWithUtf8Mark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | undefined): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function encodingOf(start: Buffer, isUtf8: boolean): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  // Text has no NULs but in UTF-16, where each Latin letter has one beside it.
  const [even, odd] = [nulsAt(start, 0), nulsAt(start, 1)];
  if (odd > start.length / 16 && even === 0) return 'utf-16le';
  if (even > start.length / 16 && odd === 0) return 'utf-16be';
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

function signatureOf(start: Buffer, encoding: Encoding): string | undefined {
  if (start.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return 'a workbook or a zip file';
  if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'an old Excel workbook';
  if (start.subarray(0, 5).toString('latin1') === '%PDF-') return 'a PDF';
  if (/^\s*<(!doctype|html|\?xml)/i.test(start.subarray(0, 64).toString('latin1'))) return 'a web page or XML';
  return !encoding.startsWith('utf-16') && start.includes(0) ? 'a file of binary data' : undefined;
}

/** NULs at even (0) or odd (1) places: ASCII text in UTF-16LE has one at every odd place. */
function nulsAt(start: Buffer, parity: 0 | 1): number {
  let count = 0;
  for (let index = parity; index < start.length; index += 2) if (start[index] === 0) count += 1;
  return count;
}
