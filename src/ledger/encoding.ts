import { createHash } from 'node:crypto';
import { bytesOf, type FileOf, wholeOf } from '../files/open-file.js';
import { type GuardedZip, guardZip } from '../files/zip-guard.js';
import { PartOfWorkbook } from '../sheets/sheet-text.js';
import { evenText, type Seam } from './even-text.js';
import { decodeMixed, undefinedBytes } from './windows-1252.js';

/** How the bytes of a file stand for text; a workbook’s do by the cells of a sheet. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'workbook'] as const;

export type Encoding = (typeof encodings)[number];

/** How the bytes of a file are made text. */
interface TextForm {
  readonly encoding: Encoding;
  /** What of it is read, where it is a workbook. */
  readonly workbook?: PartOfWorkbook;
}

/** What a first reading of a file's bytes shows. */
export interface Inspection extends TextForm {
  readonly sha256: string;
  readonly size: number;
  /** Whether a byte order mark leads it. */
  readonly hasMark: boolean;
  /** What the file is, where it is no text at all. */
  readonly notText?: string;
  /** Bytes that its encoding gives no character, as `9D`. */
  readonly strayBytes: readonly string[];
  /** Whether a byte of it is 00. */
  readonly hasNul: boolean;
  readonly lastByte: number;
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
  let hasNul = false;
  let lastByte = 0;
  let size = 0;
  let start = Buffer.alloc(0);
  for await (const chunk of bytesOf(at)) {
    hash.update(chunk);
    size += chunk.length;
    hasNul ||= chunk.includes(0);
    lastByte = chunk.at(-1) ?? lastByte;
    if (start.length < 4096) start = Buffer.concat([start, chunk.subarray(0, 4096 - start.length)]);
    if (isUtf8) isUtf8 = decodes(utf8, chunk);
    for (const byte of undefinedBytes) if (!seen.has(byte) && chunk.includes(byte)) seen.add(byte);
  }
  if (isUtf8) isUtf8 = decodes(utf8, undefined);
  const { zip, workbook } = isZip(start) ? await workbookIn(at) : {};
  const encoding = workbook === undefined ? encodingOf(start, isUtf8) : 'workbook';
  const locked =
    isOle(start) && (await wholeOf(at)).includes(encryptedPackage) ? 'a workbook with a password' : undefined;
  const notText =
    encoding === 'workbook' ? undefined : (locked ?? (zip && reasonIn(zip)) ?? signatureOf(start, encoding));
  const stray = encoding === 'windows-1252' ? [...seen].sort((a, b) => a - b) : [];
  return {
    sha256: hash.digest('hex'),
    size,
    encoding,
    ...(workbook && { workbook }),
    hasMark: startsWithMark(start),
    ...(notText && { notText }),
    strayBytes: stray.map((byte) => byte.toString(16).toUpperCase()),
    hasNul,
    lastByte,
  };
}

/** What is read of a file: of a workbook which sheet, and from which of its rows on. */
export interface PartRead {
  readonly sheet: string | undefined;
  readonly firstLine: number;
}

/** Which sheet of a workbook is read; undefined of what is none, and where no sheet of it is read. */
export async function partRead({ workbook }: TextForm): Promise<PartRead> {
  const chosen = await workbook?.chosen();
  if (chosen === undefined || 'reason' in chosen) return { sheet: undefined, firstLine: 1 };
  return { sheet: chosen.sheet.name, firstLine: chosen.firstRow };
}

/** The text of a CSV file in pieces, in the one form in which all read its rows. */
export function readRowText(at: FileOf, form: TextForm, onSeam?: (seam: Seam) => void): AsyncGenerator<string> {
  return evenText(readText(at, form), onSeam);
}

/** The text of a file in pieces, without its byte order mark. */
export async function* readText(at: FileOf, { encoding, workbook }: TextForm): AsyncGenerator<string> {
  if (workbook !== undefined) {
    yield* workbook.text();
    return;
  }
  if (encoding === 'windows-1252') {
    let rest = Buffer.alloc(0);
    for await (const chunk of bytesOf(at)) {
      const bytes = Buffer.concat([rest, chunk]);
      const end = endOfWholeCharacters(bytes);
      rest = bytes.subarray(end);
      yield decodeMixed(bytes.subarray(0, end));
    }
    yield decodeMixed(rest);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytesOf(at)) yield decoder.decode(chunk, { stream: true });
  // Half a character at the end is none.
  if (encoding === 'utf-8') yield decoder.decode();
}

async function workbookIn(at: FileOf): Promise<{ readonly zip: GuardedZip; readonly workbook?: PartOfWorkbook }> {
  const bytes = await wholeOf(at);
  const zip = guardZip(bytes);
  return 'reason' in zip ? { zip } : { zip, workbook: new PartOfWorkbook(bytes, zip.kind, at.part ?? {}) };
}

function reasonIn(zip: GuardedZip): string | undefined {
  return 'reason' in zip ? zip.reason : undefined;
}

/** What a workbook of Excel with a password holds. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

function isOle(start: Buffer): boolean {
  return start.subarray(0, 4).toString('hex') === 'd0cf11e0';
}

function isZip(start: Buffer): boolean {
  return start.subarray(0, 4).toString('hex') === '504b0304';
}

const mostHeldBack = 64;

/** Where bytes beyond ASCII, or blanks, may go on in the next chunk: what they stand for is told by those that follow. */
function endOfWholeCharacters(bytes: Buffer): number {
  let end = bytes.length;
  const isOpen = (byte: number): boolean => byte >= 0x80 || byte === 0x20 || byte === 0x2d;
  while (end > 0 && bytes.length - end < mostHeldBack && isOpen(bytes[end - 1] ?? 0)) end -= 1;
  return end;
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
  // Text has no NULs but in UTF-16, where each Latin letter has one beside it, from the first on.
  const [even, odd] = [nulsAt(start, 0), nulsAt(start, 1)];
  const beginning = start.subarray(0, 8);
  if (odd > start.length / 16 && even === 0 && nulsAt(beginning, 1) > 0) return 'utf-16le';
  if (even > start.length / 16 && odd === 0 && nulsAt(beginning, 0) > 0) return 'utf-16be';
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

/** The first bytes of files that are no text. */
const beginnings: readonly (readonly [string, string])[] = [
  ['504b0304', 'a workbook or a zip file'],
  ['d0cf11e0', 'an old Excel workbook'],
  ['1f8b', 'a compressed file'],
  ['377abcaf', 'a compressed file'],
  ['52617221', 'a compressed file'],
];

/** How texts begin that are none of rows. */
const signatures: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'a PDF'],
  [/^\{\\rtf/, 'a document of a word processor (RTF)'],
  [/^(?:\[\s*)?\{\s*["}]/, 'JSON'],
  [/^<(?:!doctype|!--|\?xml|[a-z][\w:]*[\s>/])/i, 'a web page or XML'],
];

function signatureOf(start: Buffer, encoding: Encoding): string | undefined {
  const text = start.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  const texts = encoding === 'utf-16le' ? [text, start.toString('utf16le').replace(/^\ufeff/, '')] : [text];
  const hex = start.subarray(0, 8).toString('hex');
  const beginning = beginnings.find(([bytes]) => hex.startsWith(bytes))?.[1];
  if (beginning !== undefined) return beginning;
  const begins = (signature: RegExp): boolean => texts.some((each) => signature.test(each.trimStart()));
  const signature = signatures.find(([pattern]) => begins(pattern))?.[1];
  if (signature !== undefined || encoding.startsWith('utf-16') || !start.includes(0)) return signature;
  // A NUL in rows is damage, or an empty text; what has no rows is no text.
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  return /[,;\t|]/.test(firstLine) && !/\p{Cc}/u.test(firstLine.replace(/[\t\v\f\0]/g, ''))
    ? undefined
    : 'a file of binary data';
}

/** NULs at even (0) or odd (1) places: ASCII text in UTF-16LE has one at every odd place. */
function nulsAt(start: Buffer, parity: 0 | 1): number {
  let count = 0;
  for (let index = parity; index < start.length; index += 2) if (start[index] === 0) count += 1;
  return count;
}
