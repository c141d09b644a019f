import { diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence } from '../money/pence.js';
import type { Cells } from './cells.js';

const totalWords = /^(grand |sub[- ]?|overall )?totals?\b/i;

/** Whether a row is a total at the foot of an export: its first filled cell says so, or its amount stands alone. */
export function isTotalRow(fields: readonly string[], amountIndex: number | undefined): boolean {
  if (amountIndex === undefined) return false;
  const others = fields.filter((field, index) => index !== amountIndex && field.trim() !== '');
  return others.length === 0 || (others.length <= 2 && totalWords.test(others[0]?.trim() ?? ''));
}

/** Compares a total row with all rows above it, or a subtotal with those since the last one. It is never added. */
export function reportTotalRow(
  cells: Cells,
  column: string,
  { allPence, sinceLastPence }: { readonly allPence: Pence; readonly sinceLastPence: Pence },
): void {
  const totalPence = cells.amount(column);
  if (totalPence === undefined) return;
  const place = cells.placeOf(column);
  if (totalPence === allPence || totalPence === sinceLastPence) {
    cells.report(diagnose('BCF3017', { amount: inWords(totalPence) }, { place }));
    return;
  }
  const args = {
    found: inWords(totalPence),
    amount: inWords(allPence),
    difference: inWords(absolute(totalPence - allPence)),
  };
  cells.report(diagnose('BCF3018', args, { place }));
}
