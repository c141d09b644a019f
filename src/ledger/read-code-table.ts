import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import type { CodeMap } from '../agreement/exports.js';
import { columnsHolding, heldIn, type LedgerKind } from '../agreement/ledger-kinds.js';
import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import { lineWord } from '../diagnostics/place-text.js';
import { plainText } from '../diagnostics/plain-text.js';
import type { FileOf } from '../files/open-file.js';
import { reportBytes } from './byte-faults.js';
import { type CodePattern, patternOf } from './code-pattern.js';
import { type CodeLine, CodeTable, type CodeTables, withoutTextMark } from './code-table.js';
import { inspect, partRead, readText } from './encoding.js';
import { HeaderNames } from './header-names.js';
import type { LedgerInput } from './ledger-input.js';
import { recordFault } from './record-fault.js';
import { readRecords } from './records.js';
import { type RowReference, rowIn } from './row-types.js';

interface ReadTable {
  /** By our columns under which it stands; one that cannot be used is not there. */
  readonly tables: CodeTables;
  readonly input: LedgerInput;
}

/** A table of codes as an entry of the agreement declares it, under one of our columns or several. */
interface DeclaredTable {
  readonly at: FileOf;
  readonly maps: readonly CodeMap[];
  readonly entry: LedgerEntry;
  readonly agreement: Agreement;
}

/**
 * Reads a table that turns a body’s codes into ours: a column for each header that the map goes by, and columns of ours;
 * others are the body’s own. It is read once, whatever columns of ours it stands under. All that is wrong with it is
 * reported. Throws what the file system throws.
 */
export async function readCodeTable(declared: DeclaredTable, report: Report): Promise<ReadTable> {
  const { file } = declared.at;
  const inspection = await inspect(declared.at);
  const { sha256, size, notText } = inspection;
  const { sheet } = await partRead(inspection);
  const { part } = declared.at;
  const input = { path: file, part, sheet, sha256, rows: 0, isWhole: false, columns: new Map<string, number>() };
  if (size === 0 || notText !== undefined) {
    const problem = notText === undefined ? diagnose('BCF3003', {}, { place: { file } }) : undefined;
    report(problem ?? diagnose('BCF3015', { found: notText ?? '' }, { place: { file } }));
    return { tables: new Map(), input };
  }
  if (!(await reportBytes(declared.at, inspection, report))) return { tables: new Map(), input };
  const reportOnce = once(report);
  const all = declared.maps.map((map) => new CodeLines({ ...declared, map }, sheet, reportOnce));
  let open = all;
  await readRecords(readText(declared.at, inspection), {
    onRecord: (fields, line) => {
      open = open.filter((lines) => lines.take(fields, line));
      return open.length > 0;
    },
    onFault: (fault, line) => {
      if (fault.kind === 'blank') return;
      for (const lines of all) lines.fail(() => recordFault(fault, rowIn({ file, sheet }, line)));
    },
  });
  const tables = new Map(
    all.flatMap((lines): [string, CodeTable][] => {
      const table = lines.table();
      return table === undefined ? [] : [[lines.column, table]];
    }),
  );
  const rows = Math.max(0, ...all.map(({ count }) => count));
  return { tables, input: { ...input, rows, isWhole: tables.size === all.length } };
}

/** Reports what several columns of ours say of one cell of their table once. */
function once(report: Report): Report {
  const said = new Set<string>();
  return (one) => {
    const key = [one.code, one.place?.line, one.place?.field?.index, one.message].join('\0');
    if (!said.has(key)) report(one);
    said.add(key);
  };
}

/** A table as it stands under one of our columns. */
interface Declared extends Omit<DeclaredTable, 'maps'> {
  readonly map: CodeMap;
}

class CodeLines {
  readonly #declared: Declared;
  readonly #sheet: string | undefined;
  readonly #report: Report;
  #by: readonly number[] = [];
  /** Our columns, and where each stands. */
  #ours: ReadonlyMap<string, number> | undefined;
  readonly #lines: CodeLine[] = [];
  readonly #first = new Map<string, number>();
  #isWhole = true;

  constructor(declared: Declared, sheet: string | undefined, report: Report) {
    this.#declared = declared;
    this.#sheet = sheet;
    this.#report = report;
  }

  get column(): string {
    return this.#declared.map.column;
  }

  get count(): number {
    return this.#lines.length;
  }

  table(): CodeTable | undefined {
    const { file } = this.#declared.at;
    if (!this.#isWhole || this.#ours === undefined) return undefined;
    return new CodeTable({ file, sheet: this.#sheet }, [...this.#ours.keys()], this.#lines);
  }

  fail(diagnostic: () => ReturnType<typeof diagnose>): void {
    this.#isWhole = false;
    this.#report(diagnostic());
  }

  take(fields: readonly string[], line: number): boolean {
    if (this.#ours === undefined) return this.#takeHeader(fields, line);
    const cells = fields.map((field) => plainText(field).trim());
    const codes = this.#by.map((index) => withoutTextMark(cells[index] ?? ''));
    const key = codes.join('\0').toLowerCase();
    const first = this.#first.get(key);
    if (first === undefined) this.#first.set(key, line);
    else {
      const args = { code: codes.join(', '), word: lineWord(this.#sheet), first, line };
      this.fail(() =>
        diagnose('BCF3067', args, { place: this.#placeOf(line, this.#by[0] ?? 0, this.#declared.map.by[0]?.[0]) }),
      );
    }
    const ours = new Map([...this.#ours].map(([column, index]) => [column, cells[index] ?? '']));
    const patterns = codes.map((code, nth) => this.#patternAt(code, line, nth));
    const isToFillIn = !this.#isFilledIn(ours);
    if (!isToFillIn) {
      for (const [column, index] of this.#ours)
        this.#check(column, cells[index] ?? '', this.#placeOf(line, index, column));
    }
    this.#lines.push({ line, patterns, cells: ours, ...(isToFillIn && { isToFillIn }) });
    return true;
  }

  /** What a cell asks of a code; one that is not understood is told, and not taken for a code. */
  #patternAt(text: string, line: number, nth: number): CodePattern {
    const pattern = patternOf(text);
    if (typeof pattern !== 'string') return pattern;
    const name = this.#declared.map.by[nth]?.[0];
    const place = this.#placeOf(line, this.#by[nth] ?? 0, name);
    this.fail(() => diagnose('BCF3076', { found: text, fault: pattern }, { place }));
    return { kind: 'code', code: text };
  }

  /** Whether a line says anything: one that `bcf map` wrote is blank until somebody has decided. */
  #isFilledIn(ours: ReadonlyMap<string, string>): boolean {
    return (ours.get(this.#declared.map.column) ?? '') !== '';
  }

  #takeHeader(fields: readonly string[], line: number): boolean {
    const { map, entry } = this.#declared;
    const names = new HeaderNames(fields);
    const found = map.by.map((header) => names.placesOfAny(header, false)[0]);
    this.#by = found.filter((index) => index !== undefined);
    // Only codes are looked up: a column that is called Amount or Note is what somebody wrote beside them.
    const mayGive = new Set([map.column, ...columnsHolding(entry.kind, 'body', 'code')]);
    const ours = [...mayGive].flatMap((name): [string, number][] => {
      // What a body calls Heading stands beside ours.
      const index = names.placesOf(name, false).find((place) => !this.#by.includes(place));
      return index === undefined ? [] : [[name, index]];
    });
    const missing = map.by.flatMap((header, nth) => (found[nth] === undefined ? header.slice(0, 1) : []));
    if (!ours.some(([name]) => name === map.column)) missing.push(map.column);
    for (const name of missing) {
      const args = { column: name, name, meant: near(name, fields) };
      this.fail(() => diagnose('BCF3005', args, { place: this.#rowAt(line) }));
    }
    this.#ours = new Map(ours);
    return missing.length === 0;
  }

  /** Whether a code of ours is one of the agreement; a scheme is looked up when its row is read. */
  #check(column: string, found: string, place: Place): void {
    const { agreement, entry } = this.#declared;
    const allowed = codesFor(agreement, entry.kind, column);
    if (found === '' || allowed === undefined || allowed.includes(found)) return;
    const args = { column, found, meant: near(found, allowed), allowed: allowed.join(', ') };
    this.fail(() => diagnose('BCF3068', args, { place }));
  }

  #rowAt(line: number): RowReference {
    return rowIn({ file: this.#declared.at.file, sheet: this.#sheet }, line);
  }

  #placeOf(line: number, index: number, name = ''): Place {
    return { ...this.#rowAt(line), field: { index, name } };
  }
}

/** The codes of the agreement that a column may hold; undefined where it does not say. */
function codesFor(agreement: Agreement, kind: LedgerKind, column: string): string[] | undefined {
  const { bodies, headings, sources, pools } = agreement;
  if (heldIn(kind, column) === 'body') return [...bodies.keys()];
  const codes = new Map<string, ReadonlyMap<string, unknown>>([
    ['heading', headings],
    ['source', sources],
    ['pool', pools],
  ]).get(column);
  return codes && [...codes.keys()];
}
