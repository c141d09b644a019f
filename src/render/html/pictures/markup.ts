import type { Figure } from '../../../figures/figure.js';
import type { Answers } from '../answers.js';
import { escaped } from '../escape.js';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes, those that are undefined left out; its content is markup. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  return `<${name}${said.join('')}>${content.join('')}</${name}>`;
}

/** An amount within SVG, as a link to its working, or as words where there is none. */
export function amountLink({ name }: Figure, text: string, answers: Answers): string {
  const answer = name === undefined ? undefined : answers(name);
  return answer === undefined
    ? element('tspan', { class: 'amount' }, escaped(text))
    : element('a', { class: 'n', href: answer.address }, escaped(text));
}

/** What a picture shows, in words: its name, and its main amounts. */
export interface PictureWords {
  readonly title: string;
  readonly description: string;
}

/** The title and description of an image, for who cannot see it. */
export function wordsOfImage({ title, description }: PictureWords): string {
  return element('title', {}, escaped(title)) + element('desc', {}, escaped(description));
}

/** A bar as wide as its place: without a box of its own, since lines and hatching would be stretched with it. */
export function barImage(words: PictureWords, shapes: readonly string[]): string {
  return element('svg', { class: 'bar', role: 'img' }, wordsOfImage(words), ...shapes);
}

/** The same where the words beside it say all that it shows: nobody has to hear it twice. */
export function silentBar(shapes: readonly string[]): string {
  return element('svg', { class: 'bar', 'aria-hidden': 'true' }, ...shapes);
}

/** What stands for what, in words beside a swatch. */
export function keyOf(entries: readonly (readonly [swatch: string, words: string])[]): string {
  const items = entries.map(([swatch, words]) =>
    element('li', {}, element('i', { class: `swatch ${swatch}` }), escaped(words)),
  );
  return element('ul', { class: 'key' }, ...items);
}

/** Hatching that the pictures beside it use by its name. */
export function hatching(id: string, kind: string): string {
  const tile = { width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  return element(
    'pattern',
    { id, ...tile },
    element('rect', { class: 'hatch-paper', width: 5, height: 5 }),
    element('rect', { class: kind, width: 2.2, height: 5 }),
  );
}

/** Hatching for several images: in an image of no size, which is there all the same. */
export function sharedHatching(id: string, kind: string): string {
  return element('svg', { class: 'no-size', width: 0, height: 0, 'aria-hidden': 'true' }, hatching(id, kind));
}
