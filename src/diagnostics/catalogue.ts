import { adjustmentCodes } from './codes/adjustments.js';
import { agreementCodes } from './codes/agreement.js';
import { arrivalCodes } from './codes/arrivals.js';
import { cellCodes } from './codes/cells.js';
import { closeUsageCodes } from './codes/close-usage.js';
import { closeCodes } from './codes/closes.js';
import { comparisonCodes } from './codes/comparisons.js';
import { controlCodes } from './codes/controls.js';
import { exportCodes } from './codes/export.js';
import { exportsOfBodiesCodes } from './codes/exports-of-bodies.js';
import { fileCodes } from './codes/files.js';
import { initCodes } from './codes/init.js';
import { lostMoneyCodes } from './codes/lost-money.js';
import { openingCodes } from './codes/openings.js';
import { outputFormCodes } from './codes/output-forms.js';
import { performanceCodes } from './codes/performance.js';
import { previewCodes } from './codes/preview.js';
import { ringFenceCodes } from './codes/ring-fences.js';
import { rowCodes } from './codes/rows.js';
import { ruleCodes } from './codes/rules.js';
import { settlementCodes } from './codes/settlement.js';
import { totalCodes } from './codes/totals.js';
import { traceCodes } from './codes/traces.js';
import { usageCodes } from './codes/usage.js';
import { varianceCodes } from './codes/variances.js';
import { writingCodes } from './codes/writing.js';
import type { Entry } from './entry.js';

const all = {
  ...usageCodes,
  ...outputFormCodes,
  ...traceCodes,
  ...closeUsageCodes,
  ...exportCodes,
  ...previewCodes,
  ...initCodes,
  ...agreementCodes,
  ...ruleCodes,
  ...ringFenceCodes,
  ...performanceCodes,
  ...varianceCodes,
  ...settlementCodes,
  ...arrivalCodes,
  ...controlCodes,
  ...comparisonCodes,
  ...closeCodes,
  ...exportsOfBodiesCodes,
  ...fileCodes,
  ...writingCodes,
  ...openingCodes,
  ...lostMoneyCodes,
  ...cellCodes,
  ...rowCodes,
  ...totalCodes,
  ...adjustmentCodes,
};

export type Code = keyof typeof all;
export type Args<C extends Code> = Parameters<(typeof all)[C]['message']>[0];

/** Every diagnostic there is, by code. */
export const catalogue: { readonly [C in Code]: Entry<Args<C>> } = all;

/** The codes in order. */
export const codes: readonly Code[] = Object.keys(all).filter(isCode).sort();

/** Whether a text is a code of the catalogue. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(all, text);
}
