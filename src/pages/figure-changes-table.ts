import { type CellTable, figureColumn, money, wordColumn, words } from '../statement/cell-table.js';
import type { FigureChange } from '../statement/closes-schema.js';

/** Figures of a closed quarter that have moved: as recorded, as they are now, and the difference. */
export function figureChangesTable(quarter: string, changes: readonly FigureChange[]): CellTable {
  const cell = (amount: string | undefined, unit: FigureChange['unit']) =>
    unit === 'money' || amount === undefined ? money(amount) : words(amount);
  return {
    title: `Figures of closed ${quarter} that differ`,
    columns: [wordColumn('', 100), figureColumn('As closed'), figureColumn('Now'), figureColumn('Difference')],
    rows: changes.map(({ figure, unit, recorded, now, difference }) => ({
      cells: [words(figure), cell(recorded, unit), cell(now, unit), cell(difference, unit)],
    })),
    notes: ['Blank: not known, or not in the statement.'],
  };
}
