import type { Opening } from '../pages/page.js';
import { DraftSheet } from './draft.js';
import { type SheetCell, verdictCell, wordCell } from './model.js';

/** A sheet, and what it holds. */
export interface Listed {
  readonly name: string;
  readonly about: string;
}

/** What a cover says: the verdict of bcf, where the workbook says what differs, and its sheets. */
interface Covered {
  readonly message: string;
  /** The cells that say of each figure whether it differs. */
  readonly checks: string;
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
  cover.add(
    wordCell('This workbook', 'header'),
    verdictCell(
      `IF(COUNTIF(${checks},"DIFFERS")=0,"every figure is what bcf said",COUNTIF(${checks},"DIFFERS")&" figures are not what bcf said")`,
      'every figure is what bcf said',
    ),
  );
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
      'What bcf splits to the penny it splits over all who have a part at once; such parts are values in italics, and do not move. A new account, body or heading needs bcf to be run again.',
      'prose',
    ),
  );
  cover.add();
  cover.add(wordCell('Sheet', 'header'), wordCell('What it holds', 'header'));
  for (const { name: sheet, about } of sheets) cover.add(linkTo(sheet), wordCell(about));
  return cover;
}

function linkTo(sheet: string): SheetCell {
  return { content: { kind: 'link', text: sheet, sheet }, look: 'line' };
}
