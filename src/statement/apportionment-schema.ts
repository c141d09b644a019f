import { z } from 'zod';
import { fundSchema } from './reconciliation-schema.js';
import { amount, listOf } from './scalars-schema.js';

const exact = z
  .string()
  .regex(/^-?\d+\.\d{6}$/)
  .meta({ description: 'Pounds to six places, rounded for showing' });

/** What `bcf apportion` says. */
export const apportionmentResultSchema = z.strictObject({
  fund: fundSchema,
  total: amount,
  by: z.string(),
  weightUnit: z.enum(['money', 'percent', 'number']),
  step: amount.meta({ description: 'Shares are whole numbers of it: 0.01, 100.00 or 1000.00' }),
  against: z.string().optional(),
  shares: listOf(
    { partner: 'partner' },
    z.strictObject({
      partner: z.string(),
      label: z.string(),
      weight: amount.meta({ description: 'In its own unit, to two decimals' }),
      exact,
      exactPence: z.string().meta({ description: 'The exact share in pence, as a fraction' }),
      share: amount,
      rounding: exact.meta({ description: 'share − exact share' }),
      roundedUp: z.boolean().meta({ description: 'Given one of the odd units, for one of the largest remainders' }),
      published: amount.optional(),
      difference: amount.optional().meta({ description: 'share − published' }),
    }),
  ),
  totals: z.strictObject({
    weight: amount,
    share: amount,
    published: amount.optional(),
    difference: amount.optional(),
  }),
  conclusion: z.string(),
});

export type Apportionment = z.infer<typeof apportionmentResultSchema>;
