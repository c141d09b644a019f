import { z } from 'zod';
import { countFigure, listOf, moneyFigure, quarter } from './scalars-schema.js';

const instalment = z.strictObject({
  quarter,
  due: z.string().meta({ description: 'The day it falls due' }),
  amount: moneyFigure,
  status: z.enum(['paid', 'paid-late', 'outstanding', 'not-yet-due', 'not-known']),
  paidOn: z.string().optional().meta({ description: 'The day from which receipts cover it and all before it' }),
  daysLate: countFigure.optional().meta({ description: 'Outstanding: as at the quarter end' }),
});

/** Contributions (R5): due, received, outstanding and late. */
export const contributionsSchema = listOf(
  { partner: 'partner', source: 'source', pool: 'pool', kind: 'kind' },
  z.strictObject({
    partner: z.string(),
    label: z.string(),
    source: z.string(),
    sourceLabel: z.string(),
    pool: z.string(),
    kind: z.enum(['instalments', 'performance']).meta({ description: 'Performance money is due only as released' }),
    inKind: z.boolean().meta({ description: 'In kind: due as it is recorded' }),
    agreed: moneyFigure.meta({ description: 'For the year; of performance, the pot' }),
    dueToDate: moneyFigure
      .optional()
      .meta({ description: 'Absent of what is in kind, where it is not known what came' }),
    received: moneyFigure.optional(),
    outstanding: moneyFigure.optional().meta({ description: 'dueToDate − received; negative is paid ahead' }),
    retained: moneyFigure.optional().meta({ description: 'Of performance: not earned, so no arrears' }),
    daysLate: countFigure.optional().meta({ description: 'Of the oldest instalment outstanding' }),
    instalments: listOf({ quarter: 'quarter', due: 'due' }, instalment),
  }),
);

/** All contributions together; absent where there are none. */
export const contributionTotalsSchema = z.strictObject({
  agreed: moneyFigure,
  dueToDate: moneyFigure.optional(),
  received: moneyFigure.optional(),
  outstanding: moneyFigure.optional().meta({ description: 'overdue − paidAhead' }),
  overdue: moneyFigure.optional().meta({ description: 'Due to date and not received' }),
  paidAhead: moneyFigure.optional().meta({ description: 'Received before it was due' }),
});

const view = z.strictObject({
  receivable: moneyFigure,
  payable: moneyFigure,
  income: moneyFigure.optional().meta({ description: 'Of the year to date, from the other; absent where not said' }),
  expenditure: moneyFigure.optional().meta({ description: 'Of the year to date, to the other; absent where not said' }),
});

export const settlementSchema = z.strictObject({
  partners: listOf(
    { pool: 'pool', partner: 'partner' },
    z.strictObject({
      pool: z.string(),
      partner: z.string(),
      label: z.string(),
      contributionDue: moneyFigure.meta({ description: 'Instalments due, and performance released' }),
      contributionReceived: moneyFigure,
      allocationDue: moneyFigure.meta({ description: 'Due to it for what it applies, and brought forward for it' }),
      paid: moneyFigure.meta({ description: 'What it has applied out of the pool' }),
      performanceReleased: moneyFigure.meta({ description: 'Included in contribution and allocation due' }),
      held: listOf({ heading: 'heading' }, z.strictObject({ heading: z.string(), amount: moneyFigure })).meta({
        description:
          'Within allocationDue − paid: ring-fenced and not spent, kept for its purpose; negative is spent ahead',
      }),
      overAllotted: moneyFigure.meta({
        description: 'paid − allocationDue, without what is held behind fences; negative is allotted and not spent',
      }),
      varianceShared: moneyFigure.meta({ description: 'Of others’ variances, by a sharing policy; at the year end' }),
      settled: moneyFigure.optional().meta({
        description: 'Paid in to settle variances and earlier years, which is no contribution; negative is paid out',
      }),
      net: moneyFigure.meta({ description: 'Positive is due to the host, negative due from it' }),
      message: z.string(),
    }),
  ),
  hosts: listOf(
    { pool: 'pool' },
    z.strictObject({
      pool: z.string(),
      host: z.string(),
      label: z.string(),
      held: moneyFigure.meta({ description: 'What stands in the pool' }),
      net: moneyFigure.meta({ description: 'held, due to the partners: with their nets it adds up to nil' }),
      message: z.string(),
    }),
  ),
  owedToHosts: moneyFigure.optional().meta({ description: 'Σ of the positive nets of the partners' }),
  owedByHosts: moneyFigure.optional().meta({ description: 'Σ of the negative nets of the partners, without sign' }),
  held: moneyFigure.optional().meta({ description: 'What stands in all pools' }),
  difference: moneyFigure.optional().meta({ description: 'Σ of all nets: nil' }),
  pairs: listOf(
    { one: 'one', other: 'other' },
    z.strictObject({
      one: z.string(),
      oneLabel: z.string(),
      other: z.string(),
      otherLabel: z.string(),
      oneSays: view.optional(),
      otherSays: view.optional(),
      differences: z
        .strictObject({
          receivable: moneyFigure.optional(),
          payable: moneyFigure.optional(),
          income: moneyFigure.optional(),
          expenditure: moneyFigure.optional(),
        })
        .optional()
        .meta({
          description: 'What one says less what the other says of the same, each way; absent where one is silent',
        }),
      agreed: z.boolean(),
      message: z.string(),
    }),
  ),
});

export type ContributionTotals = z.input<typeof contributionTotalsSchema>;
export type ContributionLine = z.input<typeof contributionsSchema>[number];
export type SettlementStatement = z.input<typeof settlementSchema>;
