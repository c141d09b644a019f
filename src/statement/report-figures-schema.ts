import * as z from 'zod';
import { annualFigures, byQuarter } from './annual-schema.js';
import { listOf, moneyFigure, quarter } from './scalars-schema.js';

/** The first word of the names of these figures. */
export const reportRoot = 'report';

/** Of what a difference between an annual total and the pool is made. */
export const partsOfReturn = [
  'plan',
  'instalments-to-come',
  'not-earned',
  'performance-open',
  'outstanding',
  'paid-ahead',
  'to-return',
  'aligned',
  'not-spent',
  'ring-fenced',
  'performance-spent',
  'underspent',
  'overspent',
  'brought-forward',
  'unexplained',
] as const;

const grantSpending = {
  allocation: moneyFigure.optional(),
  broughtForward: moneyFigure.optional(),
  firstHalf: moneyFigure.optional(),
  secondHalf: moneyFigure.optional(),
  toDate: moneyFigure.optional(),
  left: moneyFigure.optional(),
};

const inBooks = {
  plan: moneyFigure.optional(),
  actual: moneyFigure.optional(),
  forecast: moneyFigure.optional(),
};
const withVirements = {
  ...inBooks,
  virements: moneyFigure.optional(),
  variance: moneyFigure
    .optional()
    .meta({ description: 'Over- and underspends (R4); absent where not known of a line' }),
  apartBy: listOf(
    { heading: 'heading' },
    z.strictObject({
      heading: z.string(),
      label: z.string(),
      kind: z.enum(['performance', 'ring-fenced']),
      amount: moneyFigure.optional(),
      met: moneyFigure.optional().meta({
        description: 'Of a grant’s excess, met from what was brought forward for it; absent where nothing is',
      }),
      retained: moneyFigure.optional().meta({ description: 'Of performance, when the year has ended: not earned' }),
      unspent: moneyFigure.optional().meta({
        description: 'Of performance, when the year has ended: earned and not spent; negative is spent above it',
      }),
    }),
  ).meta({ description: 'Performance not earned, and grants held (negative) or above the year’s, each by itself' }),
};
const headingGroup = z.strictObject({ code: z.string(), label: z.string(), ...withVirements });

const group = z.strictObject({
  code: z.string().optional().meta({ description: 'Absent of partners of no locality' }),
  label: z.string(),
  ...withVirements,
});

const standing = { actual: moneyFigure.optional(), forecast: moneyFigure.optional() };

const poolFigures = z.strictObject({
  pool: z.string(),
  label: z.string(),
  host: z.string(),
  hostLabel: z.string(),
  income: z.strictObject(byQuarter),
  spending: z.strictObject(byQuarter),
  broughtForward: z.strictObject(standing),
  otherPools: z.strictObject(standing).meta({
    description: 'Spent under its headings out of money of other pools, less what others spent out of its money',
  }),
  settled: z
    .strictObject(standing)
    .optional()
    .meta({ description: 'Came in to settle variances and earlier years; absent where nothing did' }),
  balance: z
    .strictObject(standing)
    .meta({ description: 'brought forward + income − expenditure + otherPools + settled: what its host holds' }),
});

/** What the papers show beside the statement (R6): the same money by quarter, by half-year, by line of a form. */
export const reportFiguresSchema = z.strictObject({
  ...annualFigures,
  lastYear: z
    .strictObject({ year: z.string(), ...annualFigures })
    .optional()
    .meta({ description: 'The same of the year before, which is closed; absent where it is not asked for' }),
  pools: listOf({ pool: 'pool' }, poolFigures).meta({ description: 'Each by itself; none where there is one pool' }),
  grants: listOf(
    { heading: 'heading' },
    z.strictObject({
      heading: z.string(),
      bodies: listOf({ body: 'code' }, z.strictObject({ code: z.string(), label: z.string(), ...grantSpending })),
      totals: z.strictObject(grantSpending),
    }),
  ),
  schedules: listOf(
    { schedule: 'code' },
    z.strictObject({
      code: z.string(),
      label: z.string(),
      lines: listOf({ heading: 'code' }, headingGroup),
      totals: group,
    }),
  ),
  byHeading: listOf({ heading: 'code' }, group),
  byLocality: listOf({ locality: 'code' }, group),
  totals: z.strictObject(withVirements),
  proForma: z.strictObject({
    lines: listOf({ line: 'line' }, z.strictObject({ line: z.string(), ...inBooks })),
    unmapped: listOf(
      { schedule: 'schedule', scheme: 'scheme', heading: 'heading' },
      z.strictObject({
        schedule: z.string(),
        scheduleLabel: z.string(),
        scheme: z.string().optional().meta({ description: 'Absent of what has none' }),
        heading: z.string().optional(),
        label: z.string(),
        ...inBooks,
      }),
    ),
    notMapped: z.strictObject(inBooks),
    totals: z.strictObject(inBooks),
    isMappingIllustrative: z.boolean(),
  }),
  returnLines: listOf(
    { side: 'side', basis: 'basis' },
    z.strictObject({
      side: z.enum(['income', 'expenditure']),
      basis: z.enum(['plan', 'forecast', 'actual']),
      quarters: listOf(
        { quarter: 'quarter' },
        z.strictObject({
          quarter,
          amount: moneyFigure.optional(),
          words: z
            .string()
            .optional()
            .meta({ description: 'Of what is booked and below nil: what its rows say of it' }),
        }),
      ),
      annual: moneyFigure.optional().meta({ description: 'Not known where the forecast is not complete' }),
      pooled: moneyFigure.meta({ description: 'The agreed pool, against which every annual total is held' }),
      difference: moneyFigure.optional().meta({ description: 'annual − pooled' }),
      parts: listOf(
        { part: 'part', heading: 'heading' },
        z.strictObject({
          part: z.enum(partsOfReturn),
          heading: z.string().optional().meta({ description: 'Of a grant: which' }),
          amount: moneyFigure,
          words: z.string(),
        }),
      ).meta({ description: 'Of what the difference is made; they add up to it' }),
      comment: z.string().meta({ description: 'Why they differ: required wherever they do' }),
    }),
  ),
});

export type NamedReportFigures = z.input<typeof reportFiguresSchema>;
export type AnnualFigures = Pick<NamedReportFigures, keyof typeof annualFigures>;
export type QuarterAmounts = NamedReportFigures['totalIncome'];
export type QuarterLine = NamedReportFigures['bodies'][number];
export type HeadingQuarters = NamedReportFigures['headings'][number];
export type IncomeLine = NamedReportFigures['income'][number];
export type PoolFigures = NamedReportFigures['pools'][number];
export type GrantFigures = NamedReportFigures['grants'][number];
export type ScheduleFigures = NamedReportFigures['totals'];
export type ScheduleGroup = NamedReportFigures['byHeading'][number];
export type NatureFigures = NamedReportFigures['natures'][number];
export type BodyNote = NamedReportFigures['notes'][number];
export type SurplusShare = NamedReportFigures['shares'][number];
export type ReturnPart = NamedReportFigures['returnLines'][number]['parts'][number];
export type ReturnLine = NamedReportFigures['returnLines'][number];
