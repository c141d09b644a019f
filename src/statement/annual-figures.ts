import { add } from '../money/pounds-text.js';
import type { Reconciliation } from './reconciliation-schema.js';
import type { NamedReportFigures, SurplusShare } from './report-figures-schema.js';

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
