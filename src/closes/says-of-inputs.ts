import { createHash, type Hash } from 'node:crypto';
import type { Agreement } from '../agreement/agreement.js';
import type { FileOf, SheetPart } from '../files/open-file.js';
import { entryFor } from '../fund/find-files.js';
import { reasonOf } from '../fund/system-error.js';
import { inspect, readRowText, readText } from '../ledger/encoding.js';
import { fieldsOf, readRawRows } from '../ledger/raw-rows.js';
import { parseAmount } from '../money/parse-amount.js';
import { headersBy, readClosableRows } from './closable-rows.js';
import { calendarOf } from './layout.js';
import { isBlankOrTotal, isClosable } from './row-period.js';
import { sayingOf } from './saying.js';

/** A file that is no ledger of rows to close, and that a statement nevertheless stands on. */
type Tie = 'agreement' | 'rows' | 'table';

/** How what an input says is known again; undefined for ledgers, whose rows are recorded one by one. */
export function tieOf(agreement: Agreement, path: string): Tie | undefined {
  if (path === agreement.file) return 'agreement';
  if ([...agreement.tables.values()].some(({ file }) => file === path)) return 'table';
  if (agreement.ledgers.some(({ maps }) => maps.some(({ table }) => table === path))) return 'table';
  const kind = entryFor(agreement, path)?.kind;
  return kind !== undefined && !isClosable(kind) ? 'rows' : undefined;
}

/**
 * A digest of what an agreement, its controls, the pro-forma or a published table says, whatever the line ends, the encoding
 * and the look of its cells (R7); undefined for a ledger, and where a file cannot be read.
 */
export async function saysOf(folder: string, agreement: Agreement, path: string): Promise<string | undefined> {
  const tie = tieOf(agreement, path);
  const at = { folder, file: path };
  try {
    switch (tie) {
      case undefined:
        return undefined;
      case 'agreement':
        return await saysOfText(at);
      case 'rows':
        return await saysOfRows({ ...at, part: entryFor(agreement, path)?.part }, agreement);
      case 'table':
        return await saysOfTables(at, partsOf(agreement, path));
    }
  } catch (error) {
    reasonOf(error);
    return undefined;
  }
}

async function saysOfText(at: FileOf): Promise<string> {
  const form = await inspect(at);
  let text = '';
  for await (const piece of readText(at, form)) text += piece;
  return createHash('sha256').update(text.replace(/\r\n?/g, '\n')).digest('hex');
}

async function saysOfRows(at: FileOf, agreement: Agreement): Promise<string | undefined> {
  const entry = entryFor(agreement, at.file);
  if (entry === undefined) return undefined;
  const calendar = calendarOf(agreement.year, agreement);
  const hash = createHash('sha256');
  const { layout: found } = await readClosableRows(at, headersBy({ entry, tables: new Map() }), ({ text }, layout) => {
    const row = layout && { text, layout };
    if (row !== undefined && !isBlankOrTotal(row)) hash.update(`${sayingOf(row, calendar)}\n`);
  });
  return found === undefined ? undefined : hash.digest('hex');
}

/** What is read of a file as a table: of a workbook it may be more than one sheet. */
function partsOf({ tables, ledgers }: Agreement, path: string): (SheetPart | undefined)[] {
  const ofTables = [...tables.values()].filter(({ file }) => file === path);
  const ofMaps = ledgers.flatMap(({ maps }) => maps.filter(({ table }) => table === path));
  const parts = new Map([...ofTables, ...ofMaps].map(({ part }) => [JSON.stringify(part ?? {}), part]));
  return [...parts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, part]) => part);
}

async function saysOfTables(at: FileOf, parts: readonly (SheetPart | undefined)[]): Promise<string> {
  const hash = createHash('sha256');
  for (const part of parts) await addTable({ ...at, part }, hash);
  return hash.digest('hex');
}

async function addTable(at: FileOf, hash: Hash): Promise<void> {
  const form = await inspect(at);
  let by = ',';
  const take = (text: string) => {
    const cells = fieldsOf(text, by).map(plainCell);
    while (cells.at(-1) === '') cells.pop();
    if (cells.length > 0) hash.update(`${cells.join('\0')}\n`);
  };
  await readRawRows(readRowText(at, form), {
    onHeader: ({ names, separator }) => {
      by = separator;
      take(names);
    },
    onRow: ({ text }) => take(text),
  });
}

function plainCell(cell: string): string {
  const plain = cell.replace(/\s+/g, ' ').trim();
  const parsed = parseAmount(plain, 'pounds');
  return 'pence' in parsed ? String(parsed.pence) : plain;
}
