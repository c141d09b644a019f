import type { NamedFigure } from '../statement/figure-names.js';
import { DraftSheet } from './draft.js';
import { agreesCell, numberCell, turnsCell, wordCell } from './model.js';
import type { Places } from './places.js';
import { cellName } from './references.js';
import { shapeOf, unitWords } from './shapes.js';

const columns = ['Name', 'What it is', 'This workbook', 'Unit', 'bcf says', 'Check'];
const [amountColumn, saidColumn] = [2, 4];

/** The column in which the sheet says whether a figure agrees, for who counts those that differ. */
export function checkRange(figures: number): string {
  return `Figures!$F$1:$F$${figures + rowsBefore}`;
}

const rowsBefore = 4;

/** Every figure of the statement by its name: what this workbook makes of it, and what bcf says. */
export function addFigures(named: readonly NamedFigure[], places: Places): DraftSheet {
  const sheet = new DraftSheet('Figures');
  sheet.begin(
    'Figures',
    'Every figure of the statement by the name that bcf trace explains: what this workbook makes of it, and what bcf says. TURNED: it differs, and has another sign or came to nil.',
  );
  sheet.header(...columns);
  for (const { name, figure } of named) {
    if (figure === undefined) continue;
    // A figure that no table shows has its place in the workings from here on.
    places.reference(figure);
    const row = sheet.length;
    const [own, said] = [amountColumn, saidColumn].map((column) => cellName({ column, row }));
    sheet.add(
      wordCell(name),
      wordCell(figure.what),
      () => places.cell(figure, false, { on: sheet.name }),
      wordCell(unitWords[figure.unit]),
      numberCell(String(figure), shapeOf(figure), 'said'),
      // Checks are results: that one is no longer met sets no line anew.
      (name.startsWith('checks[') ? agreesCell : turnsCell)(own ?? '', said ?? '', figure.places),
    );
  }
  return sheet;
}
