import type { ArrivalsCell, ArrivalsPicture } from '../../../pages/pictures.js';
import { escaped, unseen } from '../escape.js';
import { element } from './markup.js';

/** What has come as a table of marks: full, half, hollow, and a stroke where nothing is due, each with its day or words; on a telephone a body below the other. */
export function drawArrivals({ title, columns, rows }: ArrivalsPicture): string {
  const heads = columns.flatMap(({ label, quarters }) => quarters.map((quarter) => ({ label, quarter })));
  const ledgers = columns.map(({ label, quarters }) =>
    element('th', { role: 'columnheader', scope: 'colgroup', colspan: quarters.length }, escaped(label)),
  );
  const quarters = heads.map(({ quarter }) => element('th', { role: 'columnheader', scope: 'col' }, escaped(quarter)));
  const lines = rows.map(({ label, cells }) =>
    element(
      'tr',
      { role: 'row' },
      element('th', { role: 'rowheader', scope: 'row' }, escaped(label)),
      ...cells.map((cell, index) => {
        const head = heads[index];
        return cellHtml(cell, head === undefined ? '' : `${head.label} ${head.quarter}`);
      }),
    ),
  );
  const body = element('th', { role: 'columnheader', scope: 'col', rowspan: 2 }, 'Body');
  return element(
    'div',
    { class: 'picture' },
    element(
      'table',
      { class: 'arrivals', role: 'table' },
      element('caption', {}, escaped(title)),
      element(
        'thead',
        { role: 'rowgroup' },
        element('tr', { role: 'row' }, body, ...ledgers),
        element('tr', { role: 'row' }, ...quarters),
      ),
      element('tbody', { role: 'rowgroup' }, ...lines),
    ),
  );
}

function cellHtml({ mark, words }: ArrivalsCell, head: string): string {
  return element(
    'td',
    { role: 'cell', class: `mark-${mark}` },
    element('span', { class: 'a-head' }, `${escaped(head)} `),
    element('span', { class: 'a-mark' }),
    mark === 'nothing' ? unseen(` ${words}`) : ` ${escaped(words)}`,
  );
}
