import type { Agreement, LedgerEntry, Named } from '../agreement/agreement.js';
import type { CodeMap } from '../agreement/exports.js';
import { columnsHolding, factsOf, heldIn, type LedgerKind } from '../agreement/ledger-kinds.js';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.js';
import type { Guest } from '../fund/find-files.js';
import { readLedgerSafely } from '../fund/read-safely.js';
import type { Cells } from '../ledger/cells.js';
import { type CodeLine, CodeTable } from '../ledger/code-table.js';
import { HeaderNames } from '../ledger/header-names.js';
import type { FileLayout } from '../ledger/ledger-input.js';
import type { Pence } from '../money/pence.js';
import { WordsBeside, wordColumns } from './words-beside.js';

/** A code of an export, or several that are looked up together, and what stands beside it. */
export interface SeenCode {
  readonly codes: readonly string[];
  rows: number;
  /** What its rows add up to; undefined where an amount of them is not known. */
  amountPence: Pence | undefined;
  readonly words: WordsBeside;
}

/** The codes of a file, and how it was read; none where its header cannot be used. */
export interface CodesOfFile {
  readonly seen: readonly SeenCode[];
  readonly layout: FileLayout | undefined;
  readonly rows: number;
}

/** A table that takes any code, so that a file is read before its own table is there, and keeps the last it was asked for. */
class AnyCode extends CodeTable {
  readonly #line: CodeLine;
  last: readonly string[] = [];

  constructor({ table, by }: CodeMap, columns: readonly string[]) {
    super({ file: table }, columns, []);
    this.#line = { line: 0, patterns: by.map(() => ({ kind: 'any' })), cells: new Map() };
  }

  override lineFor(codes: readonly string[]): CodeLine {
    this.last = codes;
    return this.#line;
  }
}

/** Reads the codes of a file by which a map goes, as its ledger is read: of its rows alone, and what they add up to. */
export async function codesOfFile(
  { folder, guest, map }: { readonly folder: string; readonly guest: Guest; readonly map: CodeMap },
  report: Report,
): Promise<CodesOfFile> {
  const { entry: declared } = guest;
  const others = declared.maps.filter(({ column }) => column !== map.column);
  const entry = { ...without(declared, map.column), maps: [map, ...others] };
  const given = columnsHolding(entry.kind, 'body', 'code');
  const any = new AnyCode(map, given);
  const tables = new Map<string, CodeTable>(others.map((other) => [other.column, new AnyCode(other, given)]));
  tables.set(map.column, any);
  const seen = new Map<string, SeenCode>();
  let columns: readonly number[] | undefined;
  const onRow = (cells: Cells): Pence | undefined => {
    columns ??= wordColumns(cells.names, placesOf(map, cells.names));
    const key = any.last.join('\0').toLowerCase();
    const known = seen.get(key) ?? { codes: any.last, rows: 0, amountPence: 0n, words: new WordsBeside() };
    seen.set(key, known);
    known.rows += 1;
    const amountPence = amountOf(cells, entry);
    known.amountPence = add(known.amountPence, amountPence);
    for (const column of columns) known.words.take(column, cells.asWritten(column));
    return amountPence;
  };
  // Of what a table gives nothing is missing: only the columns that it goes by may be.
  const isOfTable = ({ code, args }: Diagnostic) =>
    code === 'BCF3005' && args.column === args.name && given.some((name) => name === args.name);
  const told: Report = (one) => {
    if (!isOfTable(one)) report(one);
  };
  const input = await readLedgerSafely({ folder, ...guest, entry, tables }, told, onRow);
  return { seen: [...seen.values()].sort(byCode), layout: input?.layout, rows: input?.rows ?? 0 };
}

/** An entry without what it declares of a column otherwise than by a map. */
function without(entry: LedgerEntry, column: string): LedgerEntry {
  const rest = <T>(all: ReadonlyMap<string, T>) => new Map([...all].filter(([name]) => name !== column));
  return { ...entry, columns: rest(entry.columns), constants: rest(entry.constants) };
}

/** Where the columns of a map stand. */
function placesOf({ by }: CodeMap, fields: readonly string[]): number[] {
  const names = new HeaderNames(fields);
  return by.flatMap((header) => names.placesOfAny(header, false)[0] ?? []);
}

function amountOf(cells: Cells, { kind }: LedgerEntry): Pence | undefined {
  const { totals } = factsOf(kind);
  return totals === undefined ? 0n : cells.amountIfAny(totals.of);
}

function add(one: Pence | undefined, other: Pence | undefined): Pence | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}

function byCode({ codes: one }: SeenCode, { codes: other }: SeenCode): number {
  const [first, second] = [one.join('\0'), other.join('\0')];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** What of the agreement a column of ours may hold. */
export function namedFor(agreement: Agreement, kind: LedgerKind, column: string): readonly Named[] {
  const { headings, sources, pools, partners, bodies } = agreement;
  // Money is one partner’s; a group may apply it.
  if (heldIn(kind, column) === 'body') return [...(column === 'applied_by' ? bodies : partners).values()];
  const named = new Map<string, ReadonlyMap<string, Named>>([
    ['heading', headings],
    ['source', sources],
    ['pool', pools],
  ]).get(column);
  return [...(named?.values() ?? [])];
}
