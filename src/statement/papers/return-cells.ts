import type { Quarter } from '../../agreement/financial-year.js';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.js';
import { inWords } from '../../money/format-money.js';
import type { Pence } from '../../money/pence.js';
import type { ReturnLine } from '../report-figures-schema.js';

/** The form of the national return takes £0 to £100 million in a quarter. */
const mostPence: Pence = 10_000_000_000n;

/**
 * The cells of the national return that its form does not take as they are (R6): each with the quarter and the line. One
 * below nil that says why is none of them. Of a quarter that has ended the forecast is what has happened, and is said once.
 */
export function checkReturnCells(lines: readonly ReturnLine[]): Diagnostic[] {
  const said = new Set<string>();
  return lines.toReversed().flatMap(({ side, basis, quarters }) =>
    quarters.flatMap(({ quarter, amount, words }) => {
      const key = [side, quarter, amount?.amount].join();
      if (said.has(key)) return [];
      said.add(key);
      if (amount === undefined || (amount.amount >= 0n && amount.amount <= mostPence)) return [];
      if (amount.amount < 0n && words !== undefined) return [];
      const isBelow = amount.amount < 0n ? 1 : 0;
      return [diagnose('BCF2464', { cell: `${basis} ${side} of ${quarter}`, amount: inWords(amount.amount), isBelow })];
    }),
  );
}

/** The same of what was booked in one quarter. */
export function checkReturnQuarter(lines: readonly ReturnLine[], quarter: Quarter): Diagnostic[] {
  const booked = lines.filter(({ basis }) => basis === 'actual');
  return checkReturnCells(
    booked.map((line) => ({ ...line, quarters: line.quarters.filter((cell) => cell.quarter === quarter) })),
  );
}
