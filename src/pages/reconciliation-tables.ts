import type { InBooks } from '../figures/books.js';
import { isRoundedInMillions } from '../money/format-money.js';
import { isNil } from '../money/pounds-text.js';
import {
  type Cell,
  type CellTable,
  type Column,
  labelWidth,
  millions,
  money,
  type Row,
  type Shown,
  words,
} from '../statement/cell-table.js';
import type { HeadingLine, Provenances, Reconciliation } from '../statement/reconciliation-schema.js';
import { actualTo } from './table-parts.js';

type LineFigures = { readonly [B in 'plan' | 'actual' | 'forecast']?: Shown };

/** Which books a fund has, and how their columns are headed. */
export interface BookColumns {
  readonly hasActual: boolean;
  readonly hasForecast: boolean;
  readonly actual: string;
  readonly forecast: string;
  /** Whether the year has ended: before, what is not earned may still be. */
  readonly isYearEnd: boolean;
}

/** The columns of the actuals and the forecast, marked where they are illustrative. */
export function bookColumns({ fund, flowOfFunds: { sources, applications } }: Reconciliation): BookColumns {
  const lines: readonly InBooks[] = [...sources, ...applications];
  const mark = fund.provenance === 'illustrative' ? ' [i]' : '';
  return {
    hasActual: lines.some(({ actual }) => actual !== undefined),
    hasForecast: lines.some(({ forecast }) => forecast !== undefined),
    actual: `${actualTo(fund)} £${mark}`,
    forecast: `Forecast £${mark}`,
    isYearEnd: fund.asAt === 'Q4',
  };
}

/** Sources → pool → applications; of a plan alone in £m as the paper prints it, else every book in pounds and pence. */
export function flowTable(result: Reconciliation, books: BookColumns): CellTable {
  const { sources, contributors, applications, totals } = result.flowOfFunds;
  const isPlanAlone = !books.hasActual && !books.hasForecast;
  const planned = isPlanAlone ? millions : money;
  const row = (label: string, indent: number, figures: LineFigures, more: RowParts = {}): Row =>
    figureRow([words(label, indent), planned(figures.plan)], figures, books, more);
  const rows: Row[] = [heading('Sources', books)];
  for (const contributor of contributors) {
    rows.push(row(contributor.label, 1, contributor));
    for (const own of contributor.sources) rows.push(row(`${own.label}${own.inKind ? ' (in kind)' : ''}`, 2, own));
    if (contributor.aligned !== undefined) rows.push(row('of it aligned, spent by its owner', 2, contributor.aligned));
  }
  rows.push(row('Total', 1, totals.sources, { emphasis: 'total' }));
  if (totals.aligned !== undefined) rows.push(row('of it aligned, never in the pool', 2, totals.aligned));
  rows.push(heading('Pool', books));
  for (const pool of result.byPool)
    rows.push(row(`${pool.label}, hosted by ${pool.host}`, 1, pool.pooled ?? pool.contributions));
  rows.push(heading('Applications', books));
  for (const line of applications) {
    const arrangement = line.arrangement === 'pooled' ? '' : ` (${line.arrangement})`;
    rows.push(row(line.label + arrangement, 1, line, { by: line.appliedByLabel, mark: markOf(line.provenance) }));
  }
  rows.push(
    row('Total', 1, totals.applications, { emphasis: 'total' }),
    row('Sources less applications', 0, totals.difference, { emphasis: 'head' }),
  );
  if (isAny(totals.broughtForward) || totals.settled !== undefined) {
    rows.push(
      row('Brought forward', 0, totals.broughtForward),
      ...(totals.settled === undefined ? [] : [row('Settled: variances and earlier years', 0, totals.settled)]),
      row('Fund balance', 0, totals.balance, { emphasis: 'total' }),
    );
  }
  if (isAny(totals.retained)) {
    const fate = books.isYearEnd ? 'retained by the CCGs, not paid in' : 'so far; later quarters may still earn it';
    rows.push(row(`Performance not earned: ${fate}`, 0, totals.retained));
  }
  const isRounded =
    isPlanAlone &&
    [...sources, ...applications].some(({ plan }) => plan !== undefined && isRoundedInMillions(plan.amount));
  return {
    title: 'Flow of funds',
    columns: columnsFor(isPlanAlone ? 'Plan £m' : 'Plan £', books),
    rows,
    notes: isRounded ? ['£m rounded to three places; pounds and pence follow.'] : [],
  };
}

/** Each partner: what it contributes, and the lines of its schedule. */
export function partnerTable(result: Reconciliation, books: BookColumns): CellTable {
  const rows = result.byPartner.flatMap((partner) =>
    blockOf(withCode(partner.label, partner.partner), partner, books, true),
  );
  return { title: 'By partner', columns: columnsFor('Plan £', books), rows, notes: [] };
}

/** Each locality: the same, with the lines of its partners' schedules where they are wanted. */
export function localityTable(result: Reconciliation, books: BookColumns, withHeadings: boolean): CellTable {
  const rows = result.byLocality.flatMap((locality) => {
    return blockOf(withCode(locality.label, locality.locality), locality, books, withHeadings);
  });
  return withoutEmptyColumns({ title: 'By locality', columns: columnsFor('Plan £', books), rows, notes: [] });
}

/** Capital and revenue, each by itself. */
export function natureTable(result: Reconciliation, books: BookColumns): CellTable {
  const rows = result.byNature.flatMap((nature) => blockOf(capitalised(nature.nature), nature, books, false));
  return withoutEmptyColumns({ title: 'Capital and revenue', columns: columnsFor('Plan £', books), rows, notes: [] });
}

interface Block {
  readonly contributions: LineFigures;
  readonly applications: LineFigures;
  readonly difference: LineFigures;
  readonly retained?: LineFigures | undefined;
  readonly headings?: readonly HeadingLine[];
}

function blockOf(label: string, block: Block, books: BookColumns, withHeadings: boolean): Row[] {
  const row = (text: string, indent: number, figures: LineFigures, more: RowParts = {}): Row =>
    figureRow([words(text, indent), money(figures.plan)], figures, books, more);
  const lines = (withHeadings ? (block.headings ?? []) : []).map((line) =>
    row(line.label, 2, line, { by: line.appliedBy, mark: markOf(line.provenance) }),
  );
  const rows = [
    row(label, 0, block.contributions, { emphasis: 'head' }),
    ...lines,
    row('applied', 1, block.applications),
  ];
  if (isAny(block.difference)) rows.push(row('contributed less applied', 1, block.difference));
  if (block.retained !== undefined)
    rows.push(row(`performance not earned${books.isYearEnd ? ', retained' : ' so far'}`, 1, block.retained));
  return rows;
}

interface RowParts {
  readonly emphasis?: 'head' | 'total';
  readonly by?: string;
  readonly mark?: string;
}

/** A line of figures: its label, who spends it, the plan, its mark, and what the other books have. */
function figureRow(
  [label, plan]: readonly [label: Cell, plan: Cell],
  figures: LineFigures,
  books: BookColumns,
  { emphasis, by, mark }: RowParts,
): Row {
  const cells = [label, words(by ?? ''), plan, words(mark ?? ''), ...amounts(figures, books)];
  return { cells, ...(emphasis && { emphasis }) };
}

/** Whether any of the figures is not nil. */
function isAny(figures: LineFigures): boolean {
  return Object.values(figures).some((amount: Shown) => amount !== undefined && !isNil(amount));
}

/** A table without the columns of words in which nothing stands. */
function withoutEmptyColumns(table: CellTable): CellTable {
  const isUsed = table.columns.map((_, index) =>
    table.rows.some(({ cells }) => cells[index]?.kind === 'money' || textIn(cells[index]) !== ''),
  );
  return {
    ...table,
    columns: table.columns.filter((_, index) => isUsed[index]),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => isUsed[index]) })),
  };
}

function textIn(cell: Cell | undefined): string {
  return cell?.kind === 'text' ? cell.text : '';
}

const markColumn: Column = { header: '', align: 'left', name: 'mark' };

function columnsFor(plan: string, books: BookColumns): Column[] {
  return [
    { header: '', align: 'left', width: labelWidth },
    { header: 'By', align: 'left' },
    { header: plan, align: 'right' },
    markColumn,
    ...headers(books),
  ];
}

function headers(books: BookColumns): Column[] {
  const columns: Column[] = [];
  if (books.hasActual) columns.push({ header: books.actual, align: 'right' });
  if (books.hasForecast) columns.push({ header: books.forecast, align: 'right' });
  return columns;
}

function amounts(figures: LineFigures, books: BookColumns): Cell[] {
  return [...(books.hasActual ? [money(figures.actual)] : []), ...(books.hasForecast ? [money(figures.forecast)] : [])];
}

function heading(text: string, books: BookColumns): Row {
  return {
    cells: [words(text), words(''), words(''), words(''), ...headers(books).map(() => words(''))],
    emphasis: 'head',
  };
}

function markOf({ plan }: Provenances): string {
  return plan === 'derived' ? '[d]' : plan === 'illustrative' ? '[i]' : '';
}

function withCode(label: string, code: string | undefined): string {
  return code === undefined || code === label ? label : `${label} (${code})`;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
