import type * as z from 'zod';
import { limits, sizeInWords } from '../files/limits.js';
import { type FileOf, NotReadable } from '../files/open-file.js';
import { reasonOf } from '../fund/system-error.js';
import { RecordReading } from './record-parts.js';
import { type RecordHead, recordHeadSchema } from './record-schema.js';

/** A record without the rows; where they stood is which list of rows of the record they were. */
export interface ReadRecord {
  readonly record: RecordHead;
  /** How many rows each list has. */
  readonly rowsOfSections: readonly number[];
  readonly sha256: string;
  readonly isAsWritten: boolean;
}

/** Why something is no record. */
export type Problem = { readonly problem: string };

/** What a record says, where its bytes are those that were sealed and it says who closed what. Its rows are not kept. */
export async function readRecord(at: FileOf): Promise<ReadRecord | Problem> {
  const reading = new RecordReading(at);
  const sections: Section[] = [];
  const rest = await withoutRows(reading, sections).catch((error: unknown) => ({ reason: reasonOf(error) }));
  if (typeof rest === 'object') return { problem: `it cannot be read: ${rest.reason}` };
  const { sha256, isSealed, isAsWritten } = reading.end();
  if (!isSealed) return { problem: 'its bytes are not those that were sealed' };
  const parsed = recordHeadSchema.safeParse(jsonOf(rest));
  if (!parsed.success) return { problem: `it is no record of this form of bcf: ${inWords(parsed.error)}` };
  const rowsOfSections = sections.map(({ rows }) => rows ?? 0);
  return { record: parsed.data, rowsOfSections, sha256, isAsWritten };
}

/** A list of rows in a record: how many there are; undefined where they are none. */
interface Section {
  rows: number | undefined;
}

async function withoutRows(reading: RecordReading, sections: Section[]): Promise<string> {
  let rest = '';
  let open: Section | undefined;
  for await (const part of reading.parts()) {
    if ('rows' in part) {
      sections[part.section] ??= { rows: 0 };
      open = sections[part.section];
      const rows = rowsIn(part.rows);
      if (open?.rows !== undefined) open.rows = rows && open.rows + rows.length;
      continue;
    }
    if (open !== undefined) rest += open.rows === undefined ? '"no rows"' : String(sections.length - 1);
    open = undefined;
    rest += part.rest;
    if (rest.length > limits.fileBytes) {
      throw new NotReadable(`without its rows it is larger than ${sizeInWords(limits.fileBytes)} (bcf help limits)`);
    }
  }
  return rest;
}

/** A row as a record has it: its line, and its text. */
export type RecordedRow = readonly [line: number, text: string];

/** The rows that lines of a record say, of whatever form; undefined where they are none. */
export function rowsIn(lines: string): readonly RecordedRow[] | undefined {
  const plain = lines.trimEnd();
  const items = jsonOf(`[${plain.endsWith(',') ? plain.slice(0, -1) : plain}]`);
  if (!Array.isArray(items)) return undefined;
  const rows: RecordedRow[] = [];
  for (const item of items) {
    const row = rowOf(item);
    if (row === undefined) return undefined;
    rows.push(row);
  }
  return rows;
}

function rowOf(item: unknown): RecordedRow | undefined {
  if (!Array.isArray(item) || item.length < 2 || item.length > 3) return undefined;
  const line: unknown = item[0];
  const text: unknown = item.at(-1);
  const isRow = typeof line === 'number' && Number.isSafeInteger(line) && typeof text === 'string';
  return isRow && typeof item[1] === 'string' ? [line, text] : undefined;
}

/** The first thing that is not as a schema says: where it stands, and what it is not. */
export function inWords({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return '';
  const where = issue.path.length === 0 ? 'the whole' : issue.path.map(String).join('.');
  return `${where} ${issue.message.startsWith('is ') || issue.message.startsWith('are ') ? issue.message : 'is not what it should be'}`;
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
