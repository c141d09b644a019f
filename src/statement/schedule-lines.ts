import { addKnown, subtract } from '../money/pounds-text.js';
import type { Reconciliation } from './reconciliation-schema.js';

type HeadingLine = Reconciliation['byPartner'][number]['headings'][number];

/** A heading of one schedule, with what R4 says of it. */
export interface ScheduleLine extends HeadingLine {
  readonly schedule: string;
  readonly virements: string;
  /** An over- or underspend (R4); undefined where it is not known, nil where the heading is outside. */
  readonly variance: string | undefined;
  /** Performance not earned, or a grant held (negative) or spent above the year’s (positive). */
  readonly apart: string | undefined;
  readonly kind: 'performance' | 'ring-fenced' | undefined;
}

/** The lines of every schedule, in the agreement’s order. */
export function scheduleLines({ byPartner, variances, varianceTotals }: Reconciliation): ScheduleLine[] {
  const outside = new Map(varianceTotals.outside.map(({ heading, kind }) => [heading, kind]));
  return byPartner.flatMap(({ partner: schedule, headings }) =>
    headings.map((line): ScheduleLine => {
      const own = variances.filter((one) => one.schedule === schedule && one.heading === line.heading);
      const kind = outside.get(line.heading);
      const isOutside = kind !== undefined;
      return {
        ...line,
        schedule,
        kind,
        virements: addKnown(own.map(({ virements }) => virements)) ?? '0.00',
        variance: isOutside ? '0.00' : addKnown(own.map(({ variance }) => variance)),
        apart: isOutside ? subtract(line.forecast, line.plan) : '0.00',
      };
    }),
  );
}
