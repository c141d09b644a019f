import { paperPages, tablesOf } from '../pages/paper-pages.js';
import { figuresShown } from '../pages/papers/figures-shown.js';
import { paperOf } from '../pages/papers/paper.js';
import { tableSheet } from '../pages/table-sheet.js';
import type { NamedFigure } from '../statement/figure-names.js';
import type { PaperName } from '../statement/paper-schema.js';
import { reportFigures } from '../statement/report-figures.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, reportOptions, runStatement } from './run-statement.js';

interface PaperOptions extends ReportOptions {
  readonly paper: PaperName;
}

/** Flags as the command line gives them, as plain options. */
export function parseReport(paper: PaperName, folder: string, flags: unknown): PaperOptions {
  return { paper, ...reportOptions(folder, flags) };
}

/** One of the papers that regulation and the finance group ask for. */
export function runReport(options: PaperOptions, world: World): Promise<Outcome> {
  let named: readonly NamedFigure[] = [];
  return runStatement('report')(options, world, {
    format: 'bcf.report',
    verb: 'report',
    extras: ['pro-forma'],
    section: (fund) => {
      const { figures, diagnostics } = reportFigures(fund, options.asAt);
      const paper = paperOf(options.paper, figures);
      named = figures.named;
      return { result: { fund: figures.statement.fund, paper }, diagnostics };
    },
    figures: ({ paper }) => figuresShown(paper, named),
    shows: {
      pages: (result) => paperPages(result, options),
      sheet: ({ paper }) => tableSheet(tablesOf(paper)),
    },
  });
}
