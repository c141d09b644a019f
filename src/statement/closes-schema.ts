import * as z from 'zod';
import { quarters } from '../agreement/financial-year.js';
import { amount, count, figureUnit, listOf, quarter } from './scalars-schema.js';

const what = z.enum([...quarters, 'year']);

const closeRecord = z.strictObject({
  file: z.string(),
  kind: z.enum(['closed', 'reopened']),
  what,
  by: z.string(),
  on: z.string(),
  reason: z.string().optional().meta({ description: 'Why it was reopened, or closed with differences' }),
  version: z.string().meta({ description: 'The version of bcf that wrote it' }),
  seal: z.string(),
});

const rowChange = z.strictObject({
  change: z.enum(['changed', 'vanished', 'appeared', 'swallowed']),
  quarter: z
    .string()
    .meta({ description: 'The closed quarter that the row belongs to, or the year: the plan is closed with Q1' }),
  file: z.string(),
  line: z.number().int().optional().meta({ description: 'Where it stands now' }),
  lineAsClosed: z.number().int().optional(),
  was: z.string().optional(),
  now: z.string().optional(),
  record: z.string().meta({ description: 'The record of the close since when' }),
});

const rewrittenFile = z.strictObject({
  file: z.string(),
  rows: count.meta({ description: 'How many closed rows of it are written another way; 0 where no row is' }),
  how: z.array(z.string()).meta({ description: 'In what its writing differs' }),
});

const figureChange = z.strictObject({
  quarter,
  figure: z.string(),
  unit: figureUnit,
  recorded: z.string().optional(),
  now: z.string().optional(),
  difference: z.string().optional().meta({ description: 'now − recorded, where both are known' }),
});

const adjustment = z.strictObject({
  file: z.string(),
  sheet: z.string().optional().meta({ description: 'Of a workbook' }),
  line: z.number().int(),
  quarter,
  body: z.string(),
  reference: z.string(),
  adjusts: z.string().meta({ description: 'The reference of the row that it corrects' }),
  adjustsQuarter: quarter,
  amount,
});

/** What is closed, and whether it is still what it was: the public model of `bcf verify`. */
export const verificationSchema = z.strictObject({
  records: z.array(closeRecord),
  closed: z
    .array(closeRecord)
    .meta({ description: 'What is closed now: the record by which each quarter, or the year, was' }),
  rows: z.array(rowChange).meta({ description: 'Rows of closed quarters that are not what they were' }),
  rewritten: z
    .array(rewrittenFile)
    .meta({ description: 'Files that are written another way than when they were closed, and say the same' }),
  figures: z.array(figureChange).meta({ description: 'Figures of closed statements that are not what they were' }),
  areFiguresKnown: z
    .boolean()
    .meta({ description: 'False where the files cannot be used, so that no figure can be made again' }),
  adjustments: listOf({ file: 'file', line: 'line' }, adjustment).meta({
    description: 'Rows that correct rows of closed quarters',
  }),
  counts: z.strictObject({
    changed: count,
    vanished: count,
    appeared: count,
    swallowed: count,
    rewritten: count,
    figures: count,
  }),
  conclusion: z.strictObject({ verified: z.boolean(), message: z.string() }),
});

/** What `bcf verify` says. */
export const verifyResultSchema = z.strictObject({
  fund: z.strictObject({ name: z.string(), year: z.string() }),
  ...verificationSchema.shape,
});

/** What `bcf close` says that it did. */
export const closingResultSchema = z.strictObject({
  fund: z.strictObject({ name: z.string(), year: z.string() }),
  record: closeRecord,
  rows: z.number().int().meta({ description: 'How many rows it closed' }),
  files: z.number().int().meta({ description: 'In how many files they stand' }),
  alsoWritten: z
    .array(z.strictObject({ file: z.string(), why: z.string() }))
    .meta({ description: 'Files that were written beside the record' }),
  conclusion: z.string().meta({ description: 'Of the statement that was closed' }),
  planned: amount.optional().meta({ description: 'What the plan brings in, as closed' }),
  plannedApplied: amount.optional().meta({ description: 'What it applies' }),
  broughtForward: amount.optional(),
  received: amount.optional().meta({ description: 'To date, as closed' }),
  applied: amount.optional(),
  balance: amount.optional().meta({ description: 'What stands in the pools' }),
  warnings: z.number().int().meta({ description: 'What is said of the statement, and did not hinder the close' }),
});

/** What a statement says of closes. */
export const closedSchema = verificationSchema.pick({ closed: true, conclusion: true });

export type VerifyResult = z.infer<typeof verifyResultSchema>;
export type ClosingResult = z.infer<typeof closingResultSchema>;
export type Verification = z.infer<typeof verificationSchema>;
export type Closed = z.infer<typeof closedSchema>;
export type CloseEntry = z.infer<typeof closeRecord>;
export type RowChange = z.infer<typeof rowChange>;
export type FigureChange = z.infer<typeof figureChange>;
export type Adjustment = z.infer<typeof adjustment>;
