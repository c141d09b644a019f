import { z } from 'zod';
import { quarters } from '../agreement/financial-year.js';
import { ledgerKindNames } from '../agreement/ledger-kinds.js';
import { resultSchema } from '../statement/reconciliation-schema.js';
import { figureUnit } from '../statement/scalars-schema.js';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const row = z.tuple([z.number().int(), sha256, z.string()]).meta({
  description: 'The line it began on, the SHA-256 of its text as UTF-8, and the text as it stood in the file',
});

const ledger = z.strictObject({
  path: z.string(),
  kind: z.enum(ledgerKindNames),
  header: z.string().meta({ description: 'As it stood in the file, with Excel’s sep= line where there was one' }),
  columns: z
    .array(z.tuple([z.string(), z.number().int()]))
    .meta({ description: 'The columns by their documented names, and where they stood, counted from 0' }),
  isWhollyClosed: z.boolean().meta({ description: 'Whether every row of the file belonged to a closed quarter' }),
  rows: z.array(row).meta({ description: 'The rows that this close closed' }),
});

const figure = z.tuple([z.string(), figureUnit, z.string()]);

const lineToDate = z.strictObject({ code: z.string(), label: z.string(), toDate: z.string() });

const finding = z.strictObject({
  code: z.string(),
  message: z.string(),
  file: z.string().optional(),
  line: z.number().int().optional(),
});

/** What a quarter was closed with: absent from the record of a reopening. */
const closedWith = z.strictObject({
  findings: z.array(finding).meta({ description: 'What did not reconcile, and was accepted for the reason given' }),
  conclusion: z.string(),
  figures: z
    .array(figure)
    .meta({ description: 'Every figure of the statement: its stable name, its unit and its amount' }),
  returnToDate: z
    .array(lineToDate)
    .meta({ description: 'The lines of the annual return, up to the end of the quarter' }),
  ledgers: z.array(ledger),
});

const record = {
  format: z.literal('bcf.close'),
  formatVersion: z.literal(1),
  tool: z.strictObject({ name: z.literal('bcf'), version: z.string() }),
  number: z.number().int(),
  kind: z.enum(['closed', 'reopened']),
  what: z.enum([...quarters, 'year']),
  fund: z.string(),
  year: z.string(),
  by: z.string(),
  on: z.string(),
  reason: z.string().optional().meta({ description: 'Why it was reopened, or closed with differences' }),
  previous: sha256.optional().meta({ description: 'SHA-256 of the record before; absent from the first' }),
  inputs: z.array(z.strictObject({ path: z.string(), sha256, rows: z.number().int() })),
  closedWith: closedWith.optional(),
};

const seal = sha256.meta({ description: 'SHA-256 of the record’s bytes, without these 64 characters' });

/** The record of a close. The statement in it is read as it is: another version may have written it. */
export const recordSchema = z.strictObject({ ...record, result: z.looseObject({}).optional(), seal });

/** The same without a look at its rows, of which there may be a hundred thousand: what the seal has vouched for. */
export const recordHeadSchema = recordSchema.extend({
  closedWith: closedWith.extend({ ledgers: z.array(ledger.extend({ rows: z.unknown() })) }).optional(),
});

const documentSchema = z.strictObject({ ...record, result: resultSchema.optional(), seal });

export type CloseRecord = z.infer<typeof recordSchema>;
export type RecordHead = z.infer<typeof recordHeadSchema>;
export type ClosedLedger = z.infer<typeof ledger>;
export type RecordedFigure = z.infer<typeof figure>;

export type ClosedWhat = CloseRecord['what'];

/** The JSON Schema of a record; `bcf schema close` prints it. */
export function closeJsonSchema(): object {
  const generated = z.toJSONSchema(documentSchema, { target: 'draft-7' });
  return { title: 'bcf close', description: 'A record in closes/, as bcf close writes it', ...generated };
}
