import { openFund } from '../../../src/fund/open-fund.js';
import { apportionmentPages } from '../../../src/pages/apportionment-pages.js';
import { apportionmentTable } from '../../../src/pages/apportionment-table.js';
import { comparisonPages } from '../../../src/pages/comparison-pages.js';
import { comparisonTable } from '../../../src/pages/comparison-table.js';
import type { Pages } from '../../../src/pages/page.js';
import { paperPages, tablesOf } from '../../../src/pages/paper-pages.js';
import { performancePages } from '../../../src/pages/performance-pages.js';
import { settlementPages } from '../../../src/pages/settlement-pages.js';
import { variancePages } from '../../../src/pages/variance-pages.js';
import { apportion } from '../../../src/statement/apportionment.js';
import { apportionmentRoot } from '../../../src/statement/apportionment-asked.js';
import { apportionmentFigures, apportionmentResultSchema } from '../../../src/statement/apportionment-schema.js';
import type { Cell, CellTable } from '../../../src/statement/cell-table.js';
import { compareFunds } from '../../../src/statement/compare-funds.js';
import { comparisonResultSchema } from '../../../src/statement/comparison-schema.js';
import {
  apportionmentDocumentSchema,
  diffDocumentSchema,
  performanceDocumentSchema,
  reportDocumentSchema,
  settlementDocumentSchema,
  settlementResultSchema,
  varianceDocumentSchema,
  varianceResultSchema,
} from '../../../src/statement/document-schema.js';
import { figuresOf, type NamedFigure } from '../../../src/statement/figure-names.js';
import type { PaperName } from '../../../src/statement/paper-schema.js';
import { performanceFigures } from '../../../src/statement/performance-figures.js';
import { reportFigures } from '../../../src/statement/report-figures.js';
import { performanceSection, settlementSection, varianceSection } from '../../../src/statement/sections.js';
import { comparisonName } from '../../../src/statement/side-asked.js';
import type { Asked } from './drawn-forms.js';

/** A table as it stands beside others in a CSV file. */
export type PlacedTable = CellTable & { readonly page?: string };

type Amount = Omit<NamedFigure, 'figure'>;

/** What a command shows of a fund. */
interface Shows {
  readonly pages: Pages;
  /** The figures that its document has, as that has them. */
  readonly figures: readonly Amount[];
  /** Other figures that those come from, which a form may say they are. */
  readonly origins?: readonly Amount[];
  /** The tables of its CSV; left out: that has a row a figure. */
  readonly csvTables?: readonly PlacedTable[];
}

/** A command that is drawn in the forms that every command has. */
export interface Command {
  /** Its words before the fund folder, and after it. */
  readonly words: readonly string[];
  readonly flags: readonly string[];
  /** Whether no quarter is asked for. */
  readonly isTimeless?: true;
  /** What it shows, of a fund and of the document that it prints. */
  readonly shows: (asked: Asked, document: string) => Promise<Shows>;
}

const everything = { full: true, verbose: true, all: true };

/** One of the papers; its tables are in its document whole. */
export function report(paper: PaperName): Command {
  return {
    words: ['report', paper],
    flags: ['--all'],
    shows: async ({ folder, asAt }, document) => {
      const { result } = reportDocumentSchema.parse(JSON.parse(document));
      if (result === undefined) throw new Error(`no paper: ${paper}`);
      const csvTables = tablesOf(result.paper);
      const cells = csvTables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
      return {
        pages: paperPages(result, everything),
        figures: cells.flatMap(amountOf),
        origins: reportFigures(await opened(folder), asAt).figures.named,
        csvTables,
      };
    },
  };
}

/** The figure of a cell, as the cell has it; words have none. */
function amountOf(cell: Cell): Amount[] {
  if (cell.figure === undefined || cell.kind === 'text') return [];
  const amount = cell.kind === 'money' ? cell.pounds : cell.percent;
  return amount === undefined ? [] : [{ name: cell.figure, unit: cell.kind, amount }];
}

export const variance: Command = {
  words: ['variance'],
  flags: ['--verbose', '--all'],
  shows: async (asked, document) => {
    const { result } = varianceSection(await opened(asked.folder), asked.asAt);
    figuresOf(varianceResultSchema, result);
    const printed = varianceDocumentSchema.parse(JSON.parse(document)).result;
    return { pages: variancePages(result, everything), figures: figuresOf(varianceResultSchema, printed) };
  },
};

export const settle: Command = {
  words: ['settle'],
  flags: ['--verbose'],
  shows: async (asked, document) => {
    const { result } = settlementSection(await opened(asked.folder), asked.asAt);
    figuresOf(settlementResultSchema, result);
    const printed = settlementDocumentSchema.parse(JSON.parse(document)).result;
    return { pages: settlementPages(result, everything), figures: figuresOf(settlementResultSchema, printed) };
  },
};

export const performance: Command = {
  words: ['performance'],
  flags: ['--sensitivity', '--verbose'],
  shows: async (asked, document) => {
    const wanted = { assumptions: [], withSensitivity: true };
    const { result } = performanceSection(await opened(asked.folder), asked.asAt, wanted);
    performanceFigures(result);
    const printed = performanceDocumentSchema.parse(JSON.parse(document)).result;
    return {
      pages: performancePages(result, everything),
      figures: printed === undefined ? [] : performanceFigures(printed),
    };
  },
};

export const diff: Command = {
  words: ['diff'],
  flags: ['--by', 'partner', '--all'],
  shows: async (asked, document) => {
    const fund = await opened(asked.folder);
    const sides = { against: undefined, from: undefined, to: undefined, failOver: undefined };
    const { result } = compareFunds({ fund, ...sides, by: 'partner', asAt: asked.asAt });
    if (result === undefined) throw new Error('nothing is compared');
    const root = comparisonName(result);
    figuresOf(comparisonResultSchema, result, root);
    const printed = diffDocumentSchema.parse(JSON.parse(document)).result;
    return {
      figures: figuresOf(comparisonResultSchema, printed, root),
      pages: comparisonPages(result, everything),
      csvTables: [comparisonTable(result, { withAll: true, isRead: false })],
    };
  },
};

/** Two million pounds over all partners by what they contribute. */
export const apportioned: Command = {
  words: ['apportion', '2000000'],
  flags: ['--by', 'contributions', '--to', '100'],
  isTimeless: true,
  shows: async (asked, document) => {
    const wanted = { amount: '2000000', by: 'contributions', among: undefined, to: '100', against: undefined } as const;
    const { result } = apportion(await opened(asked.folder), wanted);
    if (result === undefined) throw new Error('nothing is apportioned');
    apportionmentFigures(result, wanted);
    const printed = apportionmentDocumentSchema.parse(JSON.parse(document)).result;
    return {
      pages: apportionmentPages(result),
      figures: figuresOf(apportionmentResultSchema, printed, apportionmentRoot(wanted)),
      csvTables: [apportionmentTable(result)],
    };
  },
};

async function opened(folder: string) {
  const { fund, diagnostics } = await openFund(folder, folder, ['tables', 'pro-forma']);
  if (fund === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return fund;
}
