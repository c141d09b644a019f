import type { LedgerEntry } from '../agreement/agreement.js';
import type { CodeMap, ColumnSource, DayOrder, Header as Names } from '../agreement/exports.js';
import { columnsHolding, columnsOf, factsOf, heldIn, type LedgerKind } from '../agreement/ledger-kinds.js';
import { columnLetter } from '../diagnostics/column-letter.js';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import type { Unit } from '../money/unit.js';
import type { CodeTable } from './code-table.js';
import { HeaderNames } from './header-names.js';
import { unitOfAmounts } from './header-unit.js';
import { indexesOf, type Origin, type Say, sayFrom } from './origins.js';
import type { UnreadColumn } from './unread-columns.js';

/** Where each of a ledger's columns stands in one file. */
export interface Header {
  readonly kind: LedgerKind;
  /** By our names, where each stands among the cells that a reader is handed. */
  readonly columns: ReadonlyMap<string, number>;
  /** Where each stands in the file; a constant stands nowhere. */
  readonly places: ReadonlyMap<string, number>;
  /** Where the money stands of which there may be a total. */
  readonly amounts: readonly number[];
  /** Where the cells of each of our columns come from. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** How each of our columns is said, in the order of `columns`; undefined where they stand in the file as they are. */
  readonly said: readonly (readonly [column: string, say: Say])[] | undefined;
  /** What the file calls its columns. */
  readonly names: readonly string[];
  /** Which rows are none of the ledger, by the words in these columns. */
  readonly leftOut: readonly { readonly index: number; readonly words: readonly string[] }[];
  /** The unit of its amounts; pounds where the ledger has none. */
  readonly unit: Unit;
  /** The order of the numbers of a date, where the agreement declares it. */
  readonly dayOrder: DayOrder | undefined;
  /** Columns that are none of a ledger’s, without those that the agreement says to ignore. */
  readonly unread: readonly UnreadColumn[];
}

/** The header line of a file, and how the agreement says that the file is written. */
export interface HeaderLine {
  readonly fields: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly entry: LedgerEntry;
  /** The tables of codes that the entry declares, by our columns. */
  readonly tables: ReadonlyMap<string, CodeTable>;
}

/**
 * Finds a ledger's columns in the header line of a file, by their documented names or by what the agreement declares of
 * them. What is missing, double or without a unit is reported; undefined then.
 */
export function readHeader(header: HeaderLine, report: Report): Header | undefined {
  const search = new HeaderSearch(header, report);
  return search.found();
}

/** Whether a line may be the header: any may, where the agreement does not say which is. */
export function mayBeHeader({ line, entry: { headerLine } }: Pick<HeaderLine, 'line' | 'entry'>): boolean {
  return headerLine === undefined || line === headerLine;
}

class HeaderSearch {
  readonly #header: HeaderLine;
  readonly #names: HeaderNames;
  readonly #report: Report;
  readonly #required: readonly string[];
  readonly #money: readonly string[];
  /** The columns of the file that something of ours comes from. */
  readonly #used = new Set<number>();
  #isComplete = true;

  constructor(header: HeaderLine, report: Report) {
    const { kind } = header.entry;
    this.#header = header;
    this.#names = new HeaderNames(header.fields);
    this.#report = report;
    this.#required = Object.keys(factsOf(kind).required);
    this.#money = columnsHolding(kind, 'money');
  }

  found(): Header | undefined {
    const { entry, fields, file, line } = this.#header;
    const origins = this.#origins();
    const isAny = [...origins].some(([name, { kind }]) => kind !== 'constant' && this.#required.includes(name));
    if (!isAny) {
      this.#report(diagnose('BCF3022', { expected: this.#expected().join(', ') }, { place: { file, line } }));
      return undefined;
    }
    const leftOut = entry.leftOut.flatMap(({ header, words }) => {
      const index = this.#only(header, header[0] ?? '', false) ?? this.#lacks(header, header[0] ?? '');
      return index === undefined ? [] : [{ index, words: words.map((word) => word.toLowerCase()) }];
    });
    const unread = this.#unread();
    this.#reportMissing(origins, unread);
    const unit = unitOfAmounts(this.#moneyColumns(origins), { file, line, fields, entry }, this.#report);
    if (!this.#isComplete || unit === undefined) return undefined;
    const places = new Map([...origins].flatMap(([name, origin]) => placed(name, origin)));
    const { totals } = factsOf(entry.kind);
    const amounts = indexesOf(totals && origins.get(totals.of));
    const shared = {
      kind: entry.kind,
      places,
      origins,
      amounts,
      unit,
      dayOrder: entry.dayOrder,
      names: fields,
      leftOut,
      unread,
    };
    if (isPlain(origins, entry)) return { ...shared, columns: places, said: undefined };
    const writing = { unit, dayOrder: entry.dayOrder, hasDecimalComma: entry.hasDecimalComma === true };
    const said = [...origins].map(([name, origin]) => [name, sayFrom(origin, this.#holds(name), writing)] as const);
    return { ...shared, columns: new Map([...origins.keys()].map((name, index) => [name, index])), said };
  }

  #holds(name: string): 'money' | 'day' | 'other' {
    const holds = heldIn(this.#header.entry.kind, name);
    return holds === 'money' || holds === 'day' ? holds : 'other';
  }

  /** Where each of our columns comes from, as far as it comes from anywhere. */
  #origins(): Map<string, Origin> {
    const { entry, tables } = this.#header;
    const origins = new Map<string, Origin>();
    // What a table gives beside its own column, another may be declared for.
    const declared = new Set([
      ...entry.maps.map(({ column }) => column),
      ...entry.constants.keys(),
      ...entry.columns.keys(),
    ]);
    const isOf = (map: CodeMap) => (column: string) => column === map.column || !declared.has(column);
    for (const map of entry.maps) {
      const table = tables.get(map.column);
      const by = map.by.map((names) => this.#only(names, map.column, false) ?? this.#lacks(names, map.column));
      if (table === undefined) this.#isComplete = false;
      else if (by.every((index) => index !== undefined)) {
        for (const column of table.columns.filter(isOf(map)))
          origins.set(column, { kind: 'mapped', by, table, column });
      }
    }
    for (const [name, text] of entry.constants) origins.set(name, { kind: 'constant', text });
    for (const [name, source] of entry.columns) this.#place(name, source, origins);
    // A cell that the agreement calls one of ours is not, by its own name, another; one that others share may be.
    const isOwn = ({ kind }: Origin) => kind !== 'together' && kind !== 'first-filled' && kind !== 'mapped';
    const taken = new Set([...origins.values()].filter(isOwn).flatMap(indexesOf));
    for (const name of columnsOf(entry.kind)) {
      if (origins.has(name) || entry.columns.has(name)) continue;
      if (name === 'reference' && entry.isUnreferenced === true) continue;
      const [place] = this.#names.placesOf(name, this.#money.includes(name));
      if (place === undefined || !taken.has(place)) this.#place(name, { kind: 'cell', header: [name] }, origins);
    }
    return inOrder(origins, entry.kind);
  }

  #place(name: string, source: ColumnSource, origins: Map<string, Origin>): void {
    if (origins.has(name)) return;
    const origin = this.#originOf(name, source);
    if (origin !== undefined) origins.set(name, origin);
  }

  /** Where the cells of a column stand; undefined where the file has it not, which is told of a required one. */
  #originOf(name: string, source: ColumnSource): Origin | undefined {
    const isMoney = this.#money.includes(name);
    const of = (names: Names) => this.#only(names, name, isMoney);
    const needed = (names: Names) => of(names) ?? this.#lacks(names, name);
    switch (source.kind) {
      case 'cell': {
        const index = of(source.header);
        return index === undefined ? undefined : { kind: 'cell', index };
      }
      case 'first-filled':
      case 'together': {
        const indexes = source.headers.flatMap((names) => needed(names) ?? []);
        return indexes.length === source.headers.length ? { kind: source.kind, indexes } : undefined;
      }
      case 'turned': {
        const value = needed(source.value);
        return value === undefined ? undefined : { kind: 'turned', value };
      }
      case 'marked': {
        const value = needed(source.value);
        return value === undefined ? undefined : { ...source, value };
      }
      case 'debit-credit': {
        const [debit, credit] = [needed(source.debit), needed(source.credit)];
        return debit === undefined || credit === undefined ? undefined : { ...source, debit, credit };
      }
      case 'signed': {
        const [value, sign] = [
          needed(source.value),
          this.#only(source.sign, name, false) ?? this.#lacks(source.sign, name),
        ];
        return value === undefined || sign === undefined ? undefined : { ...source, value, sign };
      }
    }
  }

  /** Where a column stands in the file; two of one name are reported, and the first is taken. */
  #only(names: Names, ours: string, isMoney: boolean): number | undefined {
    const [first, second] = this.#names.placesOfAny(names, isMoney);
    if (first === undefined) return undefined;
    this.#used.add(first);
    if (second !== undefined) {
      const { file, line } = this.#header;
      this.#isComplete = false;
      const args = { column: ours, first: columnLetter(first), second: columnLetter(second) };
      this.#report(diagnose('BCF3006', args, { place: { file, line, field: { index: second, name: ours } } }));
    }
    return first;
  }

  /** Reports a column that the agreement declares and the file has not. */
  #lacks(names: Names, ours: string): undefined {
    this.#isComplete = false;
    const { file, line, fields } = this.#header;
    const column = names.join('” or “');
    const args = { column, name: ours, meant: near(names[0] ?? '', fields) };
    this.#report(diagnose('BCF3005', args, { place: { file, line } }));
    return undefined;
  }

  #unread(): UnreadColumn[] {
    const { entry, fields } = this.#header;
    const ignored = new Set((entry.ignore ?? []).flatMap((name) => this.#names.placesOf(name, false)));
    return fields
      .map((field, index) => ({ index, name: field.trim() }))
      .filter(({ index, name }) => !this.#used.has(index) && !ignored.has(index) && name !== '');
  }

  #reportMissing(origins: ReadonlyMap<string, Origin>, unread: readonly UnreadColumn[]): void {
    const { entry, file, line } = this.#header;
    const unreadNames = unread.map(({ name }) => name);
    // What a table gives that cannot be used nobody knows; what is wrong with it is told.
    if (entry.maps.some(({ column }) => !this.#header.tables.has(column))) return;
    for (const column of this.#required) {
      const source = entry.columns.get(column) ?? { kind: 'cell', header: [column] };
      // Of what comes from several columns, those that are missing are told one by one.
      if (origins.has(column) || source.kind !== 'cell') continue;
      const wanted = source.header.join('” or “');
      const meant = near(source.header[0] ?? '', unreadNames);
      if (meant === '' && this.#mayLack(column)) continue;
      this.#isComplete = false;
      this.#report(diagnose('BCF3005', { column: wanted, name: column, meant }, { place: { file, line } }));
    }
  }

  /** Whether every cell of a column may be blank, so that a file may do without it. */
  #mayLack(column: string): boolean {
    const { kind, columns, isUnreferenced } = this.#header.entry;
    if (columns.has(column)) return false;
    if (column === 'reference' && isUnreferenced === true) return true;
    return factsOf(kind).mayLack.includes(column);
  }

  /** The columns of money that are read; an optional one that a file does without declares nothing. */
  #moneyColumns(origins: ReadonlyMap<string, Origin>): { readonly name: string; readonly index: number | undefined }[] {
    return this.#money
      .filter((name) => origins.has(name) || this.#required.includes(name))
      .flatMap((name): { readonly name: string; readonly index: number | undefined }[] => {
        const indexes = indexesOf(origins.get(name));
        return indexes.length === 0 ? [{ name, index: undefined }] : indexes.map((index) => ({ name, index }));
      });
  }

  /** What the header is expected to have: the columns by the names of the export. */
  #expected(): string[] {
    const { entry } = this.#header;
    return this.#required.flatMap((name) => {
      if (entry.constants.has(name)) return [];
      const source = entry.columns.get(name);
      return source?.kind === 'cell' ? source.header.slice(0, 1) : [name];
    });
  }
}

/** Whether the cells of a file are ours as they stand. */
function isPlain(origins: ReadonlyMap<string, Origin>, entry: LedgerEntry): boolean {
  const { dayOrder, hasDecimalComma = false, isNumbered = false, isUnreferenced = false } = entry;
  if (dayOrder !== undefined || hasDecimalComma || isNumbered || isUnreferenced) return false;
  return [...origins.values()].every(({ kind }) => kind === 'cell');
}

/** The columns in their documented order. */
function inOrder(origins: ReadonlyMap<string, Origin>, kind: LedgerKind): Map<string, Origin> {
  return new Map(
    columnsOf(kind).flatMap((name): [string, Origin][] => {
      const origin = origins.get(name);
      return origin === undefined ? [] : [[name, origin]];
    }),
  );
}

function placed(name: string, origin: Origin): [string, number][] {
  const [first] = indexesOf(origin);
  return first === undefined ? [] : [[name, first]];
}
