import type { Thresholds } from '../agreement/agreement.js';
import { labelOf, membersOf } from '../agreement/bodies.js';
import type { Quarter } from '../agreement/financial-year.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ProFormaRows } from '../figures/pro-forma.js';
import { paidByBody } from '../rules/allocations.js';
import { type Books, booksAsAt, type ReadFund } from '../rules/check.js';
import { appliedByQuarter, type ByQuarter, byQuarter, receivedByQuarter } from './by-quarter.js';
import { asAtOf } from './common.js';
import { type ProForma, proFormaOf } from './pro-forma.js';
import { isBreach, reconcile } from './reconcile.js';
import type { Reconciliation } from './reconciliation-schema.js';
import { type ReturnLine, returnBlock } from './return-block.js';
import { type ScheduleLine, scheduleLines } from './schedule-lines.js';
import { type SurplusShare, surplusShares } from './shares.js';

/** A line of money in or out, quarter by quarter. */
export interface QuarterLine extends ByQuarter {
  readonly code: string;
  readonly label: string;
}

/** A line of money in: a partner’s, from one source. */
export interface IncomeLine extends QuarterLine {
  readonly partnerLabel: string;
}

/** A grant that bodies of a group spend, quarter by quarter: the disabled facilities grant by district. */
export interface GrantFigures {
  readonly heading: string;
  readonly bodies: readonly QuarterLine[];
}

/** Something that somebody has to decide or mend. */
export interface Decision {
  readonly matter: string;
  readonly action: string;
  readonly clause: string;
}

/** What the papers are made of (R6): the statement, and the same money by quarter. */
export interface ReportFigures {
  readonly statement: Reconciliation;
  /** Who keeps the pools. */
  readonly hosts: readonly string[];
  readonly income: readonly IncomeLine[];
  readonly byHeading: readonly QuarterLine[];
  /** By who spent it. */
  readonly byBody: readonly QuarterLine[];
  readonly totalIncome: ByQuarter;
  readonly totalSpending: ByQuarter;
  readonly grants: readonly GrantFigures[];
  readonly scheduleLines: readonly ScheduleLine[];
  /** From where an overspend is put before the partners by itself; undefined where the agreement does not say. */
  readonly thresholds: Thresholds | undefined;
  readonly proForma: ProForma;
  readonly shares: readonly SurplusShare[];
  readonly returnLines: readonly ReturnLine[];
  readonly decisions: readonly Decision[];
}

/** Makes the statement and the figures of the papers as at a quarter. */
export function reportFigures(
  fund: ReadFund & ProFormaRows,
  askedFor?: Quarter,
): { figures: ReportFigures; diagnostics: readonly Diagnostic[] } {
  const { result: statement, diagnostics } = reconcile(fund, askedFor);
  const books = { ...booksAsAt(fund, asAtOf(fund, askedFor)), schemes: fund.schemes };
  const { agreement, actual } = books;
  const spenders = new Set(actual.list('applied').map(({ account }) => account.appliedBy));
  const figures: ReportFigures = {
    statement,
    hosts: [...agreement.pools.values()].map(({ name, host }) => `${labelOf(agreement, host)} (${name})`),
    income: agreement.contributions.map(({ partner, source, pool }) => ({
      code: partner,
      partnerLabel: labelOf(agreement, partner),
      label: `${labelOf(agreement, partner)}, ${agreement.sources.get(source)?.name ?? source}`,
      ...receivedByQuarter(books, { partner, source, pool }),
    })),
    byHeading: [...agreement.headings.values()].map(({ code, name }) => ({
      code,
      label: name,
      ...appliedByQuarter(books, { heading: code }),
    })),
    byBody: [...agreement.bodies.keys()]
      .filter((body) => spenders.has(body))
      .map((body) => ({
        code: body,
        label: labelOf(agreement, body),
        ...appliedByQuarter(books, { appliedBy: body }),
      })),
    totalIncome: receivedByQuarter(books),
    totalSpending: appliedByQuarter(books),
    grants: grantsOf(books),
    scheduleLines: scheduleLines(statement),
    thresholds: agreement.thresholds,
    proForma: proFormaOf(fund, books),
    shares: surplusShares(books),
    returnLines: returnBlock(books, statement),
    decisions: diagnostics.flatMap(decisionOf),
  };
  return { figures, diagnostics };
}

/** Fenced grants that a group spends; its own money, with no member named, is the group’s. */
function grantsOf(books: Books): GrantFigures[] {
  const { agreement, actual } = books;
  return agreement.ringFences.flatMap(({ heading, source }) => {
    const group = agreement.headings.get(heading)?.appliedBy ?? '';
    if (source === undefined || !agreement.groups.has(group)) return [];
    const codes = new Set([...membersOf(agreement, group), ...paidByBody(actual, heading).keys()]);
    const bodies = [...agreement.bodies.keys()].filter((code) => codes.has(code));
    return [
      {
        heading,
        bodies: bodies.map((code) => ({
          code,
          label: labelOf(agreement, code),
          ...byQuarter(books, (view) => paidByBody(view, heading).get(code) ?? 0n),
        })),
      },
    ];
  });
}

/** What was found wrong, and what to do; that rows are left out after the quarter asked for is nobody’s to decide. */
function decisionOf(diagnostic: Diagnostic): Decision[] {
  const { code, message, help, rule } = diagnostic;
  if (code === 'BCF2010') return [];
  return [{ matter: isBreach(diagnostic) ? `Breach: ${message}` : message, action: help, clause: rule?.clause ?? '' }];
}
