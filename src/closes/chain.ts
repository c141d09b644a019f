import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { reasonOf } from '../fund/system-error.js';
import {
  type ClosedLedger,
  type CloseRecord,
  type RecordHead,
  recordHeadSchema,
  recordSchema,
} from './record-schema.js';
import { sealOf, sha256Of } from './seal.js';

/** The folder of a fund that holds the records of its closes. */
export const closesFolder = 'closes';

/** A record as it stands, without the rows: those are read again where a file has changed. */
export interface Link {
  /** `closes/0001.json`. */
  readonly file: string;
  /** SHA-256 of the record’s bytes; the next record holds it. */
  readonly sha256: string;
  readonly record: Omit<CloseRecord, 'closedWith'> & {
    readonly closedWith?: Omit<NonNullable<CloseRecord['closedWith']>, 'ledgers'>;
  };
  readonly ledgers: readonly Omit<ClosedLedger, 'rows'>[];
}

/** The records of a fund in order, and what is wrong with them. Of a broken chain the links before the break are given. */
export interface Chain {
  readonly links: readonly Link[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many records stand in the folder, good or not. */
  readonly records: number;
}

/** Where the record of a number stands: `closes/0001.json`. */
export function recordFile(number: number): string {
  return `${closesFolder}/${String(number).padStart(4, '0')}.json`;
}

/**
 * Reads the records of a fund and holds each against its seal and against the one before (R7). What a killed run left
 * behind begins with a dot and is not looked at.
 */
export async function readChain(folder: string): Promise<Chain> {
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
    const read = await readRecord(join(folder, file));
    const problem = 'problem' in read ? read.problem : problemOf(read.record, links);
    if ('problem' in read || problem !== undefined) {
      diagnostics.push(diagnose('BCF2615', { problem: problem ?? '' }, { place: { file } }));
      break;
    }
    links.push(linkOf(file, read));
  }
  return { links, diagnostics, records: records.length };
}

/** The rows that a record closed, file by file. None where the record is no longer what it was when the chain was read. */
export async function rowsOf(folder: string, { file, sha256 }: Link): Promise<readonly ClosedLedger[]> {
  const read = await sealedJson(join(folder, file));
  const parsed = 'json' in read && read.sha256 === sha256 ? recordSchema.safeParse(read.json) : undefined;
  return parsed?.data?.closedWith?.ledgers ?? [];
}

interface ReadRecord {
  readonly record: RecordHead;
  readonly sha256: string;
}

type Problem = { readonly problem: string };

async function readRecord(path: string): Promise<ReadRecord | Problem> {
  const read = await sealedJson(path);
  if ('problem' in read) return read;
  const parsed = recordHeadSchema.safeParse(read.json);
  return parsed.success
    ? { record: parsed.data, sha256: read.sha256 }
    : { problem: 'it is no record of this form of bcf' };
}

/** What a record says, where its bytes are those that were sealed. */
async function sealedJson(path: string): Promise<{ readonly json: unknown; readonly sha256: string } | Problem> {
  const bytes = await readFile(path).catch((error: unknown) => reasonOf(error));
  if (typeof bytes === 'string') return { problem: `it cannot be read: ${bytes}` };
  if (sealOf(bytes) === undefined) return { problem: 'its bytes are not those that were sealed' };
  return { json: jsonOf(bytes.toString('utf8')), sha256: sha256Of(bytes) };
}

/** What a text says; undefined where it is no JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function problemOf({ number, previous }: RecordHead, links: readonly Link[]): string | undefined {
  if (number !== links.length + 1) return `it is record ${number}, under another name`;
  if (previous === links.at(-1)?.sha256) return undefined;
  return links.length === 0
    ? 'it follows a record, and is the first'
    : `it does not follow ${recordFile(links.length)} as that stands now`;
}

function linkOf(file: string, { record, sha256 }: ReadRecord): Link {
  const { closedWith, ...head } = record;
  if (closedWith === undefined) return { file, sha256, record: head, ledgers: [] };
  const { ledgers, ...kept } = closedWith;
  return {
    file,
    sha256,
    record: { ...head, closedWith: kept },
    ledgers: ledgers.map(({ rows: _, ...ledger }) => ledger),
  };
}

async function namesIn(folder: string, diagnostics: Diagnostic[]): Promise<string[]> {
  try {
    const names = await readdir(join(folder, closesFolder));
    return names.filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    const isLink = await lstat(join(folder, closesFolder)).then(
      () => true,
      () => false,
    );
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && !isLink) return [];
    const problem =
      error instanceof Error && 'code' in error && error.code === 'ENOTDIR' ? 'it is a file' : reasonOf(error);
    diagnostics.push(
      diagnose('BCF2615', { problem: `it cannot be read: ${problem}` }, { place: { file: closesFolder } }),
    );
    return [];
  }
}
