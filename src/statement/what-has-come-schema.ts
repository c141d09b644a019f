import * as z from 'zod';
import { sentLedgers } from '../rules/arrivals.js';
import { countFigure, listOf, moneyFigure, quarter } from './scalars-schema.js';

const arrival = z.strictObject({
  quarter: quarter.optional().meta({
    description: 'It is dated in or made as at; of admissions, the one they are paid in; absent of an opening balance',
  }),
  rows: countFigure,
  lastDay: z.string().optional().meta({ description: 'Of rows that have days' }),
  total: moneyFigure.optional().meta({ description: 'Of rows that have one amount; of forecasts, the outturn' }),
  standing: z.enum(['come', 'part', 'missing', 'not-yet', 'not-looked-for']).meta({
    description:
      'not-yet: nothing has come, and the quarter has not ended; not-looked-for: nobody is planned to send it',
  }),
  lacking: z
    .array(z.strictObject({ code: z.string(), label: z.string() }))
    .optional()
    .meta({ description: 'Of a part: the schedules, or of contributions the sources, of which nothing has come' }),
});

/** What has come from each body in each ledger, quarter by quarter, and what is missing. */
export const whatHasComeSchema = z.strictObject({
  lines: listOf(
    { body: 'body', ledger: 'ledger' },
    z.strictObject({
      body: z.string(),
      label: z.string(),
      ledger: z.enum(sentLedgers),
      planned: moneyFigure.optional().meta({
        description:
          'To be paid by instalments, or spent out of the pool, in the year: without what is in kind, aligned or paid for performance',
      }),
      arrivals: listOf({ quarter: 'quarter' }, arrival),
    }),
  ),
  withoutFile: z
    .array(z.strictObject({ ledger: z.string(), files: z.string() }))
    .meta({ description: 'Ledgers that the agreement declares and no file has come of' }),
  complete: z.boolean().meta({ description: 'Whether nothing is missing' }),
});

export type WhatHasCome = z.input<typeof whatHasComeSchema>;
