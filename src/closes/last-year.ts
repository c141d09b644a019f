import { type FinancialYear, nextYear } from '../agreement/financial-year.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import type { Fund } from '../fund/fund.js';
import { verifyCloses } from './verify.js';

interface LastYear {
  readonly folder: string;
  /** What the user calls it. */
  readonly shownAs: string;
  readonly fund: Fund;
}

/**
 * Why a fund cannot stand beside a year as the one before it (R6, R7): it is of another year, it is not closed, or what was
 * closed is no longer what it was. Nothing where its figures are those that were signed.
 */
export async function lastYearFaults(
  { folder, shownAs, fund }: LastYear,
  year: FinancialYear,
  version: string,
): Promise<Diagnostic[]> {
  const { agreement, inputs } = fund;
  if (nextYear(agreement.year).label !== year.label) {
    return [diagnose('BCF0037', { folder: shownAs, found: agreement.year.label, year: year.label })];
  }
  const verified = await verifyCloses(folder, { fund, inputs, agreement }, { version });
  const moved = (verified?.diagnostics ?? []).filter((diagnostic) => diagnostic.class === 'finding');
  const args = { folder: shownAs, year: agreement.year.label };
  if (moved.length > 0) return [diagnose('BCF0039', { ...args, count: moved.length })];
  const isClosed = verified?.standing.year !== undefined;
  return isClosed ? [] : [diagnose('BCF0038', args)];
}
