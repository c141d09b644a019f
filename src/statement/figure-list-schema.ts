import * as z from 'zod';
import { fundSchema } from './reconciliation-schema.js';
import { figureUnit } from './scalars-schema.js';

/** What `--names` says: every figure of a statement, by its name, in the order of the statement. */
export const figureListSchema = z.strictObject({
  fund: fundSchema,
  against: fundSchema.optional().meta({ description: 'The second fund, where two are compared' }),
  figures: z.array(
    z.strictObject({
      name: z.string().meta({ description: 'What bcf trace calls the figure' }),
      unit: figureUnit,
      amount: z.string(),
    }),
  ),
});

export type FigureList = z.infer<typeof figureListSchema>;
