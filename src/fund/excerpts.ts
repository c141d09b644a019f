import type { Diagnostic, Excerpt, Place } from '../diagnostics/diagnostic.js';
import type { FileOf } from '../files/open-file.js';
import { inspect, readText } from '../ledger/encoding.js';
import { fieldSpan, type Span, separatorOf } from '../ledger/field-span.js';
import type { LedgerInput } from '../ledger/ledger-input.js';
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
  const keyOf = ({ file, sheet = '' }: Place): string => `${file}\0${sheet}`;
  const wanted = new Map<string, { readonly place: Place; readonly numbers: Set<number> }>();
  for (const { place } of diagnostics) {
    if (place?.line === undefined) continue;
    const own = wanted.get(keyOf(place)) ?? { place, numbers: new Set() };
    own.numbers.add(place.line);
    wanted.set(keyOf(place), own);
  }
  const lines = new Map<string, Lines>();
  for (const [key, { place, numbers }] of wanted) {
    const { named, part } = inputOf(place, inputs) ?? {};
    lines.set(key, await readLines({ folder, file: place.file, named, part }, numbers));
  }
  return diagnostics.map((diagnostic) => {
    const { place } = diagnostic;
    const excerpt = place && excerptOf(place, lines.get(keyOf(place)));
    return excerpt === undefined ? diagnostic : { ...diagnostic, excerpt };
  });
}

/** What was read of the file that a place is in; where two sheets of one workbook are, that of the place, or the ledger’s. */
function inputOf({ file, sheet }: Place, inputs: readonly LedgerInput[]): LedgerInput | undefined {
  const own = inputs.filter(({ path }) => path === file);
  return own.find((input) => sheet !== undefined && input.sheet === sheet) ?? own.at(-1);
}

/** A finding names the file and the field of a row; on which sheet that row stands, and where the field, is known when it is read. */
function located(diagnostic: Diagnostic, inputs: readonly LedgerInput[]): Diagnostic {
  const { place, alsoAt } = diagnostic;
  if (place === undefined) return diagnostic;
  const placed = (one: Place): Place => {
    const { sheet, columns } = inputOf(one, inputs) ?? {};
    const { index = columns?.get(one.field?.name ?? ''), name } = one.field ?? {};
    return {
      ...one,
      ...(sheet !== undefined && { sheet: one.sheet ?? sheet }),
      ...(index !== undefined && name !== undefined && { field: { index, name } }),
    };
  };
  return { ...diagnostic, place: placed(place), ...(alsoAt && { alsoAt: alsoAt.map(placed) }) };
}

/** As much of a line as a row may hold: what is longer is no row, and its beginning tells what it is. */
const longestLine = 1 << 16;

interface Lines {
  readonly byNumber: ReadonlyMap<number, string>;
  /** Where a field of a line stands in it. */
  readonly spanOf: (line: number, text: string, index: number) => Span;
}

function excerptOf({ line, column, length = 1, field }: Place, lines: Lines | undefined): Excerpt | undefined {
  const text = line === undefined ? undefined : lines?.byNumber.get(line);
  if (line === undefined || lines === undefined || text === undefined) return undefined;
  if (field?.index !== undefined) return { line, text, ...lines.spanOf(line, text, field.index) };
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
    const form = await inspect(at);
    if (form.workbook !== undefined) return rowsOfSheet(await form.workbook.cellsOf(wanted));
    for await (const piece of readText(at, form)) {
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
  return { byNumber: new Map(lines), spanOf: (_, text, index) => fieldSpan(text, index, separator ?? ',') };
}

const betweenCells = ' | ';

/** Rows of a sheet, their cells with a bar between them. */
function rowsOfSheet(cells: ReadonlyMap<number, readonly string[]>): Lines {
  return {
    byNumber: new Map([...cells].map(([line, texts]) => [line, texts.join(betweenCells)])),
    spanOf: (line, _, index) => {
      const texts = cells.get(line) ?? [];
      const before = texts.slice(0, index).map((text) => text.length + betweenCells.length);
      return { from: before.reduce((sum, length) => sum + length, 0), length: Math.max(1, texts[index]?.length ?? 0) };
    },
  };
}
