import { rowText } from '../../diagnostics/place-text.js';
import { wordColumn, words } from '../../statement/cell-table.js';
import { closedList } from '../closed-list.js';
import { sortInWords } from '../passed-over.js';
import type { PageOf, PageSection, SectionPart } from './fund-page.js';

type Input = PageOf['inputs'][number];

/** What the page was made from, and what of it is closed. */
export function inputsSection({ result, inputs }: PageOf): PageSection {
  const closed = closedList(result.closes).flatMap((part): SectionPart[] =>
    part.kind === 'list' ? [{ kind: 'list', lines: part.lines }] : [],
  );
  const passedOver = inputs.map(passedOverOf);
  const codes = inputs.map(codesInWords);
  const isMore = [...passedOver, ...codes.flat()].some((said) => said !== '');
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
          columns: [wordColumn('File'), wordColumn('Passed over, and not added'), wordColumn('SHA-256')],
          rows: inputs.map(({ path, sheet, sha256 }, at) => ({
            cells: [words(rowText({ file: path, sheet })), words(passedOver[at] ?? ''), words(sha256)],
          })),
          notes: isMore ? ['bcf reconcile --full says how many rows, and how much money.'] : [],
        },
        below: codes,
      },
    ],
  };
}

/** What of a file is not added: the lines that are no rows, and the rows that another file has. */
function passedOverOf({ sheet, repeated, passedOver = [] }: Input): string {
  const elsewhere = repeated === undefined ? [] : ['rows counted in another file'];
  return [...passedOver.map((sort) => sortInWords(sort, sheet)), ...elsewhere].join(', ');
}

/** What became of the lines of a table of codes: the codes that fell to a line for any, and the lines that no row met. */
function codesInWords({ codesMet = { byDefault: [], unmet: [] } }: Input): string[] {
  const fallen = codesMet.byDefault.map(
    ({ kind, codes }) => `Fell to the line for any code (*), of ${kind}: ${listed(codes)}.`,
  );
  return [...fallen, ...(codesMet.unmet.length === 0 ? [] : [`Lines met by no row: ${listed(codesMet.unmet)}.`])];
}

/** The first of many codes: a page has room for no more. */
function listed(lines: readonly { readonly code: string }[]): string {
  const named = lines.slice(0, codesNamed).map(({ code }) => `“${code}”`);
  return `${named.join(', ')}${lines.length > codesNamed ? ' and others' : ''}`;
}

const codesNamed = 12;
