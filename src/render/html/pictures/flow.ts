import type { FlowBand, FlowPicture, Side } from '../../../pages/pictures.js';
import type { Answers } from '../answers.js';
import { escaped } from '../escape.js';
import { type AmountText, amountsLike } from './amounts.js';
import { applierLabel, drawLabel, type LabelPlace, labelIn, type PlacedLabel } from './flow-labels.js';
import { type FlowLayout, layOutFlow, type PlacedPool, spanOf } from './flow-layout.js';
import { flowHatching, flowShapes } from './flow-shapes.js';
import { type FlowSizes, flowSizes } from './flow-sizes.js';
import { amountLink, element, keyOf, wordsOfImage } from './markup.js';

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
  return element('div', { class: 'picture' }, flowKey(picture), ...drawings, beyondList(picture, amounts, answers));
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

function describe({ pools }: FlowPicture, amounts: AmountText): string {
  const listed = (bands: readonly FlowBand[]) =>
    bands.map(({ label, parts: [first, ...more] }) =>
      first === undefined || more.length > 0 ? label : `${label} ${amounts(first.plan)}`,
    );
  return pools
    .map(({ label, plan, sources, headings }) =>
      [
        `${label}, ${amounts(plan)} agreed.`,
        `From ${listed(sources).join('; ')}.`,
        `For ${listed(headings).join('; ')}.`,
      ].join(' '),
    )
    .join(' ');
}

/** All words of a drawing, each amount with its link. */
function wordsOf(layout: FlowLayout, sizes: FlowSizes, answers: Answers): string {
  const draw = (label: PlacedLabel, place: LabelPlace) => drawLabel(label, place, sizes, answers);
  return element(
    'g',
    { class: 'words', 'font-size': sizes.size },
    element('g', { class: 'heads' }, ...headsOf(sizes).map(({ label, ...place }) => draw(label, place))),
    ...layout.pools.flatMap((placed) => [
      element(
        'g',
        { class: 'strong' },
        draw(placed.label, { x: middleOf(sizes), top: placed.labelTop, anchor: 'middle' }),
      ),
      ...bandLabels(placed, sizes).map(({ label, ...place }) => draw(label, place)),
    ]),
  );
}

type Label = LabelPlace & { readonly label: PlacedLabel };

function middleOf({ pool: [from, to] }: FlowSizes): number {
  return (from + to) / 2;
}

/** What each column holds. */
function headsOf(sizes: FlowSizes): Label[] {
  const head = (words: string, [from, to]: readonly [number, number], anchor: 'start' | 'end'): Label => ({
    label: labelIn({ ...sizes, width: to - from }, words),
    x: anchor === 'start' ? from : to,
    top: 0,
    anchor,
  });
  return [
    head('From', sizes.sourceLabels, 'end'),
    head('For', sizes.headingLabels, 'start'),
    head('Applied by', sizes.appliers, 'start'),
  ];
}

function bandLabels({ pool, sources, headings }: PlacedPool, sizes: FlowSizes): Label[] {
  const beside = (x: number, anchor: 'start' | 'end') => (placed: PlacedPool['sources'][number]) => {
    const { label, slot } = placed;
    return { label, x, top: slot.top + (slot.height - label.height) / 2, anchor };
  };
  return [
    ...sources.map(beside(sizes.sourceLabels[1], 'end')),
    ...headings.map(beside(sizes.headingLabels[0], 'start')),
    ...pool.appliers.flatMap((applier): Label[] => {
      const [span, label] = [spanOf(headings, applier), applierLabel(applier.label, sizes)];
      if (span === undefined) return [];
      return [{ label, x: sizes.appliers[0], top: (span.top + span.bottom - label.height) / 2, anchor: 'start' }];
    }),
  ];
}

function beyondList({ beyond }: FlowPicture, amounts: AmountText, answers: Answers): string {
  if (beyond.length === 0) return '';
  const items = beyond.map(({ label, plan, toDate }) => {
    const [happened, agreed] = [toDate, plan].map((money) => amountLink(money, amounts(money), answers));
    return element('li', {}, `${escaped(label)}: ${happened} to date, of ${agreed} agreed`);
  });
  return element('p', { class: 'beyond' }, 'What no band can show:') + element('ul', { class: 'beyond' }, ...items);
}
