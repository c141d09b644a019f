import type { Quarter } from '../../agreement/financial-year.js';
import { item } from '../terms.js';

/** The name of the amount of a quarter of a line. */
export function quarterOf(line: string, quarter: Quarter): string {
  return `${item(`${line}.quarters`, { quarter })}.amount`;
}
