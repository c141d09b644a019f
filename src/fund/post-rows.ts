import type { Agreement } from '../agreement/agreement.js';
import type { IsoDate } from '../agreement/financial-year.js';
import type { LedgerKind } from '../agreement/ledger-kinds.js';
import { purposeOf } from '../agreement/tied-money.js';
import {
  contributionEntry,
  expenditureEntry,
  forecastEntry,
  openingEntry,
  planEntry,
  schemeEntry,
  virementEntry,
} from '../journal/entries.js';
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
import { readOpeningRow } from '../ledger/opening-row.js';
import { readPlanRow } from '../ledger/plan-row.js';
import { readProFormaRow } from '../ledger/pro-forma-row.js';
import { addPlanned, emptyContext, type RowContext, schemeKey } from '../ledger/row-context.js';
import type { ActivityRow, BalanceRow, ControlRow, ProFormaRow } from '../ledger/row-types.js';
import { readSchemeRow } from '../ledger/scheme-row.js';
import { readVirementRow } from '../ledger/virement-row.js';
import type { Pence } from '../money/pence.js';

type Post = (cells: Cells) => Pence | undefined;

/** A row that was read, as it passes: its cells move on to the next row, so that what is wanted of them is taken now. */
export interface PassingRow {
  readonly kind: LedgerKind;
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

/** Turns the rows of each kind of ledger into entries of one journal, and tallies them beside it. */
export class RowPoster {
  readonly journal = new Journal();
  readonly tallies = new Tallies();
  readonly receipts = new Receipts();
  readonly activity: ActivityRow[] = [];
  readonly balances: BalanceRow[] = [];
  readonly controls: ControlRow[] = [];
  readonly proForma: ProFormaRow[] = [];
  readonly damaged = new DamagedCells();
  readonly context: RowContext;
  readonly #agreement: Agreement;
  readonly #watch: Watch;

  constructor(agreement: Agreement, { watch = () => undefined, isQuick = false }: Reading = {}) {
    this.#agreement = agreement;
    this.#watch = watch;
    this.context = emptyContext(agreement, { isQuick });
  }

  /** Posts a row of a kind: the amount in pence that was posted, 0 for admissions, undefined if it is wrong. */
  post(kind: LedgerKind, cells: Cells): Pence | undefined {
    return this.damaged.noteRow(cells) ? undefined : this.#of[kind](cells);
  }

  readonly #of: Readonly<Record<LedgerKind, Post>> = {
    plan: (cells) => {
      const row = readPlanRow(cells, this.context);
      if (row !== undefined) addPlanned(this.context, row);
      return row && this.#post(cells, 'plan', planEntry(row, this.#agreement), row);
    },
    schemes: (cells) => {
      const row = readSchemeRow(cells, this.context);
      if (row !== undefined) this.context.schemes.set(schemeKey(row.schedule, row.scheme), row);
      return row && this.#post(cells, 'schemes', schemeEntry(row), row);
    },
    opening: (cells) => {
      const row = readOpeningRow(cells, this.context);
      return row && this.#post(cells, 'opening', openingEntry(row, this.#agreement), row);
    },
    contributions: (cells) => {
      const row = readContributionRow(cells, this.context);
      if (row === undefined) return undefined;
      const { partner, source, pool } = row;
      const purpose = purposeOf(this.#agreement, row);
      this.receipts.add({ partner, source, pool, purpose }, row.date, row.amountPence);
      return this.#post(cells, 'contributions', contributionEntry(row, this.#agreement), row);
    },
    expenditure: (cells) => {
      const row = readExpenditureRow(cells, this.context);
      return row && this.#post(cells, 'expenditure', expenditureEntry(row, this.#agreement), row);
    },
    forecast: (cells) => {
      const row = readForecastRow(cells, this.context);
      return row && this.#post(cells, 'forecast', forecastEntry(row, this.#agreement), row);
    },
    activity: (cells) => {
      const row = readActivityRow(cells, this.context);
      if (row !== undefined) this.activity.push(row);
      return row && this.#pass(cells, 'activity', 0n);
    },
    virements: (cells) => {
      const row = readVirementRow(cells, this.context);
      return row && this.#post(cells, 'virements', virementEntry(row), row);
    },
    balances: (cells) => {
      const row = readBalanceRow(cells, this.context);
      if (row !== undefined) this.balances.push(row);
      return row && this.#pass(cells, 'balances', row.receivablePence);
    },
    controls: (cells) => {
      const row = readControlRow(cells, this.context);
      if (row !== undefined) this.controls.push(row);
      return row && this.#pass(cells, 'controls', 0n);
    },
    'pro-forma': (cells) => {
      const row = readProFormaRow(cells, this.context);
      if (row !== undefined) this.proForma.push(row);
      return row && this.#pass(cells, 'pro-forma', 0n);
    },
  };

  #pass(cells: Cells, kind: LedgerKind, amountPence: Pence): Pence {
    this.#watch({ kind, cells, amountPence });
    return amountPence;
  }

  #post(cells: Cells, kind: LedgerKind, entry: Entry, { amountPence, date }: PostedRow): Pence {
    this.journal.post(entry);
    this.tallies.add(kind, entry.quarter, amountPence, date);
    this.#watch({ kind, cells, entry, amountPence });
    return amountPence;
  }
}
