import { inspect, readRowText } from '../ledger/encoding.js';
import { readRecords } from '../ledger/records.js';
import type { NewFile } from './file.js';
import { csvText } from './house-csv.js';

/** The empty form of a ledger: its header as its body writes it, saved as all files of a new fund are. */
export async function formOf(folder: string, file: string): Promise<NewFile | undefined> {
  const at = { folder, file };
  const form = await inspect(at);
  let header: readonly string[] = [];
  await readRecords(readRowText(at, form), {
    onRecord: (fields) => {
      header = fields.map((field) => field.trim());
      return false;
    },
    onFault: () => undefined,
  });
  if (header.length === 0) return undefined;
  const name = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  return { path: `forms/${name}.csv`, text: csvText(header, []), what: `a form: the header of ${file}` };
}
