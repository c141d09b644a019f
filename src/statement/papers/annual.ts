import type { Books } from '../../rules/check.js';
import type { Reconciliation } from '../reconciliation-schema.js';
import type { AnnualFigures } from '../report-figures-schema.js';
import { accruedFunding } from './accrued.js';
import { bridgeOf } from './bridge.js';
import { incomeAndSpending } from './income-and-spending.js';
import { natureFigures } from './natures.js';
import { netFigures } from './net.js';
import { notesOf } from './notes.js';
import { shareTotals, surplusShares } from './shares.js';

/** A statement, and the books that it is made of. */
export interface Reconciled {
  readonly result: Reconciliation;
  readonly books: Books;
}

/** The memorandum account of a year, or of a year to date (R6): what the annual return shows. */
export function annualFigures({ result: statement, books }: Reconciled): AnnualFigures {
  const flows = incomeAndSpending(books);
  const shares = surplusShares(books, statement);
  return {
    ...flows,
    ...accruedFunding(books),
    natures: natureFigures(books, statement, flows.headings),
    net: netFigures(books, statement),
    shares,
    shareTotals: shareTotals(shares),
    ...bridgeOf(books, shares),
    notes: notesOf(books),
  };
}
