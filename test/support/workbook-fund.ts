import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeOds } from 'hucre/ods';
import { type CellValue, type WriteOptions, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { fieldFund } from './field-fund.js';
import type { FundFolder } from './fund-folder.js';

/** A day as a cell of a workbook has it. */
export const day = (month: number, date: number): Date => new Date(Date.UTC(2015, month - 1, date));

export const glHeader = ['Posting date', 'Document', 'Net', 'Text'];

const description = [
  'files: ledgers/gl*',
  'unit: pounds',
  'columns: { date: Posting date, amount: Net, reference: Document, note: Text }',
  'constants: { schedule: ICB1, applied_by: COUNCIL, heading: adult-social-care, source: nhs-minimum }',
];

/** A fund whose expenditure is the one file of the field that is declared to be a workbook. */
export function glFund(more: readonly string[] = []): Promise<FundFolder> {
  return fieldFund([...description, ...more], {});
}

/** Puts a workbook into a fund, as the ending of its name says. */
export async function putWorkbook(
  { path }: FundFolder,
  file: string,
  sheets: WriteSheet[],
  options: Omit<WriteOptions, 'sheets'> = {},
): Promise<void> {
  await mkdir(dirname(join(path, file)), { recursive: true });
  const write = file.endsWith('.ods') ? writeOds : writeXlsx;
  await writeFile(join(path, file), await write({ sheets, ...options }));
}

/** A fund whose expenditure is a workbook of one sheet. */
export async function sheetFund(
  rows: CellValue[][],
  {
    file = 'ledgers/gl.xlsx',
    more = [],
    ...sheet
  }: { file?: string; more?: readonly string[] } & Partial<WriteSheet> = {},
): Promise<FundFolder> {
  const fund = await glFund(more);
  await putWorkbook(fund, file, [{ name: 'GL', rows, ...sheet }]);
  return fund;
}
