import * as z from 'zod';
import { fundSchema } from './reconciliation-schema.js';
import { countFigure, listOf, moneyFigure, quarter, tenthFigure } from './scalars-schema.js';

/** What lines are compared by. */
export const dimensions = ['scheme', 'heading', 'partner', 'locality', 'source'] as const;

const side = z.strictObject({
  book: z.enum(['plan', 'actual', 'forecast', 'quarter']).meta({ description: 'quarter: spent in one quarter' }),
  quarter: quarter.optional(),
  label: z.string(),
});

const line = z.strictObject({
  key: z.string().meta({ description: 'The declared code by which the two sides are matched' }),
  label: z.string(),
  formerLabel: z.string().optional().meta({ description: 'What the first fund calls it, where that differs' }),
  status: z.enum(['added', 'removed', 'changed', 'same', 'not-known']),
  from: moneyFigure.optional().meta({ description: 'Absent where not known, which is not nil' }),
  virements: moneyFigure.optional().meta({ description: 'Budget moved to it since the plan; negative: from it' }),
  to: moneyFigure.optional().meta({ description: 'Absent where not known, which is not nil' }),
  change: moneyFigure.optional().meta({ description: 'to − (from + virements)' }),
  percent: tenthFigure.optional().meta({
    description:
      'The variance, or of plain figures the change, in percent of from + virements; absent where that is nil',
  }),
  left: moneyFigure.optional().meta({
    description: 'What is left of the plan: −variance; money not earned, or held for its purpose, is not left',
  }),
  apart: moneyFigure.optional().meta({ description: 'Of the change, what R4 leaves out: the sum of apartBy' }),
  apartBy: listOf(
    { heading: 'heading' },
    z.strictObject({
      heading: z.string(),
      label: z.string(),
      kind: z.enum(['performance', 'ring-fenced']),
      amount: moneyFigure,
    }),
  )
    .optional()
    .meta({ description: 'Performance not earned, grants held or spent from another year, each by itself' }),
  met: moneyFigure.optional().meta({
    description: 'Of the change, what is met from what was brought forward (R4); absent where nothing is',
  }),
  variance: moneyFigure.optional().meta({ description: 'change − apart − met; positive is an overspend' }),
  borneBy: listOf(
    { partner: 'partner' },
    z.strictObject({ partner: z.string(), label: z.string(), amount: moneyFigure }),
  )
    .optional()
    .meta({
      description: 'Of a partner’s or locality’s money, who bears (negative: holds) the variance, as R4 has it',
    }),
  overspend: moneyFigure.optional().meta({
    description: 'Of a line that nets what may not be netted (R4), what is over: no body’s is another’s to use',
  }),
  underspend: moneyFigure.optional().meta({ description: 'Of the same, what is under; positive' }),
  rag: z.enum(['red', 'amber', 'green']).optional().meta({ description: 'By the thresholds of the agreement' }),
  ratedBy: z.string().optional().meta({ description: 'The worst part of such a line, which makes it amber or red' }),
  share: tenthFigure.optional().meta({ description: 'to in percent of the plan; of two plans, of all of the second' }),
  inWords: z.string(),
});

/** What `bcf diff` says. */
export const comparisonResultSchema = z.strictObject({
  fund: fundSchema,
  against: fundSchema.optional().meta({ description: 'The second fund, where two are compared' }),
  kind: z.enum(['outturn', 'to-date', 'plain']).meta({
    description:
      'outturn: of the year against its plan; to-date: what is spent of the plan; plain: one figure and another',
  }),
  by: z.enum(dimensions),
  from: side,
  to: side,
  lines: listOf({ line: 'key' }, line),
  totals: z.strictObject({
    from: moneyFigure.optional(),
    virements: moneyFigure.optional(),
    to: moneyFigure.optional(),
    change: moneyFigure.optional(),
    percent: tenthFigure.optional(),
    left: moneyFigure.optional(),
    apart: moneyFigure.optional(),
    met: moneyFigure.optional(),
    variance: moneyFigure.optional(),
    share: tenthFigure.optional(),
  }),
  unchanged: z
    .strictObject({ lines: countFigure, from: moneyFigure, to: moneyFigure })
    .optional()
    .meta({ description: 'Lines that nothing has happened to, which tables show in one; absent where there are none' }),
  summary: z.strictObject({
    over: countFigure.meta({ description: 'Overspent, or of two plain figures more' }),
    under: countFigure,
    same: countFigure.meta({ description: 'On plan, or the same' }),
    apart: countFigure.meta({
      description: 'Lines that differ only by what R4 leaves out: grants held or spent, performance not earned',
    }),
    added: countFigure,
    removed: countFigure,
    renamed: countFigure,
    notKnown: countFigure,
    message: z.string(),
  }),
  notes: z.array(z.string()),
});

export type Comparison = z.input<typeof comparisonResultSchema>;
export type ComparisonLine = Comparison['lines'][number];
export type ComparisonSide = Comparison['from'];
export type ComparisonKind = Comparison['kind'];
export type Dimension = (typeof dimensions)[number];
