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
  for (const [file, numbers] of wanted) lines.set(file, await readLines({ folder, file }, numbers));
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

/** The wanted lines of a file. One that has gone since it was read has no excerpt. */
async function readLines(at: FileOf, wanted: ReadonlySet<number>): Promise<Lines> {
  const byNumber = new Map<number, string>();
  const last = Math.max(...wanted);
  let separator = ',';
  let number = 0;
  let rest = '';
  try {
    const { encoding } = await inspect(at);
    for await (const piece of readText(at, encoding)) {
      if (number === 0) separator = separatorOf(piece);
      const lines = (rest + piece).split(/\r?\n/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        number += 1;
        if (wanted.has(number)) byNumber.set(number, line);
      }
      if (number >= last) break;
    }
    if (wanted.has(number + 1)) byNumber.set(number + 1, rest);
  } catch (error) {
    reasonOf(error);
  }
  return { separator, byNumber };
}
