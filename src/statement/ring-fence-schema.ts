import { z } from 'zod';
import { amount, count, listOf } from './scalars-schema.js';

const held = {
  available: amount.optional().meta({ description: 'Agreed for the year, and brought forward' }),
  received: amount.optional().meta({ description: 'With what was brought forward' }),
  spent: amount.optional(),
  held: amount.optional().meta({ description: 'Received and not spent: held for its purpose, no saving to share' }),
  unspent: amount.optional().meta({ description: 'Available and not spent' }),
  forecast: amount.optional(),
};

/** Each ring-fence (R2), and by body where its allocations are declared. */
export const ringFencesSchema = listOf(
  { fence: 'id' },
  z.strictObject({
    id: z.string(),
    clause: z.string(),
    heading: z.string(),
    label: z.string(),
    source: z.string().optional(),
    nature: z.enum(['capital', 'revenue']),
    ...held,
    breaches: count,
    partners: listOf({ partner: 'partner' }, z.strictObject({ partner: z.string(), label: z.string(), ...held })),
    virementsRefused: amount.meta({ description: 'Virements across the fence: each a breach, none applied' }),
    bodies: listOf(
      { body: 'body' },
      z.strictObject({
        body: z.string(),
        label: z.string(),
        allocation: amount.optional(),
        provenance: z.enum(['stated', 'derived', 'illustrative']).optional(),
        paid: amount.optional(),
        unspent: amount.optional(),
      }),
    ),
    bodyTotals: z
      .strictObject({ allocation: amount.optional(), paid: amount.optional(), unspent: amount.optional() })
      .meta({ description: 'Of the bodies; without an amount that is not known of all' }),
  }),
);

export type RingFenceStatement = z.infer<typeof ringFencesSchema>[number];
