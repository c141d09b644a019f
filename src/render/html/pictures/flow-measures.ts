import { larger, smaller, sum } from '../../../money/pence.js';
import type { FlowBand, FlowPicture, PoolFlow } from '../../../pages/pictures.js';
import type { AmountText } from './amounts.js';
import { applierLabel, type LabelAmount, labelIn, type PlacedLabel } from './flow-labels.js';
import type { FlowSizes } from './flow-sizes.js';
import { lengthOf } from './geometry.js';

/** So many pixels are so much money. */
export interface Scale {
  readonly whole: bigint;
  readonly pixels: number;
}

/** From the name of a pool to the highest of its bands. */
export const leader = 12;

/** What the scale is of: the larger side of all pools together. */
export function wholeOf({ pools }: FlowPicture): bigint {
  const side = (bands: readonly FlowBand[]) => sum(bands.map(planOf));
  return sum(
    pools.map(({ sources, headings }) => {
      return larger(side(sources), side(headings));
    }),
  );
}

/** The plans of a band’s parts together. */
function planOf({ parts }: FlowBand): bigint {
  return sum(parts.map(({ plan }) => plan.amount));
}

/** What of a band has happened, and what of the rest has fallen due: never below nought, and never more than its plan. */
export function happenedIn({ parts }: FlowBand): { readonly toDate: bigint; readonly outstanding: bigint } {
  const each = parts.map(({ plan, toDate, outstanding }) => {
    const happened = smaller(plan.amount, toDate === undefined || toDate.amount < 0n ? 0n : toDate.amount);
    return { happened, due: smaller(plan.amount - happened, sum(outstanding.map(({ amount }) => amount))) };
  });
  return { toDate: sum(each.map(({ happened }) => happened)), outstanding: sum(each.map(({ due }) => due)) };
}

/** A band with its words set, and the least height that these need. */
export interface MeasuredBand {
  readonly band: FlowBand;
  readonly label: PlacedLabel;
  readonly least: number;
}

/** A pool with all its words set. */
export interface MeasuredPool {
  readonly pool: PoolFlow;
  readonly label: PlacedLabel;
  readonly sources: readonly MeasuredBand[];
  readonly headings: readonly MeasuredBand[];
}

/** Sets the words of a pool and of its bands. */
export function measuredPool(pool: PoolFlow, sizes: FlowSizes, amounts: AmountText): MeasuredPool {
  const measured = (bands: readonly FlowBand[], [from, to]: readonly [number, number]) =>
    bands.map((band): MeasuredBand => {
      const [only, ...more] = band.parts;
      const amount = more.length > 0 ? undefined : only?.plan;
      const shown = amount === undefined ? manyIn(band) : { figure: amount, text: amounts(amount) };
      const label = labelIn({ ...sizes, width: to - from }, band.label, shown);
      return { band, label, least: Math.max(sizes.least, label.height + 2) };
    });
  const headings = measured(pool.headings, sizes.headingLabels);
  return {
    pool,
    label: labelIn({ ...sizes, width: poolLabelWidth(sizes) }, pool.label, {
      figure: pool.plan,
      text: amounts(pool.plan),
    }),
    sources: measured(pool.sources, sizes.sourceLabels),
    headings: headings.map((band, index) => ({
      ...band,
      least: Math.max(band.least, underBracket(pool, index, sizes)),
    })),
  };
}

function manyIn({ many }: FlowBand): LabelAmount | undefined {
  return many && { figure: many.count, text: `${many.count} ${many.noun[many.count.amount === 1n ? 0 : 1]}` };
}

/** As wide as leaves it within the drawing on both sides of the pool. */
function poolLabelWidth({ pool, width }: FlowSizes): number {
  const middle = (pool[0] + pool[1]) / 2;
  return 2 * Math.min(middle, width - middle);
}

/** What a heading must leave to the name of who applies it, so that names of small brackets do not meet. */
function underBracket({ appliers }: PoolFlow, index: number, sizes: FlowSizes): number {
  const applier = appliers.find(({ from, to }) => from <= index && index <= to);
  if (applier === undefined) return 0;
  return (applierLabel(applier.label, sizes).height + 4) / (applier.to - applier.from + 1);
}

/** How thick a band is, one pixel at least. */
export function thicknessOf(band: FlowBand, { whole, pixels }: Scale): number {
  return Math.max(1, lengthOf(planOf(band), whole, pixels));
}

/** How high the bands of one side are with their gaps. */
export function columnHeight(bands: readonly MeasuredBand[], scale: Scale, { gap }: FlowSizes): number {
  const slots = bands.map(({ band, least }) => Math.max(least, thicknessOf(band, scale)));
  return slots.reduce((height, slot) => height + slot, 0) + gap * Math.max(0, bands.length - 1);
}

/** How high they are at the pool, where they have no gaps. */
export function nodeHeight(bands: readonly MeasuredBand[], scale: Scale): number {
  return bands.reduce((height, { band }) => height + thicknessOf(band, scale), 0);
}

/** How high a pool is with its name and both its sides. */
export function blockHeight(pool: MeasuredPool, scale: Scale, sizes: FlowSizes): number {
  return (
    pool.label.height +
    leader +
    Math.max(columnHeight(pool.sources, scale, sizes), columnHeight(pool.headings, scale, sizes))
  );
}
