import { rowText } from '../../diagnostics/place-text.js';
import { wordColumn, words } from '../../statement/cell-table.js';
import { closedList } from '../closed-list.js';
import { sortInWords } from '../passed-over.js';
import type { PageOf, PageSection, SectionPart } from './fund-page.js';

/** What the page was made from, and what of it is closed. */
export function inputsSection({ result, inputs }: PageOf): PageSection {
  const closed = closedList(result.closes).flatMap((part): SectionPart[] =>
    part.kind === 'list' ? [{ kind: 'list', lines: part.lines }] : [],
  );
  const isAny = inputs.some(({ passedOver = [] }) => passedOver.length > 0);
  return {
    id: 'inputs',
    name: 'Inputs',
    title: ['What this page is made from'],
    subtitle: 'Each file of the fund, with its SHA-256: the same files make the same page',
    parts: [
      ...closed,
      {
        kind: 'table',
        table: {
          title: 'Files',
          columns: [
            wordColumn('File'),
            ...(isAny ? [wordColumn('Passed over, and not added')] : []),
            wordColumn('SHA-256'),
          ],
          rows: inputs.map(({ path, sheet, sha256, passedOver = [] }) => ({
            cells: [
              words(rowText({ file: path, sheet })),
              ...(isAny ? [words(passedOver.map((sort) => sortInWords(sort, sheet)).join(', '))] : []),
              words(sha256),
            ],
          })),
          notes: [],
        },
      },
    ],
  };
}
