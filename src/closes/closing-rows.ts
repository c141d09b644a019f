import { isUpTo, type Quarter } from '../agreement/financial-year.js';
import { NotReadable } from '../files/open-file.js';
import { findLedgers } from '../fund/find-files.js';
import type { Fund } from '../fund/fund.js';
import type { RawRow } from '../ledger/raw-rows.js';
import type { LedgerFile } from '../ledger/read-ledger.js';
import { type ClosableFile, type HeadOfRows, headersBy, type LedgerHead, readClosableRows } from './closable-rows.js';
import { type Calendar, calendarOf, type Layout } from './layout.js';
import type { LedgerWriter } from './ledger-writer.js';
import { isClosable, periodOf } from './row-period.js';

/** Of which fund rows are closed, and of which quarter. */
export interface Closing {
  readonly folder: string;
  readonly fund: Fund;
  readonly quarter: Quarter;
  /** Whether nothing of the year is closed yet. */
  readonly isFirst: boolean;
}

/** What bytes that stand for no character are read as: of two such bytes nobody could tell that one became the other. */
const noCharacter = '\ufffd';

/**
 * Writes the rows that belong to a quarter as they stand in their files; with the first close also those of the year: the
 * plan, the schemes, what was brought forward. Throws where they cannot be closed: the files must be those that the
 * statement was made from.
 */
export async function writeClosingRows({ folder, fund, ...closing }: Closing, writer: LedgerWriter): Promise<void> {
  const { agreement, inputs } = fund;
  const calendar = calendarOf(agreement.year, agreement);
  for (const ledger of await findLedgers(folder, agreement, () => undefined)) {
    if (!isClosable(ledger.entry.kind)) continue;
    const input = inputs.findLast(({ path }) => path === ledger.file);
    const { sha256 } = await writeRowsOf({ ...ledger, repeated: input?.repeated?.lines }, calendar, closing, writer);
    if (sha256 !== input?.sha256) throw new NotReadable(`${ledger.file} was changed while it was being read`);
  }
}

async function writeRowsOf(
  ledger: LedgerFile & ClosableFile,
  calendar: Calendar,
  { quarter, isFirst }: Pick<Closing, 'quarter' | 'isFirst'>,
  writer: LedgerWriter,
): Promise<LedgerHead> {
  const { folder, file, entry, repeated } = ledger;
  let isWhollyClosed = true;
  const onHeader = ({ header, layout, under }: HeadOfRows) => {
    if (layout === undefined) return;
    const columns = [...layout.columns].sort(([, a], [, b]) => a - b);
    const isDescribed = under?.asSaid === undefined ? undefined : true;
    writer.begin({ path: file, kind: entry.kind, header, isDescribed, columns, unit: layout.unit });
  };
  const onRow = ({ line, text }: RawRow, layout: Layout | undefined) => {
    const period = layout === undefined ? 'none' : periodOf({ text, layout }, calendar);
    if (period === quarter || (period === 'every' && isFirst)) writer.take([line, standing(text, file)]);
    else if (period !== 'none' && period !== 'every' && !isUpTo(period, quarter)) isWhollyClosed = false;
  };
  const at = { folder, file, part: entry.part, repeated };
  const head = await readClosableRows(at, headersBy(ledger), onRow, { onHeader, between: () => writer.writeOn() });
  await writer.end({ form: head.form, isWhollyClosed });
  return head;
}

/** A text that can be recorded. */
function standing(text: string, file: string): string {
  if (!text.includes(noCharacter)) return text;
  const problem = 'holds a character that its encoding does not have: save it as UTF-8';
  throw new NotReadable(`a row of ${file} ${problem}`);
}
