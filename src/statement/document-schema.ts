import * as z from 'zod';
import { apportionmentResultSchema } from './apportionment-schema.js';
import { checkResultSchema } from './check-schema.js';
import { closingResultSchema, verifyResultSchema } from './closes-schema.js';
import { codesMetSchema } from './codes-met.js';
import { comparisonResultSchema } from './comparison-schema.js';
import { figureListSchema } from './figure-list-schema.js';
import { reportResultSchema } from './paper-schema.js';
import { passedOverSchema } from './passed-over.js';
import { performanceSchema, sensitivitySchema, whatIfSchema } from './performance-schema.js';
import { previewResultSchema } from './preview-schema.js';
import { checkSchema, fundSchema, resultSchema } from './reconciliation-schema.js';
import { ringFencesSchema } from './ring-fence-schema.js';
import { amount, count, listOf } from './scalars-schema.js';
import { contributionsSchema, contributionTotalsSchema, settlementSchema } from './settlement-schema.js';
import { touchedResultSchema, traceResultSchema } from './trace-schema.js';
import { varianceSectionSchema, variancesSchema, virementsSchema } from './variance-schema.js';

const diagnostic = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  class: z.enum(['usage', 'agreement', 'input', 'finding', 'warning']),
  message: z.string(),
  help: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  file: z.string().optional(),
  sheet: z.string().optional().meta({ description: 'Of a workbook' }),
  line: z.number().int().optional().meta({ description: 'Of a workbook the row of its sheet' }),
  cell: z.string().optional().meta({ description: 'Of a workbook as a spreadsheet calls it, such as D14' }),
  column: z
    .number()
    .int()
    .optional()
    .meta({ description: 'Of a field its position in the row; else the character; from 1' }),
  columnLetter: z.string().optional(),
  field: z.string().optional(),
  rule: z.strictObject({ id: z.string(), kind: z.string(), clause: z.string() }).optional(),
  occurrences: z.number().int().optional(),
  alsoAt: z
    .array(z.strictObject({ file: z.string(), sheet: z.string().optional(), line: z.number().int().optional() }))
    .optional(),
});

const input = z.strictObject({
  path: z.string(),
  sheet: z.string().optional().meta({ description: 'Of a workbook the sheet that was read' }),
  sha256: z.string(),
  rows: z.number().int(),
  repeated: z
    .strictObject({ rows: count, amount })
    .optional()
    .meta({ description: 'Rows of it that an earlier file has, where they count' }),
  passedOver: z.array(passedOverSchema).optional().meta({ description: 'Lines of the file that are no rows' }),
  taken: z
    .array(z.strictObject({ found: z.string(), code: z.string() }))
    .readonly()
    .optional()
    .meta({ description: 'Words of the file that are no codes, such as names, and the code that was meant by each' }),
  codesMet: codesMetSchema
    .optional()
    .meta({ description: 'Of a table of codes; absent where a ledger that is read by it was not read whole' }),
});

/** What every document has around its result; the result is absent where the inputs could not be used. */
const envelope = {
  formatVersion: z.literal(2),
  tool: z.strictObject({ name: z.literal('bcf'), version: z.string() }),
  inputs: z.array(input),
  diagnostics: z.array(diagnostic),
  counts: z.strictObject({
    errors: z.number().int(),
    findings: z.number().int(),
    breaches: z.number().int(),
    warnings: z.number().int(),
    checksPassed: z.number().int(),
    checksFailed: z.number().int(),
  }),
};

/** The document that `bcf reconcile --json` prints. */
export const reconciliationDocumentSchema = z.strictObject({
  format: z.literal('bcf.reconciliation'),
  result: resultSchema.optional(),
  ...envelope,
});

/** The document that `bcf performance --json` prints. */
export const performanceDocumentSchema = z.strictObject({
  format: z.literal('bcf.performance'),
  result: z
    .strictObject({
      fund: fundSchema,
      performance: performanceSchema.optional(),
      whatIf: whatIfSchema.optional(),
      sensitivity: sensitivitySchema.optional(),
      checks: listOf({ id: 'id' }, checkSchema),
    })
    .optional(),
  ...envelope,
});

/** What `bcf variance` says. */
export const varianceResultSchema = z.strictObject({
  fund: fundSchema,
  variances: variancesSchema,
  varianceTotals: varianceSectionSchema,
  virements: virementsSchema,
  ringFences: ringFencesSchema,
  checks: listOf({ id: 'id' }, checkSchema),
});

/** The document that `bcf variance --json` prints. */
export const varianceDocumentSchema = z.strictObject({
  format: z.literal('bcf.variance'),
  result: varianceResultSchema.optional(),
  ...envelope,
});

/** What `bcf settle` says. */
export const settlementResultSchema = z.strictObject({
  fund: fundSchema,
  contributions: contributionsSchema,
  contributionTotals: contributionTotalsSchema.optional(),
  settlement: settlementSchema.optional(),
  checks: listOf({ id: 'id' }, checkSchema),
});

/** The document that `bcf settle --json` prints. */
export const settlementDocumentSchema = z.strictObject({
  format: z.literal('bcf.settlement'),
  result: settlementResultSchema.optional(),
  ...envelope,
});

/** The document that `bcf check --json` prints. */
export const checkDocumentSchema = z.strictObject({
  format: z.literal('bcf.check'),
  result: checkResultSchema.optional(),
  ...envelope,
});

/** The document that `bcf diff --json` prints. */
export const diffDocumentSchema = z.strictObject({
  format: z.literal('bcf.diff'),
  result: comparisonResultSchema.optional(),
  ...envelope,
});

/** The document that `bcf apportion --json` prints. */
export const apportionmentDocumentSchema = z.strictObject({
  format: z.literal('bcf.apportionment'),
  result: apportionmentResultSchema.optional(),
  ...envelope,
});

/** The document that `bcf close --json` prints. */
export const closingDocumentSchema = z.strictObject({
  format: z.literal('bcf.closing'),
  result: closingResultSchema.optional(),
  ...envelope,
});

/** The document that `bcf verify --json` prints. */
export const verificationDocumentSchema = z.strictObject({
  format: z.literal('bcf.verification'),
  result: verifyResultSchema.optional(),
  ...envelope,
});

/** The document that `bcf report --json` prints. */
export const reportDocumentSchema = z.strictObject({
  format: z.literal('bcf.report'),
  result: reportResultSchema.optional(),
  ...envelope,
});

/** The document that `bcf reconcile --names --json` prints, and so for the other statements. */
export const figuresDocumentSchema = z.strictObject({
  format: z.literal('bcf.figures'),
  result: figureListSchema.optional(),
  ...envelope,
});

/** The document that `bcf trace --json` prints. */
export const traceDocumentSchema = z.strictObject({
  format: z.literal('bcf.trace'),
  result: traceResultSchema.optional(),
  ...envelope,
});

/** The document that `bcf trace --from --json` prints. */
export const touchedDocumentSchema = z.strictObject({
  format: z.literal('bcf.touched'),
  result: touchedResultSchema.optional(),
  ...envelope,
});

/** The document that `bcf preview --json` prints. */
export const previewDocumentSchema = z.strictObject({
  format: z.literal('bcf.preview'),
  result: previewResultSchema.optional(),
  ...envelope,
});

export type PerformanceResult = NonNullable<z.input<typeof performanceDocumentSchema>['result']>;
export type VarianceResult = NonNullable<z.input<typeof varianceDocumentSchema>['result']>;
export type SettlementResult = NonNullable<z.input<typeof settlementDocumentSchema>['result']>;
export type DiagnosticDocument = z.infer<typeof diagnostic>;
export type Envelope = Pick<z.output<typeof reconciliationDocumentSchema>, keyof typeof envelope>;

/** Every document: its schema, and the command that prints it with `--json`. */
export const documents = {
  reconciliation: { schema: reconciliationDocumentSchema, command: 'reconcile' },
  performance: { schema: performanceDocumentSchema, command: 'performance' },
  variance: { schema: varianceDocumentSchema, command: 'variance' },
  settlement: { schema: settlementDocumentSchema, command: 'settle' },
  check: { schema: checkDocumentSchema, command: 'check' },
  report: { schema: reportDocumentSchema, command: 'report' },
  diff: { schema: diffDocumentSchema, command: 'diff' },
  closing: { schema: closingDocumentSchema, command: 'close' },
  verification: { schema: verificationDocumentSchema, command: 'verify' },
  preview: { schema: previewDocumentSchema, command: 'preview' },
  apportionment: { schema: apportionmentDocumentSchema, command: 'apportion' },
  figures: { schema: figuresDocumentSchema, command: 'reconcile --names' },
  trace: { schema: traceDocumentSchema, command: 'trace' },
  touched: { schema: touchedDocumentSchema, command: 'trace --from' },
} as const;
