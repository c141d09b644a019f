import { z } from 'zod';
import { type AskedApportionment, apportionmentRoot } from './apportionment-asked.js';
import { figuresOf, type NamedFigure } from './figure-names.js';
import { fundSchema } from './reconciliation-schema.js';
import { amount, decimal, exactAmount, listOf, statedPercent } from './scalars-schema.js';

const weights = { money: amount, percent: statedPercent, number: decimal } as const;

/** The document with its weights in one of the units that they may be in. */
function inUnitOf(weightUnit: keyof typeof weights) {
  const weight = weights[weightUnit].meta({
    description: 'In its own unit, to two decimals, or to as many as are stated',
  });
  return z.strictObject({
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
        weight,
        exact: exactAmount,
        exactPence: z.string().meta({ description: 'The exact share in pence, as a fraction' }),
        share: amount,
        rounding: exactAmount.meta({ description: 'share − exact share' }),
        roundedUp: z.boolean().meta({ description: 'Given one of the odd units, for one of the largest remainders' }),
        published: amount.optional(),
        difference: amount.optional().meta({ description: 'share − published' }),
      }),
    ),
    totals: z.strictObject({
      weight,
      exact: exactAmount,
      share: amount,
      rounding: exactAmount,
      published: amount.optional(),
      difference: amount.optional(),
    }),
    conclusion: z.string(),
  });
}

/** What `bcf apportion` says. */
export const apportionmentResultSchema = inUnitOf('number');

export type Apportionment = z.infer<typeof apportionmentResultSchema>;

/** Every figure of an apportionment by its name, which says what it was made from; weights are in their own unit. */
export function apportionmentFigures(result: Apportionment, asked: AskedApportionment): NamedFigure[] {
  return figuresOf(inUnitOf(result.weightUnit), result, apportionmentRoot(asked));
}
