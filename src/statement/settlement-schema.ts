import * as z from 'zod';
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
    toReturn: moneyFigure.optional().meta({
      description: 'Of performance: paid in above what was earned, so not ahead; absent where nothing is',
    }),
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
  outstanding: moneyFigure.optional().meta({ description: 'overdue − paidAhead − toReturn' }),
  overdue: moneyFigure.optional().meta({ description: 'Due to date and not received' }),
  paidAhead: moneyFigure.optional().meta({ description: 'Received before it was due' }),
  toReturn: moneyFigure.optional().meta({
    description: 'Performance money paid in above what was earned; absent where there is none',
  }),
});

const view = z.strictObject({
  receivable: moneyFigure,
  payable: moneyFigure,
  income: moneyFigure.optional().meta({ description: 'Of the year to date, from the other; absent where not said' }),
  expenditure: moneyFigure.optional().meta({ description: 'Of the year to date, to the other; absent where not said' }),
});

const reason = z.strictObject({
  within: z.enum(['owes', 'owed', 'available', 'settled']).meta({ description: 'Which amount of the body it is of' }),
  kind: z.enum([
    'contribution-outstanding',
    'contribution-of-last-year',
    'overspent',
    'variance-of-last-year',
    'held-as-host',
    'paid-ahead',
    'contribution-of-last-year-repayable',
    'not-earned',
    'not-known-to-be-earned',
    'unspent',
    'paid-above-overspend',
    'variance-of-last-year-repayable',
    'carried-as-host',
    'ring-fenced',
    'handed-over',
    'paid-as-host',
  ]),
  heading: z.string().optional().meta({ description: 'What it is ring-fenced for' }),
  words: z.string(),
  amount: moneyFigure,
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
      lines: listOf(
        { schedule: 'schedule', heading: 'heading' },
        z.strictObject({
          schedule: z.string(),
          heading: z.string().meta({ description: 'Empty: brought forward, or due, for no heading' }),
          fenced: z.boolean(),
          left: moneyFigure.meta({ description: 'Due to it and not spent; negative is spent above it' }),
        }),
      ).meta({ description: 'What is left of its allotments, gross: lines that are nil are left out' }),
      varianceShared: moneyFigure.meta({ description: 'Of others’ variances, by a sharing policy; at the year end' }),
      settled: moneyFigure.optional().meta({
        description: 'Paid in to settle variances and earlier years, which is no contribution; negative is paid out',
      }),
      owedAtStart: moneyFigure.optional().meta({
        description:
          'Contributions and variances of last year, and what it held as an earlier host, owed to it as this began; negative is owed by it',
      }),
      owes: moneyFigure.meta({ description: 'Contributions due and not come; at the year end also overspends' }),
      toReturn: moneyFigure.optional().meta({
        description: 'Performance money not earned, within owed; absent where there is none',
      }),
      owed: moneyFigure.meta({
        description:
          'Paid ahead, and performance money to be returned; at the year end also what is unspent, where it is owed back',
      }),
      available: moneyFigure.meta({
        description: 'Allotted and not spent: available to draw, or at the year end held for it in the pool',
      }),
      drawnAhead: moneyFigure.meta({ description: 'Spent above what is allotted to date; nil at the year end' }),
      net: moneyFigure.meta({
        description: 'owes − owed − available + drawnAhead; no set-off: what each is stands beside',
      }),
      message: z.string(),
      why: z.string().meta({ description: 'What the amounts are for, in words' }),
      reasons: listOf({ kind: 'kind', heading: 'heading' }, reason).meta({
        description: 'What the amounts are for: what is within owes adds up to it, and so does what is within owed',
      }),
    }),
  ),
  hosts: listOf(
    { pool: 'pool' },
    z.strictObject({
      pool: z.string(),
      host: z.string(),
      label: z.string(),
      held: moneyFigure.meta({
        description: 'What the host holds: what stands in the pool, less what is still with earlier hosts',
      }),
      net: moneyFigure.meta({ description: 'held, due to the partners: with their nets it adds up to nil' }),
      accrued: moneyFigure.optional().meta({
        description: 'Accrued and not reversed, of which some is not paid yet; absent where there is none',
      }),
      message: z.string(),
    }),
  ),
  owedToHosts: moneyFigure.optional().meta({ description: 'Σ owes' }),
  owedByHosts: moneyFigure.optional().meta({ description: 'Σ owed' }),
  available: moneyFigure.optional().meta({ description: 'Σ available' }),
  drawnAhead: moneyFigure.optional().meta({ description: 'Σ drawnAhead' }),
  held: moneyFigure.optional().meta({ description: 'What stands in all pools' }),
  difference: moneyFigure
    .optional()
    .meta({ description: 'owedToHosts + drawnAhead − owedByHosts − available + held: nil' }),
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
export type Reason = z.input<typeof reason>;
export type SettlementStatement = z.input<typeof settlementSchema>;
