import { stringify } from 'csv-stringify/sync';
import { counted } from '../diagnostics/entry.js';
import type { FigureList } from '../statement/figure-list-schema.js';
import { harmless } from './harmless.js';
import { openings } from './opening.js';
import type { Style } from './style.js';

/** Every figure of a statement with its name, for the terminal. */
export function figureListText({ fund, against, figures }: FigureList, style: Style): string {
  const width = Math.max(0, ...figures.map(({ amount }) => amount.length));
  const lines = figures.map(({ name, amount }) => `${amount.padStart(width)}  ${name}`);
  const last = `${counted(figures.length, 'figure')}; bcf trace NAME says where one comes from`;
  return `${[openings(fund, against, style), lines.join('\n'), style.strong(last)].join('\n\n')}\n`;
}

/** The same for a spreadsheet: name, unit, amount. */
export function figureListCsv({ figures }: FigureList): string {
  const rows = figures.map(({ name, unit, amount }) => [harmless('name', name), unit, amount]);
  return stringify([['name', 'unit', 'amount'], ...rows]);
}
