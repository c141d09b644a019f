import { type Element, elementsOf, hasClass, parsed, wordsOf } from '../html.js';
import { amountsOf, type ReadForm, type ReadTable, said } from './read-table.js';

/** A figure of a page that answers: what it says, and the name that its working has. */
export interface Answer {
  readonly says: string;
  /** The head of the column that it stands in; none of what stands in words or a picture. */
  readonly column: string | undefined;
  /** The title of its table; none of what stands in no table. */
  readonly table: string | undefined;
  readonly name: string;
}

export interface ReadHtml extends ReadForm {
  readonly answers: readonly Answer[];
}

/** The tables of a page, by their captions, and the figures of the page that answer. */
export function readHtml(html: string): ReadHtml {
  const page = parsed(html);
  const elements = elementsOf(page);
  const main = elements.find(({ name }) => name === 'main') ?? page;
  const tables = elementsOf(main)
    .filter(({ name }) => name === 'table')
    .map(tableOf);
  const names = namesOf(elements);
  const answers = linksOf(main).flatMap(({ link, ...place }): Answer[] => {
    const name = names.get(link.attributes.href?.slice(1) ?? '');
    return name === undefined ? [] : [{ says: shownIn(link).trim(), ...place, name }];
  });
  return { tables, answers, prose: amountsOf(proseOf(main)) };
}

type Place = Pick<Answer, 'column' | 'table'>;

/** The figures that answer, each with its table and the head of its column of figures; of a cell of words there is none. */
function linksOf(
  element: Element,
  place: Place = { column: undefined, table: undefined },
): (Place & { readonly link: Element })[] {
  const own = placeIn(element, place);
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === 'a' && hasClass(child, 'n') ? [{ link: child, ...own }] : linksOf(child, own);
  });
}

function placeIn(element: Element, place: Place): Place {
  if (element.name === 'table') return { ...place, table: captionOf(element) };
  return element.name === 'td' && hasClass(element, 'num')
    ? { ...place, column: element.attributes['data-h'] ?? '' }
    : place;
}

/** The name of the figure that each working is of, by its id. */
function namesOf(elements: readonly Element[]): Map<string, string> {
  return new Map(
    elements
      .filter(({ name }) => name === 'article')
      .flatMap((article) => {
        const name = elementsOf(article).find((element) => hasClass(element, 'name'));
        return name === undefined ? [] : [[article.attributes.id ?? '', wordsOf(name)] as const];
      }),
  );
}

function tableOf(table: Element): ReadTable {
  const all = elementsOf(table);
  const [head, ...rows] = all.filter((element) => element.name === 'tr' && !hasClass(element, 'below')).map(cellsOf);
  return { title: captionOf(table), headers: head ?? [], rows };
}

function captionOf(table: Element): string {
  const caption = elementsOf(table).find(({ name }) => name === 'caption');
  return caption === undefined ? '' : said(wordsOf(caption));
}

function cellsOf(row: Element): string[] {
  return elementsOf(row)
    .filter(({ name }) => name === 'th' || name === 'td')
    .map((cell) => said(shownIn(cell)));
}

/** The words of an element that are seen. */
function shownIn(element: Element): string {
  if (hasClass(element, 'vh')) return '';
  return element.children.map((child) => (typeof child === 'string' ? child : shownIn(child))).join('');
}

/** What stands outside tables, a line an element. */
function proseOf(element: Element): string {
  if (element.name === 'table') return '';
  const parts = element.children.map((child) => (typeof child === 'string' ? child : proseOf(child)));
  return isInLine(element) ? parts.join('') : `${parts.join('')}\n`;
}

function isInLine({ name }: Element): boolean {
  return name === 'span' || name === 'a' || name === 'strong';
}
