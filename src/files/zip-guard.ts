import { inflateRawSync } from 'node:zlib';
import { standsTwice } from './cells-twice.js';
import { limits, sizeInWords } from './limits.js';

/** What a zip file is, as far as it may be read: a workbook of one of two kinds, or why it is none. */
export type GuardedZip = { readonly kind: 'xlsx' | 'ods' } | { readonly reason: string };

const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const localHeader = 0x04034b50;
const longestComment = 0xffff;
const mostEntries = 4_000;
/** A part of so many bytes that is packed tighter than this is made to fill the memory of who reads it. */
const smallPart = 8 << 20;
const tightest = 200;

/** A part of a zip file, as its directory says. */
interface Part {
  readonly name: string;
  readonly method: number;
  readonly packed: Buffer;
  readonly bytes: number;
}

/**
 * Looks at a zip file before any reader of workbooks does: how many parts it has, how large they are unpacked, and whether
 * each is whole. A part that was cut at a tag would read as fewer rows, and so would one in which a row stands twice.
 */
export function guardZip(zip: Buffer): GuardedZip {
  const parts = partsOf(zip);
  if ('reason' in parts) return parts;
  const names = new Set(parts.map(({ name }) => name));
  const isXlsx = names.has('[Content_Types].xml') && names.has('xl/workbook.xml');
  if (!isXlsx && !names.has('content.xml')) return { reason: whatElse(names) };
  const otherwise = isXlsx ? missingPart(parts) : otherDocument(parts);
  if (otherwise !== undefined) return { reason: otherwise };
  let bytes = 0;
  for (const part of parts) {
    const fault = faultOfSize(part) ?? (/\.(xml|rels)$/i.test(part.name) ? faultOfXml(part) : undefined);
    if (fault !== undefined) return { reason: `a workbook that is not read, because ${fault}` };
    bytes += part.bytes;
    if (bytes > limits.fileBytes)
      return { reason: `a workbook of more than ${sizeInWords(limits.fileBytes)} unpacked` };
  }
  return { kind: isXlsx ? 'xlsx' : 'ods' };
}

/** What a zip file is that holds no workbook of the kinds that are read. */
function whatElse(names: ReadonlySet<string>): string {
  if (names.has('xl/workbook.bin')) return 'a binary workbook (.xlsb)';
  if (names.has('word/document.xml')) return 'a document of a word processor';
  if (names.has('ppt/presentation.xml')) return 'a presentation';
  return 'a zip file with no workbook in it';
}

/** What a file of the OpenDocument kind is, where it is no spreadsheet that can be opened. */
function otherDocument(parts: readonly Part[]): string | undefined {
  if (textOf(parts, 'META-INF/manifest.xml').includes('encryption-data')) return 'a workbook with a password';
  const type = textOf(parts, 'mimetype').trim();
  return type === '' || type.includes('spreadsheet') ? undefined : 'a document that is no spreadsheet';
}

const relationship = /<(?:\w+:)?Relationship\s[^>]*>/g;
const needed = /\/(?:worksheet|sharedStrings|styles)"/;

/** A part that a workbook of Excel needs and has not: its cells would read as blank, or its days as numbers. */
function missingPart(parts: readonly Part[]): string | undefined {
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  for (const [element] of textOf(parts, 'xl/_rels/workbook.xml.rels').matchAll(relationship)) {
    const [, target = ''] = /\sTarget="([^"]*)"/.exec(element) ?? [];
    const name = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
    if (!needed.test(element) || names.has(name.toLowerCase())) continue;
    return `a workbook that is not read, because ${name} is missing in it`;
  }
  return undefined;
}

function textOf(parts: readonly Part[], name: string): string {
  const part = parts.find((one) => one.name === name);
  const isRead = part !== undefined && part.bytes <= smallPart;
  return isRead ? (contentOf(part)?.toString('utf8') ?? '') : '';
}

/** The text of a part of a zip file that the guard has let through. */
export function textInZip(zip: Buffer, name: string): string | undefined {
  const parts = partsOf(zip);
  const part = 'reason' in parts ? undefined : parts.find((one) => one.name === name);
  return part && contentOf(part)?.toString('utf8');
}

function partsOf(zip: Buffer): readonly Part[] | { readonly reason: string } {
  const broken = { reason: 'a workbook or a zip file that was cut off or damaged' };
  const end = endOf(zip);
  if (end === undefined) return broken;
  const count = zip.readUInt16LE(end + 10);
  if (count > mostEntries) return { reason: `a zip file of ${count} parts` };
  const parts: Part[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entryOfDirectory) return broken;
    const [packed, bytes, start] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 42)];
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, nameEnd);
    if (start + 30 > zip.length || zip.readUInt32LE(start) !== localHeader) return broken;
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    if (from + packed > zip.length) return broken;
    parts.push({ name, method: zip.readUInt16LE(at + 10), packed: zip.subarray(from, from + packed), bytes });
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** Where the end of the directory stands: behind all, but for a comment. */
function endOf(zip: Buffer): number | undefined {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - longestComment); at -= 1) {
    if (zip.readUInt32LE(at) === endOfDirectory) return at;
  }
  return undefined;
}

function faultOfSize({ name, method, packed, bytes }: Part): string | undefined {
  if (method !== 0 && method !== 8) return 'it is packed in a way that no spreadsheet uses, or has a password';
  const isTight = bytes > smallPart && bytes > packed.length * tightest;
  return bytes > limits.fileBytes || isTight ? `${name} in it is more than it may be unpacked` : undefined;
}

function contentOf({ method, packed, bytes }: Part): Buffer | undefined {
  return method === 0 ? packed : unpacked(packed, bytes);
}

function faultOfXml(part: Part): string | undefined {
  const { name, bytes } = part;
  const xml = contentOf(part);
  if (xml === undefined || xml.length !== bytes) return `${name} in it is not what the file says of it`;
  if (xml.includes('<!DOCTYPE')) return `${name} in it has a document type, as no spreadsheet writes`;
  if (!isWhole(xml)) return `${name} in it is cut off`;
  const twice = /^xl\/worksheets\//i.test(name) ? standsTwice(xml.toString('latin1')) : undefined;
  return twice && `it is damaged (${twice} stands twice in ${name})`;
}

function unpacked(packed: Buffer, bytes: number): Buffer | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: bytes + 1 });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

/** Whether the first element of an XML text is closed at its end. */
function isWhole(xml: Buffer): boolean {
  const [, root, rest = ''] = /<([\w:.-]+)([^>]*)>/.exec(xml.toString('utf8', 0, 65_536)) ?? [];
  if (root === undefined) return false;
  const end = xml.toString('utf8', Math.max(0, xml.length - 1024)).trimEnd();
  return end.endsWith(`</${root}>`) || (rest.endsWith('/') && end.endsWith('/>'));
}
