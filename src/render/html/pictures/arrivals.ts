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
    isShortened ? element('p', { class: 'beyond' }, 'Earlier quarters of which nothing is missing are left out.') : '',
  );
}

function cellHtml({ mark, words }: ArrivalsCell): string {
  const said = mark === 'nothing' ? unseen(words) : element('span', {}, escaped(words));
  return element('td', { class: mark }, '<i></i>', said);
}
