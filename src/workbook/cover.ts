import type { Opening } from '../pages/page.js';
import { DraftSheet } from './draft.js';
import { differsWord, type SheetCell, turnedWord, verdictCell, wordCell } from './model.js';

/** A sheet, and what it holds. */
export interface Listed {
  readonly name: string;
  readonly about: string;
}

/** What a cover says: the verdict of bcf, where the workbook says what differs, and its sheets. */
interface Covered {
  readonly message: string;
  /** The cells that say of each figure whether it differs; of each part of a split; and of each book whether it adds up to nil. */
  readonly checks: { readonly figures: string; readonly parts: string; readonly books: string };
  readonly sheets: readonly Listed[];
}

/** The first sheet: which fund, as at when, whether the workbook still says what bcf said, and what each sheet holds. */
export function coverOf({ name, asAt = '', warning, note }: Opening, { message, checks, sheets }: Covered): DraftSheet {
  const cover = new DraftSheet('Cover');
  cover.widths = [18, 110];
  cover.add(wordCell(name, 'title'));
  cover.add(wordCell(asAt, 'heading'));
  for (const text of [warning, note]) if (text !== undefined) cover.add(undefined, wordCell(text, 'prose'));
  cover.add();
  cover.add(wordCell('bcf said', 'header'), wordCell(message, 'prose'));
  for (const [label, cell] of verdictsOf(checks)) cover.add(wordCell(label, 'header'), cell);
  cover.add();
  cover.add(
    undefined,
    wordCell(
      'A working workbook: each figure is a formula made from its terms, down to the postings. Change a coloured cell, and all that depends on it moves. The other cells are protected, without a password.',
      'prose',
    ),
  );
  cover.add(
    undefined,
    wordCell(
      'What bcf set out by the signs of its figures stays where it is: who owes and who is owed, what is over and what is under. Where a figure turns its sign, the cover says so; then, and for a new account, body or heading, bcf is run again.',
      'prose',
    ),
  );
  cover.add();
  cover.add(wordCell('Sheet', 'header'), wordCell('What it holds', 'header'));
  for (const { name: sheet, about } of sheets) cover.add(linkTo(sheet), wordCell(about));
  return cover;
}

/** What the workbook says of itself. */
function verdictsOf({ figures, parts, books }: Covered['checks']): (readonly [label: string, cell: SheetCell])[] {
  const differing = `(${counted(figures, differsWord)}+${counted(figures, turnedWord)})`;
  const turned = `(${counted(figures, turnedWord)}+${counted(parts, turnedWord)})`;
  return [
    [
      'This workbook',
      countCell(differing, { none: 'every figure is what bcf said', some: 'figures are not what bcf said' }),
    ],
    [
      'Its lines',
      countCell(turned, {
        none: 'stand as bcf sets them out',
        some: 'figures or parts have another sign than bcf said, or came to nil: a line may be missing, or stand on the wrong side. Run bcf again on changed ledgers.',
      }),
    ],
    [
      'Double entry',
      countCell(counted(books, differsWord), {
        none: 'the postings of every book add up to nil',
        some: 'books have postings that do not add up to nil',
      }),
    ],
  ];
}

function counted(cells: string, word: string): string {
  return `COUNTIF(${cells},"${word}")`;
}

/** A cell that says how many there are, or that there are none. */
function countCell(count: string, { none, some }: { readonly none: string; readonly some: string }): SheetCell {
  return verdictCell(`IF(${count}=0,"${none}",${count}&" ${some}")`, none);
}

function linkTo(sheet: string): SheetCell {
  return { content: { kind: 'link', text: sheet, sheet }, look: 'line' };
}
