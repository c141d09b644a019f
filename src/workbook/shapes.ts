import type { Figure } from '../figures/figure.js';
import type { Unit } from '../figures/unit.js';
import { placesOfMoney } from '../money/places.js';
import type { NumberShape } from './model.js';

/** What an amount of each unit is in. */
export const unitWords: Readonly<Record<Unit, string>> = {
  money: '£',
  number: 'number',
  percent: '%',
  decimal: 'number',
  exact: '£',
};

/** How the amount of a figure is shown. */
export function shapeOf({ unit, places, isOfOneDecimal }: Figure): NumberShape {
  if (isOfOneDecimal) return { decimals: 1 };
  if (unit === 'number') return 'count';
  if (places !== placesOfMoney) return { decimals: places };
  return unit === 'money' ? 'pounds' : unit === 'percent' ? 'percent' : { decimals: places };
}
