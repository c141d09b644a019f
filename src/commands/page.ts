import { z } from 'zod';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor } from '../diagnostics/exit-code.js';
import { makeFundPage } from '../pages/fund-page/make-fund-page.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { figuresOnPage, fundPageHtml } from '../render/html/fund-page-html.js';
import { checkFund } from '../statement/check-fund.js';
import { checkResultSchema } from '../statement/check-schema.js';
import { figuresOf } from '../statement/figure-names.js';
import { headlinesOf, headlinesRoot, headlinesSchema } from '../statement/headlines.js';
import { reconcile } from '../statement/reconcile.js';
import { resultSchema } from '../statement/reconciliation-schema.js';
import { withCloses } from '../statement/with-closes.js';
import { deliver } from './deliver.js';
import { formAsked } from './forms.js';
import type { Outcome, World } from './io.js';
import { printToPdf } from './print-to-pdf.js';
import { readWorkings } from './read-workings.js';
import { type ReportOptions, reportOptions, runStatement } from './run-statement.js';
import { sidesOf } from './sides.js';

const extras = ['controls', 'tables', 'pro-forma'] as const;

const ownFlags = z.object({ browser: z.string().optional(), pdf: z.boolean().default(false) });

interface PageOptions extends ReportOptions {
  /** The program that prints a PDF. */
  readonly browser?: string | undefined;
}

/** Flags as the command line gives them, as plain options. */
export function parsePage(folder: string, flags: unknown): PageOptions {
  const { browser, pdf } = ownFlags.parse(flags);
  const options = reportOptions(folder, flags);
  return { ...options, ...(pdf && { format: 'pdf' }), browser };
}

/** A fund on one page, in one file: as a browser shows it, or as one prints it. */
export async function runPage(options: PageOptions, world: World): Promise<Outcome> {
  const { format, output, browser } = options;
  const asked = formAsked({ command: 'page', format, output });
  if (asked.format !== 'pdf' || asked.fault !== undefined) return pageInHtml(options, world);
  if (output === undefined || (output === '-' && world.isTerminal)) return refused(diagnose('BCF0073', {}), world);
  const page = await pageInHtml({ ...options, format: 'html', output: undefined }, world);
  if (typeof page.stdout !== 'string' || page.stdout === '') return page;
  const printed = await printToPdf(page.stdout, browser);
  if ('problem' in printed) {
    const { stderr, exitCode } = refused(diagnose('BCF0072', { problem: printed.problem }), world);
    return { stdout: '', stderr: page.stderr + stderr, exitCode };
  }
  return deliver({ ...page, stdout: printed.bytes }, output, world);
}

function refused(fault: Diagnostic, world: World): Outcome {
  return { stdout: '', stderr: diagnosticsText([fault], world.stderrStyle), exitCode: exitCodeFor([fault]) };
}

function pageInHtml(options: ReportOptions, world: World): Promise<Outcome> {
  return runStatement('page')({ ...options, format: options.format ?? 'html' }, world, {
    format: 'bcf.page',
    verb: 'make the page',
    extras,
    isHeldAgainstCloses: true,
    section: async (fund, _against, closes) => {
      const { result: check, diagnostics } = checkFund(fund, { asAt: options.asAt });
      if (check === undefined) return { diagnostics };
      const statement = withCloses(reconcile(fund, options.asAt).result, closes);
      const headlines = headlinesOf(statement);
      const named = [
        ...figuresOf(checkResultSchema, check),
        ...figuresOf(resultSchema, statement),
        ...figuresOf(headlinesSchema, headlines, headlinesRoot),
      ];
      const page = makeFundPage({
        result: statement,
        check,
        headlines,
        sideOf: sidesOf(fund.agreement),
        inputs: fund.inputs,
      });
      const { workings, faults } = await readWorkings(
        figuresOnPage(page),
        named,
        { fund, shownAs: options.folder, extras },
        world,
      );
      if (faults.length > 0) return { diagnostics: faults };
      return { result: { fund: statement.fund, checks: statement.checks, page, workings }, diagnostics };
    },
    shows: { written: ({ page, workings }) => fundPageHtml(page, workings) },
  });
}
