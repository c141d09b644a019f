import { type Diagnostic, diagnose, type Report } from '../diagnostics/diagnostic.js';
import { bytesOf, type FileOf } from '../files/open-file.js';
import { type Inspection, readText } from './encoding.js';
import type { Seam } from './even-text.js';
import { reportSheet } from './sheet-faults.js';
import { beyondAscii, poundOfDos } from './windows-1252.js';

/** Letters with a NUL beside each, as they are in UTF-16. */
const inUtf16 = /(?:[ -~]\0){8}|(?:\0[ -~]){8}/;
const nulInCell = /[^,;|"\p{Cc}]\0|\0[^,;|"\p{Cc}]/u;
/** Two letters of an encoding of one byte look like one such in UTF-16. */
const asUtf16 = /[\u2020-\u7e7e\u0d0a]{12}/g;
const lineEnds = [0x00, 0x0a, 0x0d, 0x1a, 0x20];

/** More of a piece than any of what is looked for takes. */
const overlap = 40;

/**
 * Reports where the bytes of a file are damaged or in two encodings, by a second reading of those files alone that may be.
 * False where the rest of it means nothing.
 */
export async function reportBytes(at: FileOf, found: Inspection, report: Report): Promise<boolean> {
  if (found.workbook !== undefined) return reportSheet(at, await found.workbook.chosen(), report);
  const isUtf16 = found.encoding.startsWith('utf-16');
  if (!isUtf16 && found.encoding === 'utf-8' && !found.hasNul) return true;
  const faults = isUtf16 ? await faultsOfUtf16(at, found) : await faultsOfBytes(at, found);
  for (const fault of faults) report(fault);
  const isReadable = !faults.some(({ code }) => code === 'BCF3025');
  const isTold = faults.some(({ code }) => code === 'BCF3023' || code === 'BCF3024');
  if (isReadable && !isTold && found.strayBytes.length > 0) {
    report(diagnose('BCF3014', { bytes: found.strayBytes.join(', ') }, { place: { file: at.file } }));
  }
  return isReadable;
}

/** That another file was pasted into one, and where. */
export function pastedAt(file: string, { shownBy, line }: Seam): Diagnostic {
  return diagnose('BCF3045', { shownBy }, { place: { file, line } });
}

async function faultsOfUtf16(at: FileOf, found: Inspection): Promise<readonly Diagnostic[]> {
  const { file } = at;
  const { size, lastByte } = found;
  const indexOfBytes = (text: string): number =>
    [...text.matchAll(asUtf16)].find(([run]) => areTwoLetters(run))?.index ?? -1;
  const seen = await firstLines(readText(at, found), { bytes: indexOfBytes });
  if (seen.lines.bytes !== undefined) {
    const args = { before: 'UTF-16', after: 'another encoding' };
    return [diagnose('BCF3025', args, { place: { file, line: seen.lines.bytes } })];
  }
  if (size % 2 === 0) return [];
  const isBehindRows = /[\r\n]$/.test(seen.end) && lineEnds.includes(lastByte);
  const place = { file, line: seen.lastLine };
  return [isBehindRows ? diagnose('BCF3027', {}, { place: { file } }) : diagnose('BCF3028', {}, { place })];
}

async function faultsOfBytes(at: FileOf, { encoding, hasNul }: Inspection): Promise<readonly Diagnostic[]> {
  const { file } = at;
  const isMixed = encoding === 'windows-1252';
  const { lines, end, lastLine } = await firstLines(latin1(at), {
    utf16: (text) => (hasNul ? text.search(inUtf16) : -1),
    nul: (text) => (hasNul ? text.search(nulInCell) : -1),
    dos: (text) => (isMixed ? text.search(poundOfDos) : -1),
    utf8: (text) => (isMixed ? indexOfCharacter(text, true) : -1),
    other: (text) => (isMixed ? indexOfCharacter(text, false) : -1),
  });
  if (lines.utf16 !== undefined) {
    const args = { before: 'an encoding of one byte a letter', after: 'UTF-16' };
    return [diagnose('BCF3025', args, { place: { file, line: lines.utf16 } })];
  }
  const faults = lines.nul === undefined ? [] : [diagnose('BCF3026', {}, { place: { file, line: lines.nul } })];
  if (lines.dos !== undefined) return [...faults, diagnose('BCF3024', {}, { place: { file, line: lines.dos } })];
  if (lines.utf8 === undefined || lines.other === undefined) return faults;
  const isCut = lines.other === lastLine && /[\xc2-\xf4][\x80-\xbf]{0,2}$/.test(end) && !hasOther(end.slice(0, -3));
  if (isCut) return [...faults, diagnose('BCF3028', {}, { place: { file, line: lastLine } })];
  const place = { file, line: Math.max(lines.utf8, lines.other) };
  return [...faults, diagnose('BCF3023', { utf8: lines.utf8, other: lines.other }, { place })];
}

function hasOther(text: string): boolean {
  return indexOfCharacter(text, false) >= 0;
}

/** Where the first character beyond ASCII stands that UTF-8 writes, or that it does not; a mark that leads a file is none. */
function indexOfCharacter(text: string, isUtf8: boolean): number {
  for (const { 0: found, index } of text.matchAll(beyondAscii)) {
    if (found !== '\xef\xbb\xbf' && found.length > 1 === isUtf8) return index;
  }
  return -1;
}

function areTwoLetters(run: string): boolean {
  return [...run].every((character) => {
    const unit = character.charCodeAt(0);
    return [unit >> 8, unit & 0xff].every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d);
  });
}

async function* latin1(at: FileOf): AsyncGenerator<string> {
  for await (const chunk of bytesOf(at)) yield chunk.toString('latin1');
}

interface FirstLines<K extends string> {
  /** The line on which each is first found. */
  readonly lines: Readonly<Partial<Record<K, number>>>;
  /** The last characters of the text, and the line they stand on. */
  readonly end: string;
  readonly lastLine: number;
}

/** On which lines of a text, read in pieces, things are first found. */
async function firstLines<K extends string>(
  pieces: AsyncIterable<string>,
  wanted: Readonly<Record<K, (text: string) => number>>,
): Promise<FirstLines<K>> {
  const lines = new Map<string, number>();
  let rest = '';
  let line = 1;
  const take = (text: string): void => {
    for (const [name, find] of Object.entries<(text: string) => number>(wanted)) {
      const at = lines.has(name) ? -1 : find(text);
      if (at >= 0) lines.set(name, line + lineFeeds(text.slice(0, at)));
    }
  };
  for await (const piece of pieces) {
    const text = rest + piece;
    take(text);
    let kept = Math.max(0, text.length - overlap);
    while (kept > 0 && text.charCodeAt(kept) >= 0x80) kept -= 1;
    line += lineFeeds(text.slice(0, kept));
    rest = text.slice(kept);
  }
  const found: Partial<Record<K, number>> = {};
  return {
    lines: Object.assign(found, Object.fromEntries(lines)),
    end: rest,
    lastLine: line + lineFeeds(rest.trimEnd()),
  };
}

function lineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
