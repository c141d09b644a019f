import type { IsoDate } from '../agreement/financial-year.js';

const months = 'January February March April May June July August September October November December'.split(' ');

/** A day as people write it: `30 June 2015`. */
export function inFull(date: IsoDate): string {
  return `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}
