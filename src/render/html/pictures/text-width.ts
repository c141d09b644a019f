/**
 * How wide Arial’s letters are, in thousandths of their height, from its font metrics. What is drawn in SVG is measured with
 * them, since nothing can be asked of a browser that has not drawn it yet.
 */
const widths: readonly (readonly [letters: string, width: number])[] = [
  ["'", 191],
  ['ijl’‘', 222],
  ['|', 260],
  [' \u00a0!,./:;I[]\\ft', 278],
  ['()-r`{}', 340],
  ['"“”', 355],
  ['*', 389],
  ['^', 469],
  ['cksvxyzJ', 500],
  ['#$?£0123456789Labdeghnopqu_', 556],
  ['+<=>~', 584],
  ['FTZ', 611],
  ['&ABEKPSVXY', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['Mm', 833],
  ['%', 889],
  ['W', 944],
];

const widthOfLetter: ReadonlyMap<string, number> = new Map(
  widths.flatMap(([letters, width]) => [...letters].map((letter): [string, number] => [letter, width])),
);

/** What is not in the table may be as wide as it is high. */
const widest = 1000;

/** Ten in a hundred for a font that is not quite Arial; bold letters are wider. */
const allowance = { regular: 1.1, bold: 1.18 };

/** How text is set: its height in pixels, and how heavy it is. */
export interface Lettering {
  readonly size: number;
  readonly weight: 'regular' | 'bold';
}

/** How wide a text is in pixels, and a little more. */
export function widthOf(text: string, { size, weight }: Lettering): number {
  let thousandths = 0;
  for (const letter of text) thousandths += widthOfLetter.get(letter) ?? widest;
  return (thousandths * size * allowance[weight]) / 1000;
}

/** A text in lines that are no wider than this; a word that is wider is broken, and nothing is left out. */
export function wrapped(text: string, width: number, lettering: Lettering): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((part) => broken(part, width, lettering))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer, lettering) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function broken(word: string, width: number, lettering: Lettering): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && widthOf(part + letter, lettering) > width) {
      parts.push(part);
      part = letter;
    } else {
      part += letter;
    }
  }
  return [...parts, part];
}
