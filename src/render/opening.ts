import { inFull } from '../diagnostics/day-in-full.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import type { Style } from './style.js';
import { paragraph } from './wrap.js';

/** The opening of a report on a fund, or on one against another. */
export function openings(fund: FundStatement, against: FundStatement | undefined, style: Style): string {
  const heads = [opening(fund, style), ...(against === undefined ? [] : [`against\n${opening(against, style)}`])];
  return heads.join('\n\n');
}

/** What every report opens with: which fund, as at when, and whether it is made up. */
export function opening(fund: FundStatement, style: Style): string {
  const asAt = asAtLine(fund);
  const illustrative =
    fund.provenance === 'illustrative'
      ? [style.warn('ILLUSTRATIVE: made-up transactions, not the real figures of any body')]
      : [];
  const note = fund.note === undefined ? [] : paragraph(fund.note).map(style.faint);
  return [style.strong(`${fund.name}, ${fund.year}`), asAt, ...illustrative, ...note].join('\n');
}

function asAtLine({ asAt, asAtDate = '', stage }: FundStatement): string {
  if (asAt === undefined) return 'Plan only: no receipts or spending in this folder';
  if (stage === 'not-begun') return `Not begun: the plan, and what was brought forward at ${inFull(asAtDate)}`;
  return `As at the end of ${asAt}, ${inFull(asAtDate)}`;
}
