import type { FlowApplier, FlowBand, FlowPicture, PoolFlow } from '../../../pages/pictures.js';
import type { AmountText } from './amounts.js';
import type { PlacedLabel } from './flow-labels.js';
import {
  blockHeight,
  columnHeight,
  happenedIn,
  leader,
  type MeasuredBand,
  type MeasuredPool,
  measuredPool,
  nodeHeight,
  type Scale,
  thicknessOf,
  wholeOf,
} from './flow-measures.js';
import type { FlowSizes } from './flow-sizes.js';
import { lengthOf } from './geometry.js';

/** A band with its place: at its own end within its slot, and at the pool. */
export interface PlacedBand {
  readonly band: FlowBand;
  readonly label: PlacedLabel;
  /** The slot that the band and its words have for themselves: no other reaches into it. */
  readonly slot: { readonly top: number; readonly height: number };
  readonly y: number;
  readonly thickness: number;
  /** From the top of the band: how much of it has happened, and how much of the rest has fallen due. */
  readonly toDate: number;
  readonly outstanding: number;
  readonly poolY: number;
}

export interface PlacedPool {
  readonly pool: PoolFlow;
  readonly label: PlacedLabel;
  readonly labelTop: number;
  readonly y: number;
  readonly height: number;
  readonly sources: readonly PlacedBand[];
  readonly headings: readonly PlacedBand[];
}

export interface FlowLayout {
  readonly height: number;
  readonly pools: readonly PlacedPool[];
}

/** The heads of the columns. */
const headHeight = 26;
const betweenPools = 18;

/** Where everything stands in one drawing: all bands of one scale, as thick as fits into its height. */
export function layOutFlow(picture: FlowPicture, sizes: FlowSizes, amounts: AmountText): FlowLayout {
  const measured = picture.pools.map((pool) => measuredPool(pool, sizes, amounts));
  const scale = scaleFor(wholeOf(picture), measured, sizes);
  let top = headHeight;
  const pools = measured.map((pool) => {
    const placed = placePool(pool, { top, scale, sizes });
    top = placed.bottom + betweenPools;
    return placed.pool;
  });
  return { height: Math.ceil(top - betweenPools + 4), pools };
}

/** The largest that fits; where words need more room than there is, half of it, and the drawing becomes higher. */
function scaleFor(whole: bigint, pools: readonly MeasuredPool[], sizes: FlowSizes): Scale {
  const heightAt = (pixels: number) =>
    pools.reduce((height, pool) => height + blockHeight(pool, { whole, pixels }, sizes), 0);
  let pixels = sizes.height;
  while (pixels > sizes.height / 2 && heightAt(pixels) > sizes.height) pixels -= 1;
  return { whole, pixels };
}

interface Placing {
  readonly top: number;
  readonly scale: Scale;
  readonly sizes: FlowSizes;
}

function placePool(measured: MeasuredPool, placing: Placing): { readonly pool: PlacedPool; readonly bottom: number } {
  const { top, scale, sizes } = placing;
  const height = blockHeight(measured, scale, sizes);
  const bottom = top + height;
  const labelHeight = measured.label.height + leader;
  const middle = (top + labelHeight + bottom) / 2;
  const sides = [measured.sources, measured.headings];
  const node = Math.max(...sides.map((bands) => nodeHeight(bands, scale)));
  const y = middle - node / 2;
  const place = (bands: readonly MeasuredBand[]) =>
    placeColumn(bands, { ...placing, top: middle - columnHeight(bands, scale, sizes) / 2, poolTop: y });
  return {
    bottom,
    pool: {
      pool: measured.pool,
      label: measured.label,
      labelTop: top,
      y,
      height: node,
      sources: place(measured.sources),
      headings: place(measured.headings),
    },
  };
}

function placeColumn(
  bands: readonly MeasuredBand[],
  { top, poolTop, scale, sizes }: Placing & { readonly poolTop: number },
): PlacedBand[] {
  let [slotTop, poolY] = [top, poolTop];
  return bands.map(({ band, label, least }) => {
    const thickness = thicknessOf(band, scale);
    const height = Math.max(least, thickness);
    const { toDate, outstanding } = happenedIn(band);
    const placed: PlacedBand = {
      band,
      label,
      slot: { top: slotTop, height },
      y: slotTop + (height - thickness) / 2,
      thickness,
      toDate: lengthOf(toDate, scale.whole, scale.pixels),
      outstanding: lengthOf(outstanding, scale.whole, scale.pixels),
      poolY,
    };
    slotTop += height + sizes.gap;
    poolY += thickness;
    return placed;
  });
}

/** From the top of the first to the foot of the last of the headings that one body applies. */
export function spanOf(
  headings: readonly PlacedBand[],
  { from, to }: FlowApplier,
): { readonly top: number; readonly bottom: number } | undefined {
  const [first, last] = [headings[from], headings[to]];
  return first && last && { top: first.slot.top, bottom: last.slot.top + last.slot.height };
}
