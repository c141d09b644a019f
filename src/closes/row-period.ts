import { parseQuarter, type Quarter, quarterOf } from '../agreement/financial-year.js';
import { columnsHolding, factsOf, type LedgerKind } from '../agreement/ledger-kinds.js';
import type { Holds } from '../agreement/ledgers/facts.js';
import { isIdle } from '../ledger/idle-lines.js';
import { parseDate } from '../ledger/parse-date.js';
import { fieldsOf } from '../ledger/raw-rows.js';
import { isTotalRow, ownColumns } from '../ledger/total-row.js';
import { type Calendar, cellOf, type Layout, plainQuarter } from './layout.js';
import type { WrittenRow } from './saying.js';

/**
 * The quarter that a row belongs to. `every` is the plan's and what was brought forward: no quarter's own, and closed with
 * the first. `none` is a row that says of no quarter: blank, a total, or not to be read.
 */
export type Period = Quarter | 'every' | 'none';

/** Whether the rows of a kind of ledger belong to quarters, or to the year, so that a close closes them (R7). */
export function isClosable(kind: LedgerKind): boolean {
  return factsOf(kind).period !== 'beside';
}

/** What a row is told from others by: its reference, or the codes that stand only once. */
export function keyOf({ text, layout }: WrittenRow): string {
  const fields = fieldsOf(text, layout.separator);
  return factsOf(layout.kind)
    .key.map((column) => cellOf(fields, column, layout))
    .join('\0');
}

/** The quarter that a row belongs to. */
export function periodOf({ text, layout }: WrittenRow, calendar: Calendar): Period {
  const fields = fieldsOf(text, layout.separator);
  if (isNoRow(fields, layout)) return 'none';
  const { period } = factsOf(layout.kind);
  switch (period) {
    case 'beside':
      return 'none';
    case 'of-year':
      return 'every';
    case 'day': {
      const parsed = parseDate(cellHolding(period, fields, layout), calendar.year, { file: '' });
      return 'date' in parsed ? (quarterOf(parsed.date, calendar.year) ?? 'none') : 'none';
    }
    case 'quarter':
      return parseQuarter(cellHolding(period, fields, layout)) ?? 'none';
    case 'measured-quarter': {
      const found = plainQuarter(cellHolding(period, fields, layout));
      return calendar.measured.find(({ measured }) => measured === found)?.paidIn ?? 'none';
    }
  }
}

function cellHolding(what: Holds, fields: readonly string[], layout: Layout): string {
  const [column = ''] = columnsHolding(layout.kind, what);
  return cellOf(fields, column, layout);
}

/** Whether a row is blank, or a total at the foot of an export. */
export function isBlankOrTotal({ text, layout }: WrittenRow): boolean {
  return isNoRow(fieldsOf(text, layout.separator), layout);
}

function isNoRow(fields: readonly string[], { kind, columns, amounts }: Layout): boolean {
  if (fields.every((field) => field.trim() === '')) return true;
  return isTotalRow(fields, { amounts, own: ownColumns(kind, columns) }) || isIdle(fields, amounts);
}
