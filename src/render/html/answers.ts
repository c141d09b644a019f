import { answering } from '../../pages/fund-page/sentence.js';
import { escaped, unseen } from './escape.js';

/** Where a figure answers, and what it comes to there. */
interface Answer {
  readonly address: string;
  readonly amount: string;
}

/** Where each figure answers, by its name; undefined where the page has no working of it. */
export type Answers = (figure: string) => Answer | undefined;

/** The names of the figures that a drawing asks for, in the order in which they come. */
export function figuresAsked(draw: (answers: Answers) => unknown): string[] {
  const names = new Set<string>();
  draw((name) => {
    names.add(name);
    return undefined;
  });
  return [...names];
}

/** A figure as it is shown, which answers where its working is; a minus that brackets stand for is said too. */
export function figureHtml(shown: string, figure: string | undefined, answers: Answers): string {
  const said = shown.startsWith('(') ? unseen('minus ') + escaped(shown) : escaped(shown);
  const answer = figure === undefined ? undefined : answers(figure);
  if (answer === undefined) return `<span class="n">${said}</span>`;
  return linkHtml(said, answer);
}

/** Words that speak of figures: each amount in them answers as what it is of. */
export function wordsHtml(text: string, figures: readonly string[], answers: Answers): string {
  const known = figures.flatMap((figure) => {
    const answer = answers(figure);
    return answer === undefined ? [] : printedForms(answer.amount).map((printed) => [printed, answer] as const);
  });
  return answering(text, known)
    .map((part) => (typeof part === 'string' ? escaped(part) : linkHtml(escaped(part.text), part.figure)))
    .join('');
}

/** How words may print an amount: as it is, and without its sign where they say which way it goes, or its pound. */
function printedForms(amount: string): string[] {
  const unsigned = amount.replace(/^[-−]/, '');
  return [...new Set([amount, unsigned, unsigned.replace('£', '')])];
}

function linkHtml(said: string, { address }: Answer): string {
  return `<a class="n" href="${escaped(address)}">${said}</a>`;
}
