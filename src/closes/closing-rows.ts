import { isUpTo, type Quarter } from '../agreement/financial-year.js';
import { findLedgers } from '../fund/find-files.js';
import type { Fund } from '../fund/fund.js';
import type { LedgerFile } from '../ledger/read-ledger.js';
import { type ClosableFile, headersBy, readClosableRows } from './closable-rows.js';
import { type Calendar, calendarOf } from './layout.js';
import type { ClosedLedger } from './record-schema.js';
import { isClosable, periodOf } from './row-period.js';
import { sha256Of } from './seal.js';

/** The rows that a close closes, or why they cannot be closed. */
export type ClosingRows = { readonly ledgers: readonly ClosedLedger[] } | { readonly problem: string };

/** What bytes that stand for no character are read as: of two such bytes nobody could tell that one became the other. */
const noCharacter = '\ufffd';

/**
 * Reads the rows that belong to a quarter as they stand in their files; with the first close also those of the year: the
 * plan, the schemes, what was brought forward. The files must be those that the statement was made from.
 */
export async function closingRows(
  folder: string,
  fund: Fund,
  quarter: Quarter,
  isFirst: boolean,
): Promise<ClosingRows> {
  const { agreement, inputs } = fund;
  const calendar = calendarOf(agreement.year, agreement);
  const ledgers: ClosedLedger[] = [];
  for (const ledger of await findLedgers(folder, agreement, () => undefined)) {
    if (!isClosable(ledger.entry.kind)) continue;
    const input = inputs.findLast(({ path }) => path === ledger.file);
    const read = await rowsOfFile({ ...ledger, repeated: input?.repeated?.lines }, calendar, quarter, isFirst);
    if (read.sha256 !== input?.sha256) return { problem: `${ledger.file} was changed while it was being read` };
    if (read.closed?.rows.some(([, , text]) => text.includes(noCharacter))) {
      return { problem: `a row of ${ledger.file} holds a character that its encoding does not have: save it as UTF-8` };
    }
    if (read.closed !== undefined) ledgers.push(read.closed);
  }
  return { ledgers };
}

async function rowsOfFile(
  ledger: LedgerFile & ClosableFile,
  calendar: Calendar,
  quarter: Quarter,
  isFirst: boolean,
): Promise<{ readonly sha256: string; readonly closed?: ClosedLedger }> {
  const { folder, file, entry, repeated } = ledger;
  const rows: ClosedLedger['rows'] = [];
  let isWhollyClosed = true;
  const { sha256, form, header, layout, under } = await readClosableRows(
    { folder, file, part: entry.part, repeated },
    headersBy(ledger),
    ({ line, text }, found) => {
      const period = found === undefined ? 'none' : periodOf({ text, layout: found }, calendar);
      if (period === quarter || (period === 'every' && isFirst)) rows.push([line, sha256Of(text), text]);
      else if (period !== 'none' && period !== 'every' && !isUpTo(period, quarter)) isWhollyClosed = false;
    },
  );
  if (layout === undefined || rows.length === 0) return { sha256 };
  const columns = [...layout.columns].sort(([, a], [, b]) => a - b);
  const { unit } = layout;
  const how = { form, header, columns, unit, ...(under?.asSaid && { isDescribed: true as const }) };
  return { sha256, closed: { path: file, kind: entry.kind, ...how, isWhollyClosed, rows } };
}
