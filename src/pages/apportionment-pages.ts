import type { Apportionment } from '../statement/apportionment-schema.js';
import { apportionmentTable } from './apportionment-table.js';
import { line, type Pages, tables } from './page.js';

/** An apportionment: each share, and what they come to. */
export function apportionmentPages(result: Apportionment): Pages {
  const { fund, conclusion } = result;
  return {
    openings: [{ name: `${fund.name}, ${fund.year}` }],
    pages: [{ parts: tables(apportionmentTable(result)) }],
    legend: [],
    last: [line(conclusion, 'strong')],
  };
}
