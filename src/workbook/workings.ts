import type { Figure } from '../figures/figure.js';
import { DraftSheet } from './draft.js';
import { formulaCell, type SheetCell, wordCell } from './model.js';
import type { Reference } from './references.js';
import { unitWords } from './shapes.js';
import { isInCells } from './splits.js';

/** Why a figure is a value. */
export const tooLarge = 'split to the penny by bcf, of more digits than a cell can hold: a value, which does not move';

const columns = ['What it is', 'Amount', 'Unit', 'How it is made', 'Rule', 'Clause', 'Name'];
const amountColumn = 1;

/** Figures that no other sheet shows, each with how it is made: what lies between the inputs and the statement. */
export class Workings {
  readonly sheet = new DraftSheet('Workings');
  readonly #draw: (figure: Figure, on: string) => SheetCell;

  constructor(draw: (figure: Figure, on: string) => SheetCell) {
    this.#draw = draw;
    this.sheet.begin(
      'Workings',
      'What lies between the inputs and the sheets of the statement: each figure, and how it is made.',
    );
    this.sheet.header(...columns);
  }

  /** Where the next figure will stand. */
  next(): Reference {
    return this.sheet.at(amountColumn);
  }

  /** Adds a figure, which stands at `next`. */
  add(figure: Figure): void {
    const { what, how, rule, unit, name = '' } = figure;
    this.sheet.add(
      wordCell(what),
      () => this.#draw(figure, this.sheet.name),
      wordCell(unitWords[unit]),
      wordCell(isFixed(figure) ? `${how} (${tooLarge})` : how),
      wordCell(rule?.id ?? ''),
      wordCell(rule?.clause ?? ''),
      wordCell(name),
    );
  }

  /** Adds a part of a sum that is too long for one formula. */
  addSubtotal(formula: string, exact: string): Reference {
    const place = this.next();
    const cell = formulaCell(formula, { exact, shape: 'pounds' });
    this.sheet.add(wordCell('Part of a long sum'), cell, wordCell('£'), wordCell('its cells, added up'));
    return place;
  }
}

/** Whether a figure has no formula: a part of a split that is too large for cells. */
export function isFixed({ part }: Figure): boolean {
  return part !== undefined && !isInCells(part.of);
}
