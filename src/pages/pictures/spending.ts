import type { Money } from '../../figures/books.js';
import type { Headlines } from '../../statement/headlines.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { Bar, BarsPicture, VarianceWords } from '../pictures.js';

/** Plan, to date and forecast of each heading; undefined of a plan alone, and where all is nil. */
export function headingsPicture(result: Reconciliation, headlines: Headlines): BarsPicture | undefined {
  const { applications } = result.flowOfFunds;
  return barsOf(
    `Plan, to date and forecast by heading, ${result.fund.year}`,
    applications.map(({ code, label, appliedByLabel, plan, actual, forecast }) => ({
      label,
      by: appliedByLabel,
      plan,
      toDate: actual,
      forecast,
      variance: varianceOfHeading(code, result, headlines),
    })),
  );
}

/** The same of each locality; undefined where there is only one. */
export function localitiesPicture({ fund, byLocality, varianceTotals }: Reconciliation): BarsPicture | undefined {
  if (byLocality.length < 2) return undefined;
  return barsOf(
    `Plan, to date and forecast by locality, ${fund.year}`,
    byLocality.map(({ locality, label, applications }) => {
      const falls = varianceTotals.byLocality.find((line) => line.locality === locality);
      return {
        label,
        plan: applications.plan,
        toDate: applications.actual,
        forecast: applications.forecast,
        variance: falls === undefined ? notShared : varianceWords(falls.variance),
      };
    }),
  );
}

const notShared: VarianceWords = { words: 'Ring-fenced, or performance', leaning: 'none' };

function barsOf(title: string, bars: readonly Bar[]): BarsPicture | undefined {
  const isKnown = bars.some(({ toDate, forecast }) => toDate !== undefined || forecast !== undefined);
  const isAnything = bars.some(({ plan, toDate, forecast }) =>
    [plan, toDate, forecast].some((money) => money !== undefined && money.amount > 0n),
  );
  return isKnown && isAnything ? { kind: 'bars', title, bars } : undefined;
}

/** The over- or underspend of a heading, or what is said of one that stands outside of it (R4). */
function varianceOfHeading(
  code: string,
  { varianceTotals }: Reconciliation,
  { byHeading }: Headlines,
): VarianceWords | undefined {
  const outside = varianceTotals.outside.find(({ heading }) => heading === code);
  if (outside === undefined) return varianceWords(byHeading.find(({ heading }) => heading === code)?.variance);
  return outsideWords(outside.variance, outside.kind === 'performance' ? 'performance' : 'ring-fenced');
}

const onPlan: VarianceWords = { words: 'On plan', leaning: 'none' };

function varianceWords(variance: Money | undefined): VarianceWords | undefined {
  if (variance === undefined) return undefined;
  if (variance.isNil) return onPlan;
  return variance.amount > 0n
    ? { words: 'Overspend', amount: variance, leaning: 'adverse' }
    : { words: 'Underspend', amount: variance, leaning: 'favourable' };
}

function outsideWords(variance: Money | undefined, note: string): VarianceWords | undefined {
  if (variance === undefined) return undefined;
  if (variance.isNil) return onPlan;
  const words = variance.amount > 0n ? 'More than plan' : 'Less than plan';
  return { words, amount: variance, note, leaning: 'none' };
}
