import type { Line, Pages, Part } from '../../../src/pages/page.js';
import { reconciliationPages } from '../../../src/pages/reconciliation-pages.js';
import { checkResultSchema } from '../../../src/statement/check-schema.js';
import { checkDocumentSchema, reconciliationDocumentSchema } from '../../../src/statement/document-schema.js';
import { figuresOf, type NamedFigure } from '../../../src/statement/figure-names.js';
import { resultSchema } from '../../../src/statement/reconciliation-schema.js';
import { statementSheets } from '../../../src/workbook/statement-sheets.js';
import { namedFigures } from '../../../src/workbook/working.js';
import { workedFrom } from '../../workbook/funds.js';
import { bcf } from '../bcf.js';
import { type Asked, argumentsOf } from './drawn-forms.js';
import { amountsOf } from './read-table.js';
import { type TruthTable, truthOf } from './truth.js';

/** What every form of a statement must say, by `--json`. */
export interface TruthOfFund {
  /** The figures of the statement, as its document has them. */
  readonly figures: readonly NamedFigure[];
  /** Those, and what `check --json` holds against them and counts, by name. */
  readonly amounts: ReadonlyMap<string, string>;
  /** Amounts that words say, beside tables or in them, and that stand nowhere in the document. */
  readonly onlyInWords: readonly string[];
  readonly tables: readonly TruthTable[];
  /** The amounts in words beside the tables, in their order; and without what is said below the tables. */
  readonly prose: readonly string[];
  readonly proseApart: readonly string[];
  readonly sheetNames: readonly string[];
  readonly sheetTables: readonly TruthTable[];
}

/**
 * Where each figure stands is the program's own word; what it comes to is `--json`'s. A form that has a figure in another
 * place, or another figure in its place, differs.
 */
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
  const tables = partsOf(pages).flatMap((part) => (part.kind === 'table' ? [truthOf(part.table, amounts)] : []));
  const prose = proseOf(pages, wordsOf);
  const inTables = tables.flatMap(({ rows }) => rows.flat().flatMap(({ says }) => amountsOf(says)));
  const inDocument = new Set(amountsOf(stdout));
  return {
    figures,
    amounts,
    onlyInWords: [...prose, ...inTables].filter((amount) => !inDocument.has(amount)),
    tables,
    prose,
    proseApart: proseOf(pages, (part) => (part.kind === 'table' ? [] : wordsOf(part))),
    sheetNames: sheets.map(({ name }) => name),
    sheetTables: sheets.flatMap(({ tables }) => tables.map((table) => truthOf(table, amounts))),
  };
}

function partsOf({ pages }: Pages): Part[] {
  return pages.flatMap(({ parts }) => parts);
}

function proseOf(pages: Pages, of: (part: Part) => string[]): string[] {
  const words = [...partsOf(pages).flatMap(of), ...pages.legend, ...pages.last.map(textOf)];
  return words.flatMap(amountsOf);
}

/** What is said in words of a part, or below its table. */
function wordsOf(part: Part): string[] {
  switch (part.kind) {
    case 'paragraph':
      return [part.text];
    case 'lines':
      return part.lines.map(textOf);
    case 'list':
      return [part.title, ...part.lines.map(textOf)];
    case 'table':
      return [part.table.title, ...part.table.notes];
    case 'amounts':
      return part.lines.flatMap(({ amount, text }) => [amount, text]);
    case 'tree':
      return [];
    case 'verbatim':
      return [part.title, ...part.lines];
  }
}

function textOf({ spans }: Line): string {
  return spans.map(({ text }) => text).join('');
}
