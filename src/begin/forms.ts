import type { Agreement } from '../agreement/agreement.js';
import type { Fund } from '../fund/fund.js';
import { inspect, readText } from '../ledger/encoding.js';
import type { LedgerInput } from '../ledger/ledger-input.js';
import type { NewFile } from './file.js';
import { csvText, markedText } from './house-csv.js';

/**
 * The empty form of a ledger: the header by which its body’s file was read, wherever it stood there, under a name that the
 * same entry reads. Of a workbook it is the header alone.
 */
export function formOf({ path, layout }: LedgerInput): NewFile | undefined {
  const header = layout?.header.names.map((name) => name.trim()) ?? [];
  if (header.length === 0) return undefined;
  const [, name = '', ending = ''] = /([^/]*?)(\.[^./]*)?$/.exec(path) ?? [];
  const isWorkbook = /^\.(?:xlsx|ods)$/i.test(ending);
  const what = isWorkbook
    ? `the header of ${path}: the form is the workbook that the body sends`
    : `a form: the header of ${path}`;
  return { path: `forms/${name}${isWorkbook ? '.csv' : ending}`, text: csvText(header, []), what };
}

/** The tables of codes by which exports were read: a body’s codes are its own in the new year too. Workbooks are not copied. */
export async function codeTablesOf(folder: string, { ledgers }: Agreement, { inputs }: Fund): Promise<NewFile[]> {
  const tables = new Set(ledgers.flatMap(({ maps }) => maps.map(({ table }) => table)));
  const files: NewFile[] = [];
  for (const { path } of inputs.filter(({ path, sheet }) => tables.has(path) && sheet === undefined)) {
    const at = { folder, file: path };
    let text = '';
    for await (const piece of readText(at, await inspect(at))) text += piece;
    files.push({ path, text: markedText(text), what: 'last year’s table of codes' });
  }
  return files;
}
