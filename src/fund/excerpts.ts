import type { Diagnostic, Excerpt, Place } from '../diagnostics/diagnostic.js';
import type { FileOf } from '../files/open-file.js';
import { inspect, readText } from '../ledger/encoding.js';
import { fieldSpan, separatorOf } from '../ledger/field-span.js';
import type { LedgerInput } from '../ledger/read-ledger.js';
import { reasonOf } from './system-error.js';

/**
 * Completes each diagnostic with the line it points at and the position of the field that it names. The files are read
 * again for it, so that rows need not be kept in memory.
 */
export async function withExcerpts(
  folder: string,
  inputs: readonly LedgerInput[],
  found: readonly Diagnostic[],
): Promise<Diagnostic[]> {
  const diagnostics = found.map((diagnostic) => located(diagnostic, inputs));
  const wanted = new Map<string, Set<number>>();
  for (const { place } of diagnostics) {
    if (place?.line === undefined) continue;
    const numbers = wanted.get(place.file) ?? new Set();
    wanted.set(place.file, numbers.add(place.line));
  }
  const lines = new Map<string, Lines>();
  for (const [file, numbers] of wanted) {
    const { named, sheet } = inputs.find(({ path }) => path === file) ?? {};
    lines.set(file, await readLines({ folder, file, named, sheet }, numbers));
  }
  return diagnostics.map((diagnostic) => {
    const excerpt = diagnostic.place && excerptOf(diagnostic.place, lines.get(diagnostic.place.file));
    return excerpt === undefined ? diagnostic : { ...diagnostic, excerpt };
  });
}

/** A rule names the field of a row; where that field stands, only the file's header tells. */
function located(diagnostic: Diagnostic, inputs: readonly LedgerInput[]): Diagnostic {
  const { place } = diagnostic;
  if (place?.field === undefined || place.field.index !== undefined) return diagnostic;
  const { name } = place.field;
  const index = inputs.find(({ path }) => path === place.file)?.columns.get(name);
  return index === undefined ? diagnostic : { ...diagnostic, place: { ...place, field: { index, name } } };
}

/** As much of a line as a row may hold: what is longer is no row, and its beginning tells what it is. */
const longestLine = 1 << 16;

interface Lines {
  readonly separator: string;
  readonly byNumber: ReadonlyMap<number, string>;
}

function excerptOf({ line, column, length = 1, field }: Place, lines: Lines | undefined): Excerpt | undefined {
  const text = line === undefined ? undefined : lines?.byNumber.get(line);
  if (line === undefined || lines === undefined || text === undefined) return undefined;
  if (field?.index !== undefined) return { line, text, ...fieldSpan(text, field.index, lines.separator) };
  if (column !== undefined) return { line, text, from: column - 1, length: Math.min(length, text.length - column + 1) };
  return { line, text, from: 0, length: 0 };
}

/** The wanted lines of a file, the beginning of each. One that has gone since it was read has no excerpt. */
async function readLines(at: FileOf, wanted: ReadonlySet<number>): Promise<Lines> {
  const byNumber = new Map<number, string>();
  const last = Math.max(...wanted);
  let separator: string | undefined;
  let number = 1;
  const take = (part: string): void => {
    const known = byNumber.get(number) ?? '';
    if (wanted.has(number) && known.length < longestLine)
      byNumber.set(number, known + part.slice(0, longestLine - known.length));
  };
  try {
    const { encoding } = await inspect(at);
    for await (const piece of readText(at, encoding)) {
      separator ??= separatorOf(piece);
      let from = 0;
      for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
        take(piece.slice(from, end));
        from = end + 1;
        number += 1;
      }
      if (number > last) break;
      take(piece.slice(from));
    }
  } catch (error) {
    reasonOf(error);
  }
  const lines = [...byNumber].map(([at, text]) => [at, text.replace(/\r+$/, '')] as const);
  return { separator: separator ?? ',', byNumber: new Map(lines) };
}
