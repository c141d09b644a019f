import * as z from 'zod';
import { closedSchema } from './closes-schema.js';
import { checkSchema, fundSchema } from './reconciliation-schema.js';
import { countFigure, listOf, quantityFigure } from './scalars-schema.js';

const quantity = quantityFigure.meta({
  description: 'In its unit: pounds and pence; a percent or a number with two decimals, or as many as are stated',
});

/** A published total, tied out. */
const control = z.strictObject({
  name: z.string(),
  figure: z.string().meta({ description: 'The figure’s name, as controls.csv has it' }),
  unit: z.enum(['money', 'percent', 'number']),
  found: quantity,
  foundAt: z.string().meta({ description: 'Where the figure that was found comes from' }),
  isDerived: z.boolean().meta({ description: 'Cells that no paper prints are part of what was found' }),
  expected: quantity,
  expectedAt: z.string().meta({ description: 'Where the expected figure is printed' }),
  difference: quantity.meta({ description: 'found − expected' }),
  tolerance: quantity,
  status: z.enum(['agrees', 'within-tolerance', 'accepted', 'unexplained', 'reason-changed']).meta({
    description: 'reason-changed: a reason stands, and not for this difference',
  }),
  acceptedBecause: z.string().optional(),
  acceptedBy: z.string().optional().meta({ description: 'Whose reason it is' }),
  acceptedDifference: quantity.optional(),
});

/** What `bcf check` says: every rule, every control, and the schedule of differences. */
export const checkResultSchema = z.strictObject({
  fund: fundSchema,
  closes: closedSchema.optional().meta({ description: 'Absent where nothing was ever closed' }),
  checks: listOf({ id: 'id' }, checkSchema),
  controls: listOf({ name: 'name' }, control).meta({
    description: 'All of them; those that do not agree are the schedule of differences',
  }),
  counts: z.strictObject({
    checksMet: countFigure,
    checksNotMet: countFigure,
    agree: countFigure,
    withinTolerance: countFigure,
    accepted: countFigure,
    unexplained: countFigure,
    reasonsChanged: countFigure,
    notKnown: countFigure.meta({ description: 'Controls of figures that nobody knows yet' }),
  }),
  conclusion: z.strictObject({ passed: z.boolean(), message: z.string() }),
});

export type CheckResult = z.input<typeof checkResultSchema>;
export type ControlStatement = CheckResult['controls'][number];
