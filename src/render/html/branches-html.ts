import { createHash } from 'node:crypto';
import type { Branch } from '../../pages/page.js';
import type { Answers } from './answers.js';
import { escaped, unseen } from './escape.js';
import { rowHtml } from './workings-html.js';

/** How many lines of a tree stand open at first; what is below them opens. */
const readable = 40;

/** A tree as details in details: each figure opens into what it is made of, and has an address by which it is found. */
export function branchesHtml(root: Branch): string {
  return `<ul class="tree">${branchHtml(root, { level: 0, open: levelsOpen(root), addressed: new Set() })}</ul>`;
}

/** A figure that a tree has answers there. */
export function answersInTree(root: Branch): Answers {
  const amounts = new Map(figuresIn(root));
  return (name) => {
    const amount = amounts.get(name);
    return amount === undefined ? undefined : { address: `#${idOf(name)}`, amount };
  };
}

function figuresIn({ figure, inSentence, parts }: Branch): (readonly [name: string, amount: string])[] {
  const own = figure === undefined || inSentence === undefined ? [] : [[figure, inSentence] as const];
  return [...own, ...parts.flatMap(figuresIn)];
}

/** Follows from its name alone, so that a link to it works next quarter. */
function idOf(name: string): string {
  return `f${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}

/** How many levels stand open, so that the lines that are seen are not too many: the first does. */
function levelsOpen(root: Branch): number {
  let seen = 1;
  let level: readonly Branch[] = [root];
  for (let open = 0; ; open += 1) {
    level = level.flatMap(({ parts }) => parts);
    seen += level.length;
    if (level.length === 0 || (open > 0 && seen > readable)) return open;
  }
}

interface Place {
  readonly level: number;
  readonly open: number;
  /** The figures that have an address already: one that comes again leads there. */
  readonly addressed: Set<string>;
}

function branchHtml(branch: Branch, place: Place): string {
  const { figure, asides, parts, tone } = branch;
  const isFirst = figure !== undefined && !place.addressed.has(figure) && branch.isShownAbove === undefined;
  if (isFirst) place.addressed.add(figure);
  const id = isFirst ? ` id="${idOf(figure)}"` : '';
  const words = `${amountHtml(branch)} ${branch.row === undefined ? escaped(branch.text) : rowHtml(branch.row)}`;
  const own = tone === undefined ? words : `<span class="${tone}">${words}</span>`;
  const said = asides.map((aside) => `<span class="aside">${escaped(aside)}</span>`).join('');
  if (parts.length === 0) return `<li${id}>${own}${said}</li>`;
  const below = parts.map((part) => branchHtml(part, { ...place, level: place.level + 1 })).join('');
  const isOpen = place.level < place.open ? ' open=""' : '';
  return `<li${id}><details class="branch"${isOpen}><summary>${own}</summary>${said}<ul>${below}</ul></details></li>`;
}

/** The amount; of a figure whose parts stand above, a link to them. */
function amountHtml({ amount, figure, isShownAbove }: Branch): string {
  const [, mark, shown = ''] = /^(− )?(.*)$/.exec(amount.trim()) ?? [];
  const sign = mark === undefined ? '' : `− ${unseen('less ')}`;
  const said = sign + (shown.startsWith('(') ? unseen('minus ') : '') + escaped(shown);
  return figure !== undefined && isShownAbove
    ? `<a class="amount n" href="#${idOf(figure)}">${said}</a>`
    : `<span class="amount">${said}</span>`;
}
