import * as z from 'zod';
import { units } from '../money/unit.js';
import { ledgerKindNames } from './ledger-kinds.js';
import { text, yesOrNo } from './scalars.js';

/** A header of the export, or several, of which a file has one. */
const header = z.union([text, z.array(text).min(1)]);
const words = z.union([text, z.array(text).min(1)]);

/** Where one of our columns comes from, beside a header: which of these stand together, `resolve-columns.ts` says. */
const columnSource = z.strictObject({
  from: header.optional().meta({ description: 'The header whose cell is taken' }),
  or: header.optional().meta({ description: 'The header whose cell is taken where that one is blank' }),
  value: header.optional().meta({ description: 'The header of amounts whose sign is another than ours' }),
  times: text.optional().meta({ description: '-1: a positive amount in the file is a negative one here' }),
  sign: header.optional().meta({ description: 'The header of the column that says whether value is debit or credit' }),
  marked: words
    .optional()
    .meta({ description: 'Beside value: what a credit is marked with in its own cell, such as CR' }),
  debit: words.optional().meta({ description: 'The header of debits; beside sign, the words for a debit' }),
  credit: words.optional().meta({
    description: 'The header of credits; beside sign, the words for a credit',
  }),
});

const column = z.union([text, z.array(z.union([text, z.array(text).min(1)])).min(1), columnSource]);

/** What is read of a file that is a workbook. */
export const partOfWorkbook = {
  sheet: text
    .optional()
    .meta({ description: 'Of a workbook the sheet that is read; left out: the only one that holds anything' }),
  range: text.optional().meta({
    description: 'Of a workbook the cells that are read, B4:H200, or the name that a range or a table has in it',
  }),
};

const codeMap = z.strictObject({
  by: z.union([text, z.array(text).min(1)]).meta({ description: 'The headers of the export that it goes by' }),
  table: text.meta({ description: 'A CSV file or a workbook of the fund folder: the codes of the export, and ours' }),
  ...partOfWorkbook,
});

/** Which files are a ledger, and how they are written. */
export const ledger = z.strictObject({
  kind: z.enum(ledgerKindNames),
  files: text.meta({ description: 'A path in the fund folder; * stands for any characters of a name' }),
  ...partOfWorkbook,
  unit: z.enum(units).optional(),
  header: text.optional().meta({
    description: 'The line of the file that the header is on, 4; auto or left out: the first that has the columns',
  }),
  columns: z.record(z.string(), column).optional().meta({
    description: 'Our column name: the header in the file, several of which a file has one, or where it comes from',
  }),
  constants: z.record(z.string(), text).optional().meta({
    description: 'Our column name: what every row of the file has in it',
  }),
  map: z.record(z.string(), codeMap).optional().meta({
    description: 'Our column name: the table that turns the codes of the export into ours',
  }),
  dates: text.optional().meta({
    description: 'Such as dd/mm/yyyy or mm/dd/yyyy: the order of the numbers, where a date could be two',
  }),
  decimal: z.enum(['point', 'comma']).optional().meta({ description: 'What stands before the pence' }),
  lines_of_a_document: z.enum(['numbered']).optional().meta({
    description: 'numbered: rows with one reference are lines of a document, told apart by their order in the file',
  }),
  reference: z.enum(['none']).optional().meta({
    description: 'none: rows have no reference, and are told apart by all that they say and how often they say it',
  }),
  leave_out: z.record(z.string(), words).optional().meta({
    description: 'A header of the export: the words in it of rows that are none of the ledger, such as Reversed',
  }),
  ignore: z.array(text).min(1).optional().meta({
    description: 'Headers of columns that say nothing of the amount, such as VAT or Balance: they are not read',
  }),
  has_totals: yesOrNo.optional().meta({
    description: 'no: its files have no total rows, and a row that looks like one counts; left out: yes',
  }),
});

/** What is read of a workbook, as it is declared. */
export type PartDocument = { readonly [key in keyof typeof partOfWorkbook]?: string | undefined };

export type LedgerDocument = z.infer<typeof ledger>;
export type ColumnDocument = z.infer<typeof column>;
