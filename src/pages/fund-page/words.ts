import { grouped } from '../../diagnostics/entry.js';
import type { Money } from '../../figures/books.js';
import type { Count } from '../../figures/figure.js';
import { pounds } from '../../money/pounds-text.js';
import { inShort, inShortest } from '../../money/short-money.js';
import type { Said, Sentence } from './sentence.js';

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** An amount as a title says it, without its sign: the words beside it say which way it goes. */
export function amount(figure: Money): Said {
  return { figure, text: inShort(figure.amount) };
}

/** The same with one decimal of a million, for the message of the page. */
export function roundAmount(figure: Money): Said {
  return { figure, text: inShortest(figure.amount) };
}

/** An amount as words print it, and what it is of; of one that is not known nothing. */
export function inPounds(figure: Money | undefined): (readonly [printed: string, figure: Money])[] {
  return figure === undefined ? [] : [[pounds(figure), figure]];
}

/** A count in words up to ten: `three`. */
export function count(figure: Count): Said {
  return { figure, text: small[Number(figure.amount)] ?? grouped(figure.amount) };
}

/** A count with what is counted, one or several. */
export function counted(figure: Count, one: string, several: string): Sentence {
  return [count(figure), ` ${figure.amount === 1n ? one : several}`];
}

/** A count in figures with what is counted. */
export function inFigures(figure: Count, one: string, several: string): Sentence {
  return [{ figure, text: grouped(figure.amount) }, ` ${figure.amount === 1n ? one : several}`];
}

/** A sentence that begins one: with a capital. */
export function capital([first, ...rest]: Sentence): Sentence {
  if (first === undefined) return [];
  const raised = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
  return [typeof first === 'string' ? raised(first) : { ...first, text: raised(first.text) }, ...rest];
}

/** `A, B and C`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
