import type { Options } from 'csv-parse';

/** More characters than this no record has. */
export const longestRecord = 1 << 16;

/** How csv-parse reads: strictly, but for rows that are longer or shorter than their header. */
export function strictly(separator: string): Pick<Options, 'delimiter' | 'max_record_size' | 'relax_column_count'> {
  return { delimiter: separator, max_record_size: longestRecord, relax_column_count: true };
}
