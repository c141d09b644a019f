import type { FlowLayout, PlacedBand, PlacedPool } from './flow-layout.js';
import { spanOf } from './flow-layout.js';
import type { FlowSizes } from './flow-sizes.js';
import { at } from './geometry.js';
import { element, hatching } from './markup.js';

/** All shapes of a drawing: bands, nodes, brackets. */
export function flowShapes({ pools }: FlowLayout, sizes: FlowSizes): string[] {
  return pools.flatMap((placed) => [
    ...placed.sources.map((band) => bandShapes(band, sizes, 'in')),
    ...placed.headings.map((band) => bandShapes(band, sizes, 'out')),
    ...poolShapes(placed, sizes),
    ...bracketShapes(placed, sizes),
  ]);
}

/** The hatching of one drawing: one that is not shown could lend it to no other. */
export function flowHatching(sizes: FlowSizes): string {
  return hatching(hatchId(sizes), 'hatch-due');
}

function hatchId({ name }: FlowSizes): string {
  return `hatch-flow-${name}`;
}

/** So that a solid band does not melt into the node at its end. */
const nodeGap = 1.5;

/** A band as areas: pale for the year, solid in its upper part for what has happened, hatched below that for what is due. */
function bandShapes(placed: PlacedBand, sizes: FlowSizes, direction: 'in' | 'out'): string {
  const { y, poolY, thickness, toDate, outstanding, band } = placed;
  const isIn = direction === 'in';
  const [left, right] = isIn ? [sizes.sources[1], sizes.pool[0]] : [sizes.pool[1], sizes.headings[0]];
  const area = (kind: string, from: number, height: number, fill?: string) => {
    if (height <= 0) return '';
    const [leftY, rightY] = isIn ? [y, poolY] : [poolY, y];
    const ends = [
      { x: left + nodeGap, y: leftY + from },
      { x: right - nodeGap, y: rightY + from },
    ] as const;
    return element('path', { class: kind, d: areaOf(ends, height), fill });
  };
  return element(
    'g',
    { class: `band side-${band.side}` },
    area('agreed', 0, thickness),
    area('happened', 0, toDate),
    area('due', toDate, outstanding, `url(#${hatchId(sizes)})`),
    rect('node', isIn ? sizes.sources : sizes.headings, { y, height: thickness }),
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A filled area of one height everywhere: a thick line would swell where its way is short. */
function areaOf([from, to]: readonly [Point, Point], height: number): string {
  const middle = at((from.x + to.x) / 2);
  const [x0, x1] = [at(from.x), at(to.x)];
  const curve = (fromY: number, toY: number, x: string) =>
    `C${middle} ${at(fromY)} ${middle} ${at(toY)} ${x} ${at(toY)}`;
  return `M${x0} ${at(from.y)}${curve(from.y, to.y, x1)}V${at(to.y + height)}${curve(to.y + height, from.y + height, x0)}Z`;
}

function rect(
  kind: string,
  [from, to]: readonly [number, number],
  { y, height }: { readonly y: number; readonly height: number },
): string {
  return element('rect', { class: kind, x: from, y: at(y), width: to - from, height: at(height) });
}

/** The pool: a line from its name, and its node; hollow where what leaves is aligned, and so is never in it. */
function poolShapes({ y, height, headings, label, labelTop }: PlacedPool, { pool }: FlowSizes): string[] {
  const middle = at((pool[0] + pool[1]) / 2);
  return [
    element('path', { class: 'leader', d: `M${middle} ${at(labelTop + label.height + 1)}V${at(y)}` }),
    rect('pool', pool, { y, height }),
    ...headings
      .filter(({ band }) => band.isAligned)
      .map(({ poolY, thickness }) => rect('aligned', pool, { y: poolY, height: thickness })),
  ];
}

function bracketShapes({ pool, headings }: PlacedPool, { bracket: [from, to] }: FlowSizes): string[] {
  return pool.appliers.flatMap((applier) => {
    const span = spanOf(headings, applier);
    const d = span && `M${from} ${at(span.top)}H${to}V${at(span.bottom)}H${from}`;
    return d === undefined ? [] : [element('path', { class: 'bracket', d })];
  });
}
