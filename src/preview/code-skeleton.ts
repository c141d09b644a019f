import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import type { CodeMap } from '../agreement/exports.js';
import { columnsHolding, columnsOf, factsOf } from '../agreement/ledger-kinds.js';
import type { Report } from '../diagnostics/diagnostic.js';
import { type FileOf, realPathOf } from '../files/open-file.js';
import { findLedgers, type Guest } from '../fund/find-files.js';
import { readLedgerSafely } from '../fund/read-safely.js';
import type { CodeTable } from '../ledger/code-table.js';
import { HeaderNames } from '../ledger/header-names.js';
import { readCodeTable } from '../ledger/read-code-table.js';
import { type Pence, sum } from '../money/pence.js';
import { type CodesOfFile, codesOfFile, namedFor, type SeenCode } from './codes-of-file.js';
import { Nearest, type Ours } from './nearest.js';

/** A line of a table of codes that is to be filled in: what is ours is blank where it is not sure. */
export interface SkeletonLine {
  readonly codes: readonly string[];
  readonly ours: readonly string[];
  readonly nearest: string;
  readonly words: string;
  readonly rows: number;
  readonly amountPence: Pence | undefined;
}

/** The skeleton of a table of codes. */
export interface Skeleton {
  /** What the table calls the columns of the export that it goes by, and those that are ours. */
  readonly by: readonly string[];
  readonly ours: readonly string[];
  readonly lines: readonly SkeletonLine[];
  /** How many codes the table that there is has already. */
  readonly mapped: number;
  readonly rows: number;
  readonly amountPence: Pence | undefined;
  /** The table that there is. */
  readonly table: string | undefined;
}

interface Asked {
  readonly folder: string;
  readonly agreement: Agreement;
  readonly guest: Guest;
  readonly map: CodeMap;
}

/** The codes of an export that no line of its table is for yet; undefined where its header cannot be used, which is reported. */
export async function codeSkeleton(asked: Asked, report: Report): Promise<Skeleton | undefined> {
  const { folder, agreement, guest, map } = asked;
  const found = await codesOfFile(asked, report);
  if (found.layout === undefined) return undefined;
  const table = await tableOf(asked, report);
  const waiting = found.seen.filter(({ codes }) => table === undefined || !('cells' in table.lineFor(codes)));
  const ours = table?.columns ?? lackingColumns(guest.entry, map, found);
  const of = namedFor(agreement, guest.entry.kind, map.column);
  const schemes = map.column === 'heading' ? await schemesOf(folder, agreement) : [];
  const nearest = new Nearest([...of.map(({ code, name }) => ({ code, name, shown: code })), ...schemes]);
  const lines = waiting.map((one) => lineOf(one, { map, ours, of, nearest }));
  return {
    by: map.by.map(([name = '']) => name),
    ours,
    lines,
    mapped: found.seen.length - waiting.length,
    rows: waiting.reduce((count, { rows }) => count + rows, 0),
    amountPence: totalOf(waiting),
    table: table?.file,
  };
}

function totalOf(codes: readonly SeenCode[]): Pence | undefined {
  const known = codes.flatMap(({ amountPence }) => amountPence ?? []);
  return known.length === codes.length ? sum(known) : undefined;
}

function lineOf(
  { codes, rows, amountPence, words }: SeenCode,
  {
    map,
    ours,
    of,
    nearest,
  }: {
    readonly map: CodeMap;
    readonly ours: readonly string[];
    readonly of: readonly { readonly code: string; readonly name: string }[];
    readonly nearest: Nearest;
  },
): SkeletonLine {
  const exact = exactly(codes, of);
  const text = words.text;
  return {
    codes,
    ours: ours.map((column) => (column === map.column ? exact : '')),
    nearest: exact === '' ? nearest.to([...codes, text].join(' ')) : '',
    words: text,
    rows,
    amountPence,
  };
}

/** The code of ours that one of the codes is, by its own letters or by its name; '' where none or several are. */
function exactly(codes: readonly string[], of: readonly { readonly code: string; readonly name: string }[]): string {
  const said = new Set(codes.map((code) => code.toLowerCase()));
  const found = of.filter(({ code, name }) => said.has(code.toLowerCase()) || said.has(name.toLowerCase()));
  const [only] = found;
  return only !== undefined && found.length === 1 ? only.code : '';
}

/** The table that the agreement declares, where its file is there. What is wrong with it is reported. */
async function tableOf({ folder, agreement, guest, map }: Asked, report: Report): Promise<CodeTable | undefined> {
  const at = { folder, file: map.table };
  if (map.table === '' || !(await isThere(at))) return undefined;
  const { tables } = await readCodeTable({ at, maps: [map], entry: guest.entry, agreement }, report);
  return tables.get(map.column);
}

async function isThere(at: FileOf): Promise<boolean> {
  return realPathOf(at).then(
    () => true,
    () => false,
  );
}

/** The columns of ours that a table has to give: that under which it stands, and those of codes that nothing else gives. */
function lackingColumns(entry: LedgerEntry, map: CodeMap, { layout }: CodesOfFile): string[] {
  const names = new HeaderNames(layout?.header.names ?? []);
  const { required, mayLack } = factsOf(entry.kind);
  const isGiven = (column: string) =>
    entry.constants.has(column) ||
    entry.columns.has(column) ||
    entry.maps.some((other) => other.column === column) ||
    names.placesOf(column, false).length > 0;
  const codes = columnsHolding(entry.kind, 'body', 'code').filter((column) => column in required);
  const wanted = codes.filter(
    (column) => !mayLack.includes(column) || (column === 'scheme' && map.column === 'heading'),
  );
  const lacking = wanted.filter((column) => column !== map.column && !isGiven(column));
  return columnsOf(entry.kind).filter((column) => column === map.column || lacking.includes(column));
}

/** The schemes of the fund, as their rows name them: what is wrong with them is for bcf check to say. */
async function schemesOf(folder: string, agreement: Agreement): Promise<Ours[]> {
  const quiet = () => undefined;
  const ledgers = (await findLedgers(folder, agreement, quiet)).filter(({ entry }) => entry.kind === 'schemes');
  const schemes: Ours[] = [];
  for (const ledger of ledgers) {
    await readLedgerSafely(ledger, quiet, (cells) => {
      const [heading, code] = [cells.optional('heading'), cells.optional('scheme')];
      const shown = [heading, `scheme ${code}`].filter((text) => text !== '').join(', ');
      schemes.push({ shown, code, name: cells.optional('name') });
      return cells.amountIfAny('amount');
    });
  }
  return schemes;
}
