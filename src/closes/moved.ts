import type { ClosedRow } from './closed-rows.js';
import type { Link } from './link.js';

/** A line of a file as it was closed, and where it stands now. */
interface Step {
  readonly was: number;
  readonly now: number;
}

/** Where the closed rows of a file stand now, by those that are there: only where the way from the one to the other changes. */
export class Moved {
  readonly #steps = new Map<Link, Step[]>();
  readonly #sorted = new Map<Link, readonly Step[]>();

  /** Takes a row that stands in its file still; rows pass in the order of today. */
  take({ link, line: was }: ClosedRow, now: number): void {
    const steps = this.#steps.get(link);
    const last = steps?.at(-1);
    if (steps === undefined) this.#steps.set(link, [{ was, now }]);
    else if (last === undefined || now - was !== last.now - last.was || was < last.was) steps.push({ was, now });
  }

  /** Takes a row out of its turn. */
  takeLate({ link, line: was }: ClosedRow, now: number): void {
    const steps = this.#steps.get(link);
    if (steps === undefined) this.#steps.set(link, [{ was, now }]);
    else steps.push({ was, now });
  }

  /** Where a closed row would stand now, if nothing but it had changed since the row before it. */
  placeNow({ link, line }: ClosedRow): number {
    const steps = this.#sortedOf(link);
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((steps[middle]?.was ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    const before = steps[low - 1];
    return before === undefined ? line : line - before.was + before.now;
  }

  #sortedOf(link: Link): readonly Step[] {
    const known = this.#sorted.get(link);
    if (known !== undefined) return known;
    const sorted = [...(this.#steps.get(link) ?? [])].sort((one, other) => one.was - other.was);
    this.#sorted.set(link, sorted);
    return sorted;
  }
}
