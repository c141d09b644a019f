import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { rowText } from '../diagnostics/place-text.js';
import { inWords as money } from '../money/format-money.js';
import type { Cells } from './cells.js';
import { referenceScope } from './once.js';
import type { RowContext } from './row-context.js';
import { type Accrual, type AdjustmentRow, type Adjusts, accrualWords, type ExpenditureRow } from './row-types.js';

/** Whether a row is an accrual, a reversal of one, or neither (''); undefined where it was reported. */
export function accrualCell(cells: Cells): Accrual | undefined {
  return cells.optional('accrual') === '' ? '' : cells.choice('accrual', accrualWords);
}

/** Whether a row says what it reverses, where it is a reversal. */
export function saysWhatItReverses(cells: Cells, accrual: Accrual | undefined, adjusts: Adjusts | undefined): boolean {
  if (accrual !== 'reversal' || adjusts?.adjusts !== '') return true;
  cells.report(diagnose('BCF3434', { found: '' }, { place: cells.placeOf('adjusts') }));
  return false;
}

/** Remembers an accrual of a body, for the rows that reverse it. A quick reading remembers nothing. */
export function noteAccrual(cells: Cells, body: string, row: ExpenditureRow, { seen, accruals }: RowContext): void {
  if (seen === undefined) return;
  accruals.set(keyOf(referenceScope(cells.kind, body), cells.toldBy ?? row.reference), {
    row,
    leftPence: row.amountPence,
  });
}

/**
 * What is wrong with a row that adjusts another: it reverses none that is an accrual, or other money than its, or more of
 * it; or it adjusts an accrual and does not say what it is. Undefined where nothing is. What it reverses is reversed then.
 */
export function faultOfReversal(
  { accruals }: RowContext,
  { adjusts, place, ledger, body, spending }: AdjustmentRow,
): Diagnostic | undefined {
  if (spending === undefined) return undefined;
  const accrued = accruals.get(keyOf(referenceScope(ledger, body), adjusts));
  switch (spending.accrual) {
    case 'accrual':
      return undefined;
    case '':
      return accrued && diagnose('BCF3436', { found: adjusts, at: rowText(accrued.row.at) }, { place });
    case 'reversal': {
      if (accrued === undefined) return diagnose('BCF3434', { found: adjusts }, { place });
      const leftPence = accrued.leftPence + spending.amountPence;
      const reason = otherThan(accrued.row, spending) ?? tooMuch(accrued.row, leftPence, accrued.leftPence);
      if (reason !== undefined) return diagnose('BCF3435', { found: adjusts, reason }, { place });
      accrued.leftPence = leftPence;
      return undefined;
    }
  }
}

function keyOf(scope: string, reference: string): string {
  return `${scope}\0${reference}`;
}

const alike = ['schedule', 'heading', 'source', 'scheme', 'district'] as const;

function otherThan(accrued: ExpenditureRow, reversal: ExpenditureRow): string | undefined {
  const other = alike.find((column) => accrued[column] !== reversal[column]);
  if (other !== undefined) return `its ${other} is “${reversal[other]}”, and the accrual’s “${accrued[other]}”`;
  return reversal.date < accrued.date ? `it is dated before the accrual, ${accrued.date}` : undefined;
}

/** What is left of an accrual is never more than it was, nor less than nothing. */
function tooMuch({ amountPence }: ExpenditureRow, leftPence: bigint, wasPence: bigint): string | undefined {
  const isWithin =
    amountPence < 0n ? leftPence <= 0n && leftPence >= wasPence : leftPence >= 0n && leftPence <= wasPence;
  return isWithin ? undefined : `what is left of the accrual to reverse is ${money(wasPence)}`;
}
