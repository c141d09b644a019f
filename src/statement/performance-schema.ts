import { z } from 'zod';
import { amount, count, listOf, percentTo, price, quarter, statedPercent } from './scalars-schema.js';

const percent = percentTo(2);

const quarterPayment = z.strictObject({
  measured: z.string().meta({ description: 'The quarter whose admissions count, such as Q4 2014/15' }),
  paidIn: quarter.meta({ description: 'The quarter of the year in which it is paid' }),
  baseline: count.optional().meta({ description: 'Admissions of the same quarter a year before' }),
  plan: count.optional(),
  actual: count.optional().meta({ description: 'Absent until it is reported' }),
  plannedCumulative: count.optional().meta({ description: 'Σ (baseline − plan) so far' }),
  achievedCumulative: count.optional().meta({ description: 'Σ (baseline − actual) so far; negative is a rise' }),
  plannedPercent: percent.optional().meta({ description: 'plannedCumulative in percent of the baseline so far' }),
  achievedPercent: percent.optional(),
  maximum: amount.optional().meta({ description: 'The most that can have been paid so far' }),
  payment: amount.optional().meta({ description: 'Negative only with clawback' }),
  paidCumulative: amount.optional(),
  retainedToDate: amount.optional().meta({ description: 'maximum − paidCumulative; at the year end pot − payments' }),
  status: z.enum(['reported', 'not-reported', 'not-yet-due']),
  why: z.string().meta({ description: 'In words' }),
});

const potTotals = z.strictObject({
  payment: amount
    .optional()
    .meta({ description: 'Of the quarters reported; absent where none is, of all: of any pot' }),
  retained: amount.optional().meta({ description: 'Not earned so far: kept by the partner, never paid in' }),
  toCome: amount.meta({ description: 'Not yet measured; payment + retained + toCome = pot' }),
});

const pot = {
  pot: amount,
  plannedReduction: count.optional().meta({ description: 'Of the year; absent where admissions are missing' }),
  valuePerAdmission: amount.optional().meta({ description: 'pot ÷ plannedReduction, rounded to the penny' }),
  quarters: listOf({ quarter: 'paidIn' }, quarterPayment),
  totals: potTotals,
};

/** Payment for performance (R3). */
export const performanceSchema = z.strictObject({
  heading: z.string(),
  label: z.string(),
  clause: z.string(),
  cap: z.enum(['planned', 'annual']),
  clawback: z.boolean(),
  price: price.optional(),
  targetPercent: statedPercent.optional(),
  partners: listOf(
    { partner: 'partner' },
    z.strictObject({
      partner: z.string(),
      label: z.string(),
      locality: z.string().optional(),
      price: price.optional(),
      isPotDerived: z.boolean(),
      potBecause: z.string().optional().meta({ description: 'Why it is derived, as the agreement says' }),
      ...pot,
    }),
  ),
  totals: z.strictObject({
    pot: amount,
    ...potTotals.shape,
    reductionAtPrice: count.optional().meta({ description: 'pot ÷ price, in whole admissions' }),
  }),
  nationalReturn: z.strictObject({
    upTo: z.string().optional().meta({ description: 'The last measured quarter that all have reported' }),
    payment: amount.optional().meta({ description: 'The whole area netted, over those quarters; absent where none' }),
    ours: amount.optional().meta({ description: 'Partner by partner, over the same quarters' }),
    difference: amount.optional().meta({ description: 'payment − ours; the items add up to it' }),
    area: z.strictObject(pot),
    items: listOf(
      { kind: 'kind', partner: 'partner' },
      z.strictObject({
        kind: z.enum(['rise-not-netted', 'beyond-plan', 'value', 'kept', 'area-limit', 'rounding']),
        partner: z.string().optional(),
        label: z.string().optional(),
        admissions: count.optional(),
        amount,
        message: z.string(),
      }),
    ),
  }),
});

/** What would be earned if admissions changed in the quarters still to come. */
export const whatIfSchema = z.strictObject({
  assumptions: z.array(z.strictObject({ partner: z.string(), change: z.string() })),
  partners: listOf(
    { partner: 'partner' },
    z.strictObject({
      partner: z.string(),
      label: z.string(),
      pot: amount,
      isPotDerived: z.boolean(),
      assumed: z.string().optional().meta({ description: 'Absent where nothing is assumed for the partner' }),
      toDate: potTotals,
      byYearEnd: z
        .strictObject({
          payment: amount,
          retained: amount,
          achieved: count,
          payments: listOf({ quarter: 'paidIn' }, z.strictObject({ paidIn: quarter, payment: amount })),
        })
        .optional()
        .meta({ description: 'By the year end' }),
    }),
  ),
  totals: z.strictObject({
    pot: amount,
    toDate: potTotals,
    byYearEnd: z
      .strictObject({ payment: amount, retained: amount })
      .optional()
      .meta({ description: 'Absent where it is not known of every partner' }),
  }),
});

/** Payment against reduction, the same in every quarter of the year. */
export const sensitivitySchema = z.strictObject({
  points: listOf(
    { reduction: 'reductionPercent' },
    z.strictObject({
      reductionPercent: statedPercent,
      isTarget: z.boolean(),
      payments: listOf({ partner: 'partner' }, z.strictObject({ partner: z.string(), payment: amount.optional() })),
      total: amount.optional(),
    }),
  ),
  breakEven: listOf(
    { partner: 'partner' },
    z.strictObject({
      partner: z.string(),
      label: z.string(),
      pot: amount,
      isPotDerived: z.boolean(),
      isEarnable: z
        .boolean()
        .optional()
        .meta({ description: 'False where no reduction is planned; absent if unknown' }),
      admissions: count.optional().meta({ description: 'The reduction of the year at which nothing is retained' }),
      percent: percent.optional(),
      neededToCome: count.optional().meta({ description: 'Of it, still needed from the quarters to come' }),
      neededPercent: percent.optional(),
    }),
  ),
});

export type WhatIfStatement = z.infer<typeof whatIfSchema>;
export type SensitivityStatement = z.infer<typeof sensitivitySchema>;
export type PerformanceStatement = z.infer<typeof performanceSchema>;
export type PerformancePartner = PerformanceStatement['partners'][number];
export type PerformanceQuarter = PerformancePartner['quarters'][number];
