import { z } from 'zod';
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
  own: moneyFigure.meta({ description: 'due − applied' }),
  moved: moneyFigure.meta({
    description: 'What R4 moves: an overspend is for the body that bears it, not for the one whose money it was',
  }),
  share: moneyFigure.meta({ description: 'own + moved' }),
  broughtForward: moneyFigure,
  settled: moneyFigure.meta({ description: 'Paid in to settle variances and earlier years; negative is paid back' }),
  closing: moneyFigure.meta({ description: 'Carried forward for it, or what it owes' }),
  held: moneyFigure.meta({
    description: 'Within closing: held for ring-fences, each by itself; no saving to share (R2)',
  }),
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
      carriedForward: moneyFigure,
    })
    .optional()
    .meta({ description: 'Absent where nothing has been received or spent' }),
  shares: listOf({ body: 'body' }, z.strictObject({ body: z.string(), label: z.string(), ...share })),
  shareTotals: z.strictObject(share).optional(),
};
