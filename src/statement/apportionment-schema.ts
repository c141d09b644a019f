import * as z from 'zod';
import { type AskedApportionment, apportionmentRoot } from './apportionment-asked.js';
import { figuresOf, type NamedFigure } from './figure-names.js';
import { fundSchema } from './reconciliation-schema.js';
import { exactFigure, listOf, moneyFigure, quantityFigure } from './scalars-schema.js';

const weight = quantityFigure.meta({ description: 'In its own unit, to two decimals, or to as many as are stated' });

/** What `bcf apportion` says. */
export const apportionmentResultSchema = z.strictObject({
  fund: fundSchema,
  total: moneyFigure,
  by: z.string(),
  weightUnit: z.enum(['money', 'percent', 'number']),
  step: moneyFigure.meta({ description: 'Shares are whole numbers of it: 0.01, 100.00 or 1000.00' }),
  against: z.string().optional(),
  shares: listOf(
    { partner: 'partner' },
    z.strictObject({
      partner: z.string(),
      label: z.string(),
      weight,
      exact: exactFigure,
      exactPence: z.string().meta({ description: 'The exact share in pence, as a fraction' }),
      share: moneyFigure,
      rounding: exactFigure.meta({ description: 'share − exact share' }),
      roundedUp: z.boolean().meta({ description: 'Given one of the odd units, for one of the largest remainders' }),
      published: moneyFigure.optional(),
      difference: moneyFigure.optional().meta({ description: 'share − published' }),
    }),
  ),
  totals: z.strictObject({
    weight,
    exact: exactFigure,
    share: moneyFigure,
    rounding: exactFigure,
    published: moneyFigure.optional(),
    difference: moneyFigure.optional(),
  }),
  conclusion: z.string(),
});

export type Apportionment = z.input<typeof apportionmentResultSchema>;

/** Every figure of an apportionment by its name, which says what it was made from. */
export function apportionmentFigures(result: Apportionment, asked: AskedApportionment): NamedFigure[] {
  return figuresOf(apportionmentResultSchema, result, apportionmentRoot(asked));
}
