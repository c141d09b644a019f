import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import { counted, joined } from '../diagnostics/entry.js';
import type { FileOf } from '../files/open-file.js';
import type { FoundSheet } from '../sheets/choose-sheet.js';
import { isFilled } from '../sheets/filled.js';
import type { ReadSheet } from '../sheets/sheet.js';
import type { HeaderLine } from './header.js';
import { LinesAbove } from './lines-above.js';

/** A ledger as far as its file, and the header that it is declared to have. */
type Described = FileOf & Pick<HeaderLine, 'entry' | 'tables'>;

/** Reports what looks to be of a ledger and stands in its workbook beside what is read of it: whoever declared that did not know of it. */
export function reportUnreadOfWorkbook(ledger: Described, chosen: FoundSheet, report: Report): void {
  reportOutside(ledger, chosen, report);
  reportSheetsAlike(ledger, chosen, report);
}

function reportOutside({ file, part }: Described, { whole, outside }: FoundSheet, report: Report): void {
  const { above, below } = outside;
  const [first] = [...above, ...below];
  if (first === undefined) return;
  const args = { sheet: whole.name, range: part?.range ?? '', above: above.length, below: below.length };
  report(diagnose('BCF3039', args, { place: { file, sheet: whole.name, line: first } }));
}

/** Sheets that are hidden are told for themselves. */
function reportSheetsAlike(ledger: Described, { sheet, others }: FoundSheet, report: Report): void {
  const alike = others.flatMap((other) => {
    const rows = other.isHidden ? 0 : rowsBelowHeader(ledger, other);
    return rows === 0 ? [] : [`“${other.name}” (${counted(rows, 'row')})`];
  });
  if (alike.length === 0) return;
  const args = { sheets: joined(alike), count: alike.length, read: sheet.name };
  report(diagnose('BCF3046', args, { place: { file: ledger.file, sheet: sheet.name } }));
}

/** How many rows of a sheet stand below a header that the ledger is declared to have; 0 where it has none such. */
function rowsBelowHeader({ file, entry, tables }: Described, { rows }: ReadSheet): number {
  const above = new LinesAbove();
  for (const [at, row] of rows.entries()) {
    if (above.isFull) return 0;
    if (!isFilled(row)) continue;
    const fields = row.map(({ text }) => text);
    if (above.headerOf({ fields, file, line: at + 1, entry, tables }) !== undefined) {
      return rows.slice(at + 1).filter(isFilled).length;
    }
  }
  return 0;
}
