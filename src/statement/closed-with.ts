import { yearBefore } from '../agreement/financial-year.js';
import { partnerIn } from '../agreement/successors.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { ReadFund } from '../rules/check.js';
import type { LastYear } from '../rules/check-openings.js';
import { openingsAfter } from '../rules/openings.js';

/** The fund of the year before, and what the user calls it. */
export interface LastFund {
  readonly fund: ReadFund;
  readonly shownAs: string;
}

/** What last year’s fund says that a fund begins with, whoever came after its bodies; what is wrong where it is none. */
export function lastYearOf(
  { agreement }: ReadFund,
  { fund: last, shownAs }: LastFund,
): { lastYear?: LastYear; diagnostics: Diagnostic[] } {
  const { label } = last.agreement.year;
  if (label !== yearBefore(agreement.year).label) {
    return { diagnostics: [diagnose('BCF0037', { folder: shownAs, found: label, year: agreement.year.label })] };
  }
  const openings = openingsAfter(last, (code) => partnerIn(last.agreement, agreement, code));
  if (openings === undefined) return { diagnostics: [diagnose('BCF0028', { folder: shownAs, year: label })] };
  return { lastYear: { label, openings }, diagnostics: [] };
}
