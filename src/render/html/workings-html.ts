import { rowText } from '../../diagnostics/place-text.js';
import { bracketed } from '../../money/format-money.js';
import { saidOfRow } from '../../pages/trace-pages.js';
import type { TracedRow } from '../../statement/trace-schema.js';
import type { Working, WorkingsOfPage, WorkingTerm } from '../../statement/working.js';
import type { Answers } from './answers.js';
import { escaped, unseen } from './escape.js';

/** How large a page may be, so that it goes by e-mail and opens at once. */
export const mostBytes = 998_000;

/** The workings that a page has room for, and where each figure finds its own. */
export interface DrawnWorkings {
  readonly html: string;
  readonly answers: Answers;
  /** The working of a figure, by its name. */
  readonly of: (figure: string) => Working | undefined;
  /** Every working by its id, also those that the page has no room for. */
  readonly all: ReadonlyMap<string, Working>;
  /** Whether a working is on the page. */
  readonly isDrawn: (id: string) => boolean;
}

/** Where a link leads that closes a working: a place that stands still, so that the page does not move. */
export const closedId = 'closed';

/** As many workings as there is room for, in bytes: the first are of the figures that are shown. */
export function workingsHtml({ list: workings, ids }: WorkingsOfPage, room: number): DrawnWorkings {
  const all = new Map(workings.map((working) => [working.id, working]));
  const chosen = new Set<string>();
  let left = room;
  for (const working of workings.filter(isWorthALook)) {
    left -= Buffer.byteLength(articleHtml(working, { all, isDrawn: () => true }));
    if (left < 0) break;
    chosen.add(working.id);
  }
  const isDrawn = (id: string) => chosen.has(id);
  const articles = workings.filter(({ id }) => isDrawn(id)).map((own) => articleHtml(own, { all, isDrawn }));
  return {
    html:
      articles.length === 0
        ? ''
        : `<aside class="workings" aria-label="Where figures come from"><span id="${closedId}"></span>${articles.join('\n')}<a class="close" href="#${closedId}">Close</a></aside>`,
    answers: (name) => {
      const working = all.get(ids.get(name) ?? '');
      return working !== undefined && isDrawn(working.id)
        ? { address: `#${working.id}`, amount: working.amount }
        : undefined;
    },
    of: (name) => all.get(ids.get(name) ?? ''),
    all,
    isDrawn,
  };
}

/** Whether a working says more than the line of what it is part of. */
function isWorthALook({ name, terms, rows }: Working): boolean {
  return name !== undefined || terms.length > 0 || (rows?.rows.length ?? 0) > 1;
}

interface Around {
  readonly all: ReadonlyMap<string, Working>;
  readonly isDrawn: (id: string) => boolean;
}

function articleHtml(working: Working, around: Around): string {
  const { id, name, what, amount, at, rows, partOf } = working;
  return [
    `<article id="${id}" tabindex="-1"><h2>${escaped(what)}</h2><p class="amount">${escaped(amount)}</p>`,
    howHtml(working),
    at === undefined ? '' : `<p class="how">Stated in <code>${rowText(at)}</code></p>`,
    termsHtml(working, around),
    rows === undefined ? '' : rowsHtml(rows.rows, rows.more),
    partOfHtml(partOf, around),
    name === undefined ? '' : `<p class="name">${escaped(name)}</p>`,
    '</article>',
  ].join('');
}

/** The formula in words, and the rule with its clause. */
export function howHtml({ how, rule }: Pick<Working, 'how' | 'rule'>): string {
  const clause = rule === undefined ? '' : `<i>${escaped(`${rule.id}, ${rule.clause}`)}</i>`;
  if (how === '' && clause === '') return '';
  return `<p class="how">${how === '' ? '' : `= ${escaped(how)} `}${clause}</p>`;
}

function termsHtml({ terms, nilTerms, smaller }: Working, around: Around): string {
  const items = terms.map(
    (term) => `<li>${sumHtml(term, around)}${escaped(term.what)}${sourceHtml(term, around)}</li>`,
  );
  if (smaller !== undefined) items.push(`<li><b>${escaped(smaller)}</b>in smaller parts</li>`);
  if (nilTerms > 0) items.push('<li><b></b>and parts of nil</li>');
  return items.length === 0 ? '' : `<ul class="terms">${items.join('')}</ul>`;
}

function sumHtml({ sign, amount, id }: WorkingTerm, { isDrawn }: Around): string {
  const mark = sign === '-' ? '−' : '';
  const shown = amount.startsWith('(') ? unseen('minus ') + escaped(amount) : escaped(amount);
  return `<b>${mark}${isDrawn(id) ? `<a href="#${id}">${shown}</a>` : shown}</b>`;
}

/** Where a term comes from: its place, or of an account the largest of its rows. */
export function sourceHtml({ id, at, rowCount }: WorkingTerm, { all }: Pick<Around, 'all'>): string {
  if (at !== undefined) return `<small><code>${rowText(at)}</code></small>`;
  const rows = all.get(id)?.rows;
  const [first] = rows?.rows ?? [];
  if (rows === undefined || first === undefined || rowCount === undefined) return '';
  const more = rowCount === 1 ? '' : ' and more rows';
  return `<small>${rowHtml(first)}${more}</small>`;
}

function rowsHtml(rows: readonly TracedRow[], more: NonNullable<Working['rows']>['more']): string {
  const items = rows.map((row) => `<li><b>${escaped(bracketed(row.amount))}</b><small>${rowHtml(row)}</small></li>`);
  if (more !== undefined) items.push(`<li><b>${escaped(more)}</b>in smaller rows</li>`);
  return `<ul class="terms">${items.join('')}</ul>`;
}

/** A row of a ledger: its file and line, its day, its reference. */
export function rowHtml({ file, sheet, line, date, ...row }: TracedRow): string {
  const day = date === undefined ? '' : ` <time>${escaped(date)}</time>`;
  const said = saidOfRow(row).map(escaped).join(', ');
  return `<code>${escaped(rowText({ file, sheet, line }))}</code>${day}${said === '' ? '' : ` <q>${said}</q>`}`;
}

function partOfHtml(partOf: Working['partOf'], { isDrawn }: Around): string {
  const shown = partOf.filter(({ id }) => isDrawn(id));
  if (shown.length === 0) return '';
  return `<p class="part-of">Part of ${shown.map(({ id, what }) => `<a href="#${id}">${escaped(what)}</a>`).join('; ')}</p>`;
}
