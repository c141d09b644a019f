import type { Money } from '../../../figures/books.js';
import { larger } from '../../../money/pence.js';
import { pounds, unsigned } from '../../../money/pounds-text.js';
import type { Bar, BarsPicture, Leaning, VarianceWords } from '../../../pages/pictures.js';
import { type Answers, figureHtml } from '../answers.js';
import { escaped } from '../escape.js';
import { type AmountText, amountsLike } from './amounts.js';
import { percentOf } from './geometry.js';
import { barImage, element, keyOf } from './markup.js';

/** Plan, to date and forecast as bars of one scale, each with its amounts and its variance in words beside it. */
export function drawBars({ title, bars }: BarsPicture, answers: Answers): string {
  const all = bars.flatMap(({ plan, toDate, forecast }) => [plan, toDate, forecast]);
  const amounts = amountsLike(all);
  const whole = all.reduce((most, money) => larger(most, money?.amount ?? 0n), 1n);
  const isForecast = bars.some(({ forecast }) => forecast !== undefined);
  const items = bars.map((bar) => element('li', {}, ...rowOf(bar, { whole, amounts, answers })));
  const key = keyOf([
    ['agreed', 'plan for the year'],
    ['solid', 'spent so far'],
    ...(isForecast ? [['tick', 'forecast'] as const] : []),
  ]);
  const caption = element('p', { class: 'caption' }, escaped(title));
  return element('div', { class: 'picture' }, caption, key, element('ul', { class: 'bars' }, ...items));
}

interface Drawing {
  readonly whole: bigint;
  readonly amounts: AmountText;
  readonly answers: Answers;
}

function rowOf(bar: Bar, { whole, amounts, answers }: Drawing): string[] {
  const { label, by, plan, toDate, forecast, variance } = bar;
  const link = (money: Money) => figureHtml(amounts(money), money.name, answers);
  const said = [
    ...(toDate === undefined ? [] : [element('b', {}, link(toDate))]),
    ...(plan === undefined ? [] : [element('small', {}, `of ${link(plan)}`)]),
  ];
  return [
    element(
      'span',
      { class: 'b-label' },
      escaped(label),
      by === undefined ? '' : ` ${element('small', {}, escaped(by))}`,
    ),
    barImage({ title: label, description: describe(bar, amounts) }, shapesOf({ plan, toDate, forecast }, whole)),
    element('span', { class: 'b-amount' }, said.join(' ')),
    element('span', { class: 'b-words' }, variance === undefined ? '' : varianceHtml(variance, answers)),
  ];
}

function describe({ plan, toDate, forecast }: Bar, amounts: AmountText): string {
  const said = (words: string, money: Money | undefined) => (money === undefined ? [] : [`${words} ${amounts(money)}`]);
  return [...said('plan', plan), ...said('to date', toDate), ...said('forecast', forecast)].join(', ');
}

function shapesOf({ plan, toDate, forecast }: Pick<Bar, 'plan' | 'toDate' | 'forecast'>, whole: bigint): string[] {
  const bar = (kind: string, money: Money | undefined, span: { readonly y: number; readonly height: number }) =>
    money === undefined || money.amount <= 0n
      ? []
      : [element('rect', { class: kind, x: 0, ...span, width: percentOf(money.amount, whole) })];
  return [
    ...bar('agreed', plan, { y: 3.5, height: 15 }),
    ...bar('solid', toDate, { y: 7, height: 8 }),
    ...(forecast === undefined || forecast.amount <= 0n
      ? []
      : [
          element('rect', {
            class: 'tick',
            x: percentOf(forecast.amount, whole),
            y: 1,
            width: 3,
            height: 20,
            transform: 'translate(-1.5 0)',
          }),
        ]),
  ];
}

const marks: Readonly<Record<Leaning, string>> = { adverse: '▲ ', favourable: '▼ ', none: '' };

function varianceHtml({ words, amount, note, leaning }: VarianceWords, answers: Answers): string {
  const said = amount === undefined ? '' : ` ${figureHtml(pounds(unsigned(amount)), amount.name, answers)}`;
  const aside = note === undefined ? '' : `, ${escaped(note)}`;
  return element('span', { class: leaning }, marks[leaning], escaped(words), said, aside);
}
