import * as z from 'zod';
import { fundSchema } from './reconciliation-schema.js';
import { figureUnit, ruleId } from './scalars-schema.js';

const number = z.string().regex(/^-?\d+(\.\d+)?$/);

const at = z.strictObject({
  file: z.string(),
  sheet: z.string().optional().meta({ description: 'Of a workbook' }),
  line: z.number().int().optional().meta({ description: 'Of a workbook the row of its sheet' }),
});

const row = z.strictObject({
  ...at.shape,
  line: z.number().int(),
  amount: number.meta({ description: 'What the row adds to the figure above it' }),
  date: z.string().optional().meta({ description: 'As the row has it; of a forecast the quarter as at which it is' }),
  reference: z.string().optional(),
  note: z.string().optional(),
  accrual: z.string().optional().meta({ description: 'Whether it is an accrual or a reversal of one' }),
  adjusts: z.string().optional().meta({ description: 'The row that it corrects, of an earlier year behind the year' }),
  deliveredBy: z.string().optional(),
});

/** One figure of a trace, and what it is made of. */
const node = z.strictObject({
  name: z.string().optional().meta({ description: 'Absent for a step that no statement prints' }),
  what: z.string(),
  how: z.string().optional().meta({ description: 'The formula, in words' }),
  rule: z.strictObject({ id: ruleId, clause: z.string() }).optional(),
  unit: figureUnit,
  amount: number.meta({
    description:
      'Pounds and pence, a whole number, pounds to six places, or what is stated with as many decimals as it has',
  }),
  sign: z.enum(['+', '-', 'input']).meta({ description: 'How it counts in the figure above; input of a formula' }),
  kind: z.enum(['sum', 'formula', 'rows', 'given']).meta({
    description: 'sum: its parts add up to it; formula: they are what it takes; rows: of a ledger; given: stated',
  }),
  at: at.optional(),
  account: z.string().optional().meta({ description: 'Of rows: the account of the journal' }),
  quarter: z.string().optional(),
  provenance: z.enum(['derived', 'illustrative']).optional().meta({
    description: 'derived: worked out from what is printed; illustrative: made up',
  }),
  rows: z.array(row).optional().meta({ description: 'The first of them, in the order of files and lines' }),
  moreRows: z.strictObject({ count: z.number().int(), amount: number }).optional(),
  below: z.number().int().optional().meta({ description: 'How many parts it has that are deeper than was asked for' }),
  isShownAbove: z.literal(true).optional().meta({ description: 'Its parts stand where the same figure came before' }),
  get parts() {
    return z.array(node).optional();
  },
});

/** What `bcf trace` says. */
export const traceResultSchema = z.strictObject({
  fund: fundSchema,
  against: fundSchema.optional().meta({ description: 'The second fund, where two are compared' }),
  asked: z.string(),
  depth: z.number().int().meta({ description: 'How many levels below the figure are shown' }),
  deepest: z.number().int().meta({ description: 'How many levels there are' }),
  trace: node,
});

/** What `bcf trace --from` says. */
export const touchedResultSchema = z.strictObject({
  fund: fundSchema,
  row: z.strictObject({ ...at.shape, line: z.number().int(), kind: z.string(), text: z.string() }),
  postings: z.array(
    z.strictObject({ book: z.string(), quarter: z.string().optional(), account: z.string(), amount: number }),
  ),
  figures: z.array(
    z.strictObject({
      name: z.string(),
      what: z.string(),
      unit: figureUnit,
      amount: number,
    }),
  ),
  message: z.string(),
});

export type TraceDocumentNode = z.infer<typeof node>;
export type TraceResult = z.infer<typeof traceResultSchema>;
export type TouchedResult = z.infer<typeof touchedResultSchema>;
export type TracedRow = z.infer<typeof row>;
