import { add, addKnown } from '../money/pounds-text.js';
import type { VarianceLineStatement, VarianceSection, VarianceSum } from './variance-schema.js';

/** Whether nothing has happened to a line: no variance and no virement. */
export function isOnPlan({ direction, virements }: VarianceLineStatement): boolean {
  return direction === 'none' && virements === '0.00';
}

type Sums = 'onPlan' | 'withOutside' | 'borne' | 'held';

interface Summand {
  readonly plan: string;
  readonly virements?: string;
  readonly actual?: string | undefined;
  readonly forecast?: string | undefined;
  readonly variance?: string | undefined;
}

/** Several lines together; an amount that is not known of one is not known of all, and none is of no lines. */
export function summedVariances(lines: readonly Summand[]): VarianceSum {
  const known = (of: 'actual' | 'forecast' | 'variance') =>
    lines.length === 0 ? undefined : addKnown(lines.map((line) => line[of]));
  const [actual, forecast, variance] = [known('actual'), known('forecast'), known('variance')];
  return {
    plan: add(...lines.map(({ plan }) => plan)),
    virements: add(...lines.map(({ virements = '0.00' }) => virements)),
    ...(actual !== undefined && { actual }),
    ...(forecast !== undefined && { forecast }),
    ...(variance !== undefined && { variance }),
  };
}

/** What is borne and held in all, and what tables show in one line: what is on plan, and all of the flow of funds. */
export function varianceSums(
  lines: readonly VarianceLineStatement[],
  totals: Omit<VarianceSection, Sums>,
): Pick<VarianceSection, Sums> {
  const isAllKnown = totals.unknown === 0;
  return {
    ...(totals.variance !== undefined && {
      borne: add(...totals.byBody.map(({ borne }) => borne)),
      held: add(...totals.byBody.map(({ held }) => held)),
      onPlan: summedVariances(lines.filter(isOnPlan)),
    }),
    withOutside: summedVariances([
      { ...totals, variance: isAllKnown ? totals.variance : undefined },
      ...totals.outside,
    ]),
  };
}
