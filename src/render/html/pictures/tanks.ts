import type { Money } from '../../../figures/books.js';
import { larger } from '../../../money/pence.js';
import { pounds } from '../../../money/pounds-text.js';
import type { FenceTank, PoolTank, TanksPicture } from '../../../pages/pictures.js';
import { type Answers, figureHtml } from '../answers.js';
import { escaped } from '../escape.js';
import { at, lengthOf } from './geometry.js';
import { element, sharedHatching, wordsOfImage } from './markup.js';

const hatchId = 'hatch-tanks';
/** A tank within its drawing, in pixels. */
const tank = { width: 64, height: 124, x: 4, top: 4, inner: 56, depth: 116 };

/** Each ring-fence as a tank: what is spent at its bottom, what is held above it, air for what is still to come. */
export function drawTanks({ pools, fences, title }: TanksPicture, answers: Answers): string {
  const items = [
    ...pools.map((pool) => poolTank(pool, pools.length > 1, answers)),
    ...fences.map((fence) => fenceTank(fence, answers)),
  ];
  const list = element('ul', { class: 'tanks', 'aria-label': title }, ...items);
  return element('div', { class: 'picture' }, sharedHatching(hatchId, 'hatch-due'), list);
}

interface Layer {
  readonly kind: string;
  readonly words: string;
  readonly amount: Money | undefined;
  readonly isHatched?: boolean;
}

/** What must be held in a pool for all its ring-fences, against what is there. */
function poolTank({ label, held, there, carriesOther }: PoolTank, isOneOfSeveral: boolean, answers: Answers): string {
  const isShort = carriesOther.amount > 0n;
  return tankOf(
    {
      label: `All ring-fences${isOneOfSeveral ? `, ${label}` : ' and the pool'}`,
      whole: { words: 'Must be held', amount: held },
      layers: [
        { kind: 'held', words: 'Is there', amount: there },
        ...(isShort ? [{ kind: 'gap', words: 'Carries other spending', amount: carriesOther, isHatched: true }] : []),
      ],
      isShort,
    },
    answers,
  );
}

function fenceTank({ label, available, spent, held }: FenceTank, answers: Answers): string {
  return tankOf(
    {
      label,
      whole: { words: 'For the year', amount: available },
      layers: [
        { kind: 'spent', words: 'Spent', amount: spent },
        { kind: 'held', words: 'Held for it', amount: held },
      ],
      isShort: false,
    },
    answers,
  );
}

interface Tank {
  readonly label: string;
  readonly whole: { readonly words: string; readonly amount: Money };
  /** From the bottom up. */
  readonly layers: readonly Layer[];
  readonly isShort: boolean;
}

function tankOf({ label, whole, layers, isShort }: Tank, answers: Answers): string {
  const said = [{ kind: 'air', ...whole }, ...[...layers].reverse()].flatMap(({ kind, words, amount }) =>
    amount === undefined ? [] : [{ kind, words, amount }],
  );
  const description = said.map(({ words, amount }) => `${words.toLowerCase()} ${pounds(amount)}`).join(', ');
  const lines = said.map(({ kind, words, amount }) =>
    element(
      'div',
      {},
      element('dt', {}, element('i', { class: `swatch ${kind}` }), escaped(words)),
      element('dd', {}, figureHtml(pounds(amount), amount.name, answers)),
    ),
  );
  const { width, height } = tank;
  return element(
    'li',
    { class: isShort ? 'tank short' : 'tank' },
    element(
      'svg',
      { role: 'img', viewBox: `0 0 ${width} ${height}`, width, height },
      wordsOfImage({ title: label, description }),
      ...layersOf(whole.amount, layers),
      element('path', {
        class: 'walls',
        d: `M${tank.x} ${tank.top}V${tank.top + tank.depth}H${tank.x + tank.inner}V${tank.top}`,
      }),
    ),
    element('div', { class: 'tank-words' }, element('h3', {}, escaped(label)), element('dl', {}, ...lines)),
  );
}

/** Layers that are more than the tank holds fill it, in proportion to each other. */
function layersOf({ amount: capacity }: Money, layers: readonly Layer[]): string[] {
  const sizes = layers.map(({ amount }) => larger(0n, amount?.amount ?? 0n));
  const whole = sizes.reduce((total, size) => total + size, 0n);
  let filled = 0;
  return layers.map(({ kind, isHatched }, index) => {
    const size = sizes[index] ?? 0n;
    const height = size === 0n ? 0 : Math.max(1, lengthOf(size, larger(whole, capacity), tank.depth));
    filled += height;
    return height === 0
      ? ''
      : element('rect', {
          class: kind,
          ...(isHatched && { fill: `url(#${hatchId})` }),
          x: tank.x,
          y: at(tank.top + tank.depth - filled),
          width: tank.inner,
          height: at(height),
        });
  });
}
