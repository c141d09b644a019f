import { escaped, unseen } from './escape.js';

/** Where a figure answers, by its name: the address of its working; undefined where the page has none of it. */
export type Answers = (figure: string) => string | undefined;

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
  const address = figure === undefined ? undefined : answers(figure);
  if (address === undefined) return `<span class="n">${said}</span>`;
  return `<a class="n" href="${escaped(address)}">${said}</a>`;
}
