import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Agreement } from '../agreement/agreement.js';
import { type FinancialYear, type Quarter, quarters } from '../agreement/financial-year.js';
import { measuredQuarters } from '../agreement/measured-quarters.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { findLedgers } from '../fund/find-files.js';
import { reasonOf } from '../fund/system-error.js';
import { inspect } from '../ledger/encoding.js';
import type { LedgerFile } from '../ledger/read-ledger.js';
import type { Link } from './chain.js';
import { layoutAsClosed, readLayout } from './closable-rows.js';
import { type ClosedFile, closedFiles } from './closed-rows.js';
import { compareRows } from './compare-rows.js';
import { type FileFindings, findingsOf, since } from './findings.js';
import { type Calendar, isClosable, type Period } from './row-period.js';

/** What is closed, and how the fund stands now. */
export interface ClosedFund {
  readonly folder: string;
  readonly year: FinancialYear;
  /** Undefined where it cannot be used: the closed files are read as they were. */
  readonly agreement: Agreement | undefined;
  /** What the files of the fund hash to, as far as they were read. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly closed: ReadonlyMap<Quarter, Link>;
  /** The record that speaks of the files last. */
  readonly last: Link;
}

/** Holds every ledger that has closed rows, or might have, against the records. An unchanged file is known by its hash. */
export async function compareLedgers(fund: ClosedFund): Promise<FileFindings> {
  const { folder, agreement, closed } = fund;
  const today = agreement === undefined ? [] : await findLedgers(folder, agreement, () => undefined);
  const ledgers = new Map(today.filter(({ entry }) => isClosable(entry.kind)).map((file) => [file.file, file]));
  const known = new Set([...closed.values()].flatMap((link) => link.ledgers.map(({ path }) => path)));
  const changed = new Set<string>();
  const paths = [...new Set([...known, ...ledgers.keys()])].sort();
  const hashes = await Promise.all(paths.map((path) => hashOf(fund, path)));
  for (const [index, path] of paths.entries()) {
    if (hashes[index] !== inputHash(fund.last, path)) changed.add(path);
    else if (agreement !== undefined && known.has(path) && !ledgers.has(path)) changed.add(path);
  }
  const files = await closedFiles(folder, closed, changed);
  const found: FileFindings[] = [];
  for (const path of changed) found.push(await compareFile(fund, path, files.get(path), ledgers.get(path)));
  return { rows: found.flatMap(({ rows }) => rows), diagnostics: found.flatMap(({ diagnostics }) => diagnostics) };
}

/** What a record says that a file hashed to. */
export function inputHash({ record }: Link, path: string): string | undefined {
  return record.inputs.find((input) => input.path === path)?.sha256;
}

async function hashOf({ folder, hashes }: ClosedFund, path: string): Promise<string | undefined> {
  const known = hashes.get(path);
  if (known !== undefined) return known;
  return hashAt(join(folder, path));
}

/** What a file hashes to; undefined where it cannot be read. */
export async function hashAt(path: string): Promise<string | undefined> {
  try {
    return (await inspect(path)).sha256;
  } catch (error) {
    reasonOf(error);
    return undefined;
  }
}

async function compareFile(
  fund: ClosedFund,
  file: string,
  closed: ClosedFile | undefined,
  ledger: LedgerFile | undefined,
): Promise<FileFindings> {
  const { folder, agreement, closed: links, last } = fund;
  const path = join(folder, file);
  const isRead = agreement === undefined || ledger !== undefined;
  if (closed !== undefined && (!isRead || !existsSync(path))) return unfound(file, closed, whyGone(file, path));
  try {
    const layout = closed === undefined ? ledger && (await readLayout(path, ledger.entry)) : layoutAsClosed(closed);
    const [lastQuarter] = [...links.keys()].reverse();
    if (layout === undefined || lastQuarter === undefined) return { rows: [], diagnostics: [] };
    const calendar = calendarOf(fund);
    const compared = await compareRows({ path, closed, layout, calendar, last: lastQuarter });
    const linkOf = (period: Period) => links.get(quarters.find((quarter) => quarter === period) ?? 'Q1') ?? last;
    const isAsClosed = closed !== undefined && inputHash(closed.link, file) === (await hashOf(fund, file));
    return findingsOf({ file, closed, layout, calendar, compared, isAsClosed, linkOf });
  } catch (error) {
    const reason = reasonOf(error);
    return closed === undefined ? { rows: [], diagnostics: [] } : unfound(file, closed, reason);
  }
}

function calendarOf({ year, agreement }: ClosedFund): Calendar {
  return { year, measured: measuredQuarters(agreement?.performanceRule ?? { paidAfter: 1 }, year) };
}

function whyGone(file: string, path: string): string {
  return existsSync(path) ? `the agreement no longer reads ${file}` : `${file} is not there`;
}

/** All the closed rows of a file that cannot be read: one cause for each close. */
function unfound(file: string, { rows }: ClosedFile, reason: string): FileFindings {
  const links = [...new Set(rows.map((row) => row.link))];
  const diagnostics = links.map((own): Diagnostic => {
    const count = rows.filter((row) => row.link === own).length;
    const args = { quarter: own.record.what, rows: count, reason, since: since(own) };
    return diagnose('BCF2617', args, { place: { file } });
  });
  return {
    rows: rows.map((row) => ({
      change: 'vanished',
      quarter: row.link.record.what,
      file,
      lineAsClosed: row.line,
      was: row.text,
      record: row.link.file,
    })),
    diagnostics,
  };
}
