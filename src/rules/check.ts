import type { Agreement, LedgerEntry } from '../agreement/agreement.js';
import type { Quarter } from '../agreement/financial-year.js';
import type { LedgerKind } from '../agreement/ledger-kinds.js';
import type { RuleId } from '../agreement/rule-ids.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Money } from '../figures/books.js';
import { Figure, type Term } from '../figures/figure.js';
import { minus, plus } from '../figures/terms.js';
import { BookView } from '../journal/book-view.js';
import type { GivenBack } from '../journal/given-back.js';
import { Journal } from '../journal/journal.js';
import type { Receipts } from '../journal/receipts.js';
import type { Returns } from '../journal/returns.js';
import type { Tallies } from '../journal/tally.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence } from '../money/pence.js';
import { type AsAt, asAtOf } from './as-at.js';
import type { CheckFamily } from './check-families.js';

/** One thing that a rule of the agreement asks, and whether it holds: both sides are figures, and say what they are made of. */
export interface Check {
  /** Stable: `plan.partner.09C`. */
  readonly id: string;
  /** What it asks of this, and others of the same. */
  readonly family: CheckFamily;
  readonly rule: RuleId;
  readonly clause: string;
  readonly partner?: string;
  readonly heading?: string;
  readonly passed: boolean;
  /** What it found, in words. */
  readonly message: string;
  readonly expected: Money;
  readonly actual: Money;
  /** What is there − what it asks for. */
  readonly difference: Money;
}

interface Checking extends Omit<Check, 'passed' | 'expected' | 'actual' | 'difference'> {
  /** Whether it holds; where it is not said, that is whether both sides come to the same. */
  readonly passed?: boolean;
  readonly expected: readonly Term[];
  readonly actual: readonly Term[];
}

/** A check of what is there against what is asked for. */
export function checkOf({ expected, actual, ...check }: Checking): Check {
  const { id, rule, clause, message } = check;
  const side = (words: string, terms: readonly Term[]) =>
    Figure.money({ what: `Check ${id}: ${words}`, how: message, rule: { id: rule, clause }, terms });
  const askedFor = side('what it asks for', expected);
  const there = side('what is there', actual);
  const difference = Figure.money({
    what: `Check ${id}: difference`,
    how: 'what is there − what it asks for',
    rule: { id: rule, clause },
    terms: [...plus(there), ...minus(askedFor)],
  });
  return { passed: difference.isNil, ...check, expected: askedFor, actual: there, difference };
}

/** What a rule gives: each thing it checked, and a diagnostic for each that does not hold. */
export interface RuleOutcome {
  readonly checks: readonly Check[];
  readonly diagnostics: readonly Diagnostic[];
  /** What of the diagnostics come to. */
  readonly amounts?: FoundAmounts;
}

/** What findings come to, where that is one amount of money, and what else their words speak of. */
export type FoundAmounts = ReadonlyMap<Diagnostic, FoundAmount>;

/** The terms of what a finding comes to; and what it asks for and what is there, where no check has them. */
export interface FoundAmount {
  readonly terms?: readonly Term[];
  readonly sides?: { readonly expected: Money; readonly actual: Money };
  /** What else its words say, in their order. */
  readonly speaksOf?: SpokenOf;
}

/** Amounts in the words of a finding, none of which is what the finding comes to. */
export interface SpokenOf {
  readonly pot?: Money;
  readonly received?: Money;
  readonly spent?: Money;
  readonly earned?: Money;
  readonly overspent?: Money;
  readonly underspent?: Money;
  readonly variance?: Money;
  readonly agreed?: Money;
  readonly plan?: Money;
  readonly partners?: readonly { readonly partner: string; readonly spent: Money }[];
}

/** Something found, and what it comes to. */
export interface Found extends FoundAmount {
  readonly diagnostic: Diagnostic;
}

/** Checks, and what was found with what it comes to. */
export function outcomeOf(checks: readonly Check[], found: readonly Found[]): RuleOutcome {
  return {
    checks,
    diagnostics: found.map(({ diagnostic }) => diagnostic),
    amounts: new Map(found.map(({ diagnostic, ...amount }) => [diagnostic, amount])),
  };
}

/** A finding that comes to what a check is out by. */
export function outBy({ difference }: Check, diagnostic: Diagnostic): Found {
  return { diagnostic, terms: plus(difference) };
}

/** A finding that comes to what is there less what is asked for, of which there is no check. */
export function apart(diagnostic: Diagnostic, sides: { readonly expected: Money; readonly actual: Money }): Found {
  return { diagnostic, sides, terms: [...plus(sides.actual), ...minus(sides.expected)] };
}

/** What rules read: the agreement, and its three books as at a quarter. */
export interface Books extends AsAt {
  readonly agreement: Agreement;
  readonly journal: Journal;
  readonly tallies: Tallies;
  readonly receipts: Receipts;
  readonly givenBack: GivenBack;
  readonly activity: Returns['activity'];
  /** What bodies say they owe each other as at the quarter. */
  readonly balances: Returns['balances'];
  /** What the agreement declares and no file has come of. */
  readonly withoutFile: readonly LedgerEntry[];
  /** Kinds of ledger of which the folder holds no file. */
  readonly notCome: ReadonlySet<LedgerKind>;
  readonly plan: BookView;
  readonly actual: BookView;
  readonly forecast: BookView;
  /** Budget moved since the plan. */
  readonly virements: BookView;
}

/** What is read of a fund folder. */
export type ReadFund = Pick<
  Books,
  'agreement' | 'journal' | 'tallies' | 'receipts' | 'givenBack' | 'activity' | 'balances' | 'withoutFile' | 'notCome'
>;

const none = new BookView(new Journal(), 'actual');

/** The books of a fund as at the quarter asked for, or the last that its rows reach. */
export function booksFor(fund: ReadFund, askedFor: Quarter | undefined): Books {
  return booksAsAt(fund, asAtOf(fund, askedFor));
}

/** The books of a fund as at a quarter; without one, actuals and forecast are empty. */
export function booksAsAt(fund: ReadFund, { asAt, stage }: AsAt): Books {
  const { journal } = fund;
  return {
    ...fund,
    asAt,
    stage,
    balances: fund.balances.filter((row) => row.asAt === asAt),
    plan: new BookView(journal, 'plan'),
    actual: asAt === undefined ? none : new BookView(journal, 'actual', asAt),
    forecast: asAt === undefined ? none : new BookView(journal, 'forecast', asAt),
    virements: asAt === undefined ? none : new BookView(journal, 'virements', asAt),
  };
}

/** How much more or less was found than expected, in words: `£1.00 more`. */
export function differenceInWords(expectedPence: Pence, actualPence: Pence): { difference: string; direction: string } {
  const differencePence = actualPence - expectedPence;
  return { difference: inWords(absolute(differencePence)), direction: differencePence < 0n ? 'less' : 'more' };
}

/** Several outcomes as one, in their order. */
export function together(outcomes: readonly RuleOutcome[]): RuleOutcome {
  return {
    checks: outcomes.flatMap(({ checks }) => checks),
    diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
    amounts: new Map(outcomes.flatMap(({ amounts }) => [...(amounts ?? [])])),
  };
}
