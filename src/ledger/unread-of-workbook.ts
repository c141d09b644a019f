import { diagnose, type Report } from '../diagnostics/diagnostic.js';
import type { FileOf } from '../files/open-file.js';
import type { FoundSheet } from '../sheets/choose-sheet.js';

/** Reports what looks to be of a ledger and stands in its workbook beside what is read of it: whoever declared that did not know of it. */
export function reportUnreadOfWorkbook({ file, part }: FileOf, chosen: FoundSheet, report: Report): void {
  const { whole, outside } = chosen;
  const { above, below } = outside;
  const [first] = [...above, ...below];
  if (first === undefined) return;
  const args = { sheet: whole.name, range: part?.range ?? '', above: above.length, below: below.length };
  report(diagnose('BCF3039', args, { place: { file, sheet: whole.name, line: first } }));
}
