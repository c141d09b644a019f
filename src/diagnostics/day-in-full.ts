const months = 'January February March April May June July August September October November December'.split(' ');

/** A day, written `2015-06-30`, as people write it: `30 June 2015`. */
export function inFull(date: string): string {
  return `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}
