import type { Quarter } from '../agreement/financial-year.js';
import { fundFigures } from '../controls/fund-figures.js';
import { parseFigure } from '../controls/parse-figure.js';
import { type FigureSources, readFigure } from '../controls/read-figure.js';
import { writtenFigure } from '../controls/written-figure.js';
import { type Diagnostic, diagnose, type Report } from '../diagnostics/diagnostic.js';
import { isUsable } from '../diagnostics/exit-code.js';
import type { Figure } from '../figures/figure.js';
import type { Fund } from '../fund/fund.js';
import type { Extra } from '../fund/open-fund.js';
import { parseAmount } from '../money/parse-amount.js';
import type { Pence } from '../money/pence.js';
import { booksFor } from '../rules/check.js';
import { type CodedName, withoutCodes } from './codes-of-name.js';
import type { DocumentFigures } from './document-figures.js';
import { findFigures } from './find-figure.js';
import type { Asked, Explained, KindOfFigure } from './kind-of-figure.js';
import { kindsOfFigures, ofStatement } from './kinds-of-figures.js';

/** A figure that somebody asked for, as the root of its tree; diagnostics alone where it is none. */
export interface AskedFigure extends Omit<Explained, 'all'> {
  readonly node?: Figure;
}

/** What a fund must be read with for a figure: those of `bcf check` and written ones need controls and tables. */
export function extrasFor(figure: string): readonly Extra[] {
  return kindOf(figure)?.extras ?? ['tables'];
}

/** Whether a figure may be of two funds. */
export function isOfTwoFunds(figure: string): boolean {
  return kindOf(figure)?.isOfTwoFunds ?? false;
}

/** The document that a figure is of; undefined where it is written in the way of controls: `plan.applied[…]`. */
function kindOf(figure: string): KindOfFigure | undefined {
  const [first = ''] = /^[a-z-]*/i.exec(figure.trim()) ?? [];
  return kindsOfFigures.find(({ firstWords }) => firstWords.includes(first.toLowerCase()));
}

/** Finds a figure by its name, or reads it as it is written. */
export function askedFigure(figure: string, { fund, against, asAt }: Omit<Asked, 'codes'>): AskedFigure {
  const kind = kindOf(figure);
  if (kind === undefined && isWritten(figure, fund)) return written(figure, fund, asAt);
  const asked: CodedName = kind?.isAskedByCodes ? withoutCodes(figure) : { rest: figure, codes: new Map() };
  const { rest, codes, twice } = asked;
  if (twice !== undefined) {
    const problem = `“${figure}” says ${twice} twice`;
    return { diagnostics: [diagnose('BCF0002', { problem, command: 'trace' })] };
  }
  const { command, explained } = kind ?? ofStatement;
  const { all, funds, diagnostics } = explained({ fund, against, asAt, codes });
  if (all === undefined) return { diagnostics: diagnostics.filter((one) => !isUsable([one])) };
  const names = namesOf(kind, all);
  const found = findFigures(rest, [...names.keys()]);
  const inFull = (some: readonly string[]) => some.flatMap((one) => names.get(one) ?? []);
  const fitting = inFull(found.fitting);
  const [name] = fitting;
  if (name === undefined) {
    const isUnknown = (kind ?? ofStatement).isFigure?.(rest) ? 1 : 0;
    const args = { found: figure, near: inFull(found.near).join(', '), command, isUnknown };
    return { diagnostics: [diagnose('BCF0020', args)] };
  }
  if (fitting.length === 1) return { node: all.node(name), ...(funds && { funds }), diagnostics: [] };
  const some = fitting.slice(0, 3).join(', ') + (fitting.length > 3 ? ', …' : '');
  return { diagnostics: [diagnose('BCF0021', { found: figure, count: fitting.length, some })] };
}

/** The names of a document by what they are found by: without the codes that say which document is meant. */
function namesOf(kind: KindOfFigure | undefined, { names }: DocumentFigures): ReadonlyMap<string, string> {
  if (!kind?.isAskedByCodes) return new Map(names.map((name) => [name, name]));
  const own = names.filter((name) => kindOf(name) === kind);
  return new Map(own.map((name) => [withoutCodes(name).rest, name]));
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
  const books = { ...booksFor(fund, asAt), schemes: fund.schemes };
  const sources: FigureSources = { books, tables: fund.tables };
  const value = readFigure(figure, sources, undefined, report);
  if (value === undefined) return { diagnostics };
  return { node: writtenFigure(figure, value), diagnostics };
}
