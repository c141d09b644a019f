/** A block of cells, its rows counted from 1 and its columns from 0; a side that is left open goes on to the end. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const form = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)$/i;

/** Reads `B4:H200`, `B:H` or `4:200`; undefined of what is no range. */
export function rangeOf(text: string): CellRange | undefined {
  const [, from = '', first = '', to = '', last = ''] = form.exec(text.trim()) ?? [];
  const hasColumns = from !== '' && to !== '';
  const hasRows = first !== '' && last !== '';
  if ((from !== '') !== (to !== '') || (first !== '') !== (last !== '') || !(hasColumns || hasRows)) return undefined;
  const [left, right] = hasColumns ? inOrder(columnOf(from), columnOf(to)) : [0, Number.POSITIVE_INFINITY];
  const [top, bottom] = hasRows ? inOrder(Number(first), Number(last)) : [1, Number.POSITIVE_INFINITY];
  return { top, bottom, left, right };
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function inOrder(one: number, other: number): [number, number] {
  return one < other ? [one, other] : [other, one];
}
