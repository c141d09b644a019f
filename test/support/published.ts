import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { fixture } from './fund-folder.js';

/** A table of the paper, as transcribed beside the Kent fixture. */
export function publishedTable(name: string): Record<string, string>[] {
  return parse(readFileSync(join(fixture('kent-2015-16'), 'published', name), 'utf8'), { columns: true });
}

/** Printed £000 as the statement carries it: `3566` is `3566000.00`. */
export function pounds(thousands: string | undefined): string {
  if (thousands === undefined || !/^\d+$/.test(thousands)) throw new Error(`not whole £000: ${thousands}`);
  return `${thousands}000.00`;
}

/** The sum of printed £000, as the statement carries it. */
export function poundsOf(rows: readonly Record<string, string>[], column = 'amount_000'): string {
  return pounds(String(rows.reduce((total, row) => total + (row[column] === '-' ? 0 : Number(row[column])), 0)));
}
