import { z } from 'zod';
import { units } from '../money/unit.js';
import { quarters } from './financial-year.js';
import { ledgerKindNames } from './ledger-kinds.js';
import { code, numeral, text } from './scalars.js';

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

const partner = z.strictObject({
  code,
  scheme: z.enum(['ods', 'gss', 'local']).meta({ description: 'Whose code it is' }),
  name: text,
  short: text.optional().meta({ description: 'What tables print in place of the name' }),
  kind: z.enum(['ccg', 'icb', 'county-council', 'unitary-council', 'district-council', 'nhs-england', 'other']),
  locality: code.optional(),
  successor: code.optional().meta({ description: 'The code of the body that later took its place' }),
});

const heading = z.strictObject({
  code,
  name: text,
  nature,
  arrangement: z.enum(['pooled', 'aligned', 'lead-commissioned']).default('pooled'),
  applied_by: code.meta({ description: 'The partner or group that spends it' }),
  pool: code.optional(),
  allocation: numeral.meta({ description: 'What the flow of funds allots to it, in the unit of this file' }),
});

const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    id: code,
    kind: z.literal('balance'),
    clause: text,
    unspent: z.enum(['carried-forward', 'owed-back']).default('carried-forward'),
  }),
  z.strictObject({
    id: code,
    kind: z.literal('ring-fence'),
    clause: text,
    heading: code,
    source: code.optional(),
  }),
  z.strictObject({ id: code, kind: z.literal('performance-payment'), clause: text, heading: code }),
]);

const ledger = z.strictObject({
  kind: z.enum(ledgerKindNames),
  files: text.meta({ description: 'A path in the fund folder; * stands for any characters of a name' }),
  unit: unit.optional(),
  columns: z.record(z.string(), text).optional().meta({ description: 'Our column name: the header in the file' }),
});

/** The shape of agreement.yaml. Which codes exist is checked afterwards, in `resolve.ts`. */
export const agreementSchema = z.strictObject({
  fund,
  unit: unit.meta({ description: 'The unit of every amount in this file' }),
  partners: z.array(partner).min(1),
  groups: z.array(z.strictObject({ code, name: text, members: z.array(code).min(1) })).default([]),
  localities: z.array(z.strictObject({ code, name: text })).default([]),
  pools: z.array(z.strictObject({ code, name: text, host: code })).min(1),
  sources: z
    .array(z.strictObject({ code, name: text, nature, form: z.enum(['money', 'in-kind']).default('money') }))
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
  ledgers: z.array(ledger).default([]),
});

/** agreement.yaml as written, with every scalar still text. */
export type AgreementDocument = z.infer<typeof agreementSchema>;
