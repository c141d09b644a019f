import { accountName } from '../journal/accounts.js';
import { toPounds } from '../money/format-money.js';
import type { DraftSheet } from './draft.js';
import { numberCell, verdictCell, wordCell } from './model.js';
import { mostPostings, periodOf, type SheetPosting, type SheetPostings } from './postings.js';
import { columnLetters, sheetPrefix } from './references.js';

/** The columns of the postings as ranges that a formula on another sheet adds up by. */
export interface PostingRanges {
  readonly books: string;
  readonly periods: string;
  readonly numbers: string;
  readonly amounts: string;
}

/** How many rows the trial balance has before its accounts. */
const rowsBefore = 5;

const columns = ['Book', 'Quarter', 'Date', 'Account no.', 'Account', 'Amount £', 'From', 'Reference', 'Note'];

/** Draws the postings, whose amounts and accounts may be changed: all other sheets follow. */
export function addPostings(
  sheet: DraftSheet,
  { postings, summedFrom }: SheetPostings,
  numbers: ReadonlyMap<string, number>,
): PostingRanges {
  sheet.begin(
    'Postings',
    'Each row of the ledgers as its postings, which add up to nil. Coloured cells may be changed, and every sheet follows; an account is chosen by its number in the trial balance.',
    ...(summedFrom === undefined
      ? []
      : [
          `There are ${summedFrom} postings: more than ${mostPostings}, so that they are summed here by account, book, quarter and month.`,
        ]),
  );
  const first = sheet.header(...columns) + 1;
  const last = first + Math.max(postings.length, 1) - 1;
  const range = (name: string, on?: string) => {
    const letters = columnLetters(columns.indexOf(name));
    return `${sheetPrefix(on ?? sheet.name)}$${letters}$${first + 1}:$${letters}$${last + 1}`;
  };
  for (const posting of postings) {
    addPosting(sheet, posting, { number: numbers.get(accountName(posting.account)) ?? 0, accounts: numbers.size });
  }
  return {
    books: range('Book'),
    periods: range('Quarter'),
    numbers: range('Account no.'),
    amounts: range('Amount £'),
  };
}

interface Numbered {
  /** The number of the account, of so many. */
  readonly number: number;
  readonly accounts: number;
}

function addPosting(sheet: DraftSheet, posting: SheetPosting, { number, accounts }: Numbered): void {
  const { book, date, account, amountPence, from, reference, note } = posting;
  const name = accountName(account);
  const row = sheet.length + 1;
  const last = accounts + rowsBefore;
  sheet.add(
    wordCell(book, 'input'),
    wordCell(periodOf(posting), 'input'),
    wordCell(date, 'input'),
    numberCell(String(number), 'count', 'input'),
    verdictCell(
      `IFERROR(INDEX('Trial balance'!$B$1:$B$${last},MATCH($D${row},'Trial balance'!$A$1:$A$${last},0)),"no such account")`,
      name,
    ),
    numberCell(toPounds(amountPence), 'pounds', 'input'),
    wordCell(from),
    wordCell(reference),
    wordCell(note),
  );
}
