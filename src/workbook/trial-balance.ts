import type { Agreement } from '../agreement/agreement.js';
import { accountInWords } from '../figures/account-words.js';
import { type Account, accountName } from '../journal/accounts.js';
import type { Balance } from '../journal/journal.js';
import { toPounds } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import { DraftSheet } from './draft.js';
import { agreesCell, formulaCell, numberCell, wordCell } from './model.js';
import { periodOf, type SheetPosting, type SheetPostings } from './postings.js';
import { addPostings, type PostingRanges } from './postings-sheet.js';
import { cellName, columnLetters, type Reference, sheetPrefix } from './references.js';

type Of = Pick<Balance, 'book' | 'quarter' | 'account'>;
type AccountRow = { readonly account: Account; readonly row: number };

/** Columns before the books: the number of the account, its name, and the name in words. */
const columnsBefore = 3;

/** Every posting on one sheet, and what stands on each account, book by book, on another, added up from it. */
export class TrialBalance {
  readonly postings = new DraftSheet('Postings');
  readonly balances = new DraftSheet('Trial balance');
  readonly #rows = new Map<string, AccountRow>();
  /** The books and quarters, in the order of their columns. */
  readonly #columns: readonly (readonly [book: string, period: string])[];
  readonly #pence = new Map<string, Pence>();

  constructor(of: SheetPostings, agreement: Agreement) {
    const columns = of.postings.map((posting) => [posting.book, periodOf(posting)] as const);
    this.#columns = [...new Map(columns.map((column) => [column.join('\0'), column])).values()];
    for (const posting of of.postings) {
      const key = keyOf(posting);
      this.#pence.set(key, (this.#pence.get(key) ?? 0n) + posting.amountPence);
    }
    const byName = new Map(of.postings.map(({ account }) => [accountName(account), account]));
    const accounts = [...byName].sort(([one], [other]) => (one < other ? -1 : 1));
    const numbers = new Map(accounts.map(([name], index) => [name, index + 1]));
    const ranges = addPostings(this.postings, of, numbers);
    this.balances.begin(
      'Trial balance',
      'What stands on each account, added up from the sheet Postings by account, book and quarter. £; what flows into an account is positive.',
    );
    const header = this.#addHeader();
    for (const [name, account] of accounts) this.#addAccount({ name, account, agreement }, header, ranges);
    this.#addTotals(header + 2);
  }

  /** Where the balance of an account stands. Throws where its postings do not add up to it: that is a bug. */
  reference(balance: Of & { readonly amountPence: Pence }): Reference {
    const { account, amountPence } = balance;
    const row = this.#rows.get(accountName(account))?.row;
    const column = this.#columns.findIndex(([book, period]) => book === balance.book && period === periodOf(balance));
    if (row === undefined || column === -1 || this.#pence.get(keyOf(balance)) !== amountPence) {
      throw new Error(`the postings of ${keyOf(balance).replaceAll('\0', ' ')} do not add up to its balance`);
    }
    return this.balances.at(columnsBefore + column, row);
  }

  /** The row in which it says of each book and quarter whether it adds up to nil. */
  get checks(): string {
    const row = this.balances.length;
    const last = columnLetters(columnsBefore + Math.max(1, this.#columns.length) - 1);
    return `${sheetPrefix(this.balances.name)}$${columnLetters(columnsBefore)}$${row}:$${last}$${row}`;
  }

  /** The accounts of a type that have a balance in the plan, each with its place there. */
  *planned<T extends Account['type']>(
    type: T,
  ): Generator<{
    readonly account: Extract<Account, { type: T }>;
    readonly amountPence: Pence;
    readonly at: Reference;
  }> {
    for (const { account } of this.#rows.values()) {
      const of = { account, book: 'plan', quarter: undefined } as const;
      const amountPence = this.#pence.get(keyOf(of));
      if (isOfType(account, type) && amountPence !== undefined) {
        yield { account, amountPence, at: this.reference({ ...of, amountPence }) };
      }
    }
  }

  #addHeader(): number {
    const row = this.balances.header('No.', 'Account', 'In full', ...this.#columns.map(([book]) => book));
    this.balances.header('', '', '', ...this.#columns.map(([, period]) => period));
    return row;
  }

  #addAccount(
    { name, account, agreement }: { readonly name: string; readonly account: Account; readonly agreement: Agreement },
    header: number,
    { numbers, books, periods, amounts }: PostingRanges,
  ): void {
    const row = this.balances.length;
    const cells = this.#columns.map(([book, period], index) => {
      const pence = this.#pence.get([book, period, name].join('\0'));
      if (pence === undefined) return undefined;
      const column = columnLetters(columnsBefore + index);
      const formula = `ROUND(SUMIFS(${amounts},${numbers},$A${row + 1},${books},${column}$${header + 1},${periods},${column}$${header + 2}),2)`;
      return formulaCell(formula, { exact: toPounds(pence), shape: 'pounds' });
    });
    this.#rows.set(name, { account, row });
    this.balances.add(
      numberCell(String(this.#rows.size), 'count'),
      wordCell(name),
      wordCell(accountInWords(agreement, account)),
      ...cells,
    );
  }

  /** Every entry adds up to nil, and so do all of a book. */
  #addTotals(first: number): void {
    const last = this.balances.length - 1;
    if (last < first) return;
    const totals = this.#columns.map((_, index) => {
      const column = columnsBefore + index;
      const range = `${cellName({ column, row: first })}:${cellName({ column, row: last })}`;
      return formulaCell(`ROUND(SUM(${range}),2)`, { exact: '0.00', shape: 'pounds' }, 'total');
    });
    const row = this.balances.add(
      undefined,
      wordCell('All accounts, which add up to nil', 'total'),
      undefined,
      ...totals,
    );
    const checks = this.#columns.map((_, index) => agreesCell(cellName({ column: columnsBefore + index, row }), '0'));
    this.balances.add(undefined, wordCell('Double entry', 'note'), undefined, ...checks);
  }
}

function keyOf(of: Of | SheetPosting): string {
  return [of.book, periodOf(of), accountName(of.account)].join('\0');
}

function isOfType<T extends Account['type']>(account: Account, type: T): account is Extract<Account, { type: T }> {
  return account.type === type;
}
