import type { ArrivalsCell, ArrivalsPicture } from '../../../pages/pictures.js';
import { escaped, unseen } from '../escape.js';
import { element } from './markup.js';

/** What has come as a table of marks: full, half, hollow, and a stroke where nothing is due; with days where there is room. */
export function drawArrivals({ title, columns, rows, isShortened }: ArrivalsPicture): string {
  const ledgers = columns.map(({ label, quarters }) =>
    element('th', { scope: 'colgroup', colspan: quarters.length }, escaped(label)),
  );
  const quarters = columns.flatMap((column) =>
    column.quarters.map((quarter) => element('th', { scope: 'col' }, escaped(quarter))),
  );
  const lines = rows.map(({ label, cells }) =>
    element('tr', {}, element('th', { scope: 'row' }, escaped(label)), ...cells.map(cellHtml)),
  );
  const body = element('th', { scope: 'col', rowspan: 2 }, 'Body');
  return element(
    'div',
    { class: 'picture come-picture' },
    element(
      'table',
      { class: 'arrivals' },
      element('caption', {}, escaped(title)),
      element('thead', {}, element('tr', {}, body, ...ledgers), element('tr', {}, ...quarters)),
      element('tbody', {}, ...lines),
    ),
    marksOf(rows),
    isShortened ? element('p', { class: 'beyond' }, 'Earlier quarters of which nothing is missing are left out.') : '',
  );
}

const meanings: Readonly<Record<ArrivalsCell['mark'], string>> = {
  come: 'come',
  late: 'late',
  part: 'in part',
  missing: 'not come',
  nothing: 'nothing due',
};

/** What the marks mean that are there, for where no words stand beside them. */
function marksOf(rows: ArrivalsPicture['rows']): string {
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ mark }) => mark)));
  const items = Object.entries(meanings).flatMap(([mark, words]) =>
    [...used].some((one) => one === mark) ? [element('li', { class: mark }, '<i></i>', escaped(words))] : [],
  );
  return element('ul', { class: 'key marks arrivals' }, ...items);
}

function cellHtml({ mark, words }: ArrivalsCell): string {
  const said = mark === 'nothing' ? unseen(words) : element('span', {}, escaped(words));
  return element('td', { class: mark }, '<i></i>', said);
}
