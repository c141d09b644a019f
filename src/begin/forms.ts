import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import { type FileOf, wholeOf } from '../files/open-file.js';
import type { Fund } from '../fund/fund.js';
import { inspect, readText } from '../ledger/encoding.js';
import type { LedgerInput } from '../ledger/ledger-input.js';
import { workbook } from './carried-places.js';
import type { NewFile } from './file.js';
import { csvText, markedText } from './house-csv.js';

/**
 * The empty form of a ledger: the header by which its body’s file was read, on the line that the same entry reads it from,
 * and under a name that it reads. Of a workbook it is the header alone.
 */
export function formOf({ path, layout }: LedgerInput, { headerLine = 1 }: LedgerEntry): NewFile | undefined {
  const header = layout?.header.names.map((name) => name.trim()) ?? [];
  if (header.length === 0) return undefined;
  const [, name = '', ending = ''] = /([^/]*?)(\.[^./]*)?$/.exec(path) ?? [];
  const isWorkbook = workbook.test(path);
  const what = isWorkbook
    ? `the header of ${path}: the form is the workbook that the body sends`
    : `a form: the header of ${path}`;
  return {
    path: `forms/${name}${isWorkbook ? '.csv' : ending}`,
    text: csvText(header, [], isWorkbook ? 1 : headerLine),
    what,
  };
}

/** The tables of codes by which exports were read: a body’s codes are its own in the new year too. */
export async function codeTablesOf(
  folder: string,
  { agreement, inputs }: Fund,
  outOfForce: ReadonlySet<LedgerEntry>,
): Promise<NewFile[]> {
  const files: NewFile[] = [];
  const read = new Set(inputs.map(({ path }) => path));
  for (const path of tablesOf(agreement, outOfForce).filter((table) => read.has(table))) {
    const at = { folder, file: path };
    const text = workbook.test(path) ? await wholeOf(at) : markedText(await textOf(at));
    files.push({ path, text, what: 'last year’s table of codes' });
  }
  return files;
}

/** The tables of entries that are in force; those of others only where they are not taken for ledgers. */
function tablesOf({ ledgers }: Agreement, outOfForce: ReadonlySet<LedgerEntry>): string[] {
  const isApart = (table: string) => table.includes('/') && !table.startsWith('ledgers/');
  const tables = ledgers.flatMap((entry) =>
    entry.maps.map(({ table }) => table).filter((table) => !outOfForce.has(entry) || isApart(table)),
  );
  return [...new Set(tables)];
}

async function textOf(at: FileOf): Promise<string> {
  let text = '';
  for await (const piece of readText(at, await inspect(at))) text += piece;
  return text;
}
