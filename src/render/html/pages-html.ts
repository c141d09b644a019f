import type { AmountLine, Opening, Page, Pages, Part } from '../../pages/page.js';
import type { WorkingsOfPage } from '../../statement/working.js';
import { type Answers, figureHtml, figuresAsked } from './answers.js';
import { answersInTree, branchesHtml } from './branches-html.js';
import { documentHtml } from './document-html.js';
import { escaped } from './escape.js';
import { lineHtml } from './line-html.js';
import { tableHtml } from './table-html.js';
import { type DrawnWorkings, mostBytes, workingsHtml } from './workings-html.js';

/** The pages of a command or a paper in one file: its tables with captions and scoped heads, the verdict last. */
export function pagesHtml(pages: Pages, workings: WorkingsOfPage): string {
  const every = workingsHtml(workings, Number.POSITIVE_INFINITY);
  const room = mostBytes - Buffer.byteLength(wholeHtml(pages, { ...every, html: '' }));
  return wholeHtml(pages, workingsHtml(workings, room));
}

/** The names of the figures that pages show, in the order in which they come. */
export function figuresInPages(pages: Pages): string[] {
  return figuresAsked((answers) => wholeHtml(pages, { html: '', answers }));
}

function wholeHtml(
  { title, openings, pages, legend, last }: Pages,
  { answers: inWorkings, html }: Pick<DrawnWorkings, 'answers' | 'html'>,
): string {
  const inTrees = pages.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'tree' ? [answersInTree(part.root)] : [])),
  );
  const answers: Answers = (name) => inWorkings(name) ?? inTrees.flatMap((inTree) => inTree(name) ?? [])[0];
  const [first] = openings;
  const heading = title ?? first?.name ?? '';
  const body = [
    '<main id="main"><div class="column">',
    `<h1>${escaped(heading)}</h1>`,
    ...openings.map((opening, index) => openingHtml(opening, { isNamed: index > 0 || title !== undefined, index })),
    ...pages.map((page) => pageHtml(page, answers)),
    ...legend.map((text) => `<p class="note">${escaped(text)}</p>`),
    ...last.map((line) => `<p class="last">${lineHtml(line, answers)}</p>`),
    '</div></main>',
    html,
  ].join('\n');
  const foot = [first?.name, first?.asAt].flatMap((text) => text ?? []).join('. ');
  return documentHtml({ title: title === undefined ? foot : `${title}. ${foot}`, foot, body });
}

function openingHtml(
  { name, asAt, warning, note }: Opening,
  { isNamed, index }: { readonly isNamed: boolean; readonly index: number },
): string {
  const against = index > 0 ? '<p>against</p>' : '';
  const own = [
    ...(isNamed ? [`<strong>${escaped(name)}</strong>`] : []),
    ...(asAt === undefined ? [] : [escaped(asAt)]),
  ].join('. ');
  const band = warning === undefined ? '' : `<p class="band illustrative boxed">${escaped(warning)}</p>`;
  const said = note === undefined ? '' : `<p class="note">${escaped(note)}</p>`;
  return `${against}<p>${own}</p>${band}${said}`;
}

function pageHtml({ title, parts }: Page, answers: Answers): string {
  const shown = parts.map((part) => partHtml(part, answers)).join('\n');
  return title === undefined ? shown : `<section><h2>${escaped(title)}</h2>\n${shown}</section>`;
}

function partHtml(part: Part, answers: Answers): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p>${escaped(part.text)}</p>`;
    case 'lines':
      return part.lines.map((line) => `<p>${lineHtml(line, answers)}</p>`).join('\n');
    case 'list':
      return `<p class="caption">${escaped(part.title)}</p><ul class="checks">${part.lines.map((line) => `<li>${lineHtml(line, answers)}</li>`).join('')}</ul>`;
    case 'table':
      return part.narrow === undefined
        ? tableHtml(part.table, answers)
        : tableHtml(part.narrow.table, answers, part.narrow.below);
    case 'amounts':
      return `${part.title === undefined ? '' : `<p class="caption">${escaped(part.title)}</p>`}<dl class="amounts">${part.lines.map((line) => amountHtml(line, answers)).join('')}</dl>`;
    case 'tree':
      return branchesHtml(part.root);
    case 'verbatim':
      return `<p class="caption">${escaped(part.title)}</p><pre>${escaped(part.lines.join('\n'))}</pre>`;
  }
}

function amountHtml({ amount, text, figure }: AmountLine, answers: Answers): string {
  return `<div><dt>${escaped(text)}</dt><dd>${figureHtml(amount.trim(), figure, answers)}</dd></div>`;
}
