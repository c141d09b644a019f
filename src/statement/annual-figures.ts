import { add } from '../money/pounds-text.js';
import { summedQuarters } from './by-quarter.js';
import type { Reconciliation } from './reconciliation-schema.js';
import type { IncomeLine, NamedReportFigures, QuarterLine, SurplusShare } from './report-figures-schema.js';

/** A partner’s funding from all its sources together, in the order of the agreement. */
export function fundingByPartner(income: readonly IncomeLine[]): QuarterLine[] {
  return [...new Set(income.map(({ partner }) => partner))].map((code) => {
    const own = income.filter(({ partner }) => partner === code);
    return { code, label: own[0]?.partnerLabel ?? code, ...summedQuarters(own) };
  });
}

/** The surplus or deficit of the year to date and what is carried forward (R6); undefined where not all of it is known. */
export function netFigures(
  { flowOfFunds, contributionTotals }: Reconciliation,
  shares: readonly SurplusShare[],
): NamedReportFigures['net'] {
  const { difference, balance } = flowOfFunds.totals;
  if (difference.actual === undefined || balance.actual === undefined) return undefined;
  return {
    surplus: add(...shares.map(({ share }) => share)),
    carriedForward: add(balance.actual, contributionTotals?.outstanding ?? '0.00'),
  };
}

/** All shares together; undefined where there are none. */
export function shareTotals(shares: readonly SurplusShare[]): NamedReportFigures['shareTotals'] {
  if (shares.length === 0) return undefined;
  const total = (of: Exclude<keyof SurplusShare, 'body' | 'label'>) => add(...shares.map((one) => one[of]));
  return {
    due: total('due'),
    applied: total('applied'),
    own: total('own'),
    moved: total('moved'),
    share: total('share'),
    broughtForward: total('broughtForward'),
    closing: total('closing'),
    held: total('held'),
  };
}
