import * as z from 'zod';
import { variancePolicies } from '../agreement/variance-policies.js';
import { countFigure, listOf, moneyFigure } from './scalars-schema.js';

const direction = z.enum(['overspend', 'underspend', 'none', 'not-known']);

const share = z.strictObject({
  partner: z.string().meta({ description: 'Who bears an overspend or holds an underspend' }),
  label: z.string(),
  amount: moneyFigure.meta({ description: 'Positive is borne, negative held' }),
});

/** A line of R4: what one body applies under one heading from one schedule. */
const varianceLine = z.strictObject({
  appliedBy: z.string(),
  appliedByLabel: z.string(),
  heading: z.string(),
  label: z.string(),
  schedule: z.string().meta({ description: 'Whose money' }),
  scheduleLabel: z.string(),
  locality: z.string().optional(),
  pool: z.string(),
  plan: moneyFigure,
  virements: moneyFigure.meta({ description: 'Budget moved to the heading (negative: from it) by allowed virements' }),
  actual: moneyFigure.optional(),
  forecast: moneyFigure.optional(),
  basis: z.enum(['forecast', 'actual', 'none']).meta({
    description: 'What the outturn is taken from: the forecast; from Q4 what was spent',
  }),
  met: moneyFigure.optional().meta({
    description: 'What of the outturn above the plan is met from what was brought forward; absent where nothing is',
  }),
  metFrom: moneyFigure.optional().meta({ description: 'All that was brought forward and may meet it' }),
  variance: moneyFigure
    .optional()
    .meta({ description: 'Outturn − (plan + virements) − met; positive is an overspend' }),
  direction,
  overspentToDate: moneyFigure.optional().meta({
    description: 'What is spent already above the year’s plan and what was brought forward for it',
  }),
  policy: z.enum(variancePolicies),
  clause: z.string(),
  borneBy: listOf({ partner: 'partner' }, share),
  why: z.string(),
});

const outside = z.strictObject({
  kind: z.enum(['performance', 'ring-fenced']),
  heading: z.string(),
  label: z.string(),
  plan: moneyFigure,
  virements: moneyFigure.meta({
    description: 'Nil: a virement to or from such a heading is a breach and moves nothing (R2)',
  }),
  actual: moneyFigure.optional(),
  forecast: moneyFigure.optional(),
  variance: moneyFigure.optional(),
  broughtForward: moneyFigure.optional().meta({ description: 'Of a ring-fence; absent where nothing was' }),
  metFromIt: moneyFigure.optional().meta({ description: 'What of the spending above the plan that meets' }),
  retained: moneyFigure.optional().meta({
    description: 'Of performance, when the year has ended and is measured: pot − earned, whatever was spent',
  }),
  unspent: moneyFigure.optional().meta({
    description: 'Of the same: earned, or brought forward, and not spent: an underspend; negative is spent above it',
  }),
  borneBy: listOf({ partner: 'partner' }, share).meta({
    description: 'Who holds what is unspent, or pays what is over',
  }),
  why: z.string(),
});

/** Of a locality, or of one schedule in it. */
const falls = {
  overspend: moneyFigure.optional().meta({ description: 'Absent, with all the rest, where a line has no outturn' }),
  underspend: moneyFigure.optional().meta({ description: 'Positive: how much less than planned' }),
  variance: moneyFigure.optional().meta({ description: 'overspend − underspend' }),
  byItsOwn: moneyFigure.optional().meta({ description: 'Borne less held by bodies, each of what it applied itself' }),
  byWholeArea: moneyFigure.optional().meta({
    description: 'Of a locality: by bodies of none, such as the county council, of what they applied',
  }),
  byOthers: moneyFigure.optional().meta({
    description: 'Borne and held of what another body applied, or of another locality’s money; without sign',
  }),
};

/** Several lines together. */
const summed = z.strictObject({
  plan: moneyFigure,
  virements: moneyFigure,
  actual: moneyFigure.optional(),
  forecast: moneyFigure.optional(),
  met: moneyFigure.optional(),
  variance: moneyFigure.optional(),
});

export const varianceSectionSchema = z.strictObject({
  plan: moneyFigure,
  virements: moneyFigure,
  actual: moneyFigure.optional(),
  forecast: moneyFigure.optional(),
  met: moneyFigure.optional().meta({ description: 'Of all lines, met from what was brought forward' }),
  variance: moneyFigure.optional().meta({ description: 'Of the lines whose outturn is known' }),
  unknown: countFigure.meta({ description: 'How many lines have no outturn' }),
  borne: moneyFigure
    .optional()
    .meta({ description: 'Overspends of lines whose outturn is known, by whoever bears them' }),
  held: moneyFigure.optional().meta({ description: 'Underspends of the same, by whoever holds them; positive' }),
  onPlan: summed.optional().meta({ description: 'Lines without variance or virement, which tables show in one' }),
  withOutside: summed.meta({ description: 'All lines, and the headings that R4 leaves out: as in the flow of funds' }),
  outside: listOf({ heading: 'heading' }, outside).meta({
    description: 'Headings that R4 leaves out: fenced grants and performance',
  }),
  byBody: listOf(
    { partner: 'partner' },
    z.strictObject({
      partner: z.string(),
      label: z.string(),
      borne: moneyFigure.meta({ description: 'Overspends it bears' }),
      held: moneyFigure.meta({ description: 'Underspends it holds, positive' }),
      net: moneyFigure.meta({ description: 'borne − held' }),
    }),
  ),
  byLocality: listOf(
    { locality: 'locality' },
    z.strictObject({
      locality: z.string().optional(),
      label: z.string(),
      ...falls,
      schedules: listOf(
        { schedule: 'schedule' },
        z.strictObject({ schedule: z.string(), label: z.string(), ...falls }),
      ),
    }),
  ),
  hosts: listOf(
    { pool: 'pool' },
    z.strictObject({
      pool: z.string(),
      host: z.string(),
      hostLabel: z.string(),
      overspends: moneyFigure
        .optional()
        .meta({ description: 'All the overspends of the pool; absent, with the rest, where a line has no outturn' }),
      own: moneyFigure.optional().meta({ description: 'What the host bears of them' }),
      protectedFrom: moneyFigure.optional().meta({ description: 'What other bodies bear, and the host does not' }),
      paidIn: moneyFigure.optional().meta({ description: 'What of that they have paid in; absent where nothing' }),
    }),
  ),
});

export const variancesSchema = listOf({ schedule: 'schedule', heading: 'heading', by: 'appliedBy' }, varianceLine);

/** What virements have moved to date, by schedule and pair of headings. */
export const virementsSchema = listOf(
  { schedule: 'schedule', from: 'from', to: 'to' },
  z.strictObject({
    schedule: z.string(),
    label: z.string(),
    from: z.string(),
    fromLabel: z.string(),
    to: z.string(),
    toLabel: z.string(),
    amount: moneyFigure,
    approvedBy: z.array(z.string()),
    status: z.enum(['applied', 'refused']).meta({ description: 'Refused: a breach, and moves nothing' }),
    why: z.string(),
  }),
);

export type VirementStatement = z.input<typeof virementsSchema>[number];

export type VarianceLineStatement = z.input<typeof varianceLine>;
export type VarianceSum = z.input<typeof summed>;
export type VarianceSection = z.input<typeof varianceSectionSchema>;
