import type { RulePage } from './page.js';
import { rewrittenHeader, rewrittenRows } from './same-rows.cases.js';

/** R7. */
export const closedQuarters: RulePage = {
  title: 'A closed quarter does not move',
  explain:
    'Once a quarter is signed off, a row dated in it that is changed, added or missing is found and named. What must not move is what a row says: its day, bodies, codes, amount and reference. A row that is written another way and says the same is no change. A correction is a row of an open quarter that names what it corrects.',
  formula: [
    'each row of a closed quarter says what it said when it was closed',
    'each figure of its statement is what it was',
  ],
  laidDownIn: 'the records in closes/, which bcf close writes',
  given: rewrittenHeader,
  casesFor: () => rewrittenRows.map(({ title, was, now }) => ({ title, lines: [`was  ${was}`, `now  ${now}`] })),
  shownBy: ['close', 'verify', 'reconcile', 'check'],
};
