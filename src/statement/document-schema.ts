import { z } from 'zod';
import { resultSchema } from './reconciliation-schema.js';

const diagnostic = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  class: z.enum(['usage', 'agreement', 'input', 'finding', 'warning']),
  message: z.string(),
  help: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  file: z.string().optional(),
  line: z.number().int().optional(),
  column: z
    .number()
    .int()
    .optional()
    .meta({ description: 'Of a field its position in the row; else the character; from 1' }),
  columnLetter: z.string().optional(),
  field: z.string().optional(),
  rule: z.strictObject({ id: z.string(), kind: z.string(), clause: z.string() }).optional(),
  occurrences: z.number().int().optional(),
  alsoAt: z.array(z.strictObject({ file: z.string(), line: z.number().int().optional() })).optional(),
});

const input = z.strictObject({ path: z.string(), sha256: z.string(), rows: z.number().int() });

/** The document that `bcf reconcile --json` prints. `result` is absent where the inputs could not be used. */
export const reconciliationDocumentSchema = z.strictObject({
  format: z.literal('bcf.reconciliation'),
  formatVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('bcf'), version: z.string() }),
  inputs: z.array(input),
  result: resultSchema.optional(),
  diagnostics: z.array(diagnostic),
  counts: z.strictObject({
    errors: z.number().int(),
    findings: z.number().int(),
    breaches: z.number().int(),
    warnings: z.number().int(),
    checksPassed: z.number().int(),
    checksFailed: z.number().int(),
  }),
});

export type ReconciliationDocument = z.infer<typeof reconciliationDocumentSchema>;
export type DiagnosticDocument = z.infer<typeof diagnostic>;

/** The JSON Schema of the reconciliation document; `bcf schema reconciliation` prints it. */
export function reconciliationJsonSchema(): object {
  const generated = z.toJSONSchema(reconciliationDocumentSchema, { target: 'draft-7' });
  return { title: 'bcf reconciliation', description: 'What bcf reconcile --json prints', ...generated };
}
