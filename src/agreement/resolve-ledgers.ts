import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import type { LedgerEntry } from './agreement.js';
import { type CodeMap, type ColumnSource, type DayOrder, headersOf, ourColumns } from './exports.js';
import { columnsOf, factsOf, heldIn, ledgerKindNames } from './ledger-kinds.js';
import { partOf } from './part-of-workbook.js';
import { columnSource, headerOf } from './resolve-columns.js';
import { isOutside } from './resolve-tables.js';
import type { AgreementDocument } from './schema.js';
import type { LedgerDocument } from './schema-ledgers.js';
import type { Path, YamlText } from './yaml-text.js';

/** No pattern of files is this long; the library that reads them throws at 64 KiB. */
const longestPattern = 1000;

/** The declared patterns in their order, then the built-in ones: the first that matches a file counts. */
export function resolveLedgers(document: AgreementDocument, yaml: YamlText, report: Report): LedgerEntry[] {
  const declared = document.ledgers.map((found, index) => {
    const { files } = found;
    if (files.length > longestPattern) {
      const args = { characters: files.length, limit: longestPattern };
      report(diagnose('BCF3051', args, { place: yaml.placeOf(['ledgers', index, 'files']) }));
    }
    return new Entry(found, { path: ['ledgers', index], yaml, report }, codesIn(document)).resolved();
  });
  const builtIn = ledgerKindNames.map((kind): LedgerEntry => ({ ...ourColumns, kind, files: factsOf(kind).files }));
  return [...declared, ...builtIn];
}

/** The codes that a column of bodies may have, and those that a column of other codes may. */
interface Codes {
  readonly bodies: readonly string[];
  readonly ofColumn: ReadonlyMap<string, readonly string[]>;
}

function codesIn({ partners, groups, headings, sources, pools }: AgreementDocument): Codes {
  const codesOf = (items: readonly { readonly code: string }[]) => items.map(({ code }) => code);
  return {
    bodies: codesOf([...partners, ...groups]),
    ofColumn: new Map([
      ['heading', codesOf(headings)],
      ['source', codesOf(sources)],
      ['pool', codesOf(pools)],
    ]),
  };
}

interface Where {
  readonly path: Path;
  readonly yaml: YamlText;
  readonly report: Report;
}

/** One entry of ledgers: what it declares of its files, and what is wrong with that. */
class Entry {
  readonly #found: LedgerDocument;
  readonly #where: Where;
  readonly #codes: Codes;

  constructor(found: LedgerDocument, where: Where, codes: Codes) {
    this.#found = found;
    this.#where = where;
    this.#codes = codes;
  }

  resolved(): LedgerEntry {
    const {
      kind,
      files,
      sheet,
      range,
      unit,
      ignore,
      has_totals,
      decimal,
      lines_of_a_document,
      reference,
      leave_out = {},
    } = this.#found;
    const dayOrder = this.#dayOrder();
    const headerLine = this.#headerLine();
    const constants = this.#constants();
    const maps = this.#maps(constants);
    const columns = this.#columns(new Set([...constants.keys(), ...maps.map(({ column }) => column)]));
    this.#reportIgnored(columns, maps);
    this.#reportReferences();
    return {
      kind,
      files,
      ...partOf({ sheet, range }),
      ...(unit && { unit }),
      ...(headerLine !== undefined && { headerLine }),
      columns,
      constants,
      maps,
      ...(dayOrder && { dayOrder }),
      ...(lines_of_a_document === 'numbered' && { isNumbered: true }),
      ...(reference === 'none' && { isUnreferenced: true }),
      ...(decimal === 'comma' && { hasDecimalComma: true }),
      leftOut: Object.entries(leave_out).map(([name, words]) => ({ header: [name], words: headerOf(words) })),
      ...(ignore && { ignore }),
      ...(has_totals !== undefined && { hasTotals: ['yes', 'true'].includes(has_totals) }),
      place: this.#placeOf('files'),
    };
  }

  /** Where our columns come from; one that is declared as a constant or by a map too has two meanings. */
  #columns(elsewhere: ReadonlySet<string>): Map<string, ColumnSource> {
    const { kind, columns = {} } = this.#found;
    const sources = new Map<string, ColumnSource>();
    for (const [name, found] of Object.entries(columns)) {
      if (!this.#isOurs('columns', name)) continue;
      const place = this.#placeOfKey('columns', name);
      if (elsewhere.has(name)) this.#where.report(diagnose('BCF1061', { column: name }, { place }));
      const source = columnSource(found, { kind, name, place }, this.#where.report);
      if (source !== undefined) sources.set(name, source);
    }
    return sources;
  }

  /** Reports what is ignored and read too: of the two one is meant. */
  #reportIgnored(columns: ReadonlyMap<string, ColumnSource>, maps: readonly CodeMap[]): void {
    const plainly = (header: string) =>
      header
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, ' ');
    const readers = new Map<string, string>();
    for (const { column, by } of maps) for (const header of by.flat()) readers.set(plainly(header), column);
    for (const [column, source] of columns)
      for (const header of headersOf(source).flat()) readers.set(plainly(header), column);
    for (const found of this.#found.ignore ?? []) {
      const column = readers.get(plainly(found));
      if (column === undefined) continue;
      this.#where.report(diagnose('BCF1065', { found, column }, { place: this.#placeOf('ignore') }));
    }
  }

  /** Reports where what tells rows apart is said twice, or of a ledger in which nothing does. */
  #reportReferences(): void {
    const { kind, columns = {}, constants = {}, reference, lines_of_a_document } = this.#found;
    const numbered = lines_of_a_document === 'numbered' ? ['lines_of_a_document'] : [];
    const isNone = reference === 'none';
    const report = (key: string, other: string, place: Place) =>
      this.#where.report(diagnose('BCF1066', { kind, key: `${key}:`, other }, { place }));
    if (!columnsOf(kind).includes('reference')) {
      for (const key of [...numbered, ...(isNone ? ['reference'] : [])]) report(key, '', this.#placeOf(key));
    } else if (isNone) {
      for (const key of numbered) report(key, 'reference', this.#placeOf(key));
      if (Object.hasOwn(columns, 'reference')) report('columns', 'reference', this.#placeOfKey('columns', 'reference'));
      if (Object.hasOwn(constants, 'reference'))
        report('constants', 'reference', this.#placeOfKey('constants', 'reference'));
    }
  }

  #constants(): Map<string, string> {
    const { kind, constants = {} } = this.#found;
    const known = Object.entries(constants).filter(([name]) => this.#isOurs('constants', name));
    const isNone = (name: string, found: string) => found === 'none' && factsOf(kind).mayBeNone.includes(name);
    for (const [name, found] of known.filter(([name, found]) => !isNone(name, found))) {
      const allowed = heldIn(kind, name) === 'body' ? this.#codes.bodies : this.#codes.ofColumn.get(name);
      if (allowed === undefined || allowed.includes(found)) continue;
      const args = { column: name, found, meant: near(found, allowed), allowed: allowed.join(', ') };
      this.#where.report(diagnose('BCF1062', args, { place: this.#placeOf('constants', name) }));
    }
    return new Map(known.map(([name, found]) => [name, isNone(name, found) ? '' : found]));
  }

  #maps(constants: ReadonlyMap<string, string>): CodeMap[] {
    const { map = {} } = this.#found;
    const known = Object.entries(map).filter(([name]) => this.#isOurs('map', name));
    return known.map(([column, { by, table, ...found }]) => {
      const place = this.#placeOfKey('map', column);
      if (constants.has(column)) this.#where.report(diagnose('BCF1061', { column }, { place }));
      if (isOutside(table)) {
        this.#where.report(diagnose('BCF1028', { found: table }, { place: this.#placeOf('map', column, 'table') }));
      }
      const part = partOf(found);
      return {
        column,
        by: headerOf(by).map((name) => [name]),
        table,
        ...part,
        place: this.#placeOf('map', column, 'table'),
      };
    });
  }

  /** The order of day, month and year in a form such as dd/mm/yyyy or dd-Mon-yy. */
  #dayOrder(): DayOrder | undefined {
    const { dates } = this.#found;
    if (dates === undefined) return undefined;
    const order = (dates.toLowerCase().match(/d+|mon|m+|y+/g) ?? []).map((part) => part[0]).join('');
    const isForm = /^(?:d{1,2}|mon|m{1,4}|yyyy|yy|[\s./-])+$/i.test(dates);
    const known: Readonly<Record<string, DayOrder>> = { dmy: 'day-first', mdy: 'month-first', ymd: 'year-first' };
    const found = isForm ? known[order] : undefined;
    if (found !== undefined) return found;
    const args = { key: 'dates', found: dates, expected: 'a form such as dd/mm/yyyy, mm/dd/yyyy or yyyy-mm-dd' };
    this.#where.report(diagnose('BCF1063', args, { place: this.#placeOf('dates') }));
    return undefined;
  }

  /** The line that the header is on, where it is not to be found. */
  #headerLine(): number | undefined {
    const { header = 'auto' } = this.#found;
    if (header === 'auto') return undefined;
    const line = /^[1-9]\d{0,2}$/.test(header) ? Number(header) : undefined;
    if (line !== undefined) return line;
    const args = { key: 'header', found: header, expected: 'auto or the number of a line below 1,000' };
    this.#where.report(diagnose('BCF1063', args, { place: this.#placeOf('header') }));
    return undefined;
  }

  #isOurs(block: 'columns' | 'constants' | 'map', name: string): boolean {
    const { kind } = this.#found;
    // A table gives codes: what a row says of its day, its money and its number is its own.
    const { key } = factsOf(kind);
    const isLookedUp = (column: string) =>
      !['day', 'money'].includes(heldIn(kind, column)) && (heldIn(kind, column) !== 'name' || !key.includes(column));
    const known = columnsOf(kind).filter((column) => block !== 'map' || isLookedUp(column));
    if (known.includes(name)) return true;
    const args = { found: name, kind, block, meant: near(name, known), allowed: known.join(', ') };
    this.#where.report(diagnose('BCF1018', args, { place: this.#placeOfKey(block, name) }));
    return false;
  }

  #placeOf(...keys: readonly string[]) {
    return this.#where.yaml.placeOf([...this.#where.path, ...keys]);
  }

  #placeOfKey(block: string, name: string) {
    return this.#where.yaml.placeOfKey([...this.#where.path, block], name);
  }
}
