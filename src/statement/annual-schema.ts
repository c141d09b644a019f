import * as z from 'zod';
import { listOf, moneyFigure, nature, quarter } from './scalars-schema.js';

/** A line of income or spending, quarter by quarter and to date. */
export const byQuarter = {
  quarters: listOf({ quarter: 'quarter' }, z.strictObject({ quarter, amount: moneyFigure.optional() })),
  toDate: moneyFigure.optional(),
};

const quarterLine = z.strictObject({ code: z.string(), label: z.string(), ...byQuarter });

const incomeLine = z.strictObject({
  partner: z.string(),
  partnerLabel: z.string(),
  source: z.string(),
  pool: z.string(),
  label: z.string(),
  ...byQuarter,
});

const share = {
  due: moneyFigure.meta({ description: 'Received, and what is due to date and has not come: a debtor of the pool' }),
  applied: moneyFigure.meta({ description: 'On its schedule, whoever spent it' }),
  moved: moneyFigure.meta({
    description: 'What R4 moves: an overspend is for the body that bears it, not for the one whose money it was',
  }),
  share: moneyFigure.meta({ description: 'due − applied + moved' }),
  broughtForward: moneyFigure,
  settled: moneyFigure.meta({ description: 'Paid in to settle variances and earlier years; negative is paid back' }),
  closing: moneyFigure.meta({ description: 'Carried forward for it, or what it owes' }),
  ringFenced: moneyFigure.meta({ description: 'Within closing: left of ring-fences, or spent above them (R2)' }),
  other: moneyFigure.meta({ description: 'closing − ringFenced' }),
};

const toReturn = moneyFigure.optional().meta({
  description: 'Performance money paid in above what was earned; absent where there is none',
});

const natureFigures = z.strictObject({
  nature,
  spending: z.strictObject(byQuarter),
  net: z
    .strictObject({
      overdue: moneyFigure.meta({ description: 'Due and outstanding' }),
      paidAhead: moneyFigure.meta({ description: 'Received before it was due' }),
      toReturn,
      surplus: moneyFigure.meta({ description: 'Received − spent + overdue − paidAhead − toReturn' }),
      broughtForward: moneyFigure,
      settled: moneyFigure,
      carriedForward: moneyFigure,
    })
    .optional()
    .meta({ description: 'Absent where not all of it is known' }),
});

const bridge = {
  carriedForward: moneyFigure.meta({ description: 'Its share' }),
  forOthers: moneyFigure.meta({ description: 'Of its share, settled with other bodies' }),
  elsewhere: moneyFigure.meta({ description: 'In the shares of others, settled with it' }),
  settles: moneyFigure.meta({ description: 'carriedForward − forOthers + elsewhere' }),
};

const note = z.strictObject({
  body: z.string(),
  label: z.string(),
  income: listOf(
    { source: 'source', pool: 'pool', kind: 'kind' },
    z.strictObject({
      source: z.string(),
      pool: z.string(),
      kind: z.enum(['instalments', 'performance']),
      label: z.string(),
      nature,
      amount: moneyFigure,
    }),
  ).meta({ description: 'What it is due to pay in' }),
  aligned: moneyFigure.optional().meta({ description: 'Contributed as it is spent, never in a pool; absent of none' }),
  spending: listOf(
    { heading: 'heading' },
    z.strictObject({ heading: z.string(), label: z.string(), nature, amount: moneyFigure }),
  ).meta({ description: 'On its schedule, whoever spent it' }),
  spent: moneyFigure.meta({ description: 'By it, on whatever schedule' }),
  assets: z.strictObject({
    paidAhead: moneyFigure,
    toReturn: moneyFigure.meta({ description: 'Performance money paid in above what was earned' }),
    repayable: moneyFigure,
    ringFenced: moneyFigure,
    other: moneyFigure,
    carriedAsHost: moneyFigure.optional().meta({ description: 'Carried by it as an earlier host, and not paid to it' }),
    total: moneyFigure,
  }),
  liabilities: z.strictObject({
    outstanding: moneyFigure,
    overspent: moneyFigure,
    drawnAhead: moneyFigure,
    heldAsHost: moneyFigure.optional().meta({ description: 'Held by it as an earlier host, and not handed over' }),
    total: moneyFigure,
  }),
  position: moneyFigure.meta({ description: 'assets − liabilities: what it has of the pools’ cash' }),
});

/** The figures of the memorandum account of a year (R6). */
export const annualFigures = {
  income: listOf({ partner: 'partner', source: 'source', pool: 'pool' }, incomeLine),
  funding: listOf({ partner: 'code' }, quarterLine).meta({ description: 'Received of a partner from all its sources' }),
  totalIncome: z.strictObject(byQuarter),
  accrued: listOf({ partner: 'code' }, quarterLine).meta({
    description: 'Funding as it accrues: what falls due of a partner from all its sources, paid or not',
  }),
  totalAccrued: z.strictObject(byQuarter),
  headings: listOf({ heading: 'code' }, quarterLine.extend({ nature })),
  bodies: listOf({ body: 'code' }, quarterLine).meta({ description: 'By who spent it' }),
  totalSpending: z.strictObject(byQuarter),
  natures: listOf({ nature: 'nature' }, natureFigures).meta({ description: 'Capital and revenue apart' }),
  net: z
    .strictObject({
      overdue: moneyFigure.meta({ description: 'Contributions due and outstanding' }),
      paidAhead: moneyFigure.meta({ description: 'Contributions received before they were due' }),
      toReturn,
      surplus: moneyFigure.meta({ description: 'Negative is a deficit' }),
      broughtForward: moneyFigure.meta({ description: 'Balances and variances: contributions owed are no balance' }),
      settled: moneyFigure.meta({ description: 'Paid in to settle variances; negative is paid back' }),
      carriedForward: moneyFigure,
      earlierOutstanding: moneyFigure.meta({ description: 'Contributions of earlier years outstanding' }),
    })
    .optional()
    .meta({ description: 'Absent where nothing has been received or spent' }),
  shares: listOf({ body: 'body' }, z.strictObject({ body: z.string(), label: z.string(), ...share })),
  shareTotals: z.strictObject(share).optional(),
  heldForOthers: listOf(
    { share: 'share', body: 'body' },
    z.strictObject({ share: z.string(), body: z.string(), label: z.string(), amount: moneyFigure }),
  ).meta({ description: 'In the share of one body, and settled with another' }),
  bridge: listOf({ body: 'body' }, z.strictObject({ body: z.string(), label: z.string(), ...bridge })),
  bridgeTotals: z.strictObject(bridge).optional(),
  notes: listOf({ body: 'body' }, note).meta({ description: 'What each body needs for its own accounts' }),
};
