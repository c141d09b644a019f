import * as z from 'zod';
import { listOf, moneyFigure } from './scalars-schema.js';

const spending = { heading: z.string(), label: z.string(), appliedBy: z.string(), appliedByLabel: z.string() };

const accrued = {
  accrued: moneyFigure.meta({ description: 'Spent to date and not yet paid when it was entered' }),
  reversed: moneyFigure.meta({ description: 'Of it taken back, positive' }),
  notReversed: moneyFigure.meta({ description: 'accrued − reversed: still owed' }),
};

const adjusting = {
  reversed: moneyFigure.meta({ description: 'Accruals of that year taken back, negative' }),
  other: moneyFigure.meta({ description: 'All else that names a row of that year' }),
  net: moneyFigure.meta({ description: 'reversed + other: in this year’s spending' }),
};

const ofYear = z.string().meta({ description: 'The earlier year whose row is adjusted' });

/** What is accrued, of this year’s spending. */
export const accrualsSchema = z.strictObject({
  lines: listOf({ heading: 'heading', by: 'appliedBy' }, z.strictObject({ ...spending, ...accrued })),
  totals: z.strictObject(accrued),
});

/** What of this year adjusts rows of earlier years. */
export const priorYearSchema = z.strictObject({
  spending: z
    .strictObject({
      lines: listOf(
        { heading: 'heading', by: 'appliedBy', 'of-year': 'ofYear' },
        z.strictObject({ ...spending, ofYear, ...adjusting }),
      ),
      totals: z.strictObject(adjusting),
    })
    .optional(),
  receipts: z
    .strictObject({
      lines: listOf(
        { partner: 'partner', source: 'source', 'of-year': 'ofYear' },
        z.strictObject({
          partner: z.string(),
          label: z.string(),
          source: z.string(),
          sourceLabel: z.string(),
          ofYear,
          amount: moneyFigure.meta({ description: 'Nobody’s contribution to this year; paid back is negative' }),
        }),
      ),
      total: moneyFigure,
    })
    .optional(),
});

export type AccrualsStatement = z.input<typeof accrualsSchema>;
export type PriorYearStatement = z.input<typeof priorYearSchema>;
