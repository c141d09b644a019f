import { inFull } from '../diagnostics/day-in-full.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import type { Opening } from './page.js';

/** What every report opens with: which fund, as at when, and whether it is made up. */
export function openingOf(fund: FundStatement): Opening {
  const { name, year, provenance, note } = fund;
  return {
    name: `${name}, ${year}`,
    asAt: asAtInWords(fund),
    ...(provenance === 'illustrative' && {
      warning: 'ILLUSTRATIVE: made-up transactions, not the real figures of any body',
    }),
    ...(note !== undefined && { note }),
  };
}

/** The openings of a report on a fund, or on one against another. */
export function openingsOf(fund: FundStatement, against: FundStatement | undefined): Opening[] {
  return [fund, ...(against === undefined ? [] : [against])].map(openingOf);
}

function asAtInWords({ asAt, asAtDate = '', stage }: FundStatement): string {
  if (asAt === undefined) return 'Plan only: no receipts or spending in this folder';
  if (stage === 'not-begun') return `Not begun: the plan, and what was brought forward at ${inFull(asAtDate)}`;
  return `As at the end of ${asAt}, ${inFull(asAtDate)}`;
}
