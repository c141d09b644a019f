import type { Working, WorkingTerm } from '../../statement/working.js';
import { escaped, unseen } from './escape.js';
import { type DrawnWorkings, howHtml, sourceHtml } from './workings-html.js';

const deepest = 4;
const mostTerms = 5;

/** How a figure is made up, as details in details: a few levels of a few terms; what is left out is said, and where it stands. */
export function treeHtml(name: string, drawn: DrawnWorkings): string {
  const root = drawn.of(name);
  if (root === undefined || (root.terms.length === 0 && root.rows === undefined)) return '';
  const below = partsHtml(root, { drawn, depth: 1, seen: new Set([root.id]) });
  return `<details class="made-up"><summary>How ${escaped(root.amount)} is made up</summary>${howHtml(root)}${below}</details>`;
}

interface Place {
  readonly drawn: DrawnWorkings;
  readonly depth: number;
  /** What stands above already. */
  readonly seen: Set<string>;
}

function partsHtml({ id, terms, smaller }: Working, place: Place): string {
  const shown = terms.slice(0, mostTerms);
  const more = 'and more parts';
  const link = place.drawn.isDrawn(id) ? `<a href="#${id}">${more}</a>` : more;
  return `<ul>${shown.map((term) => termHtml(term, place)).join('')}${shown.length === terms.length && smaller === undefined ? '' : `<li>${link}</li>`}</ul>`;
}

function termHtml(term: WorkingTerm, { drawn, depth, seen }: Place): string {
  const own = `${sumHtml(term)} ${escaped(term.what)}`;
  const working = drawn.all.get(term.id);
  if (working === undefined || working.terms.length === 0) return `<li>${own}${sourceHtml(term, drawn)}</li>`;
  if (seen.has(term.id)) return `<li>${own} <span class="faint">as above</span></li>`;
  if (depth >= deepest) return `<li>${drawn.isDrawn(term.id) ? `<a href="#${term.id}">${own}</a>` : own}</li>`;
  seen.add(term.id);
  const below = partsHtml(working, { drawn, depth: depth + 1, seen });
  return `<li><details><summary>${own}</summary>${howHtml(working)}${below}</details></li>`;
}

function sumHtml({ sign, amount }: WorkingTerm): string {
  const mark = sign === '-' ? `− ${unseen('less ')}` : '';
  return `<strong>${mark}${escaped(amount)}</strong>`;
}
