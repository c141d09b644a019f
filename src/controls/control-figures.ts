import { Figure } from '../figures/figure.js';
import { plusAll } from '../figures/terms.js';
import type { ControlRow } from '../ledger/row-types.js';
import type { FigureValue } from './figure.js';
import { differenceOf, makingOf, type Quantity, statedQuantity, unitOf, writtenFigure } from './written-figure.js';

/** The figures of a control: what was found, what is printed, and what is allowed to lie between. */
export interface ControlFigures {
  readonly found: Quantity;
  readonly expected: Quantity;
  /** found − expected. */
  readonly difference: Quantity;
  readonly tolerance: Quantity;
  readonly acceptedDifference: Quantity | undefined;
}

type Stated = Pick<FigureValue, 'amount'>;

/** What a control was read to be. */
interface Reading {
  readonly found: FigureValue;
  readonly foundAt: string;
  readonly expected: FigureValue;
  readonly expectedAt: string;
  readonly tolerance: Stated;
  readonly accepted: Stated | undefined;
  /** To how many decimals its amounts are shown. */
  readonly places: number;
}

/** Makes the figures of a control. */
export function controlFigures({ name, figure, at }: ControlRow, reading: Reading): ControlFigures {
  const { found, foundAt, expected, expectedAt, places } = reading;
  const { unit } = found;
  const stated = (what: string, { amount }: Stated) =>
    plusAll([statedQuantity({ unit, places }, { what, amount, at })]);
  const making = makingOf(figure, found, places);
  const foundFigure: Quantity = new Figure(unitOf(unit), {
    ...making,
    what: `${name}: found`,
    how: `${figure}; ${making.how}, from ${foundAt}`,
  });
  const expectedFigure: Quantity = new Figure(unitOf(unit), {
    what: `${name}: printed`,
    how: expectedAt,
    terms:
      expected.terms.length === 0
        ? stated('as the control states it', expected)
        : plusAll([writtenFigure(expectedAt, expected, places)]),
  });
  const declared = (words: string, key: string, amount: Stated): Quantity =>
    new Figure(unitOf(unit), {
      what: `${name}: ${words}`,
      how: 'as the control states it',
      terms: stated(key, amount),
    });
  return {
    found: foundFigure,
    expected: expectedFigure,
    difference: new Figure(unitOf(unit), {
      what: `${name}: difference`,
      how: 'found − printed',
      ...differenceOf({ figure: foundFigure, value: found }, { figure: expectedFigure, value: expected }, places),
    }),
    tolerance: declared('tolerance', 'tolerance', reading.tolerance),
    acceptedDifference: reading.accepted && declared('accepted difference', 'accepted-difference', reading.accepted),
  };
}
