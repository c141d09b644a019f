import { fromPounds, grouped } from '../../money/format-money.js';
import { type FigureCase, figureCases } from './figures.cases.js';
import { inColumns, type WorkedCase } from './page.js';

/** What the cases below are given. */
export const exampleFund =
  'The example: North CCG pays £3,000.00 in the year, South CCG £2,000.00, the council £1,500.00.';

/** The worked cases of a rule whose figures are sums, with the rows that they are made of. */
export function figuresOf(rule: keyof typeof figureCases): WorkedCase[] {
  return figureCases[rule].map(({ title, ledgers, figures }) => ({
    title,
    lines: [...rowsOf(ledgers), ...inColumns(figures.map(({ words, amount }) => [words, grouped(fromPounds(amount))]))],
  }));
}

function rowsOf(ledgers: FigureCase['ledgers']): string[] {
  return Object.values(ledgers).flatMap((text) => text.trimEnd().split('\n'));
}
