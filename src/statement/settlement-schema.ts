import { z } from 'zod';
import { amount, count, listOf, quarter } from './scalars-schema.js';

const instalment = z.strictObject({
  quarter,
  due: z.string().meta({ description: 'The day it falls due' }),
  amount,
  status: z.enum(['paid', 'paid-late', 'outstanding', 'not-yet-due', 'not-known']),
  paidOn: z.string().optional().meta({ description: 'The day from which receipts cover it and all before it' }),
  daysLate: count.optional().meta({ description: 'Outstanding: as at the quarter end' }),
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
    agreed: amount.meta({ description: 'For the year; of performance, the pot' }),
    dueToDate: amount.optional().meta({ description: 'Absent of what is in kind, where it is not known what came' }),
    received: amount.optional(),
    outstanding: amount.optional().meta({ description: 'dueToDate − received; negative is paid ahead' }),
    retained: amount.optional().meta({ description: 'Of performance: not earned, so no arrears' }),
    daysLate: count.optional().meta({ description: 'Of the oldest instalment outstanding' }),
    instalments: listOf({ quarter: 'quarter', due: 'due' }, instalment),
  }),
);

/** All contributions together; absent where there are none. */
export const contributionTotalsSchema = z.strictObject({
  agreed: amount,
  dueToDate: amount.optional(),
  received: amount.optional(),
  outstanding: amount.optional().meta({ description: 'overdue − paidAhead' }),
  overdue: amount.optional().meta({ description: 'Due to date and not received' }),
  paidAhead: amount.optional().meta({ description: 'Received before it was due' }),
});

const side = z.strictObject({ receivable: amount, payable: amount });

export const settlementSchema = z.strictObject({
  partners: listOf(
    { pool: 'pool', partner: 'partner' },
    z.strictObject({
      pool: z.string(),
      partner: z.string(),
      label: z.string(),
      contributionDue: amount.meta({ description: 'Instalments due, and performance released' }),
      contributionReceived: amount,
      allocationDue: amount.meta({ description: 'Due to it for what it applies, and brought forward for it' }),
      paid: amount.meta({ description: 'What it has applied out of the pool' }),
      performanceReleased: amount.meta({ description: 'Included in contribution and allocation due' }),
      held: listOf({ heading: 'heading' }, z.strictObject({ heading: z.string(), amount })).meta({
        description:
          'Within allocationDue − paid: ring-fenced and not spent, kept for its purpose; negative is spent ahead',
      }),
      overAllotted: amount.meta({
        description: 'paid − allocationDue, without what is held behind fences; negative is allotted and not spent',
      }),
      varianceShared: amount.meta({ description: 'Of others’ variances, by a sharing policy; at the year end' }),
      net: amount.meta({ description: 'Positive is due to the host, negative due from it' }),
      message: z.string(),
    }),
  ),
  hosts: listOf(
    { pool: 'pool' },
    z.strictObject({
      pool: z.string(),
      host: z.string(),
      label: z.string(),
      held: amount.meta({ description: 'What stands in the pool' }),
      net: amount.meta({ description: 'held, due to the partners: with their nets it adds up to nil' }),
      message: z.string(),
    }),
  ),
  owedToHosts: amount.optional().meta({ description: 'Σ of the positive nets of the partners' }),
  owedByHosts: amount.optional().meta({ description: 'Σ of the negative nets of the partners, without sign' }),
  held: amount.optional().meta({ description: 'What stands in all pools' }),
  difference: amount.optional().meta({ description: 'Σ of all nets: nil' }),
  pairs: listOf(
    { one: 'one', other: 'other' },
    z.strictObject({
      one: z.string(),
      oneLabel: z.string(),
      other: z.string(),
      otherLabel: z.string(),
      oneSays: side.optional(),
      otherSays: side.optional(),
      difference: amount.optional().meta({ description: 'What one says the other owes it, less what the other says' }),
      agreed: z.boolean(),
      message: z.string(),
    }),
  ),
});

export type ContributionTotals = z.infer<typeof contributionTotalsSchema>;
export type ContributionLine = z.infer<typeof contributionsSchema>[number];
export type SettlementStatement = z.infer<typeof settlementSchema>;
