import * as z from 'zod';
import {
  countFigure,
  listOf,
  moneyFigure,
  percentFigure,
  priceFigure,
  quarter,
  statedPercentFigure,
} from './scalars-schema.js';

const quarterPayment = z.strictObject({
  measured: z.string().meta({ description: 'The quarter whose admissions count, such as Q4 2014/15' }),
  paidIn: quarter.meta({ description: 'The quarter of the year in which it is paid' }),
  baseline: countFigure.optional().meta({ description: 'Admissions of the same quarter a year before' }),
  plan: countFigure.optional(),
  actual: countFigure.optional().meta({ description: 'Absent until it is reported' }),
  plannedCumulative: countFigure.optional().meta({ description: 'Σ (baseline − plan) so far' }),
  achievedCumulative: countFigure.optional().meta({ description: 'Σ (baseline − actual) so far; negative is a rise' }),
  plannedPercent: percentFigure.optional().meta({ description: 'plannedCumulative in percent of the baseline so far' }),
  achievedPercent: percentFigure.optional(),
  maximum: moneyFigure.optional().meta({ description: 'The most that can have been paid so far' }),
  payment: moneyFigure.optional().meta({ description: 'Negative only with clawback' }),
  paidCumulative: moneyFigure.optional(),
  retainedToDate: moneyFigure
    .optional()
    .meta({ description: 'maximum − paidCumulative; at the year end pot − payments' }),
  status: z.enum(['reported', 'not-reported', 'not-yet-due']),
  why: z.string().meta({ description: 'In words' }),
});

const potTotals = z.strictObject({
  payment: moneyFigure
    .optional()
    .meta({ description: 'Of the quarters reported; absent where none is, of all: of any pot' }),
  retained: moneyFigure.optional().meta({ description: 'Not earned so far: kept by the partner, never due' }),
  toCome: moneyFigure.meta({ description: 'Not yet measured; payment + retained + toCome = pot' }),
});

z.globalRegistry.add(quarterPayment, { id: 'performance-quarter' });
z.globalRegistry.add(potTotals, { id: 'pot-totals' });

const pot = {
  pot: moneyFigure,
  plannedReduction: countFigure.optional().meta({ description: 'Of the year; absent where admissions are missing' }),
  valuePerAdmission: moneyFigure.optional().meta({ description: 'pot ÷ plannedReduction, rounded to the penny' }),
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
  price: priceFigure.optional(),
  targetPercent: statedPercentFigure.optional(),
  partners: listOf(
    { partner: 'partner' },
    z.strictObject({
      partner: z.string(),
      label: z.string(),
      locality: z.string().optional(),
      price: priceFigure.optional(),
      isPotDerived: z.boolean(),
      potBecause: z.string().optional().meta({ description: 'Why it is derived, as the agreement says' }),
      ...pot,
    }),
  ),
  totals: z.strictObject({
    pot: moneyFigure,
    ...potTotals.shape,
    reductionAtPrice: countFigure.optional().meta({ description: 'pot ÷ price, in whole admissions' }),
  }),
  nationalReturn: z.strictObject({
    upTo: z.string().optional().meta({ description: 'The last measured quarter that all have reported' }),
    payment: moneyFigure
      .optional()
      .meta({ description: 'The whole area netted, over those quarters; absent where none' }),
    ours: moneyFigure.optional().meta({ description: 'Partner by partner, over the same quarters' }),
    difference: moneyFigure.optional().meta({ description: 'payment − ours; the items add up to it' }),
    area: z.strictObject(pot),
    items: listOf(
      { kind: 'kind', partner: 'partner' },
      z.strictObject({
        kind: z.enum(['rise-not-netted', 'beyond-plan', 'value', 'kept', 'area-limit', 'rounding']),
        partner: z.string().optional(),
        label: z.string().optional(),
        admissions: countFigure.optional(),
        amount: moneyFigure,
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
      pot: moneyFigure,
      isPotDerived: z.boolean(),
      assumed: z.string().optional().meta({ description: 'Absent where nothing is assumed for the partner' }),
      toDate: potTotals,
      byYearEnd: z
        .strictObject({
          payment: moneyFigure,
          retained: moneyFigure,
          achieved: countFigure,
          payments: listOf({ quarter: 'paidIn' }, z.strictObject({ paidIn: quarter, payment: moneyFigure })),
        })
        .optional()
        .meta({ description: 'By the year end' }),
    }),
  ),
  totals: z.strictObject({
    pot: moneyFigure,
    toDate: potTotals,
    byYearEnd: z
      .strictObject({ payment: moneyFigure, retained: moneyFigure })
      .optional()
      .meta({ description: 'Absent where it is not known of every partner' }),
  }),
});

/** Payment against reduction, the same in every quarter of the year. */
export const sensitivitySchema = z.strictObject({
  points: listOf(
    { reduction: 'reductionPercent' },
    z.strictObject({
      reductionPercent: statedPercentFigure,
      isTarget: z.boolean(),
      payments: listOf(
        { partner: 'partner' },
        z.strictObject({ partner: z.string(), payment: moneyFigure.optional() }),
      ),
      total: moneyFigure.optional(),
    }),
  ),
  breakEven: listOf(
    { partner: 'partner' },
    z.strictObject({
      partner: z.string(),
      label: z.string(),
      pot: moneyFigure,
      isPotDerived: z.boolean(),
      isEarnable: z
        .boolean()
        .optional()
        .meta({ description: 'False where no reduction is planned; absent if unknown' }),
      admissions: countFigure
        .optional()
        .meta({ description: 'The reduction of the year at which nothing is retained' }),
      percent: percentFigure.optional(),
      neededToCome: countFigure.optional().meta({ description: 'Of it, still needed from the quarters to come' }),
      neededPercent: percentFigure.optional(),
    }),
  ),
});

export type WhatIfStatement = z.input<typeof whatIfSchema>;
export type SensitivityStatement = z.input<typeof sensitivitySchema>;
export type PerformanceStatement = z.input<typeof performanceSchema>;
export type PerformancePartner = PerformanceStatement['partners'][number];
