import type { LedgerEntry } from '../agreement/agreement.js';
import type { ColumnSource } from '../agreement/exports.js';
import { factsOf } from '../agreement/ledger-kinds.js';
import { columnLetter } from '../diagnostics/column-letter.js';
import { joined } from '../diagnostics/entry.js';
import { plainText } from '../diagnostics/plain-text.js';
import type { Header } from '../ledger/header.js';
import { indexesOf, type Origin } from '../ledger/origins.js';
import type { ReadColumn } from '../statement/preview-schema.js';

type Place = ReadColumn['from'][number];

/** Which of a file’s columns is which of ours, and why; and which of ours a file does without. */
export function readColumns(header: Header, entry: LedgerEntry): ReadColumn[] {
  const read = [...header.origins].map(([column, origin]) => readColumn(column, origin, { header, entry }));
  const lacking = Object.keys(factsOf(entry.kind).required).filter((column) => !header.origins.has(column));
  return [
    ...read,
    ...lacking.map((column) => ({ column, from: [], why: 'not-there' as const, how: 'not in the file: blank' })),
  ];
}

/** A column of the file by its letter and its header. */
export function placeIn({ names }: Pick<Header, 'names'>, index: number): Place {
  const header = plainText(names[index] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return { letter: columnLetter(index), header };
}

function readColumn(
  column: string,
  origin: Origin,
  { header, entry }: { readonly header: Header; readonly entry: LedgerEntry },
): ReadColumn {
  const from = [...indexesOf(origin), ...(origin.kind === 'signed' ? [origin.sign] : [])].map((index) =>
    placeIn(header, index),
  );
  const numbered = column === 'reference' && entry.isNumbered === true ? ', and numbered' : '';
  const said = (why: ReadColumn['why'], how: string): ReadColumn => ({ column, from, why, how: how + numbered });
  switch (origin.kind) {
    case 'constant':
      return said('constant', `constant: ${plainText(origin.text)}`);
    case 'mapped':
      return said('mapped', `from ${origin.table.file}, by ${joined(from.map((place) => place.header))}`);
    case 'cell': {
      const source = entry.columns.get(column);
      if (source !== undefined) return said('declared', `as declared${spelling(source, from)}`);
      const isOwn = from[0]?.header === column;
      return said(isOwn ? 'own-name' : 'other-spelling', isOwn ? 'by its own name' : 'its name in another spelling');
    }
    case 'first-filled':
      return said('declared', `the first that is not blank, as declared`);
    case 'together':
      return said('declared', `all of them together, as declared`);
    case 'turned':
      return said('declared', `with its sign turned, as declared`);
    case 'debit-credit':
      return said('declared', `debit less credit${turned(origin.isTurned)}, as declared`);
    case 'signed':
      return said('declared', `signed by ${from[1]?.header ?? ''}${turned(origin.isTurned)}, as declared`);
    case 'marked':
      return said(
        'declared',
        `negative where it is marked ${origin.credit.join(' or ')}${turned(origin.isTurned)}, as declared`,
      );
  }
}

function turned(isTurned: boolean): string {
  return isTurned ? ', turned round' : '';
}

/** Whether the file has the header that is declared in another spelling. */
function spelling(source: ColumnSource, [first]: readonly Place[]): string {
  const isExact = source.kind !== 'cell' || first === undefined || source.header.includes(first.header);
  return isExact ? '' : ', in another spelling';
}
