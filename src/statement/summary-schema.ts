import * as z from 'zod';
import { countFigure, listOf, moneyFigure } from './scalars-schema.js';

/** A line of the summary: what is agreed for the year, what of it is due by now, what happened, what is forecast. */
const line = z.strictObject({
  plan: moneyFigure.optional(),
  planToDate: moneyFigure.optional().meta({ description: 'Of the plan, what has fallen due, in and out' }),
  actual: moneyFigure.optional(),
  forecast: moneyFigure.optional(),
});

const standing = {
  owes: moneyFigure,
  drawnAhead: moneyFigure,
  owed: moneyFigure.meta({ description: 'Owed to it, and available to it to draw or held for it' }),
  due: moneyFigure,
  received: moneyFigure,
  spent: moneyFigure,
  variance: moneyFigure.optional().meta({
    description: 'Borne less held, of the forecast or, at the year end, the outturn; absent where a line has none',
  }),
};

const decision = z.strictObject({
  id: z.string(),
  kind: z.enum(['breach', 'decide', 'note']),
  matter: z.string(),
  amount: moneyFigure.optional(),
  expected: moneyFigure.optional().meta({ description: 'What was asked for, where no check says it' }),
  actual: moneyFigure.optional().meta({ description: 'What is there, where no check says it' }),
  speaksOf: z
    .strictObject({
      pot: moneyFigure.optional(),
      received: moneyFigure.optional(),
      spent: moneyFigure.optional(),
      earned: moneyFigure.optional(),
      overspent: moneyFigure.optional(),
      underspent: moneyFigure.optional(),
      variance: moneyFigure.optional(),
      agreed: moneyFigure.optional(),
      plan: moneyFigure.optional(),
      partners: listOf({ partner: 'partner' }, z.strictObject({ partner: z.string(), spent: moneyFigure })).optional(),
    })
    .optional()
    .meta({ description: 'What else its words say, or what to do about it' }),
  action: z.string().meta({ description: 'What to do' }),
  bearers: z.array(z.string()).optional().meta({ description: 'Who bears it, of which what to do says all' }),
  clause: z.string(),
  command: z.string().meta({ description: 'Which shows more of it' }),
});

/** What a CFO group signs, on one screen: the fund, and each body in a line. */
export const summarySchema = z.strictObject({
  lines: z.strictObject({
    broughtForward: line,
    in: line,
    settled: line
      .optional()
      .meta({ description: 'Came in to settle variances and earlier years; absent where nothing did' }),
    applied: line,
    held: line,
    outstanding: line,
  }),
  bodies: listOf(
    { body: 'body' },
    z.strictObject({
      body: z
        .string()
        .meta({ description: 'A body, or a group of which the members that pay nothing in stand in one line' }),
      label: z.string(),
      members: countFigure.optional().meta({ description: 'How many bodies the line is of, where it is a group' }),
      ...standing,
    }),
  ),
  totals: z.strictObject({
    ...standing,
    held: moneyFigure.meta({ description: 'What the hosts hold: owes + drawnAhead + held = owed' }),
  }),
});

/** What needs a decision, the worst first. */
export const decisionsSchema = listOf({ id: 'id' }, decision);

export type Decision = z.input<typeof decision>;
export type Summary = z.input<typeof summarySchema>;
