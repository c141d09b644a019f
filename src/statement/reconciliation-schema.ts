import * as z from 'zod';
import { familiesInOrder } from '../rules/check-families.js';
import { accrualsSchema, priorYearSchema } from './accruals-schema.js';
import { closedSchema } from './closes-schema.js';
import { performanceSchema } from './performance-schema.js';
import { ringFencesSchema } from './ring-fence-schema.js';
import { listOf, moneyFigure, nature, quarter, ruleId } from './scalars-schema.js';
import { contributionsSchema, contributionTotalsSchema, settlementSchema } from './settlement-schema.js';
import { decisionsSchema, summarySchema } from './summary-schema.js';
import { varianceSectionSchema, variancesSchema, virementsSchema } from './variance-schema.js';
import { whatHasComeSchema } from './what-has-come-schema.js';

const figures = z.strictObject({
  plan: moneyFigure.optional(),
  actual: moneyFigure.optional(),
  forecast: moneyFigure.optional(),
});

const provenance = z.enum(['stated', 'derived', 'illustrative', 'ledger']).meta({
  description: 'stated: in the agreement or printed; derived: balanced to the margins; illustrative: made up',
});

const provenances = z.strictObject({
  plan: provenance.optional(),
  actual: provenance.optional(),
  forecast: provenance.optional(),
});

const marked = { ...figures.shape, provenance: provenances };

const aligned = figures.optional().meta({
  description: 'Of it aligned: kept and spent by its owner, and never in the pool; absent where nothing is',
});

const footing = {
  contributions: figures,
  applications: figures,
  difference: figures.meta({ description: 'contributions − applications' }),
};

const headingLine = z.strictObject({ heading: z.string(), label: z.string(), appliedBy: z.string(), ...marked });

z.globalRegistry.add(figures, { id: 'figures' });
z.globalRegistry.add(provenances, { id: 'provenances' });
z.globalRegistry.add(headingLine, { id: 'heading-line' });

const balancePart = z.strictObject({
  pool: z.string(),
  partner: z.string(),
  partnerLabel: z.string(),
  source: z.string(),
  purpose: z.string().optional().meta({ description: 'The heading that the money is tied to' }),
  standing: z.enum(['ring-fenced', 'performance', 'carried-forward', 'owed-back', 'overdrawn', 'nil']),
  message: z.string(),
  broughtForward: moneyFigure,
  received: moneyFigure,
  settlements: moneyFigure.optional().meta({ description: 'Came in to settle variances and earlier years' }),
  in: moneyFigure.meta({ description: 'broughtForward + received + settlements' }),
  applied: moneyFigure,
  balance: moneyFigure,
});

const fencedCash = {
  held: moneyFigure.meta({ description: 'Received for ring-fences and not spent' }),
  there: moneyFigure.meta({ description: 'What stands in the pool' }),
  carriesOther: moneyFigure.meta({ description: 'Of what is held, what carries other spending (R2)' }),
  carriedByHost: moneyFigure.meta({
    description: 'Paid out above all that stands in the pool: the host’s own cash (R5)',
  }),
};

/** One thing that a rule asks. */
export const checkSchema = z.strictObject({
  id: z.string(),
  family: z.enum(familiesInOrder).meta({ description: 'Checks of one family ask the same of many things' }),
  rule: ruleId,
  clause: z.string(),
  partner: z.string().optional(),
  heading: z.string().optional(),
  status: z.enum(['pass', 'fail']),
  expected: moneyFigure,
  actual: moneyFigure,
  difference: moneyFigure.meta({ description: 'actual − expected' }),
  message: z.string(),
});

const contributor = z.strictObject({
  code: z.string(),
  label: z.string(),
  ...figures.shape,
  aligned,
  sources: listOf(
    { source: 'code' },
    z.strictObject({ code: z.string(), label: z.string(), inKind: z.boolean(), ...figures.shape }),
  ),
});

/** Which fund, and as at when. */
export const fundSchema = z.strictObject({
  name: z.string(),
  year: z.string(),
  asAt: quarter.optional().meta({ description: 'Absent where the fund has a plan only' }),
  asAtDate: z.string().optional(),
  stage: z.enum(['not-begun', 'under-way', 'ended']).optional().meta({
    description:
      'How far that quarter has come: nothing but what was brought forward; rows, none of its last day; asked for with --as-at, forecast, or with a row of its last day',
  }),
  provenance: z.enum(['published', 'illustrative', 'own']),
  note: z.string().optional(),
});

/** What a reconciliation says: the public model, from which every form is drawn. */
export const resultSchema = z.strictObject({
  fund: fundSchema,
  closes: closedSchema.optional().meta({ description: 'Absent where nothing was ever closed' }),
  flowOfFunds: z.strictObject({
    sources: listOf(
      { partner: 'partner', source: 'code', pool: 'pool' },
      z.strictObject({
        code: z.string(),
        label: z.string(),
        partner: z.string(),
        partnerLabel: z.string(),
        pool: z.string(),
        group: z
          .string()
          .optional()
          .meta({ description: 'The group under which the flow of funds prints the partner' }),
        nature,
        inKind: z.boolean(),
        ...marked,
        aligned,
      }),
    ),
    contributors: listOf({ contributor: 'code' }, contributor).meta({
      description: 'The sources as the flow of funds prints them: by partner, or by the group that it belongs to',
    }),
    applications: listOf(
      { heading: 'code' },
      z.strictObject({
        code: z.string(),
        label: z.string(),
        appliedBy: z.string(),
        appliedByLabel: z.string(),
        pool: z.string(),
        nature,
        arrangement: z.enum(['pooled', 'aligned', 'lead-commissioned']),
        ...marked,
      }),
    ),
    totals: z.strictObject({
      sources: figures,
      applications: figures,
      difference: figures.meta({ description: 'sources − applications' }),
      aligned,
      broughtForward: figures,
      settled: figures.optional().meta({
        description: 'Came in to settle variances and earlier years, and is no contribution; absent where nothing did',
      }),
      balance: figures.meta({ description: 'brought forward + sources − applications + settled' }),
      retained: figures.meta({
        description: 'Performance money not earned: kept by its partners, never due, no arrears and no underspend',
      }),
    }),
  }),
  byPool: listOf(
    { pool: 'pool' },
    z.strictObject({
      pool: z.string(),
      label: z.string(),
      host: z.string(),
      ...footing,
      pooled: figures.optional().meta({
        description: 'contributions without what of them is aligned; absent where nothing is',
      }),
    }),
  ),
  byPartner: listOf(
    { partner: 'partner' },
    z.strictObject({
      partner: z.string(),
      label: z.string(),
      ...footing,
      retained: figures.optional().meta({ description: 'Of its performance pot: not earned, and never due' }),
      headings: listOf({ heading: 'heading' }, headingLine),
    }),
  ),
  byLocality: listOf(
    { locality: 'locality' },
    z.strictObject({
      locality: z.string().optional().meta({ description: 'Absent for partners of no locality' }),
      label: z.string(),
      partners: z.array(z.string()),
      ...footing,
      headings: listOf({ heading: 'heading' }, headingLine),
    }),
  ),
  byNature: listOf({ nature: 'nature' }, z.strictObject({ nature, ...footing })),
  fundBalance: z
    .strictObject({
      broughtForward: moneyFigure,
      received: moneyFigure,
      settlements: moneyFigure.optional().meta({ description: 'Came in to settle variances and earlier years' }),
      in: moneyFigure.meta({ description: 'broughtForward + received + settlements' }),
      applied: moneyFigure,
      balance: moneyFigure,
      fenced: listOf({ pool: 'pool' }, z.strictObject({ pool: z.string(), ...fencedCash })),
      awaited: listOf(
        { pool: 'pool', partner: 'partner' },
        z.strictObject({
          pool: z.string(),
          partner: z.string(),
          partnerLabel: z.string(),
          amount: moneyFigure,
          message: z.string(),
        }),
      )
        .optional()
        .meta({ description: 'Of the balance, what earlier hosts of the pools still hold; negative is owed to them' }),
      settled: z
        .strictObject({ in: moneyFigure, applied: moneyFigure })
        .meta({ description: 'Of the parts with nothing left, which tables show in one' }),
      parts: listOf({ pool: 'pool', partner: 'partner', source: 'source', heading: 'purpose' }, balancePart),
    })
    .optional()
    .meta({ description: 'Of the actuals: how much there is, and whose it is' }),
  performance: performanceSchema.optional(),
  ringFences: ringFencesSchema,
  variances: variancesSchema,
  varianceTotals: varianceSectionSchema,
  virements: virementsSchema,
  accruals: accrualsSchema.optional().meta({ description: 'Absent where no row is an accrual' }),
  priorYear: priorYearSchema.optional().meta({ description: 'Absent where no row adjusts one of an earlier year' }),
  contributions: contributionsSchema,
  contributionTotals: contributionTotalsSchema.optional(),
  settlement: settlementSchema
    .optional()
    .meta({ description: 'Absent where the fund has no receipts and no spending' }),
  summary: summarySchema.optional().meta({ description: 'Absent where not all of the actuals are known' }),
  decisions: decisionsSchema.meta({ description: 'What needs a decision, the worst first; notes last' }),
  whatHasCome: whatHasComeSchema.optional().meta({ description: 'Absent where the fund has a plan only' }),
  checks: listOf({ id: 'id' }, checkSchema),
  conclusion: z.strictObject({
    reconciled: z.boolean(),
    plan: z.string().meta({ description: 'What the plan comes to, in words' }),
    message: z.string().meta({ description: 'Of the plan where there are no actuals, else of both' }),
  }),
});

export type Reconciliation = z.input<typeof resultSchema>;
/** The same as its document has it: every amount as text. */
export type ReconciliationText = z.output<typeof resultSchema>;
export type FundStatement = z.input<typeof fundSchema>;
/** Figures of the three books as text. */
export type TextFigures = z.output<typeof figures>;
export type Provenances = z.input<typeof provenances>;
export type HeadingLine = z.input<typeof headingLine>;
export type BalancePart = z.input<typeof balancePart>;
export type ReconciliationCheck = z.input<typeof checkSchema>;
