import { absolute, type Pence } from './pence.js';
import { digitsToPence, type Unit } from './unit.js';

/** An amount as it is written in a unit, exactly and without needless decimals: `2443000`, `7208.5`. */
export function amountIn(unit: Unit, amountPence: Pence): string {
  const decimals = digitsToPence[unit];
  const digits = absolute(amountPence)
    .toString()
    .padStart(decimals + 1, '0');
  const part = digits.slice(-decimals).replace(/0+$/, '');
  const pounds = unit === 'pounds' && part !== '' ? part.padEnd(2, '0') : part;
  return `${amountPence < 0n ? '-' : ''}${digits.slice(0, -decimals)}${pounds === '' ? '' : `.${pounds}`}`;
}
