import { pounds } from '../../money/pounds-text.js';
import type { FundPage, KeyFigure, Matter, PageSection, SectionPart } from '../../pages/fund-page/fund-page.js';
import { textOf } from '../../pages/fund-page/sentence.js';
import type { WorkingsOfPage } from '../../statement/working.js';
import { type Answers, figureHtml, figuresAsked } from './answers.js';
import { documentHtml } from './document-html.js';
import { drawPicture, pictureStyles } from './draw-picture.js';
import { escaped } from './escape.js';
import { lineHtml } from './line-html.js';
import { sentenceHtml } from './sentence-html.js';
import { tableHtml } from './table-html.js';
import { treeHtml } from './tree-html.js';
import { type DrawnWorkings, mostBytes, workingsHtml } from './workings-html.js';

/** No working is smaller. */
const leastBytes = 300;

/** The page of a fund, without a script, which asks for nothing; as many workings as it has room for. */
export function fundPageHtml(page: FundPage, workings: WorkingsOfPage): string {
  const every = workingsHtml(workings, Number.POSITIVE_INFINITY);
  let room = mostBytes - Buffer.byteLength(pageHtml(page, { ...every, html: '' }));
  let html = pageHtml(page, workingsHtml(workings, room));
  // Links to workings that are not there fell away again: what they would have taken is room for more of them.
  for (let more = mostBytes - Buffer.byteLength(html); more >= leastBytes; more = Math.floor(more / 2)) {
    const fuller = pageHtml(page, workingsHtml(workings, room + more));
    if (Buffer.byteLength(fuller) > mostBytes) continue;
    html = fuller;
    room += more;
  }
  return html;
}

/** The names of the figures that a page shows, in the order in which they come. */
export function figuresOnPage(page: FundPage): string[] {
  return figuresAsked((answers) =>
    pageHtml(page, { html: '', answers, of: () => undefined, all: new Map(), isDrawn: () => false }),
  );
}

function pageHtml(page: FundPage, drawn: DrawnWorkings): string {
  const { answers } = drawn;
  const { name, year, asAt } = page;
  const body = [
    '<a class="skip" href="#main">To the page</a>',
    headerHtml(page),
    `<main id="main"><div class="column">`,
    `<h1>${sentenceHtml(page.title, answers)}</h1>`,
    keysHtml(page.keyFigures, answers),
    mattersHtml(page, drawn),
    navHtml(page),
    ...page.sections.map((section) => sectionHtml(section, answers)),
    `</div></main>`,
    `<footer><div class="column">${footHtml(page)}</div></footer>`,
    drawn.html,
  ].join('\n');
  return documentHtml({
    title: `${textOf(page.title)}. ${name}, ${year}. ${asAt}`,
    foot: `${name}, ${year}. ${asAt}`,
    body,
    styles: pictureStyles,
  });
}

function headerHtml({ name, year, asAt, isIllustrative, note }: FundPage): string {
  const said = note === undefined ? '' : ` ${escaped(note)}`;
  const band = isIllustrative
    ? `<div class="band illustrative"><div class="column"><p><strong>Illustrative.</strong>${said || ' The transactions are made up, and are not the real figures of any body.'}</p></div></div>`
    : note === undefined
      ? ''
      : `<div class="band"><div class="column"><p>${said.trim()}</p></div></div>`;
  return `<header class="top"><div class="column"><p><strong>${escaped(name)}</strong><span class="year">${escaped(year)}</span></p><p class="as-at">${escaped(asAt)}</p></div>${band}</header>`;
}

function keysHtml(keys: readonly KeyFigure[], answers: Answers): string {
  const items = keys.map(({ label, figure, text, note, tone }) => {
    const said = note.length === 0 ? '' : `<dd>${sentenceHtml(note, answers)}</dd>`;
    return `<div${tone === undefined ? '' : ` class="${tone}"`}><dt>${escaped(label)}</dt><dd class="amount">${figureHtml(text, figure.name, answers)}</dd>${said}</div>`;
  });
  return items.length === 0 ? '' : `<dl class="keys">${items.join('')}</dl>`;
}

const kindWords: Readonly<Record<Matter['kind'], string>> = { breach: 'Breach', decide: 'Decide', note: 'Note' };

function mattersHtml({ mattersTitle, matters }: FundPage, drawn: DrawnWorkings): string {
  const { answers } = drawn;
  const items = matters.map(({ kind, title, amount, details, toDo, clause, command }) => {
    const sum = amount === undefined ? '' : figureHtml(pounds(amount), amount.name, answers);
    return [
      `<li class="${kind}"><div class="sum"><span class="kind">${kindWords[kind]}</span> ${sum}</div>`,
      `<div><h3>${sentenceHtml(title, answers)}</h3>`,
      ...details.map((detail) => `<p>${sentenceHtml(detail, answers)}</p>`),
      `<p><strong>To do</strong> ${sentenceHtml(toDo, answers)}</p>`,
      amount?.name === undefined ? '' : treeHtml(amount.name, drawn),
      `<p class="more">${clause === undefined ? '' : `${escaped(clause)}. `}More: <code>${escaped(command)}</code></p></div></li>`,
    ].join('');
  });
  const list = items.length === 0 ? '' : `<ul class="matters">${items.join('\n')}</ul>`;
  return `<section class="first" id="decisions"><h2>${sentenceHtml(mattersTitle, answers)}</h2>${list}</section>`;
}

function navHtml({ sections }: FundPage): string {
  const items = [{ id: 'decisions', name: 'What needs a decision' }, ...sections].map(
    ({ id, name }) => `<li><a href="#${id}">${escaped(name)}</a></li>`,
  );
  return `<nav aria-label="On this page"><p class="name">On this page</p><ul>${items.join('')}</ul></nav>`;
}

function sectionHtml({ id, title, subtitle, parts }: PageSection, answers: Answers): string {
  const isPictured = parts.some(({ kind }) => kind === 'picture');
  return [
    `<section id="${id}"><h2>${sentenceHtml(title, answers)}</h2>`,
    `<p class="subtitle">${escaped(subtitle)}</p>`,
    ...parts.map((part) => (isPictured ? besidePicture(part, answers) : partHtml(part, answers))),
    '</section>',
  ].join('\n');
}

/** A table beside a picture: on a phone, where it is long, it is opened by who wants it. */
function besidePicture(part: SectionPart, answers: Answers): string {
  const html = partHtml(part, answers);
  if (part.kind !== 'table') return html;
  return `<details class="twin"><summary>In figures: ${escaped(part.table.title)}</summary>${html}</details>`;
}

function partHtml(part: SectionPart, answers: Answers): string {
  switch (part.kind) {
    case 'table':
      return tableHtml(part.table, answers, part.below);
    case 'folded':
      return `<details><summary>${escaped(part.label)}</summary>${tableHtml(part.table, answers)}</details>`;
    case 'picture':
      return drawPicture(part.picture, answers);
    case 'list':
      return `<ul class="checks">${part.lines.map((line) => `<li>${lineHtml(line, answers)}</li>`).join('')}</ul>`;
    case 'sentence':
      return `<p>${sentenceHtml(part.sentence, answers)}</p>`;
  }
}

function footHtml({ name, year, asAt, legend }: FundPage): string {
  return [`${name}, ${year}. ${asAt}`, ...legend].map((text) => `<p>${escaped(text)}</p>`).join('');
}
