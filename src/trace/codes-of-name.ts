import { unescaped } from '../statement/figure-names.js';

/** A name whose first word has codes that say which document is meant: `diff[by=heading;to=forecast].lines…`. */
export interface CodedName {
  /** The name without these codes. */
  readonly rest: string;
  /** By their keys in small letters. */
  readonly codes: ReadonlyMap<string, string>;
  /** A key that stands there more than once. */
  readonly twice?: string;
}

/**
 * Takes the codes off the first word of a name. A code may itself be the name of a figure, with brackets and semicolons
 * of its own, as somebody writes it who did not copy it: brackets that are opened inside are closed inside.
 */
export function withoutCodes(figure: string): CodedName {
  const [head = '', word = ''] = /^\s*([a-z-]+)\s*\[/i.exec(figure) ?? [];
  if (head === '') return { rest: figure, codes: new Map() };
  const parts = [''];
  let depth = 1;
  let at = head.length;
  for (; at < figure.length; at += 1) {
    const mark = figure.charAt(at);
    depth += mark === '[' ? 1 : mark === ']' ? -1 : 0;
    if (depth === 0) break;
    if (mark === ';' && depth === 1) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${mark}`);
  }
  const pairs = parts.map((code): [string, string] => {
    const [key = '', value = ''] = [code.split('=', 1)[0], code.slice(code.indexOf('=') + 1)];
    return [unescaped(key.trim().toLowerCase()), unescaped(value.trim())];
  });
  const codes = new Map(pairs);
  const twice = pairs.find(([key], index) => pairs.findIndex(([other]) => other === key) < index)?.[0];
  return { rest: `${word}${figure.slice(at + 1)}`, codes, ...(twice !== undefined && { twice }) };
}
