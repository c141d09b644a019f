import type { FlowBand, FlowPicture, Side } from '../../../pages/pictures.js';
import { bySize } from '../../../statement/together.js';
import { type Answers, figureHtml } from '../answers.js';
import { escaped } from '../escape.js';
import { type AmountText, amountsLike } from './amounts.js';
import { applierLabel, drawLabel, type LabelPlace, labelIn, type PlacedLabel } from './flow-labels.js';
import { type FlowLayout, layOutFlow, type PlacedBand, type PlacedPool, spanOf } from './flow-layout.js';
import { flowHatching, flowShapes } from './flow-shapes.js';
import { type FlowSizes, flowSizes } from './flow-sizes.js';
import { element, keyOf, wordsOfImage } from './markup.js';

/** The flow of funds in four drawings, of which a page shows the one that fits, and what no band can show. */
export function drawFlow(picture: FlowPicture, answers: Answers): string {
  const amounts = amountsLike(plansOf(picture));
  const words = { title: picture.title, description: describe(picture, amounts) };
  const drawings = flowSizes.map((sizes) => {
    const layout = layOutFlow(picture, sizes, amounts);
    const { width } = sizes;
    const box = { viewBox: `0 0 ${width} ${layout.height}`, width, height: layout.height };
    return element(
      'svg',
      { class: `flow flow-${sizes.name}`, ...box },
      flowHatching(sizes),
      element('g', { role: 'img' }, wordsOfImage(words), ...flowShapes(layout, sizes)),
      wordsOf(layout, sizes, answers),
    );
  });
  return element(
    'div',
    { class: 'picture flow-picture' },
    flowKey(picture),
    ...drawings,
    beyondList(picture, amounts, answers),
  );
}

const sideWords: Readonly<Record<Side, string>> = {
  council: 'council',
  nhs: 'NHS',
  district: 'districts',
  other: 'others',
};

function flowKey({ sides, isBegun, pools }: FlowPicture): string {
  const bands = pools.flatMap(({ sources }) => sources);
  const isDue = bands.some(({ parts }) => parts.some(({ outstanding }) => outstanding.length > 0));
  const isAligned = pools.some(({ headings }) => headings.some((band) => band.isAligned));
  return keyOf([
    ...sides.map((side) => [`side-${side} solid`, sideWords[side]] as const),
    ['agreed', 'pale: agreed for the year'],
    ...(isBegun ? [['solid', 'solid: come in, or applied, so far'] as const] : []),
    ...(isDue ? [['due', 'hatched: fallen due and not come'] as const] : []),
    ...(isAligned ? [['aligned', 'hollow in the pool: aligned, and never in it'] as const] : []),
  ]);
}

function plansOf({ pools }: FlowPicture) {
  return pools.flatMap(({ plan, sources, headings }) => [
    plan,
    ...[...sources, ...headings].flatMap(({ parts }) => parts.map((part) => part.plan)),
  ]);
}

/** The pool and its largest bands; the words beside the bands say them all. */
function describe({ pools }: FlowPicture, amounts: AmountText): string {
  return pools
    .map(({ label, plan, sources, headings }) => {
      const [source, heading] = [largestOf(sources, amounts), largestOf(headings, amounts)];
      return `${label}: ${amounts(plan)} agreed${source && `, the most from ${source}`}${heading && `, the most for ${heading}`}.`;
    })
    .join(' ');
}

function largestOf(bands: readonly FlowBand[], amounts: AmountText): string {
  const parts = bands.flatMap(({ label, parts: [first, ...more] }) =>
    first === undefined || more.length > 0 ? [] : [{ label, plan: first.plan }],
  );
  const [largest] = bySize(parts, ({ plan }) => plan.amount);
  return largest === undefined ? '' : `${largest.label}, ${amounts(largest.plan)}`;
}

/** Nothing can be followed there. */
const onPaper: Answers = () => undefined;

type Label = LabelPlace & { readonly label: PlacedLabel };

/** All words of a drawing, each amount with its link. */
function wordsOf(layout: FlowLayout, sizes: FlowSizes, answers: Answers): string {
  const follow = sizes.name === 'print' ? onPaper : answers;
  const group = (kind: string, anchor: 'start' | 'middle' | 'end', labels: readonly Label[]) =>
    element(
      'g',
      { class: kind, 'text-anchor': anchor },
      ...labels.map(({ label, ...place }) => drawLabel(label, place, sizes, follow)),
    );
  const { pools } = layout;
  return element(
    'g',
    { 'font-size': sizes.size },
    group('heads', 'end', [headOf('From', sizes.sourceLabels, sizes, sizes.sourceLabels[1])]),
    group('heads', 'start', [
      headOf('For', sizes.headingLabels, sizes, sizes.headingLabels[0]),
      headOf('Applied by', sizes.appliers, sizes, sizes.appliers[0]),
    ]),
    group(
      'strong',
      'middle',
      pools.map((placed) => ({ label: placed.label, x: middleOf(sizes), top: placed.labelTop })),
    ),
    group(
      'words',
      'end',
      pools.flatMap(({ sources }) => sources.map(beside(sizes.sourceLabels[1]))),
    ),
    group(
      'words',
      'start',
      pools.flatMap(({ headings }) => headings.map(beside(sizes.headingLabels[0]))),
    ),
    group(
      'words',
      'start',
      pools.flatMap((placed) => applierLabels(placed, sizes)),
    ),
  );
}

function middleOf({ pool: [from, to] }: FlowSizes): number {
  return (from + to) / 2;
}

/** So that letters do not reach above the drawing. */
const headTop = 3;

/** What a column holds. */
function headOf(words: string, [from, to]: readonly [number, number], sizes: FlowSizes, x: number): Label {
  return { label: labelIn({ ...sizes, width: to - from }, words), x, top: headTop };
}

function beside(x: number): (placed: PlacedBand) => Label {
  return ({ label, slot }) => ({ label, x, top: slot.top + (slot.height - label.height) / 2 });
}

function applierLabels({ pool, headings }: PlacedPool, sizes: FlowSizes): Label[] {
  return pool.appliers.flatMap((applier) => {
    const [span, label] = [spanOf(headings, applier), applierLabel(applier.label, sizes)];
    return span === undefined
      ? []
      : [{ label, x: sizes.appliers[0], top: (span.top + span.bottom - label.height) / 2 }];
  });
}

function beyondList({ beyond }: FlowPicture, amounts: AmountText, answers: Answers): string {
  if (beyond.length === 0) return '';
  const items = beyond.map(({ label, plan, toDate }) => {
    const [happened, agreed] = [toDate, plan].map((money) => figureHtml(amounts(money), money.name, answers));
    return element('li', {}, `${escaped(label)}: ${happened} to date, of ${agreed} agreed`);
  });
  return element('p', { class: 'beyond' }, 'What no band can show:') + element('ul', { class: 'beyond' }, ...items);
}
