import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import picomatch from 'picomatch';
import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import { isOfQuarters, ledgerKinds } from '../agreement/ledger-kinds.js';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { near } from '../diagnostics/near.js';
import { plainText, unseenIn } from '../diagnostics/plain-text.js';
import { bytesOf, realPathOf } from '../files/open-file.js';
import type { LedgerInput } from '../ledger/ledger-input.js';
import type { LedgerFile } from '../ledger/read-ledger.js';
import { type ReadCodeTables, readCodeTables } from './read-code-tables.js';
import { isOfSystem, reasonOf } from './system-error.js';

const ledgerFolder = 'ledgers';
/** Files of a fund folder that are no ledgers. */
const knownFiles: readonly string[] = ['agreement.yaml'];

/** A ledger file, with what was read to read it. */
export interface FoundLedger extends LedgerFile {
  readonly inputs: readonly LedgerInput[];
  /** Of a guest, its path once it is in the fund. */
  readonly wouldBe?: string;
}

/** A file that is read as if it were in the fund, by the entry that would read it. */
export interface Guest extends Pick<LedgerFile, 'file' | 'named' | 'entry'> {
  /** Its path in the fund folder, once it is there: a file that has it now gives way. */
  readonly wouldBe: string;
}

/**
 * The ledger files of a fund folder, each with the first pattern of the agreement that matches it, in path order.
 * A file of the ledgers folder, or a CSV beside the agreement, that fits no pattern is reported. A guest is one of them.
 */
export async function findLedgers(
  folder: string,
  agreement: Agreement,
  report: Report,
  guest?: Guest,
): Promise<FoundLedger[]> {
  const files = (await filesOf(folder, agreement, report)).filter((file) => hasPlainName(file, report));
  const tables = new Map([...agreement.tables.values()].map((table) => [table.file, table]));
  const matchers = agreement.ledgers.map((entry) => ({ entry, matches: picomatch(entry.files, { dot: false }) }));
  const codeTables = new CodeTablesOfEntries(folder, agreement, report);
  const ledgers: FoundLedger[] = [];
  const placeOf = (file: string) => (file === guest?.file ? guest.wouldBe : file);
  for (const file of files.filter((one) => placeOf(one) !== guest?.wouldBe)) {
    const entry = matchers.find(({ matches }) => matches(file))?.entry;
    const table = tables.get(file);
    if (entry !== undefined) ledgers.push({ folder, file, part: entry.part, entry, ...(await codeTables.of(entry)) });
    if (entry !== undefined && table !== undefined) {
      report(diagnose('BCF3511', { file, kind: entry.kind }, { place: table.place }));
    }
    if (entry === undefined && table === undefined && !isCodeTable(file, agreement))
      reportUnmatched(file, agreement.ledgers, report);
  }
  if (guest !== undefined) {
    ledgers.push({ folder, ...guest, part: guest.entry.part, ...(await codeTables.of(guest.entry)) });
    ledgers.sort((one, other) => (placeOf(one.file) < placeOf(other.file) ? -1 : 1));
  }
  reportWithoutFile(withoutFile(agreement, ledgers), report);
  if (!ledgers.some(({ entry }) => entry.kind === 'plan')) {
    const { files: file } = ledgerKinds.plan;
    const inFolder = files.filter((name) => !name.includes('/'));
    report(diagnose('BCF3002', { file, meant: near(file, inFolder) }, { place: { file: agreement.file } }));
  }
  return ledgers;
}

/** What the agreement declares of the file at a path: the first pattern that matches it. */
export function entryFor(agreement: Agreement, file: string): LedgerEntry | undefined {
  return agreement.ledgers.find((entry) => picomatch(entry.files, { dot: false })(file));
}

function isCodeTable(file: string, { ledgers }: Agreement): boolean {
  return ledgers.some(({ maps }) => maps.some(({ table }) => table === file));
}

/** The tables of codes of each entry, read once, and only where a file is read by it. */
class CodeTablesOfEntries {
  readonly #read = new Map<LedgerEntry, ReadCodeTables>();
  readonly #folder: string;
  readonly #agreement: Agreement;
  readonly #report: Report;

  constructor(folder: string, agreement: Agreement, report: Report) {
    this.#folder = folder;
    this.#agreement = agreement;
    this.#report = report;
  }

  async of(entry: LedgerEntry): Promise<ReadCodeTables> {
    const known = this.#read.get(entry);
    if (known !== undefined) return known;
    const read = await readCodeTables(this.#folder, entry, this.#agreement, this.#report);
    this.#read.set(entry, read);
    return read;
  }
}

function reportUnmatched(file: string, entries: readonly LedgerEntry[], report: Report): void {
  const patterns = [...new Set(entries.map((entry) => entry.files))];
  const name = patternName(file);
  const meant = patterns.find((pattern) => near(name, [patternName(pattern)]) !== '');
  report(diagnose('BCF3001', { meant: meant ?? '', patterns: patterns.join(', ') }, { place: { file } }));
}

/** `expenditure` of `ledgers/expenditure*.csv` and of `ledgers/expenditure-q3.csv`. */
function patternName(path: string): string {
  return path.replace(/^.*\//, '').replace(/[*\-_.\d].*$/, '');
}

/** The ledgers that the agreement declares and no file has come of. Before the first of the year comes, none is missed. */
export function withoutFile({ ledgers: entries }: Agreement, ledgers: readonly LedgerFile[]): LedgerEntry[] {
  const hasBegun = ledgers.some(({ entry }) => isOfQuarters(entry.kind));
  return entries.filter(
    (entry) =>
      entry.place !== undefined &&
      entry.kind !== 'plan' &&
      (hasBegun || !isOfQuarters(entry.kind)) &&
      !ledgers.some((ledger) => ledger.entry === entry),
  );
}

function reportWithoutFile(unused: readonly LedgerEntry[], report: Report): void {
  const [first, ...more] = unused;
  if (first === undefined) return;
  const args = { patterns: unused.map(({ files, kind }) => `“${files}” (${kind})`).join(', '), count: unused.length };
  const occurrences = more.length > 0 ? unused.length : undefined;
  report(
    diagnose('BCF3020', args, { place: first.place, alsoAt: more.flatMap(({ place }) => place ?? []), occurrences }),
  );
}

/** The files that ought to be ledgers: CSVs beside the agreement, workbooks there that it reads, and everything in the ledgers folder. */
async function filesOf(folder: string, agreement: Agreement, report: Report): Promise<string[]> {
  const beside = await namesIn(folder);
  const isRead = (name: string) => /\.(xlsx|xlsm|ods)$/i.test(name) && entryFor(agreement, name) !== undefined;
  const files = beside.filter((name) => (/\.(csv|tsv)$/i.test(name) || isRead(name)) && !knownFiles.includes(name));
  const below = await itemsBelow(folder).catch((error: unknown) => ifAbsent(error, folder, report));
  for (const item of below) {
    if (item.isDirectory()) continue;
    const path = relative(folder, join(item.parentPath, item.name)).replaceAll('\\', '/');
    if (item.isFile() || item.isSymbolicLink()) files.push(path);
    else report(diagnose('BCF3019', { reason: 'it is a device or a pipe' }, { place: { file: path } }));
  }
  const visible: string[] = [];
  for (const file of files) if (!isHidden(file) || (await isHiddenText(folder, file))) visible.push(file);
  for (const file of visible.filter(isLock)) {
    const workbook = file.replace(/~\$/, '');
    report(diagnose('BCF3021', { workbook }, { place: { file } }));
  }
  return visible.filter((file) => !isLock(file)).sort();
}

async function itemsBelow(folder: string): Promise<Dirent[]> {
  await realPathOf({ folder, file: ledgerFolder });
  return readdir(join(folder, ledgerFolder), { withFileTypes: true, recursive: true });
}

async function namesIn(folder: string): Promise<string[]> {
  const items = await readdir(folder, { withFileTypes: true });
  return items.filter((item) => !item.isDirectory()).map(({ name }) => name);
}

/** A fund may have no ledgers; a folder of them that cannot be opened is a fault. */
function ifAbsent(error: unknown, folder: string, report: Report): never[] {
  const { code, path } = isOfSystem(error) ? error : {};
  if (code === 'ENOENT') return [];
  const reason = code === 'ENOTDIR' ? 'it is a file, not a folder' : reasonOf(error);
  const below = typeof path === 'string' ? relative(folder, path).replaceAll('\\', '/') : ledgerFolder;
  report(diagnose('BCF3019', { reason }, { place: { file: below } }));
  return [];
}

/** Statements name files: one whose name would not be seen whole is not read, and is told. */
function hasPlainName(file: string, report: Report): boolean {
  if (plainText(file) === file) return true;
  report(diagnose('BCF3050', { unseen: unseenIn(file) ?? '' }, { place: { file } }));
  return false;
}

function isHidden(file: string): boolean {
  return file.split('/').some((part) => part.startsWith('.'));
}

const marksOfMac = [0x00, 0x05, 0x16, 0x07];

/** Whether a name begins as those do that a Mac hides beside its files, and what is in it is none of the Mac’s. */
async function isHiddenText(folder: string, file: string): Promise<boolean> {
  const parts = file.split('/');
  if (!parts.at(-1)?.startsWith('._') || isHidden(parts.slice(0, -1).join('/'))) return false;
  try {
    for await (const bytes of bytesOf({ folder, file })) return !marksOfMac.every((mark, at) => bytes[at] === mark);
  } catch (error) {
    reasonOf(error);
  }
  return false;
}

function isLock(file: string): boolean {
  return file.replace(/^.*\//, '').startsWith('~$');
}
