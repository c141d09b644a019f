import { type CellTable, figureColumn, money, wordColumn, words } from '../statement/cell-table.js';
import type { Reconciliation } from '../statement/reconciliation-schema.js';

/** Every check with both its figures; met where they are the same to the penny. */
export function checksTable({ checks }: Pick<Reconciliation, 'checks'>): CellTable {
  return {
    title: 'Checks',
    columns: [
      wordColumn('Check'),
      wordColumn('Rule'),
      wordColumn('Clause'),
      figureColumn('Expected £'),
      figureColumn('Found £'),
      figureColumn('Difference £'),
      wordColumn('bcf says'),
    ],
    rows: checks.map(({ message, rule, clause, expected, actual, difference, status }) => ({
      cells: [
        words(message),
        words(rule),
        words(clause),
        money(expected),
        money(actual),
        money(difference),
        words(status === 'pass' ? 'met' : 'not met'),
      ],
    })),
    notes: [],
  };
}
