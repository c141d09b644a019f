import * as z from 'zod';
import { countFigure, listOf, moneyFigure, nature } from './scalars-schema.js';

const held = {
  available: moneyFigure.optional().meta({ description: 'Agreed for the year, and brought forward' }),
  received: moneyFigure.optional().meta({ description: 'With what was brought forward' }),
  spent: moneyFigure.optional(),
  held: moneyFigure
    .optional()
    .meta({ description: 'Received and not spent: held for its purpose, no saving to share' }),
  unspent: moneyFigure.optional().meta({ description: 'Available and not spent' }),
  forecast: moneyFigure.optional(),
};

const carried =
  'Where something was brought forward under the fence. What a group has undivided is for those paid above their own';

/** Each ring-fence (R2), and by body where its allocations are declared. */
export const ringFencesSchema = listOf(
  { fence: 'id' },
  z.strictObject({
    id: z.string(),
    clause: z.string(),
    heading: z.string(),
    label: z.string(),
    source: z.string().optional(),
    nature,
    ...held,
    breaches: countFigure,
    partners: listOf({ partner: 'partner' }, z.strictObject({ partner: z.string(), label: z.string(), ...held })),
    virementsRefused: moneyFigure.meta({ description: 'Virements across the fence: each a breach, none applied' }),
    bodies: listOf(
      { body: 'body' },
      z.strictObject({
        body: z.string(),
        label: z.string(),
        allocation: moneyFigure.optional(),
        provenance: z.enum(['stated', 'derived', 'illustrative']).optional(),
        broughtForward: moneyFigure.optional().meta({ description: carried }),
        paid: moneyFigure.optional(),
        unspent: moneyFigure.optional(),
      }),
    ),
    bodyTotals: z
      .strictObject({
        allocation: moneyFigure.optional(),
        broughtForward: moneyFigure.optional(),
        paid: moneyFigure.optional(),
        unspent: moneyFigure.optional(),
      })
      .meta({ description: 'Of the bodies; without an amount that is not known of all' }),
  }),
);

export type RingFenceStatement = z.input<typeof ringFencesSchema>[number];
