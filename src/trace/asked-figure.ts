import type { Quarter } from '../agreement/financial-year.js';
import { type Diagnostic, diagnose, type Report } from '../diagnostics/diagnostic.js';
import { isUsable } from '../diagnostics/exit-code.js';
import { fundFigures } from '../figures/fund-figures.js';
import { parseFigure } from '../figures/parse-figure.js';
import { type FigureSources, readFigure } from '../figures/read-figure.js';
import type { Fund } from '../fund/fund.js';
import type { Extra } from '../fund/open-fund.js';
import { parseAmount } from '../money/parse-amount.js';
import type { Pence } from '../money/pence.js';
import { checkResultSchema } from '../statement/check-schema.js';
import { inSmall } from '../statement/figure-names.js';
import { resultSchema } from '../statement/reconciliation-schema.js';
import { explainControls } from './explain/controls.js';
import { writtenFigure } from './explain/written-figures.js';
import { explainAll } from './explain-all.js';
import { findFigures } from './find-figure.js';
import type { TraceNode } from './node.js';

/** A figure that somebody asked for, as the root of its tree; diagnostics alone where it is none. */
export interface AskedFigure {
  readonly node?: TraceNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a fund must be read with for a figure: those of `bcf check` and written ones need controls and tables. */
export function extrasFor(figure: string): readonly Extra[] {
  switch (kindOf(figure)) {
    case 'statement':
      return [];
    case 'control':
      return ['controls', 'tables', 'pro-forma'];
    case 'written':
      return ['tables'];
  }
}

/** Of the statement, of `bcf check`, or written in the way of controls: `plan.applied[heading=care-act]`. */
function kindOf(figure: string): 'statement' | 'control' | 'written' {
  const [first = ''] = /^[a-z-]*/i.exec(figure.trim()) ?? [];
  const word = first.toLowerCase();
  const isRoot = (schema: { readonly shape: object }) => Object.keys(schema.shape).map(inSmall).includes(word);
  if (isRoot(resultSchema)) return 'statement';
  return isRoot(checkResultSchema) ? 'control' : 'written';
}

/** Finds a figure by its name, or reads it as it is written. */
export function askedFigure(figure: string, fund: Fund, asAt: Quarter | undefined): AskedFigure {
  const kind = kindOf(figure);
  if (kind === 'written' && isWritten(figure, fund)) return written(figure, fund, asAt);
  const { all, diagnostics = [] } =
    kind === 'control' ? explainControls(fund, asAt) : { all: explainAll(fund, asAt).all };
  if (all === undefined) return { diagnostics: diagnostics.filter((one) => !isUsable([one])) };
  const { fitting, near } = findFigures(figure, all.names);
  const [name] = fitting;
  if (name === undefined) {
    return { diagnostics: [diagnose('BCF0020', { found: figure, near: near.join(', ') })] };
  }
  if (fitting.length === 1) return { node: all.node(name), diagnostics: [] };
  const some = fitting.slice(0, 3).join(', ') + (fitting.length > 3 ? ', …' : '');
  return { diagnostics: [diagnose('BCF0021', { found: figure, count: fitting.length, some })] };
}

/** An amount as any paper prints it: whoever sees one may ask which figure it is. */
export function amountOf(text: string): Pence | undefined {
  const parsed = parseAmount(text, 'pounds');
  return 'pence' in parsed && /\d/.test(text) ? parsed.pence : undefined;
}

/** Whether a text begins with a figure of the fund or a published table, and is no misspelt name. */
function isWritten(figure: string, { tables }: Fund): boolean {
  const parsed = parseFigure(figure);
  const [name = ''] = /^-?\s*([\w.-]+)/.exec(figure.trim())?.slice(1) ?? [];
  const first = 'terms' in parsed ? (parsed.terms[0]?.name ?? name) : name;
  return Object.hasOwn(fundFigures, first) || tables.has(first);
}

function written(figure: string, fund: Fund, asAt: Quarter | undefined): AskedFigure {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const { books, all } = explainAll(fund, asAt);
  const sources: FigureSources = { books: { ...books, schemes: fund.schemes }, tables: fund.tables };
  const value = readFigure(figure, sources, undefined, report);
  if (value === undefined) return { diagnostics };
  return { node: all.step(writtenFigure(figure, value)), diagnostics };
}
