import type { Agreement } from '../agreement/agreement.js';
import { firstDayOf, type IsoDate } from '../agreement/financial-year.js';
import type { LedgerKind } from '../agreement/ledger-kinds.js';
import { pooledPurposeOf, purposeOf } from '../agreement/tied-money.js';
import {
  contributionEntry,
  expenditureEntry,
  forecastEntry,
  openingEntry,
  paidAheadEntry,
  planEntry,
  schemeEntry,
  virementEntry,
} from '../journal/entries.js';
import { GivenBack } from '../journal/given-back.js';
import { type Entry, Journal } from '../journal/journal.js';
import { Receipts } from '../journal/receipts.js';
import { Tallies } from '../journal/tally.js';
import { readActivityRow } from '../ledger/activity-row.js';
import { readBalanceRow } from '../ledger/balance-row.js';
import type { Cells } from '../ledger/cells.js';
import { readContributionRow } from '../ledger/contribution-row.js';
import { readControlRow } from '../ledger/control-row.js';
import { DamagedCells } from '../ledger/damages.js';
import { readExpenditureRow } from '../ledger/expenditure-row.js';
import { readForecastRow } from '../ledger/forecast-row.js';
import { referenceScope } from '../ledger/once.js';
import { readOpeningRow } from '../ledger/opening-row.js';
import { readPlanRow } from '../ledger/plan-row.js';
import { readProFormaRow } from '../ledger/pro-forma-row.js';
import { addPlanned, addScheme, emptyContext, type RowContext, rememberer } from '../ledger/row-context.js';
import type {
  ActivityRow,
  BalanceRow,
  ContributionRow,
  ControlRow,
  ExpenditureRow,
  OpeningRow,
  ProFormaRow,
} from '../ledger/row-types.js';
import { readSchemeRow } from '../ledger/scheme-row.js';
import { readVirementRow } from '../ledger/virement-row.js';
import { type Pence, sum } from '../money/pence.js';

type Post = (cells: Cells) => Pence | undefined;
type Read<Row> = (cells: Cells, context: RowContext) => Row | undefined;

/** A row that was read, as it passes: its cells move on to the next row, so that what is wanted of them is taken now. */
export interface PassingRow {
  readonly cells: Cells;
  /** How it was posted; absent where its kind is not posted, such as admissions. */
  readonly entry?: Entry;
  readonly amountPence: Pence;
}

/** What of a row is tallied beside its entry. */
interface PostedRow {
  readonly amountPence: Pence;
  readonly date?: IsoDate;
}

/** Looks at each row that was read without fault, in the order of reading. */
export type Watch = (row: PassingRow) => void;

/** How rows are read: who looks on; and whether a second reading compares them, so that none need be remembered. */
export interface Reading {
  readonly watch?: Watch | undefined;
  readonly isQuick?: boolean;
}

/**
 * What else is done with a row: something is noted of it first; it has a second entry, where it says two things; and how it
 * was posted is noted for rows that are like it.
 */
interface Beside<Row> {
  readonly note?: (row: Row, cells: Cells) => void;
  readonly also?: (row: Row, agreement: Agreement) => Entry | undefined;
  readonly alike?: (row: Row, entry: Entry, cells: Cells) => void;
}

/** Turns the rows of each kind of ledger into entries of one journal, and tallies them beside it. */
export class RowPoster {
  readonly journal = new Journal();
  readonly tallies = new Tallies();
  readonly receipts = new Receipts();
  readonly givenBack = new GivenBack();
  readonly activity: ActivityRow[] = [];
  readonly balances: BalanceRow[] = [];
  readonly controls: ControlRow[] = [];
  readonly proForma: ProFormaRow[] = [];
  readonly damaged = new DamagedCells();
  readonly context: RowContext;
  readonly #agreement: Agreement;
  readonly #watch: Watch | undefined;

  constructor(agreement: Agreement, { watch, isQuick = false }: Reading = {}) {
    this.#agreement = agreement;
    this.#watch = watch;
    this.context = emptyContext(agreement, { isQuick });
  }

  /** Posts a row: its amount in pence, 0 for admissions, undefined if it is wrong. What another file had first is held. */
  post(cells: Cells): Pence | undefined {
    const amountPence = cells.alike?.post();
    if (amountPence !== undefined) return amountPence;
    return this.damaged.noteRow(cells) ? undefined : this.#of[cells.kind](cells);
  }

  /** Whether a row that was just posted was not, since another file had it first. */
  isHeld(cells: Cells): boolean {
    return this.context.held.amountOf(cells) !== undefined;
  }

  readonly #of: Readonly<Record<LedgerKind, Post>> = {
    plan: this.#posted(readPlanRow, planEntry, { note: (row) => addPlanned(this.context, row) }),
    schemes: this.#posted(readSchemeRow, schemeEntry, { note: (row) => addScheme(this.context, row) }),
    opening: this.#posted(readOpeningRow, openingEntry, {
      note: (row) => this.#notePaidAhead(row),
      also: paidAheadEntry,
    }),
    contributions: this.#posted(readContributionRow, contributionEntry, {
      note: (row, cells) => this.#noteReceipt(row, cells),
    }),
    expenditure: this.#posted(readExpenditureRow, expenditureEntry, {
      note: (row, cells) => this.#noteGivenBack('expenditure', row, cells),
      alike: (row, entry, cells) => this.#noteAlike(row, entry, cells),
    }),
    forecast: this.#posted(readForecastRow, forecastEntry),
    activity: this.#kept(readActivityRow, this.activity),
    virements: this.#posted(readVirementRow, virementEntry),
    balances: this.#kept(readBalanceRow, this.balances, ({ receivablePence }) => receivablePence),
    controls: this.#kept(readControlRow, this.controls),
    'pro-forma': this.#kept(readProFormaRow, this.proForma),
  };

  /** Rows of which each is an entry of the journal; what others are to know of it is noted first. */
  #posted<Row extends PostedRow>(
    read: Read<Row>,
    entryOf: (row: Row, agreement: Agreement) => Entry,
    { note, also, alike }: Beside<Row> = {},
  ): Post {
    return (cells) => {
      const row = read(cells, this.context);
      if (row === undefined) return this.context.held.amountOf(cells);
      note?.(row, cells);
      const { amountPence, date } = row;
      const entry = entryOf(row, this.#agreement);
      this.journal.post(entry);
      this.tallies.of(cells.kind, entry.quarter).add(amountPence, date);
      this.#watch?.({ cells, entry, amountPence });
      const second = also?.(row, this.#agreement);
      if (second !== undefined) {
        this.journal.post(second);
        this.#watch?.({ cells, entry: second, amountPence: 0n });
      }
      alike?.(row, entry, cells);
      return amountPence;
    };
  }

  /** Notes how spending was posted: what is like it is added to the same balances, but where somebody looks on at each row. */
  #noteAlike(row: ExpenditureRow, entry: Entry, cells: Cells): void {
    if (this.#watch !== undefined || cells.alike === undefined || row.isAdjustment || row.accrual !== '') return;
    const { kind, file, sheet } = cells;
    const { quarter } = row;
    const isNew = rememberer(this.context, referenceScope(kind, row.body), { file, sheet, quarter });
    const flow = this.journal.flowOf(entry);
    const tally = this.tallies.of(kind, quarter);
    cells.alike.note(cells.written, row, (date, amountPence, reference) => {
      if (!isNew(reference, cells.line)) return false;
      flow.add(amountPence, date, cells);
      tally.add(amountPence, date);
      return true;
    });
  }

  /** What was paid ahead last year came in before the first day of this one. */
  #notePaidAhead(row: OpeningRow): void {
    if (row.kind !== 'contributions' || row.amountPence <= 0n) return;
    const { partner, source, pool, amountPence } = row;
    const purpose = pooledPurposeOf(this.#agreement, row);
    this.receipts.add(
      { partner, source, pool, purpose, of: undefined, isSaid: true },
      firstDayOf(this.#agreement.year),
      amountPence,
    );
  }

  /** What of a receipt is this year’s and the pool’s, by its day. */
  #noteReceipt(row: ContributionRow, cells: Cells): void {
    const { partner, source, pool, date, settles, ofLastYear, aligned } = row;
    if (settles.kind !== 'contribution') return;
    this.#noteGivenBack('contributions', row, cells);
    const amountPence = row.amountPence - sum([...ofLastYear, ...aligned].map((part) => part.amountPence));
    const purpose = purposeOf(this.#agreement, row);
    const { of, isSaid } = settles;
    this.receipts.add({ partner, source, pool, purpose, of, isSaid }, date, amountPence);
  }

  #noteGivenBack(
    ledger: 'contributions' | 'expenditure',
    { quarter, amountPence, at }: ContributionRow | ExpenditureRow,
    cells: Cells,
  ): void {
    if (amountPence >= 0n) return;
    this.givenBack.add(ledger, quarter, { at, amountPence, note: cells.optional('note') });
  }

  /** Rows that are kept as they are. */
  #kept<Row>(read: Read<Row>, rows: Row[], amountOf: (row: Row) => Pence = () => 0n): Post {
    return (cells) => {
      const row = read(cells, this.context);
      if (row === undefined) return undefined;
      rows.push(row);
      const amountPence = amountOf(row);
      this.#watch?.({ cells, amountPence });
      return amountPence;
    };
  }
}
