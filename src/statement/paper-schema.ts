import * as z from 'zod';
import { cellTableSchema } from './cell-table.js';
import { fundSchema } from './reconciliation-schema.js';

/** The papers that regulation and the finance group ask for (R6). */
export const paperNames = ['pro-forma', 'quarterly', 'annual', 'dfg', 'aggregate', 'return'] as const;

const page = z.strictObject({
  title: z.string(),
  paragraphs: z.array(z.string()),
  tables: z.array(cellTableSchema),
});

export const paperSchema = z.strictObject({
  name: z.enum(paperNames),
  title: z.string(),
  pages: z.array(page),
  conclusion: z.string().meta({ description: 'The one line that matters most' }),
});

/** What `bcf report` says: a paper, every table of it in typed cells. */
export const reportResultSchema = z.strictObject({ fund: fundSchema, paper: paperSchema });

export type PaperName = (typeof paperNames)[number];
export type Paper = z.infer<typeof paperSchema>;
export type Page = Paper['pages'][number];
