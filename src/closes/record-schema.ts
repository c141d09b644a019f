import * as z from 'zod';
import { isRealDay, parseFinancialYear, quarters } from '../agreement/financial-year.js';
import { ledgerKindNames } from '../agreement/ledger-kinds.js';
import { plainText } from '../diagnostics/plain-text.js';
import { encodings } from '../ledger/encoding.js';
import { units } from '../money/unit.js';
import { resultSchema } from '../statement/reconciliation-schema.js';
import { amount, amountPatterns, figureUnit } from '../statement/scalars-schema.js';

/** The form in which records are written; those of the forms before are read as well. */
export const recordVersion = 3;

/** Words that are shown: whoever sealed them, they are one line of visible characters. */
const words = z.string().overwrite(plainText);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256');

const day = z.string().refine((text) => {
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return isRealDay(Number(y), Number(m), Number(d));
}, 'is no day');

const year = z.string().refine((text) => parseFinancialYear(text)?.label === text, 'is no financial year');

const row = z.tuple([z.number().int(), z.string()]).meta({
  description: 'The line it began on, and its text as it stood in the file',
});

const form = z.strictObject({ encoding: z.enum(encodings), hasMark: z.boolean(), lineEnd: z.string() }).meta({
  description: 'How the file was written: its encoding, with a byte order mark or without, and its line ends',
});

const ledger = z.strictObject({
  path: words,
  kind: z.enum(ledgerKindNames),
  header: z.string().meta({
    description:
      'As it stood in the file, with Excel’s sep= line where there was one; of a described export our columns',
  }),
  isDescribed: z.literal(true).optional().meta({
    description:
      'That its rows are what an export said by the agreement’s description of it; absent where they are as they stood',
  }),
  columns: z
    .array(z.tuple([z.string(), z.number().int().min(0)]))
    .meta({ description: 'The columns by their documented names, and where they stood, counted from 0' }),
  unit: z.enum(units).meta({ description: 'What its amounts were in' }),
  rows: z.array(row).meta({ description: 'The rows that this close closed' }),
  form,
  isWhollyClosed: z.boolean().meta({ description: 'Whether every row of the file belonged to a closed quarter' }),
});

const figure = z
  .tuple([words, figureUnit, z.string()])
  .refine(([, unit, text]) => amountPatterns[unit].test(text), 'is a figure without an amount');

const lineToDate = z.strictObject({ code: words, label: words, toDate: amount });

const finding = z.strictObject({
  code: words,
  message: words,
  file: words.optional(),
  line: z.number().int().optional(),
});

/** What a quarter was closed with: absent from the record of a reopening. */
const closedWith = z.strictObject({
  findings: z.array(finding).meta({ description: 'What did not reconcile, and was accepted for the reason given' }),
  conclusion: words,
  figures: z
    .array(figure)
    .meta({ description: 'Every figure of the statement: its stable name, its unit and its amount' }),
  returnToDate: z
    .array(lineToDate)
    .meta({ description: 'The lines of the annual return, up to the end of the quarter' }),
  ledgers: z.array(ledger),
});

const input = z.strictObject({
  path: words,
  sha256,
  rows: z.number().int(),
  says: sha256.optional().meta({
    description:
      'SHA-256 of what a file says, whatever its line ends and the look of its cells: of the agreement, controls, the pro-forma and published tables',
  }),
});

const head = {
  format: z.literal('bcf.close', 'is another format'),
  formatVersion: z.literal(recordVersion),
  tool: z.strictObject({ name: z.literal('bcf'), version: words }),
  number: z.number().int(),
  kind: z.enum(['closed', 'reopened']),
  what: z.enum([...quarters, 'year']),
  fund: words,
  year,
  by: words,
  on: day,
  reason: words.optional().meta({ description: 'Why it was reopened, or closed with differences' }),
  previous: sha256
    .optional()
    .meta({ description: 'SHA-256 of the record before, with plain line ends; absent from the first' }),
  inputs: z.array(input),
};

const seal = sha256.meta({
  description: 'SHA-256 of the record’s bytes, with plain line ends and without these 64 characters',
});

/** The record of a close. The statement in it is read as it is: another version may have written it. */
export const recordSchema = z.strictObject({
  ...head,
  result: z.looseObject({}).optional(),
  closedWith: closedWith.optional(),
  seal,
});

/**
 * What a record says of itself: enough to follow it, and to reopen what it closed, whatever else is in it. A row of form 2
 * has its SHA-256 before its text, which is all that sets it apart.
 */
export const recordHeadSchema = recordSchema.extend({
  formatVersion: z.literal([2, recordVersion], 'is a form of record that this bcf does not read'),
  result: z.unknown().optional(),
  closedWith: z.unknown().optional(),
});

/** What a quarter was closed with; of its rows, which are read apart, only which list of rows of the record they are. */
export const closedWithSchema = closedWith.extend({
  ledgers: z.array(ledger.extend({ rows: z.custom<readonly number[]>(isSection, 'are no rows') })),
});

function isSection(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 1 && value.every(Number.isSafeInteger);
}

/** The whole record, as this version writes it. */
export const closeDocumentSchema = z.strictObject({
  ...head,
  result: resultSchema.optional(),
  closedWith: closedWith.optional(),
  seal,
});

export type CloseRecord = z.infer<typeof recordSchema>;
/** A record before its rows are written, and it is sealed. */
export type UnsealedRecord = Omit<CloseRecord, 'closedWith' | 'seal'> & {
  readonly closedWith?: Omit<NonNullable<CloseRecord['closedWith']>, 'ledgers'>;
};
export type RecordHead = z.infer<typeof recordHeadSchema>;
export type RecordedClosing = z.infer<typeof closedWithSchema>;
export type ClosedLedger = z.infer<typeof ledger>;
export type RecordedFigure = z.infer<typeof figure>;

export type ClosedWhat = CloseRecord['what'];
