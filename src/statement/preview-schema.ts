import * as z from 'zod';
import { passedOverSchema } from './passed-over.js';
import { amount, count, listOf, quarter } from './scalars-schema.js';

const place = z.strictObject({
  letter: z.string().meta({ description: 'As a spreadsheet calls the column' }),
  header: z.string(),
});

const readColumn = z.strictObject({
  column: z.string().meta({ description: 'Ours' }),
  from: z.array(place).meta({ description: 'Where its cells come from in the file; none of a constant' }),
  why: z.enum(['own-name', 'other-spelling', 'declared', 'constant', 'mapped', 'not-there']),
  how: z.string().meta({ description: 'The same in words' }),
});

const previewedRow = z.strictObject({
  line: z.number().int(),
  quarter: quarter.optional(),
  cells: listOf({ column: 'column' }, z.strictObject({ column: z.string(), text: z.string() })),
});

/** What `bcf preview` says. */
export const previewResultSchema = z.strictObject({
  fund: z.strictObject({ name: z.string(), year: z.string() }),
  file: z.string().meta({ description: 'As the user calls it' }),
  replaces: z
    .string()
    .optional()
    .meta({ description: 'The file of the fund in whose place it was read, since it would have its name' }),
  entry: z.strictObject({
    kind: z.string(),
    files: z.string(),
    line: z.number().int().optional().meta({ description: 'Of agreement.yaml; absent of what bcf takes by itself' }),
    isNew: z.literal(true).optional().meta({ description: 'That agreement.yaml has several of the kind, none of it' }),
  }),
  layout: z
    .strictObject({
      encoding: z.string(),
      separator: z.string().meta({ description: 'Means nothing of a workbook' }),
      sheet: z.string().optional().meta({ description: 'Of a workbook the sheet that was read; lines are its rows' }),
      headerLine: z.number().int(),
      unit: z.string().optional().meta({ description: 'Of its amounts; absent of a ledger without money' }),
    })
    .optional()
    .meta({ description: 'Absent where no line of it can be the header' }),
  columns: listOf({ column: 'column' }, readColumn),
  unread: z.array(place).meta({ description: 'Columns that nobody reads' }),
  ignored: z.array(place).meta({ description: 'Columns that the agreement says to ignore' }),
  passedOver: listOf({ what: 'what', text: 'text' }, passedOverSchema),
  rows: count.meta({ description: 'How many rows it has' }),
  posted: count.meta({ description: 'How many of them can be posted' }),
  amount: amount.optional().meta({ description: 'Of those, in all; absent of a ledger without one amount a row' }),
  headings: listOf({ heading: 'heading' }, z.strictObject({ heading: z.string(), rows: count, amount })),
  byDefault: listOf(
    { map: 'map', sheet: 'sheet', line: 'line', code: 'code' },
    z.strictObject({
      map: z.string().meta({ description: 'The table of codes by which they were read' }),
      sheet: z.string().optional(),
      line: z.number().int(),
      code: z.string().meta({ description: 'As the file has it' }),
      rows: count,
      amount: amount.optional().meta({ description: 'Absent of a ledger without amounts' }),
    }),
  ).meta({ description: 'Codes of the file without a line of their own, so that they fell to one for any: *' }),
  first: listOf({ line: 'line' }, previewedRow),
  last: listOf({ line: 'line' }, previewedRow),
  errors: count.meta({ description: 'What is wrong in the file, so that it cannot be used as it is' }),
  elsewhere: count.meta({ description: 'Errors in the rest of the fund, which bcf check shows' }),
  proposal: z.string().optional().meta({ description: 'Lines of agreement.yaml that would read it' }),
  isUnlikeAny: z
    .literal(true)
    .optional()
    .meta({ description: 'That none of its first lines is like a header, so that no entry can be proposed for it' }),
});

export type PreviewResult = z.infer<typeof previewResultSchema>;
export type PreviewedRow = z.infer<typeof previewedRow>;
export type ReadColumn = z.infer<typeof readColumn>;
