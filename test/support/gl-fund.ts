import { fieldFund } from './field-fund.js';
import type { FundFolder } from './fund-folder.js';

/** How the fund of the field describes a general ledger, with the codes of its cost centres in a table. */
export const glDescription = [
  'files: ledgers/gl-*.csv',
  'unit: pounds',
  'columns:',
  '  date: [Posting date, Posted]',
  '  amount: { debit: Debit, credit: Credit }',
  '  reference: [Document no, Line]',
  '  note: { from: Narrative, or: Supplier }',
  'constants: { schedule: ICB1, applied_by: COUNCIL, source: nhs-minimum }',
  'map:',
  '  heading: { by: Cost centre, table: maps/council.csv }',
  'leave_out: { Status: [Reversed] }',
  'ignore: [VAT]',
];

/** The fund of the field with an entry that describes a general ledger, and files beside it. */
export function glFund(files: Readonly<Record<string, string>>): Promise<FundFolder> {
  return fieldFund(glDescription, files);
}
