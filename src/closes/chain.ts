import { readdir } from 'node:fs/promises';
import type { Agreement } from '../agreement/agreement.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { plainText } from '../diagnostics/plain-text.js';
import { realPathOf } from '../files/open-file.js';
import { isOfSystem, reasonOf } from '../fund/system-error.js';
import type { Link } from './link.js';
import { inWords, type ReadRecord, readRecord } from './read-record.js';
import { closedWithSchema, type RecordHead } from './record-schema.js';
import { lastClosed, nextToClose, standingOf } from './standing.js';

/** The folder of a fund that holds the records of its closes. */
export const closesFolder = 'closes';

/** The records of a fund in order, and what is wrong with them. Of a broken chain the links before the break are given. */
export interface Chain {
  readonly links: readonly Link[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many records stand in the folder, good or not. */
  readonly records: number;
}

type Named = Pick<RecordHead, 'fund' | 'year'>;

/** Where the record of a number stands: `closes/0001.json`. */
export function recordFile(number: number): string {
  return `${closesFolder}/${String(number).padStart(4, '0')}.json`;
}

/**
 * Reads the records of a fund and holds each against its seal and against the one before (R7). What a killed run left
 * behind begins with a dot and is not looked at.
 */
export async function readChain(folder: string, agreement?: Pick<Agreement, 'name' | 'year'>): Promise<Chain> {
  const fund = agreement && { fund: agreement.name, year: agreement.year.label };
  const diagnostics: Diagnostic[] = [];
  const names = await namesIn(folder, diagnostics);
  const records = names.filter((name) => /^\d+\.json$/.test(name));
  for (const name of names.filter((other) => !records.includes(other))) {
    diagnostics.push(diagnose('BCF2618', {}, { place: { file: `${closesFolder}/${name}` } }));
  }
  const links: Link[] = [];
  for (const name of records) {
    const file = `${closesFolder}/${name}`;
    const expected = recordFile(links.length + 1);
    if (file !== expected) {
      diagnostics.push(diagnose('BCF2616', { missing: expected }, { place: { file } }));
      break;
    }
    const read = await readRecord({ folder, file });
    const problem = 'problem' in read ? read.problem : problemOf(read.record, links);
    if ('problem' in read || problem !== undefined) {
      diagnostics.push(diagnose('BCF2615', { problem: problem ?? '' }, { place: { file } }));
      break;
    }
    const stranger = ofAnother(read.record, fund ?? links[0]?.record, file);
    if (stranger !== undefined) {
      diagnostics.push(stranger);
      break;
    }
    links.push(linkOf(file, read));
  }
  return { links, diagnostics, records: records.length };
}

function problemOf({ number, previous, kind, what }: RecordHead, links: readonly Link[]): string | undefined {
  if (number !== links.length + 1) return `it is record ${number}, under another name`;
  const standing = standingOf(links);
  const isInTurn = what === (kind === 'closed' ? nextToClose(standing) : lastClosed(standing));
  if (!isInTurn) return `it says that ${what} was ${kind}, which was not its turn`;
  if (previous === links.at(-1)?.sha256) return undefined;
  return links.length === 0
    ? 'it follows a record, and is the first'
    : `it does not follow ${recordFile(links.length)} as that stands now`;
}

function ofAnother({ fund, year }: RecordHead, of: Named | undefined, file: string): Diagnostic | undefined {
  if (of === undefined || (fund === of.fund && year === of.year)) return undefined;
  return diagnose(
    'BCF2633',
    { found: plainText(`${fund}, ${year}`), own: `${of.fund}, ${of.year}` },
    { place: { file } },
  );
}

function linkOf(file: string, { record, rowsOfSections, sha256, isAsWritten }: ReadRecord): Link {
  const { closedWith, result: _, ...head } = record;
  const link = { file, sha256, isAsWritten, record: head, ledgers: [] };
  if (closedWith === undefined && record.kind === 'reopened') return link;
  const parsed = closedWithSchema.safeParse(closedWith);
  if (!parsed.success) return { ...link, fault: inWords(parsed.error) };
  const { ledgers, ...kept } = parsed.data;
  return {
    ...link,
    record: { ...head, closedWith: kept },
    ledgers: ledgers.map(({ rows: [section], ...ledger }) => ({
      ...ledger,
      section,
      rows: section === undefined ? 0 : (rowsOfSections[section] ?? 0),
    })),
  };
}

async function namesIn(folder: string, diagnostics: Diagnostic[]): Promise<string[]> {
  try {
    const names = await readdir(await realPathOf({ folder, file: closesFolder }));
    return names.filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    if (isOfSystem(error) && error.code === 'ENOENT') return [];
    const problem = isOfSystem(error) && error.code === 'ENOTDIR' ? 'it is a file' : reasonOf(error);
    diagnostics.push(
      diagnose('BCF2615', { problem: `it cannot be read: ${problem}` }, { place: { file: closesFolder } }),
    );
    return [];
  }
}
