import type { Money } from '../../../figures/books.js';
import { larger } from '../../../money/pence.js';
import type { EarningsBox, EarningsPicture, EarningsRow } from '../../../pages/pictures.js';
import { type Answers, figureHtml } from '../answers.js';
import { escaped } from '../escape.js';
import { type AmountText, amountsLike } from './amounts.js';
import { percentOf } from './geometry.js';
import { element, keyOf, sharedHatching, silentBar } from './markup.js';

const hatchId = 'hatch-earnings';

/** A box for each body and quarter, as wide as what could be earned in it, and filled as far as it was. */
export function drawEarnings({ title, quarters, rows }: EarningsPicture, answers: Answers): string {
  const boxes = rows.flatMap((row) => row.boxes);
  const drawing = {
    whole: boxes.reduce((most, box) => larger(larger(most, earnable(box)), box.payment?.amount ?? 0n), 1n),
    pots: amountsLike(rows.map(({ pot }) => pot)),
    payments: amountsLike([...boxes.map(({ payment }) => payment), ...rows.map(({ notEarned }) => notEarned)]),
    answers,
  };
  const head = ['', ...quarters, ''].map((words) => element('span', {}, words));
  const items = rows.map((row) => element('li', {}, ...rowOf(row, drawing)));
  const list = [element('li', { class: 'e-head', 'aria-hidden': 'true' }, ...head), ...items];
  const key = keyOf([
    ['solid', 'earned in the quarter; past its box where an earlier quarter was caught up'],
    ['not-earned', 'hatched: could have been earned and was not'],
    ['open', 'dashed: still open'],
  ]);
  return element(
    'div',
    { class: 'picture' },
    key,
    sharedHatching(hatchId, 'hatch-not'),
    element('ul', { class: 'earnings', 'aria-label': title }, ...list),
  );
}

interface Drawing {
  readonly whole: bigint;
  readonly pots: AmountText;
  readonly payments: AmountText;
  readonly answers: Answers;
}

/** What a quarter could earn: the most up to it less the most before it. */
function earnable({ maximum, maximumBefore }: EarningsBox): bigint {
  return larger(0n, (maximum?.amount ?? 0n) - (maximumBefore?.amount ?? 0n));
}

function rowOf({ label, pot, boxes, notEarned }: EarningsRow, drawing: Drawing): string[] {
  const { pots, payments, answers } = drawing;
  const link = (money: Money, amounts: AmountText) => figureHtml(amounts(money), money.name, answers);
  return [
    element('span', { class: 'b-label' }, `${escaped(label)} ${element('small', {}, `pot ${link(pot, pots)}`)}`),
    ...boxes.map((box) =>
      element(
        'span',
        { class: 'e-box' },
        element('small', { class: 'e-quarter' }, box.quarter),
        silentBar(shapesOf(box, drawing.whole)),
        element('span', {}, box.payment === undefined ? openWords(box) : link(box.payment, payments)),
      ),
    ),
    element(
      'span',
      { class: 'b-words' },
      notEarned === undefined ? '' : notEarnedHtml(link(notEarned, payments), notEarned),
    ),
  ];
}

function notEarnedHtml(link: string, { isNil }: Money): string {
  return isNil ? 'all earned so far' : `${link} not earned`;
}

function openWords({ status }: EarningsBox): string {
  return status === 'not-reported' ? 'not reported' : 'open';
}

function shapesOf(box: EarningsBox, whole: bigint): string[] {
  const { payment, status } = box;
  const width = percentOf(earnable(box), whole);
  const isReported = status === 'reported';
  return [
    ...(earnable(box) === 0n
      ? []
      : [
          element('rect', {
            class: isReported ? 'not-earned' : 'open',
            ...(isReported && { fill: `url(#${hatchId})` }),
            x: 1,
            y: 2.5,
            width,
            height: 14,
          }),
        ]),
    ...(payment === undefined || payment.amount <= 0n
      ? []
      : [element('rect', { class: 'solid', x: 1, y: 2.5, width: percentOf(payment.amount, whole), height: 14 })]),
  ];
}
