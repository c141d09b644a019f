import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Agreement } from '../agreement/agreement.js';
import { type Quarter, quarters } from '../agreement/financial-year.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { FileOf } from '../files/open-file.js';
import { entryFor, findLedgers } from '../fund/find-files.js';
import { agreementFile } from '../fund/open-fund.js';
import type { RepeatedLines } from '../fund/repeats.js';
import { reasonOf } from '../fund/system-error.js';
import { inspect } from '../ledger/encoding.js';
import type { LedgerFile } from '../ledger/read-ledger.js';
import type { RowChange } from '../statement/closes-schema.js';
import { type Headers, headersBy } from './closable-rows.js';
import { allRows, type ClosedFile, type ClosedFiles, closedFiles } from './closed-rows.js';
import { compareRows, type RowsCompared, type StrayRow } from './compare-rows.js';
import { type FileFindings, findingsOf, nothingFound, together } from './findings.js';
import type { Calendar, RowsUnder } from './layout.js';
import type { Link } from './link.js';
import { matchBySaying } from './match-rows.js';
import { Rewriting } from './rewriting.js';
import { isClosable, type Period } from './row-period.js';
import { settleRows } from './settle-rows.js';
import { since } from './since.js';

/** What is closed, and how the fund stands now. */
export interface ClosedFund {
  readonly folder: string;
  readonly calendar: Calendar;
  /** Undefined where it cannot be used: the closed files are read as they were. */
  readonly agreement: Agreement | undefined;
  /** What the files of the fund hash to, as far as they were read. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly repeated: RepeatedLines;
  readonly closed: ReadonlyMap<Quarter, Link>;
  /** The record that speaks of the files last. */
  readonly last: Link;
}

/** Holds every ledger that has closed rows, or might have, against the records. An unchanged file is known by its hash. */
export async function compareLedgers(fund: ClosedFund): Promise<FileFindings> {
  const { folder, agreement, closed } = fund;
  const today = agreement === undefined ? [] : await findLedgers(folder, agreement, () => undefined);
  const ledgers = new Map(today.filter(({ entry }) => isClosable(entry.kind)).map((file) => [file.file, file]));
  const changed = await changedFiles(fund, ledgers);
  const { files, records } = closedFiles(folder, closed, changed);
  const compared: Ledger[] = [];
  for (const path of changed) {
    const ledger = await compareFile(fund, path, files.get(path), ledgers.get(path));
    if (ledger !== undefined) compared.push(ledger);
  }
  const findings: FileFindings[] = await changedRecords(records);
  for (const ledger of withRowsElsewhere(compared, fund.calendar)) findings.push(await findingsOfFile(fund, ledger));
  return together(findings);
}

/** Records that were changed while rows were read from them. */
async function changedRecords(records: ClosedFiles['records']): Promise<FileFindings[]> {
  const findings: FileFindings[] = [];
  for (const [{ file }, record] of records) {
    if (await record.isAsItWas()) continue;
    const problem = 'it was changed while it was being read';
    findings.push({ ...nothingFound, diagnostics: [diagnose('BCF2615', { problem }, { place: { file } })] });
  }
  return findings;
}

/** The files that have, or may have, closed rows and are not what the last record says. */
async function changedFiles(fund: ClosedFund, ledgers: ReadonlyMap<string, LedgerFile>): Promise<Set<string>> {
  const known = new Set([...fund.closed.values()].flatMap((link) => link.ledgers.map(({ path }) => path)));
  const changed = new Set<string>();
  const paths = [...new Set([...known, ...ledgers.keys()])].sort();
  const hashes = await Promise.all(paths.map((path) => hashOf(fund, path)));
  for (const [index, path] of paths.entries()) {
    if (hashes[index] !== inputHash(fund.last, path) || (await isReadAnew(fund, path, ledgers.get(path))))
      changed.add(path);
    else if (fund.agreement !== undefined && known.has(path) && !ledgers.has(path)) changed.add(path);
  }
  return changed;
}

/** Whether what says how a described export is read has changed since the last close: the agreement, or a table of codes. */
async function isReadAnew(fund: ClosedFund, path: string, ledger: LedgerFile | undefined): Promise<boolean> {
  const wasDescribed = [...fund.closed.values()].some((link) =>
    link.ledgers.some((closed) => closed.path === path && closed.isDescribed === true),
  );
  if (!wasDescribed) return false;
  const reads = [agreementFile, ...(ledger?.entry.maps ?? []).map(({ table }) => table)];
  for (const file of reads) if ((await hashOf(fund, file)) !== inputHash(fund.last, file)) return true;
  return false;
}

/** What a record says that a file hashed to. */
export function inputHash({ record }: Link, path: string): string | undefined {
  return record.inputs.find((input) => input.path === path)?.sha256;
}

async function hashOf({ folder, hashes }: ClosedFund, path: string): Promise<string | undefined> {
  const known = hashes.get(path);
  if (known !== undefined) return known;
  return hashAt({ folder, file: path });
}

/** What a file hashes to; undefined where it cannot be read. */
export async function hashAt(at: FileOf): Promise<string | undefined> {
  try {
    return (await inspect(at)).sha256;
  } catch (error) {
    reasonOf(error);
    return undefined;
  }
}

interface Ledger {
  readonly file: string;
  /** Undefined where no record knows it. */
  readonly closed: ClosedFile | undefined;
  /** Why it cannot be read, or what its rows are beside those that were closed. */
  readonly found: Unread | RowsCompared;
}

interface Unread extends Pick<RowsCompared, 'missing'> {
  readonly reason: string;
}

async function unread(closed: ClosedFile, reason: string): Promise<Unread> {
  return { reason, missing: await allRows(closed) };
}

async function compareFile(
  fund: ClosedFund,
  file: string,
  closed: ClosedFile | undefined,
  ledger: LedgerFile | undefined,
): Promise<Ledger | undefined> {
  const { folder, agreement, closed: links, calendar } = fund;
  const path = join(folder, file);
  const isRead = agreement === undefined || ledger !== undefined;
  if (closed !== undefined && (!isRead || !existsSync(path))) {
    return { file, closed, found: await unread(closed, whyGone(file, path)) };
  }
  const [last] = [...links.keys()].reverse();
  if (closed?.isDescribed === true && ledger === undefined) {
    const found = await unread(closed, 'agreement.yaml, which says how it is read, cannot be used');
    return { file, closed, found };
  }
  if (last === undefined || (closed === undefined && ledger === undefined)) return undefined;
  const headers: Headers =
    ledger === undefined ? { rowsUnder: ({ text }) => layoutAsBefore(text, closed) } : headersBy(ledger);
  try {
    return {
      file,
      closed,
      found: await compareRows({
        at: { folder, file, part: ledger?.entry.part, repeated: fund.repeated.get(file) },
        closed,
        headers,
        calendar,
        last,
      }),
    };
  } catch (error) {
    const reason = reasonOf(error);
    return closed === undefined ? undefined : { file, closed, found: await unread(closed, reason) };
  }
}

/** Where no agreement says how a file is read: as it was when it was closed, if its header is as it was. */
function layoutAsBefore(header: string, closed: ClosedFile | undefined): RowsUnder | undefined {
  return closed !== undefined && header === closed.header ? { layout: closed.layout } : undefined;
}

/** Of closed rows that are not in their file, those that stand in another of the same kind: a row is what it says (R7). */
function withRowsElsewhere(
  ledgers: readonly Ledger[],
  calendar: Calendar,
): (Ledger & { readonly rewriting: Rewriting })[] {
  const all = ledgers.map((ledger) => ({
    ...ledger,
    rewriting: 'reason' in ledger.found ? new Rewriting() : ledger.found.rewriting,
    missing: ledger.found.missing,
    strays: 'reason' in ledger.found ? [] : ledger.found.strays,
  }));
  for (const from of all) {
    for (const to of all) {
      const isOfKind = (row: StrayRow) => row.layout.kind === from.closed?.kind;
      if (to === from || !to.strays.some(isOfKind)) continue;
      const { pairs, missing, strays } = matchBySaying(from.missing, to.strays, calendar);
      for (const _ of pairs) from.rewriting.takeElsewhere(to.file);
      from.missing = missing;
      to.strays = strays;
    }
  }
  return all.map(({ missing, strays, found, ...ledger }) => ({
    ...ledger,
    found: 'reason' in found ? { ...found, missing } : { ...found, missing, strays },
  }));
}

async function findingsOfFile(
  fund: ClosedFund,
  { file, closed, found, rewriting }: Ledger & { readonly rewriting: Rewriting },
): Promise<FileFindings> {
  const { folder, closed: links, last, calendar, repeated, agreement } = fund;
  const part = agreement && entryFor(agreement, file)?.part;
  if ('reason' in found) {
    const gone = closed === undefined ? nothingFound : unfound(file, found);
    if (closed === undefined || rewriting.movedAway === 0) return gone;
    const { rows, how } = rewriting.of(closed, undefined, 0);
    return { ...gone, rewritten: [{ file, rows, how, link: closed.link }] };
  }
  const layout = found.head.layout ?? closed?.layout;
  if (layout === undefined) return nothingFound;
  const settled = await settleRows({ folder, file, part, repeated: repeated.get(file) }, found, layout);
  const linkOf = (period: Period) => links.get(quarters.find((quarter) => quarter === period) ?? 'Q1') ?? last;
  const isAsClosed = closed !== undefined && inputHash(closed.link, file) === found.head.sha256;
  return findingsOf({ file, closed, layout, calendar, compared: found, settled, isAsClosed, linkOf });
}

function whyGone(file: string, path: string): string {
  return existsSync(path) ? `the agreement no longer reads ${file}` : `${file} is not there`;
}

/** All the closed rows of a file that cannot be read: one cause for each close. */
function unfound(file: string, { reason, missing: rows }: Unread): FileFindings {
  const links = [...new Set(rows.map((row) => row.link))];
  const diagnostics = links.map((link): Diagnostic => {
    const count = rows.filter((row) => row.link === link).length;
    const args = { quarter: link.record.what, rows: count, reason, since: since(link) };
    return diagnose('BCF2617', args, { place: { file } });
  });
  const vanished = rows.map((row): RowChange => {
    const { what } = row.link.record;
    return { change: 'vanished', quarter: what, file, lineAsClosed: row.line, was: row.text, record: row.link.file };
  });
  return { rows: vanished, diagnostics, rewritten: [] };
}
