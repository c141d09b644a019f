import { inFull } from '../../diagnostics/day-in-full.js';
import { pounds } from '../../money/pounds-text.js';
import {
  type Cell,
  type Column,
  figureColumn,
  money,
  type Row,
  type Shown,
  wordColumn,
  words,
} from '../../statement/cell-table.js';
import type { Page } from '../../statement/paper-schema.js';
import type { FundStatement } from '../../statement/reconciliation-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import type { QuarterAmounts } from '../../statement/report-figures-schema.js';

/** `as at the end of Q2, 30 September 2015`; of a plan alone, that it is one. */
export function asAtInWords({ asAt, asAtDate = '', stage }: FundStatement): string {
  if (asAt === undefined) return 'plan only';
  if (stage === 'not-begun') return `not begun, brought forward at ${inFull(asAtDate)}`;
  return `as at the end of ${asAt}, ${inFull(asAtDate)}`;
}

/** The four quarters of a line, and what they add up to. */
export function quarterCells(line: QuarterAmounts): Cell[] {
  return [...line.quarters.map((quarter) => money(quarter.amount)), money(line.toDate)];
}

/** The columns of `quarterCells`. */
export function quarterColumns({ asAt }: FundStatement, mark: string): Column[] {
  const year = asAt === 'Q4' ? 'Year' : `To ${asAt ?? 'date'}`;
  return [...['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => figureColumn(`${quarter} £`)), figureColumn(`${year} £${mark}`)];
}

/** What a balance is called: carried forward only when the year has ended. */
export function balanceInWords({ asAt }: FundStatement): string {
  return asAt === 'Q4' ? 'Carried forward' : 'Balance to date';
}

/** ` [i]` where the transactions are made up. */
export function illustrative({ provenance }: FundStatement): string {
  return provenance === 'illustrative' ? ' [i]' : '';
}

/** Who signs, and for what: each host by its pool manager, and each partner that contributes. */
export function signOff({ statement, hosts }: ReportFigures, what: string): Page {
  const partners = statement.byPartner.map(({ label }) => label);
  const rows = [...hosts.map((host) => `Pool manager: ${host}`), ...partners].map(
    (label): Row => ({ cells: [words(label), words(''), words(''), words('')] }),
  );
  const blanks = ['Name', 'Signature', 'Date'].map((header) => wordColumn(header.padEnd(24), 24, header));
  return {
    title: 'Sign-off',
    paragraphs: [`Signed for ${what}.`],
    tables: [{ title: 'Signed by', columns: [wordColumn('', 60, 'For'), ...blanks], rows, notes: [] }],
  };
}

/** The quarter that the statement is as at, by itself; blank where there is no line. */
export function thisQuarter(line: QuarterAmounts | undefined, { asAt }: FundStatement): Cell {
  const inQuarter = line?.quarters.find(({ quarter }) => quarter === asAt);
  return inQuarter === undefined ? money(undefined) : money(inQuarter.amount);
}

/** What expenditure is met from: aligned money is no pool’s (R1). */
export function spentInWords({ flowOfFunds: { totals } }: ReportFigures['statement']): string {
  return totals.aligned === undefined ? 'met from the pool' : 'pooled and aligned';
}

/** What of income and expenditure is aligned, in a sentence; none where nothing is. */
export function alignedNote({ flowOfFunds: { totals } }: ReportFigures['statement']): string[] {
  const { actual } = totals.aligned ?? {};
  return actual === undefined || actual.isNil
    ? []
    : [
        `Of income and expenditure alike ${pounds(actual)} is aligned: its owners spent it themselves, and it was never in the pool.`,
      ];
}

/** That the paper comes to what `bcf reconcile` says. Throws where it does not: that is a bug, and it is not printed. */
export function mustAgree(what: string, found: Shown, expected: Shown): void {
  if (String(found) !== String(expected))
    throw new Error(`${what}: the paper has ${found}, the reconciliation ${expected}`);
}

/** The plan, actual and forecast that the flow of funds applies. */
export function appliedTotals({ statement }: ReportFigures) {
  return statement.flowOfFunds.totals.applications;
}
