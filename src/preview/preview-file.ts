import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import type { Quarter } from '../agreement/financial-year.js';
import { columnsHolding, columnsOf, factsOf, heldIn } from '../agreement/ledger-kinds.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isUsable } from '../diagnostics/exit-code.js';
import { type FileOf, realPathOf } from '../files/open-file.js';
import { entryFor, type Guest } from '../fund/find-files.js';
import { type OpenedFund, openWithGuest } from '../fund/open-fund.js';
import type { PassingRow } from '../fund/post-rows.js';
import { TablesMet } from '../fund/tables-met.js';
import type { Cells } from '../ledger/cells.js';
import { HeaderNames } from '../ledger/header-names.js';
import type { LedgerInput } from '../ledger/ledger-input.js';
import { toPounds } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import { checkFund } from '../statement/check-fund.js';
import { codesMetDocument } from '../statement/codes-met.js';
import { passedOverDocument } from '../statement/passed-over.js';
import type { PreviewedRow, PreviewResult } from '../statement/preview-schema.js';
import { type ChosenEntry, isDescribed } from './choose-entry.js';
import { proposalFor } from './propose.js';
import { placeIn, readColumns } from './read-columns.js';

/** A fund as far as its agreement, in its folder. */
export interface FundAt {
  readonly folder: string;
  readonly agreement: Agreement;
  readonly inputs: OpenedFund['inputs'];
}

/** How a file is read, what was read for it, and what is found of it. */
export interface Previewed {
  readonly result: PreviewResult;
  readonly inputs: OpenedFund['inputs'];
  readonly diagnostics: readonly Diagnostic[];
}

/** A file, and whether no entry of the agreement is for it yet. */
type NewGuest = Guest & Pick<ChosenEntry, 'isNew'>;

const [firstRows, lastRows] = [3, 2];

/**
 * Reads a fund as if one more file were in it, by the very way in which its ledgers are read, and says how that file is
 * read, and what is found of it.
 */
export async function previewFile(fund: FundAt, guest: NewGuest): Promise<Previewed> {
  const { folder, agreement } = fund;
  const rows = new RowsOfFile(guest.file, agreement);
  const opened = await openWithGuest(folder, fund, {
    guest,
    extras: ['controls', 'tables', 'pro-forma'],
    watch: (row) => rows.take(row),
  });
  const ofRules = opened.fund === undefined ? [] : checkFund(opened.fund).diagnostics;
  const all = [...opened.diagnostics, ...ofRules];
  const own = all.filter((one) => isOf(one, guest));
  const isOwn = new Set(own);
  const tables = guest.entry.maps.map(({ table }) => table);
  const inputs = opened.inputs.filter(({ path }) => path === agreement.file || [guest.file, ...tables].includes(path));
  const read = inputs.findLast(({ path }) => path === guest.file);
  const isThere = guest.file !== guest.wouldBe && (await isFile({ folder, file: guest.wouldBe }));
  const isToPropose = mayDescribe(own, read, guest);
  const proposal = isToPropose ? await linesFor(guest, fund, opened.inputs) : undefined;
  const result: PreviewResult = {
    fund: { name: agreement.name, year: agreement.year.label },
    file: guest.file,
    ...(isThere && { replaces: guest.wouldBe }),
    entry: entryOf(guest),
    ...layoutOf(read, guest.entry),
    rows: read?.rows ?? 0,
    ...rows.said(),
    byDefault: inputs.flatMap((input) => rows.fallenTo(input)),
    errors: errorsIn(own),
    elsewhere: errorsIn(all.filter((one) => !isOwn.has(one))),
    ...(proposal !== undefined && { proposal }),
    ...(isToPropose && proposal === undefined && { isUnlikeAny: true }),
  };
  return { result, inputs, diagnostics: own };
}

/** What an entry that describes the file would mend: a column of signs or money, a date, a reference. */
const mended: readonly string[] = ['BCF3008', 'BCF3041', 'BCF3042', 'BCF3206', 'BCF3211', 'BCF3218', 'BCF3411'];

/** Whether an entry that describes the file is called for: it has no header, on whichever line, or columns of it are not read. */
function mayDescribe(own: readonly Diagnostic[], read: LedgerInput | undefined, { entry, isNew }: NewGuest): boolean {
  if (read === undefined) return false;
  if (isNew === true) return true;
  // Where the entry’s own table is what is missing, the file is described.
  if (read.layout === undefined) return own.some(({ place, code }) => place?.file === read.path && code !== 'BCF3079');
  return (
    !isDescribed(entry) &&
    own.some(({ code, args }) => mended.includes(code) || (code === 'BCF3215' && args.column === 'reference'))
  );
}

async function linesFor(
  guest: Guest,
  { folder, agreement }: FundAt,
  inputs: Previewed['inputs'],
): Promise<string | undefined> {
  const { file, entry } = guest;
  const others = inputs.map(({ path }) => path).filter((path) => path !== file && isOfOther(path, agreement, entry));
  return (await proposalFor(guest, { folder, agreement, others }))?.text;
}

/** Whether another entry of the agreement reads a file. */
function isOfOther(path: string, agreement: Agreement, entry: LedgerEntry): boolean {
  const reader = entryFor(agreement, path);
  return reader?.place !== undefined && reader !== entry;
}

function errorsIn(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter((one) => !isUsable([one])).length;
}

async function isFile(at: FileOf): Promise<boolean> {
  return realPathOf(at).then(
    () => true,
    () => false,
  );
}

/** Whether a finding is of the file, of a table of codes by which it is read, or of what the agreement says of these. */
function isOf({ place }: Diagnostic, { file, entry }: Guest): boolean {
  if (place === undefined) return false;
  if (place.file === file || entry.maps.some(({ table }) => table === place.file)) return true;
  return entry.maps.some((map) => map.place.file === place.file && map.place.line === place.line);
}

function entryOf({ entry: { kind, files, place }, isNew }: NewGuest): PreviewResult['entry'] {
  return { kind, files, ...(place?.line !== undefined && { line: place.line }), ...(isNew && { isNew }) };
}

type Layout = Pick<PreviewResult, 'layout' | 'columns' | 'unread' | 'ignored' | 'passedOver'>;

function layoutOf({ layout, sheet }: Partial<LedgerInput> = {}, entry: LedgerEntry): Layout {
  if (layout === undefined) return { columns: [], unread: [], ignored: [], passedOver: [] };
  const { encoding, separator, headerLine, header, passedOver } = layout;
  const names = new HeaderNames(header.names);
  const ignored = (entry.ignore ?? []).flatMap((name) => names.placesOf(name, false));
  const isMoney = columnsHolding(entry.kind, 'money').length > 0;
  return {
    layout: {
      encoding,
      separator,
      ...(sheet !== undefined && { sheet }),
      headerLine,
      ...(isMoney && { unit: header.unit }),
    },
    columns: readColumns(header, entry),
    unread: header.unread.map(({ index }) => placeIn(header, index)),
    ignored: ignored.map((index) => placeIn(header, index)),
    passedOver: passedOver.map(passedOverDocument),
  };
}

/** A row as it passed, and the quarter in which it was posted. */
interface KeptRow {
  readonly cells: Cells;
  readonly quarter: Quarter | undefined;
}

/** The rows of one file as they pass: how many, what they add up to, the first of them and the last. */
class RowsOfFile {
  readonly #file: string;
  readonly #agreement: Agreement;
  readonly #tables = new TablesMet();
  readonly #headings = new Map<string, { rows: number; amountPence: Pence }>();
  readonly #first: KeptRow[] = [];
  #last: KeptRow[] = [];
  #line = 0;
  #rows = 0;
  #amountPence: Pence | undefined;

  constructor(file: string, agreement: Agreement) {
    this.#file = file;
    this.#agreement = agreement;
  }

  take({ cells, entry, amountPence }: PassingRow): void {
    // A row that says two things passes twice.
    if (cells.file !== this.#file || cells.line === this.#line) return;
    this.#line = cells.line;
    this.#rows += 1;
    this.#tables.take(cells, amountPence);
    if (factsOf(cells.kind).totals !== undefined) {
      this.#amountPence = (this.#amountPence ?? 0n) + amountPence;
      if (columnsOf(cells.kind).includes('heading')) this.#addTo(cells.optional('heading'), amountPence);
    }
    const row = { cells: cells.kept(), quarter: entry?.quarter };
    if (this.#first.length < firstRows) this.#first.push(row);
    else this.#last = [...this.#last, row].slice(-lastRows);
  }

  #addTo(heading: string, amountPence: Pence): void {
    const known = this.#headings.get(heading) ?? { rows: 0, amountPence: 0n };
    known.rows += 1;
    known.amountPence += amountPence;
    this.#headings.set(heading, known);
  }

  #rowOf({ cells, quarter }: KeptRow): PreviewedRow {
    return { line: cells.line, ...(quarter && { quarter }), cells: this.#cellsOf(cells) };
  }

  #cellsOf(cells: Cells): PreviewedRow['cells'] {
    return columnsOf(cells.kind).flatMap((column) => {
      const text = this.#textOf(column, cells);
      return text === '' ? [] : [{ column, text }];
    });
  }

  /** What a cell says, in our own form. */
  #textOf(column: string, cells: Cells): string {
    const text = cells.optional(column);
    if (text === '') return text;
    const held = heldIn(cells.kind, column);
    if (held === 'day') return cells.date(column, this.#agreement.year) ?? text;
    const amountPence = held === 'money' ? cells.amountIfAny(column) : undefined;
    return amountPence === undefined ? text : toPounds(amountPence);
  }

  /** Its codes that fell to a line for any of a table of codes. */
  fallenTo({ codesMet: _, ...input }: LedgerInput): PreviewResult['byDefault'] {
    const { codesMet } = this.#tables.withLines(input);
    if (codesMet === undefined) return [];
    const { path: map, sheet } = input;
    return codesMetDocument(codesMet).byDefault.flatMap(({ line, codes }) =>
      codes.map((fallen) => ({ map, ...(sheet !== undefined && { sheet }), line, ...fallen })),
    );
  }

  said(): Pick<PreviewResult, 'posted' | 'amount' | 'headings' | 'first' | 'last'> {
    const headings = [...this.#headings].sort(([one], [other]) => (one < other ? -1 : 1));
    return {
      posted: this.#rows,
      ...(this.#amountPence !== undefined && { amount: toPounds(this.#amountPence) }),
      headings: headings.map(([heading, { rows, amountPence }]) => ({ heading, rows, amount: toPounds(amountPence) })),
      first: this.#first.map((row) => this.#rowOf(row)),
      last: this.#last.map((row) => this.#rowOf(row)),
    };
  }
}
