import { lastDayOf } from '../agreement/financial-year.js';
import { inFull } from '../diagnostics/day-in-full.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { sumOf } from '../journal/tally.js';
import { inWords } from '../money/format-money.js';
import type { Books, RuleOutcome } from '../rules/check.js';

/** What is left out, so that nothing is hidden: rows dated after the quarter. */
export function leftOut(books: Books): RuleOutcome {
  const { agreement, asAt, tallies } = books;
  if (asAt === undefined) return { checks: [], diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const received = tallies.after('contributions', asAt);
  const applied = tallies.after('expenditure', asAt);
  const count = [...received, ...applied].reduce((total, { rows }) => total + rows, 0);
  if (count > 0) {
    const sums = { received: inWords(sumOf(received)), applied: inWords(sumOf(applied)) };
    diagnostics.push(diagnose('BCF2010', { count, asAt: inFull(lastDayOf(asAt, agreement.year)), ...sums }));
  }
  return { checks: [], diagnostics };
}
