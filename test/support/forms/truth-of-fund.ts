import { reconciliationPages } from '../../../src/pages/reconciliation-pages.js';
import { checkResultSchema } from '../../../src/statement/check-schema.js';
import { checkDocumentSchema, reconciliationDocumentSchema } from '../../../src/statement/document-schema.js';
import { figuresOf } from '../../../src/statement/figure-names.js';
import { resultSchema } from '../../../src/statement/reconciliation-schema.js';
import { statementSheets } from '../../../src/workbook/statement-sheets.js';
import { namedFigures } from '../../../src/workbook/working.js';
import { workedFrom } from '../../workbook/funds.js';
import { bcf } from '../bcf.js';
import { type Asked, argumentsOf } from './drawn-forms.js';
import { type TruthTable, truthOf } from './truth.js';
import { type Truth, truthOfPages } from './truth-of-pages.js';

/** What every form of a statement must say, its workbooks too. */
export interface TruthOfFund extends Truth {
  readonly sheetNames: readonly string[];
  readonly sheetTables: readonly TruthTable[];
}

/** The truth of a statement: its document, and what `check --json` holds against it and counts. */
export async function truthOfFund(asked: Asked): Promise<TruthOfFund> {
  const args = argumentsOf(asked);
  const { stdout } = await bcf(['reconcile', ...args, '--json']);
  const { result, ...envelope } = reconciliationDocumentSchema.parse(JSON.parse(stdout));
  const check = checkDocumentSchema.parse(JSON.parse((await bcf(['check', ...args, '--json'])).stdout));
  if (result === undefined) throw new Error('no statement');
  const figures = figuresOf(resultSchema, result);
  const checked = check.result === undefined ? [] : figuresOf(checkResultSchema, check.result);
  const amounts = new Map([...figures, ...checked].map(({ name, amount }) => [name, amount]));
  const worked = await workedFrom(asked.folder, { asAt: asked.asAt });
  // Figures are called by their names here.
  namedFigures(worked);
  const pages = reconciliationPages(worked.result, envelope, { full: true, verbose: true, all: true });
  const sheets = statementSheets(worked);
  return {
    figures,
    amounts,
    ...truthOfPages(pages, stdout, amounts),
    sheetNames: sheets.map(({ name }) => name),
    sheetTables: sheets.flatMap(({ tables }) => tables.map((table) => truthOf(table, amounts))),
  };
}
