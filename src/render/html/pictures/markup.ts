import { plainText } from '../../../diagnostics/plain-text.js';
import type { Figure } from '../../../figures/figure.js';

/** The address of a figure’s working; undefined where the page has none. */
export type Answers = (figure: Figure) => string | undefined;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of a fund’s own as it stands in markup, and in an attribute between double quotes. */
export function escaped(text: string): string {
  return plainText(text).replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes, those that are undefined left out; its content is markup. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  return `<${name}${said.join('')}>${content.join('')}</${name}>`;
}

/** An amount as a link to its working, or as it is where there is none. */
export function amountLink(figure: Figure, text: string, answers: Answers): string {
  const href = answers(figure);
  return href === undefined ? escaped(text) : element('a', { class: 'n', href }, escaped(text));
}

/** What a picture shows, in words: its name, and its main amounts. */
export interface PictureWords {
  readonly title: string;
  readonly description: string;
}

/** The shapes of a picture as one image that says what it shows. Links stand beside it: within it nobody could follow them. */
export function image({ title, description }: PictureWords, shapes: readonly string[]): string {
  const words = [element('title', {}, escaped(title)), element('desc', {}, escaped(description))];
  return element('g', { role: 'img' }, ...words, ...shapes);
}
