import { diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import type { Cells } from './cells.js';

const totalWords = /^(grand |sub[- ]?|overall )?totals?\b/i;

/** Whether a row is a total at the foot of an export: its first filled cell says so, or its amount stands alone. */
export function isTotalRow(fields: readonly string[], amountIndex: number | undefined): boolean {
  if (amountIndex === undefined) return false;
  const others = fields.filter((field, index) => index !== amountIndex && field.trim() !== '');
  return others.length === 0 || (others.length <= 2 && totalWords.test(others[0]?.trim() ?? ''));
}

/** Compares a total row with the rows above it, and says whether it agrees. It is never added. */
export function reportTotalRow(cells: Cells, column: string, abovePence: Pence): void {
  const totalPence = cells.amount(column);
  if (totalPence === undefined) return;
  const place = cells.placeOf(column);
  if (totalPence === abovePence) {
    cells.report(diagnose('BCF3017', { amount: inWords(totalPence) }, { place }));
    return;
  }
  const args = {
    found: inWords(totalPence),
    amount: inWords(abovePence),
    difference: inWords(totalPence - abovePence),
  };
  cells.report(diagnose('BCF3018', args, { place }));
}
