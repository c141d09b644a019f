import type { TableDeclaration } from '../agreement/agreement.js';
import { columnLetter } from '../diagnostics/column-letter.js';
import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { plainText } from '../diagnostics/plain-text.js';
import { reportBytes } from './byte-faults.js';
import type { DamagedCells } from './damages.js';
import { inspect, partRead, readRowText } from './encoding.js';
import { damageOf } from './excel-damage.js';
import type { LedgerInput } from './ledger-input.js';
import { recordFault } from './record-fault.js';
import { readRecords } from './records.js';
import { type RowReference, rowIn } from './row-types.js';

/** A table of published figures, as it is transcribed: every cell still text. */
export interface PublishedTable extends TableDeclaration {
  /** Of a workbook the sheet that was read. */
  readonly sheet?: string | undefined;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

interface ReadTable {
  /** Present only where the whole of it was read. */
  readonly table?: PublishedTable;
  readonly input: LedgerInput;
}

/** What takes what is wrong with a table, and what Excel has damaged in it. */
export interface TableFindings {
  readonly report: Report;
  readonly damaged: DamagedCells;
}

/** Reads a published table whole. All that is wrong with the file is reported. Throws what the file system throws. */
export async function readPublishedTable(
  declared: TableDeclaration,
  folder: string,
  { report, damaged }: TableFindings,
): Promise<ReadTable> {
  const { file, part } = declared;
  const at = { folder, file, part };
  const inspection = await inspect(at);
  const { sha256, size, notText } = inspection;
  const { sheet } = await partRead(inspection);
  const input = { path: file, part, sheet, sha256, rows: 0, isWhole: false, columns: new Map<string, number>() };
  if (size === 0 || notText !== undefined) {
    const problem = size === 0 ? diagnose('BCF3003', {}, { place: { file } }) : undefined;
    report(problem ?? diagnose('BCF3015', { found: notText ?? '' }, { place: { file } }));
    return { input };
  }
  if (!(await reportBytes(at, inspection, report))) return { input };
  let columns: readonly string[] | undefined;
  const rows: TableRow[] = [];
  let isWhole = true;
  await readRecords(readRowText(at, inspection), {
    onRecord: (fields, line) => {
      const cells = fields.map((field) => plainText(field).trim());
      if (columns === undefined) {
        columns = cells;
        isWhole = hasOnce(cells, rowIn({ file, sheet }, line), report);
      } else {
        rows.push({ line, cells });
        if (noteDamage(cells, columns, rowIn({ file, sheet }, line), damaged)) isWhole = false;
      }
      return true;
    },
    onFault: (fault, line) => {
      if (fault.kind === 'blank') return;
      isWhole = false;
      report(recordFault(fault, rowIn({ file, sheet }, line)));
    },
  });
  const header = columns ?? [];
  const read = {
    ...input,
    rows: rows.length,
    isWhole,
    columns: new Map(header.map((name, index) => [name, index])),
  };
  return isWhole ? { table: { ...declared, sheet, columns: header, rows }, input: read } : { input: read };
}

/** Notes what Excel has damaged in a row of a table: its words are names, its figures those of a paper. */
function noteDamage(
  cells: readonly string[],
  columns: readonly string[],
  place: RowReference,
  damaged: DamagedCells,
): boolean {
  let isDamaged = false;
  for (const [index, text] of cells.entries()) {
    const damage = damageOf(text, false);
    if (damage === undefined) continue;
    isDamaged = true;
    const column = columns[index] ?? '';
    damaged.add({
      text,
      damage,
      column,
      what: 'name',
      place: { ...place, field: { index, name: column } },
      schedule: '',
    });
  }
  return isDamaged;
}

/** Whether each column stands once; nobody could say which of two is meant. */
function hasOnce(columns: readonly string[], place: RowReference, report: Report): boolean {
  const twice = columns.flatMap((name, index) => {
    const first = columns.indexOf(name);
    return name === '' || first === index ? [] : [{ name, index, first }];
  });
  for (const { name, index, first } of twice) {
    const args = { column: name, first: columnLetter(first), second: columnLetter(index) };
    report(diagnose('BCF3006', args, { place: { ...place, field: { index, name } } }));
  }
  return twice.length === 0;
}
