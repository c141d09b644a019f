import { counted } from '../diagnostics/entry.js';
import type { FigureList } from '../statement/figure-list-schema.js';
import { openingsOf } from './opening.js';
import { line, type Pages } from './page.js';
import type { Sheet } from './sheet.js';

/** Every figure of a statement with its name. */
export function figureListPages({ fund, against, figures }: FigureList): Pages {
  const last = `${counted(figures.length, 'figure')}; bcf trace NAME says where one comes from`;
  const lines = figures.map(({ name, amount }) => ({ amount, text: name, figure: name }));
  return {
    openings: openingsOf(fund, against),
    pages: [{ parts: [{ kind: 'amounts', lines }] }],
    legend: [],
    last: [line(last, 'strong')],
  };
}

/** The same for a spreadsheet: name, unit, amount. */
export function figureListSheet({ figures }: FigureList): Sheet {
  return {
    columns: ['name', 'unit', 'amount'],
    rows: figures.map(({ name, unit, amount }) => [name, unit, { exact: amount }]),
  };
}
