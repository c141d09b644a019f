import { unitInHeader } from '../money/unit.js';
import type { ColumnFacts } from './column-facts.js';
import { comment, fillIn } from './proposal-text.js';

const indent = 4;

/** Whether the unit of amounts is known: by their headers, or as pounds by their pence. */
export function unitOf(amounts: readonly ColumnFacts[]): 'in-headers' | 'pounds' | undefined {
  if (amounts.length > 0 && amounts.every(({ name }) => unitInHeader(name) !== undefined)) return 'in-headers';
  return amounts.some(({ hasPence }) => hasPence) ? 'pounds' : undefined;
}

/** The lines that say in what unit amounts are, where their headers do not. */
export function unitLines(amounts: readonly ColumnFacts[]): string[] {
  const unit = unitOf(amounts);
  if (unit === 'in-headers') return [];
  if (unit === 'pounds') return ['    unit: pounds'];
  const why = 'pounds or £000: its amounts have no pence, and their header no unit; of amounts in pence ask for pounds';
  return [...comment(indent, why), `    unit: ${fillIn}`];
}

/** The lines that say in which order the numbers of dates stand, where the dates do not. */
export function datesLines(day: ColumnFacts | undefined): string[] {
  const { monthFirst = 0, dayFirst = 0, twofold = 0 } = day?.days ?? {};
  if (monthFirst > 0 && dayFirst === 0) {
    const why = 'some of its dates can only have the month first, and none the day';
    return [...comment(indent, why), '    dates: mm/dd/yyyy'];
  }
  if (monthFirst > 0) {
    return comment(indent, 'some of its dates have the month first and some the day: no order reads them all');
  }
  if (twofold === 0) return [];
  return [...comment(indent, 'dd/mm/yy or yy/mm/dd: some of its dates could be two days'), `    dates: ${fillIn}`];
}

/** Whether pence stand behind a comma. */
export function hasDecimalComma(amounts: readonly ColumnFacts[]): boolean {
  return amounts.some((amount) => amount.hasDecimalComma);
}
