import type { Figure } from '../../../figures/figure.js';
import type { Answers } from '../answers.js';
import { escaped } from '../escape.js';
import type { FlowSizes } from './flow-sizes.js';
import { at } from './geometry.js';
import { amountLink, element } from './markup.js';
import { widthOf, wrapped } from './text-width.js';

/** Words in lines, and their amount: within the last line where there is room for it, else below. */
export interface PlacedLabel {
  readonly lines: readonly string[];
  readonly amount: LabelAmount | undefined;
  readonly isAmountInLine: boolean;
  readonly height: number;
}

/** A figure in a label: an amount, or how many are in a band. */
export interface LabelAmount {
  readonly figure: Figure;
  readonly text: string;
}

/** Two spaces, which a browser does not make one of. */
const beforeAmount = '\u00a0 ';

/** Sets words and their amount into a column. */
export function labelIn(
  { width, size, line }: Pick<FlowSizes, 'width' | 'size' | 'line'>,
  label: string,
  amount?: LabelAmount,
): PlacedLabel {
  const lines = wrapped(label, width, { size, weight: 'regular' });
  const last = widthOf(`${lines.at(-1) ?? ''}${beforeAmount}`, { size, weight: 'regular' });
  const isAmountInLine = amount !== undefined && last + widthOf(amount.text, { size, weight: 'bold' }) <= width;
  const count = lines.length + (amount === undefined || isAmountInLine ? 0 : 1);
  return { lines, amount, isAmountInLine, height: count * line };
}

/** Sets the name of who applies headings beside its bracket. */
export function applierLabel(label: string, { appliers: [from, to], size, line }: FlowSizes): PlacedLabel {
  return labelIn({ width: to - from, size, line }, label);
}

/** Where words stand: from their top, at a line on which side their group says. */
export interface LabelPlace {
  readonly x: number;
  readonly top: number;
}

/** How far the letters’ foot stands above the foot of their line. */
const belowLetters = 4;

/** Words drawn in lines; their amount is a link to its working. */
export function drawLabel(
  { lines, amount, isAmountInLine }: PlacedLabel,
  { x, top }: LabelPlace,
  { line }: FlowSizes,
  answers: Answers,
): string {
  const strong = amount === undefined ? [] : [amountLink(amount.figure, amount.text, answers)];
  const shown = lines.map((words, index) =>
    [escaped(words), ...(isAmountInLine && index === lines.length - 1 ? strong : [])].join(beforeAmount),
  );
  return [...shown, ...(isAmountInLine ? [] : strong)]
    .map((words, index) => element('text', { x: at(x), y: at(top + (index + 1) * line - belowLetters) }, words))
    .join('');
}
