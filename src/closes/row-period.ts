import { parseQuarter, type Quarter, quarterOf } from '../agreement/financial-year.js';
import { columnsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import { isIdle } from '../ledger/idle-lines.js';
import { parseDate } from '../ledger/parse-date.js';
import { fieldsOf } from '../ledger/raw-rows.js';
import { isTotalRow } from '../ledger/total-row.js';
import { type Calendar, cellOf, type Layout, plainQuarter } from './layout.js';
import type { WrittenRow } from './saying.js';

/**
 * The quarter that a row belongs to. `every` is the plan's and what was brought forward: no quarter's own, and closed with
 * the first. `none` is a row that says of no quarter: blank, a total, or not to be read.
 */
export type Period = Quarter | 'every' | 'none';

/** How a kind of ledger dates its rows; undefined for those that a close does not close: controls and the pro-forma. */
const periodColumns: Readonly<Record<LedgerKind, 'date' | 'as_at' | 'quarter' | 'every' | undefined>> = {
  plan: 'every',
  schemes: 'every',
  opening: 'every',
  contributions: 'date',
  expenditure: 'date',
  forecast: 'as_at',
  activity: 'quarter',
  virements: 'date',
  balances: 'as_at',
  controls: undefined,
  'pro-forma': undefined,
};

/** The columns that tell a row from the others of its kind. */
const keyColumns: Readonly<Record<LedgerKind, readonly string[]>> = {
  plan: ['contributor', 'source', 'heading', 'applied_by'],
  schemes: ['schedule', 'scheme'],
  opening: ['pool', 'heading', 'partner', 'source'],
  contributions: ['partner', 'reference'],
  expenditure: ['applied_by', 'reference'],
  forecast: ['as_at', 'schedule', 'applied_by', 'heading', 'source', 'scheme'],
  activity: ['partner', 'quarter'],
  virements: ['schedule', 'reference'],
  balances: ['as_at', 'body', 'counterparty'],
  controls: [],
  'pro-forma': [],
};

/** Whether the rows of a kind of ledger belong to quarters, or to the year, so that a close closes them (R7). */
export function isClosable(kind: LedgerKind): boolean {
  return periodColumns[kind] !== undefined;
}

/** What a row is told from others by: its reference, or the codes that stand only once. */
export function keyOf({ text, layout }: WrittenRow): string {
  const fields = fieldsOf(text, layout.separator);
  return keyColumns[layout.kind].map((column) => cellOf(fields, column, layout)).join('\0');
}

/** The quarter that a row belongs to. */
export function periodOf({ text, layout }: WrittenRow, calendar: Calendar): Period {
  const column = periodColumns[layout.kind];
  const fields = fieldsOf(text, layout.separator);
  if (column === undefined || isNoRow(fields, layout)) return 'none';
  if (column === 'every') return 'every';
  const found = cellOf(fields, column, layout);
  if (column === 'as_at') return parseQuarter(found) ?? 'none';
  if (column === 'quarter') {
    const plain = plainQuarter(found);
    return calendar.measured.find(({ measured }) => measured === plain)?.paidIn ?? 'none';
  }
  const parsed = parseDate(found, calendar.year, { file: '' });
  return 'date' in parsed ? (quarterOf(parsed.date, calendar.year) ?? 'none') : 'none';
}

/** Whether a row is blank, or a total at the foot of an export. */
export function isBlankOrTotal({ text, layout }: WrittenRow): boolean {
  return isNoRow(fieldsOf(text, layout.separator), layout);
}

function isNoRow(fields: readonly string[], { kind, columns }: Layout): boolean {
  if (fields.every((field) => field.trim() === '')) return true;
  const { amount, hasTotals = true } = columnsOf(kind);
  const amountIndex = amount === undefined || !hasTotals ? undefined : columns.get(amount);
  return amountIndex !== undefined && (isTotalRow(fields, amountIndex) || isIdle(fields, amountIndex));
}
