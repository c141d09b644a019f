import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import type { Quarter } from '../agreement/financial-year.js';
import { partnerIn } from '../agreement/successors.js';
import type { ProFormaRows } from '../controls/pro-forma.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ReadFund } from '../rules/check.js';
import { figuresOf, type NamedFigure } from './figure-names.js';
import { annualFigures, type Reconciled } from './papers/annual.js';
import { grantsOf } from './papers/grants.js';
import { poolFigures } from './papers/pools.js';
import { proFormaOf } from './papers/pro-forma.js';
import { returnBlock } from './papers/return-block.js';
import { type ScheduleLine, scheduleGroups, scheduleLines } from './papers/schedules.js';
import { reconcile } from './reconcile.js';
import { type Reconciliation, resultSchema } from './reconciliation-schema.js';
import { type NamedReportFigures, reportFiguresSchema, reportRoot } from './report-figures-schema.js';

/** What the papers are made of (R6): the statement, and the same money by quarter. */
export interface ReportFigures extends NamedReportFigures {
  readonly statement: Reconciliation;
  /** Who keeps the pools, each with those that it keeps. */
  readonly hosts: readonly string[];
  readonly scheduleLines: readonly ScheduleLine[];
  /** The codes of last year for which one of this year stands: its own, and those of bodies that it came after. */
  readonly formerCodes: (code: string) => readonly string[];
  /** Every figure of the statement and of these, by its name. */
  readonly named: readonly NamedFigure[];
}

/** Makes the statement and the figures of the papers as at a quarter; beside them those of a year before. */
export function reportFigures(
  fund: ReadFund & ProFormaRows,
  askedFor?: Quarter,
  lastYear?: ReadFund,
): { figures: ReportFigures; diagnostics: readonly Diagnostic[] } {
  const { diagnostics, ...reconciled } = reconcile(fund, askedFor);
  const statement = reconciled.result;
  const before = lastYear && { year: lastYear.agreement.year.label, ...annualFigures(reconcile(lastYear, 'Q4')) };
  const figures = { ...namedFigures(fund, reconciled), ...(before && { lastYear: before }) };
  const { agreement } = fund;
  return {
    figures: {
      ...figures,
      statement,
      hosts: hostsOf(agreement),
      formerCodes: (code) => [code, ...(lastYear === undefined ? [] : cameBefore(lastYear.agreement, agreement, code))],
      named: [...figuresOf(resultSchema, statement), ...figuresOf(reportFiguresSchema, figures, reportRoot)],
    },
    diagnostics,
  };
}

/** The bodies of an earlier agreement that a body of a later one came after. */
function cameBefore(earlier: Agreement, later: Agreement, body: string): string[] {
  return [...earlier.partners.keys()].filter((code) => code !== body && partnerIn(earlier, later, code) === body);
}

function hostsOf(agreement: Agreement): string[] {
  const pools = [...agreement.pools.values()];
  return [...new Set(pools.map(({ host }) => host))].map((host) => {
    const names = pools.filter((pool) => pool.host === host).map(({ name }) => name);
    return `${labelOf(agreement, host)} (${names.join(', ')})`;
  });
}

/** What the papers show beside a statement, made of its figures and of the books that it is made of. */
export function namedFigures(
  rows: ProFormaRows,
  reconciled: Reconciled,
): NamedReportFigures & Pick<ReportFigures, 'scheduleLines'> {
  const { result: statement, books } = reconciled;
  const lines = scheduleLines(statement);
  const annual = annualFigures(reconciled);
  return {
    ...annual,
    pools: poolFigures(books, statement, annual),
    grants: grantsOf(books, statement.ringFences),
    scheduleLines: lines,
    ...scheduleGroups(statement, lines),
    proForma: proFormaOf(rows, books),
    returnLines: returnBlock(books, statement, annual),
  };
}
