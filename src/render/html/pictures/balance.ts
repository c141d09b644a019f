import { absolute, larger, sum } from '../../../money/pence.js';
import { pounds, unsigned } from '../../../money/pounds-text.js';
import type { BalancePart, BalancePicture, BalanceRow } from '../../../pages/pictures.js';
import { type Answers, figureHtml } from '../answers.js';
import { escaped } from '../escape.js';
import { percentOf } from './geometry.js';
import { element, silentBar } from './markup.js';

/** Bars about a line of nought: what is paid or owed to its right, what is held or is owed to its left. */
export function drawBalance({ title, rows, others }: BalancePicture, answers: Answers): string {
  const reach = { left: reachOf(rows.map(({ left }) => left)), right: reachOf(rows.map(({ right }) => right)) };
  const items = rows.map((row) =>
    element(
      'li',
      {},
      element('span', { class: 'b-label' }, escaped(row.label)),
      silentBar(shapesOf(row, reach)),
      element(
        'span',
        { class: 'b-parts' },
        ...row.right.map((part) => partHtml(part, 'adverse', answers)),
        ...row.left.map((part) => partHtml(part, 'favourable', answers)),
      ),
    ),
  );
  const rest = others === 0 ? '' : element('p', { class: 'beyond' }, 'Smaller ones are in the table.');
  return element(
    'div',
    { class: 'picture' },
    element('ul', { class: 'bars balance', 'aria-label': title }, ...items),
    rest,
  );
}

interface Reach {
  readonly left: bigint;
  readonly right: bigint;
}

function lengthOf(parts: readonly BalancePart[]): bigint {
  return sum(parts.map(({ amount }) => absolute(amount.amount)));
}

function reachOf(sides: readonly (readonly BalancePart[])[]): bigint {
  return sides.map(lengthOf).reduce(larger, 0n);
}

/** The line of nought stands where both sides have the room that they need. */
function shapesOf({ left, right }: BalanceRow, reach: Reach): string[] {
  const whole = reach.left + reach.right;
  const bars = (parts: readonly BalancePart[], kind: string, direction: 1n | -1n) => {
    let from = reach.left;
    return parts.map(({ amount }, index) => {
      const size = absolute(amount.amount);
      const start = direction > 0n ? from : from - size;
      from += direction * size;
      const rect = { x: percentAt(start, whole), y: 5, width: percentOf(size, whole), height: 12 };
      return element('rect', { class: index === 0 ? kind : `${kind} further`, ...rect });
    });
  };
  return [
    ...bars(right, 'pays', 1n),
    ...bars(left, 'holds', -1n),
    element('rect', {
      class: 'nought',
      x: percentAt(reach.left, whole),
      y: 1,
      width: 1.5,
      height: 20,
      transform: 'translate(-.75 0)',
    }),
  ];
}

function percentAt(amountPence: bigint, whole: bigint): string {
  return amountPence === 0n ? '0%' : percentOf(amountPence, whole);
}

function partHtml({ amount, words }: BalancePart, leaning: 'adverse' | 'favourable', answers: Answers): string {
  const mark = leaning === 'adverse' ? '▲' : '▼';
  return element(
    'span',
    { class: 'b-part' },
    element('b', {}, figureHtml(pounds(unsigned(amount)), amount.name, answers)),
    element('span', { class: leaning }, `${mark} ${escaped(words)}`),
  );
}
