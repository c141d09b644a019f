import { resolve } from 'node:path';
import * as z from 'zod';
import { lastYearFaults } from '../closes/last-year.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor } from '../diagnostics/exit-code.js';
import { paperPages, tablesOf } from '../pages/paper-pages.js';
import { figuresShown } from '../pages/papers/figures-shown.js';
import { paperOf } from '../pages/papers/paper.js';
import { tableSheet } from '../pages/table-sheet.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import type { NamedFigure } from '../statement/figure-names.js';
import type { PaperName } from '../statement/paper-schema.js';
import { checkReturnCells } from '../statement/papers/return-cells.js';
import { reportFigures } from '../statement/report-figures.js';
import type { Outcome, World } from './io.js';
import { type ReportOptions, reportOptions, runStatement } from './run-statement.js';

const ownFlags = z.object({ lastYear: z.string().optional() });

interface PaperOptions extends ReportOptions {
  readonly paper: PaperName;
}

/** Flags as the command line gives them, as plain options. */
export function parseReport(paper: PaperName, folder: string, flags: unknown): PaperOptions {
  return { paper, ...reportOptions(folder, flags), against: ownFlags.parse(flags).lastYear };
}

/** One of the papers that regulation and the finance group ask for. */
export function runReport(options: PaperOptions, world: World): Promise<Outcome> {
  const { paper: name, against: shownAs } = options;
  if (shownAs !== undefined && name !== 'annual') {
    const fault = diagnose('BCF0002', {
      problem: `--last-year goes with annual, and not with ${name}`,
      command: 'report',
    });
    const stderr = diagnosticsText([fault], world.stderrStyle);
    return Promise.resolve({ stdout: '', stderr, exitCode: exitCodeFor([fault]) });
  }
  let named: readonly NamedFigure[] = [];
  return runStatement('report')(options, world, {
    format: 'bcf.report',
    verb: 'report',
    extras: ['pro-forma'],
    section: async (fund, lastYear) => {
      if (lastYear !== undefined && shownAs !== undefined) {
        const before = { folder: resolve(world.cwd, shownAs), shownAs, fund: lastYear };
        const faults = await lastYearFaults(before, fund.agreement.year, world.version);
        if (faults.length > 0) return { diagnostics: faults };
      }
      const { figures, diagnostics } = reportFigures(fund, options.asAt, lastYear);
      const paper = paperOf(options.paper, figures);
      named = figures.named;
      const ofPaper = options.paper === 'return' ? checkReturnCells(figures.returnLines) : [];
      return { result: { fund: figures.statement.fund, paper }, diagnostics: [...diagnostics, ...ofPaper] };
    },
    figures: ({ paper }) => figuresShown(paper, named),
    shows: {
      pages: (result) => paperPages(result, options),
      sheet: ({ paper }) => tableSheet(tablesOf(paper)),
    },
  });
}
