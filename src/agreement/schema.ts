import * as z from 'zod';
import { tableUnits, units } from '../money/unit.js';
import { quarters } from './financial-year.js';
import { code, numeral, plainScalar, text, yesOrNo } from './scalars.js';
import { ledger, partOfWorkbook } from './schema-ledgers.js';
import { variancePolicies, weighedMoney } from './variance-policies.js';

const nature = z.enum(['capital', 'revenue']);
const unit = z.enum(units);

const fund = z.strictObject({
  name: text.meta({ description: 'The name that every output opens with' }),
  year: text.meta({ description: 'The financial year, such as 2015/16' }),
  area: z
    .strictObject({ name: text, code: code.optional(), scheme: text.optional() })
    .optional()
    .meta({ description: 'The Health and Wellbeing Board area' }),
  provenance: z
    .enum(['published', 'illustrative', 'own'])
    .default('own')
    .meta({ description: 'illustrative: made-up transactions, and every output says so' }),
  note: text.optional(),
});

const also = z
  .array(text)
  .min(1)
  .optional()
  .meta({ description: 'What else ledgers may call it, beside code and name' });

const partner = z.strictObject({
  code,
  scheme: z.enum(['ods', 'gss', 'local']).meta({ description: 'Whose code it is' }),
  name: text,
  short: text.optional().meta({ description: 'What tables print in place of the name' }),
  also,
  kind: z.enum(['ccg', 'icb', 'county-council', 'unitary-council', 'district-council', 'nhs-england', 'other']),
  locality: code.optional(),
  successor: code.optional().meta({ description: 'The code of the body that later took its place' }),
});

const heading = z.strictObject({
  code,
  name: text,
  also,
  nature,
  arrangement: z.enum(['pooled', 'aligned', 'lead-commissioned']).default('pooled').meta({
    description: 'aligned: shown beside the pool, kept and spent by its owner, and never in the pool',
  }),
  applied_by: code.meta({ description: 'The partner or group that spends it' }),
  pool: code.optional(),
  allocation: numeral.meta({ description: 'What the flow of funds allots to it, in the unit of this file' }),
});

const share = z.strictObject({ partner: code, percent: numeral });
const partnerAmount = z.strictObject({ partner: code, amount: numeral });
const partnerAmounts = z.array(partnerAmount).min(1);
const pot = partnerAmount.extend({
  provenance: z.enum(['stated', 'derived']).default('stated').meta({
    description: 'Whether the agreement prints it as this pot; derived where it or its row of plan.csv is',
  }),
  because: text.optional().meta({ description: 'Why it is derived: shown wherever the pots are' }),
});

const balanceRule = z.strictObject({
  id: code,
  kind: z.literal('balance'),
  clause: text,
  unspent: z.enum(['carried-forward', 'owed-back']).default('carried-forward'),
});

const ringFenceRule = z.strictObject({
  id: code,
  kind: z.literal('ring-fence'),
  clause: text,
  heading: code,
  source: code.optional(),
  allocations: partnerAmounts.optional().meta({
    description: 'What each body that spends it is allotted; they add up to the heading’s allocation',
  }),
  allocations_provenance: z.enum(['stated', 'derived', 'illustrative']).default('stated'),
});

const performanceRule = z.strictObject({
  id: code,
  kind: z.literal('performance-payment'),
  clause: text,
  heading: code,
  cap: z.enum(['planned', 'annual']).default('planned').meta({
    description: 'Whether a quarter earns up to the reduction planned so far, or up to the year’s',
  }),
  clawback: yesOrNo.default('no').meta({ description: 'Whether a later rise takes back what was paid' }),
  price: numeral.optional().meta({ description: 'The national price of an admission, in the unit of this file' }),
  target: numeral.optional().meta({ description: 'The target reduction, in percent of the baseline' }),
  paid_after: z
    .enum(['0', '1', '2', '3', '4'])
    .default('1')
    .meta({
      description: 'How many quarters after it was measured a quarter is paid',
      ...plainScalar,
    }),
  pots: z.array(pot).min(1).optional().meta({
    description: 'Each partner’s pot; left out: its row of plan.csv under the heading',
  }),
});

const varianceRule = z.strictObject({
  id: code,
  kind: z.literal('variance'),
  clause: text,
  policy: z.enum(variancePolicies).meta({ description: 'Who bears an overspend and holds an underspend' }),
  pool: code.optional().meta({ description: 'Only the headings of this pool' }),
  heading: code.optional().meta({ description: 'Only this heading' }),
  among: z.array(code).min(1).optional().meta({
    description: 'Who shares; left out: every partner that contributes to the pool',
  }),
  shares: z.array(share).min(1).optional().meta({ description: 'For fixed shares: percents that add up to 100' }),
  lead: code.optional().meta({ description: 'Who bears all, or what is above the limit; left out: the host' }),
  limit: numeral.optional().meta({ description: 'For capped: how much is shared, in the unit of this file' }),
  shared_by: z.enum(['equal', 'pro-rata', 'fixed-shares']).optional().meta({
    description: 'For capped: how it is shared up to the limit; left out: pro-rata',
  }),
  weigh: z.enum(weighedMoney).optional().meta({
    description: 'For pro-rata: all weighs ring-fenced and capital contributions too; left out: money at risk',
  }),
});

const rule = z.discriminatedUnion('kind', [balanceRule, ringFenceRule, performanceRule, varianceRule]);

/** A published table that controls are tied out to. */
const table = z.strictObject({
  code: code.meta({ description: 'What controls call it, such as appendix-3' }),
  name: text.meta({ description: 'What the paper calls it' }),
  file: text.meta({ description: 'A CSV file or a workbook of the fund folder' }),
  ...partOfWorkbook,
  unit: z.enum(tableUnits).meta({ description: 'What its figures are in' }),
  partners: z.record(z.string(), text).optional().meta({
    description: 'What the table calls each partner: its code, and the words of a column header or a cell',
  }),
});

const threshold = z.strictObject({
  amount: numeral.meta({ description: 'A variance is marked from here, in the unit of this file' }),
  percent: numeral.meta({ description: 'And from here, in percent of the plan: both must be reached' }),
});

/** The shape of agreement.yaml. Which codes exist is checked afterwards, in `resolve.ts`. */
export const agreementSchema = z.strictObject({
  fund,
  unit: unit.meta({ description: 'The unit of every amount in this file' }),
  partners: z.array(partner).min(1),
  successors: z
    .array(z.strictObject({ code, successor: code }))
    .default([])
    .meta({
      description:
        'Bodies that are no partners here, each with the body that took its place: a chain goes on over them',
    }),
  groups: z.array(z.strictObject({ code, name: text, also, members: z.array(code).min(1) })).default([]),
  localities: z.array(z.strictObject({ code, name: text })).default([]),
  pools: z.array(z.strictObject({ code, name: text, also, host: code })).min(1),
  sources: z
    .array(z.strictObject({ code, name: text, also, nature, form: z.enum(['money', 'in-kind']).default('money') }))
    .min(1),
  headings: z.array(heading).min(1),
  contributions: z
    .array(z.strictObject({ partner: code, source: code, pool: code.optional(), amount: numeral }))
    .min(1),
  instalments: z
    .array(z.strictObject({ quarter: z.enum(quarters), due: text, percent: numeral }))
    .optional()
    .meta({ description: 'Left out: four equal quarters, due on the first day of each' }),
  rules: z.array(rule).min(1),
  thresholds: z.strictObject({ amber: threshold, red: threshold }).optional().meta({
    description: 'From where a variance is amber, and from where red; left out: nothing is marked',
  }),
  ledgers: z.array(ledger).default([]),
  tables: z.array(table).default([]).meta({ description: 'Published tables that controls.csv refers to' }),
});

/** agreement.yaml as written, with every scalar still text. */
export type AgreementDocument = z.infer<typeof agreementSchema>;
