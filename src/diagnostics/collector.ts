import { catalogue, codes } from './catalogue.js';
import type { Diagnostic, Place, Report } from './diagnostic.js';

/** How many places of one cause are listed; the rest are counted. */
export const listedPlaces = 20;
/** How many causes of one code in one file are kept; the rest are counted, so that memory stays bounded. */
const causesKept = 200;

interface Cause {
  readonly first: Diagnostic;
  readonly more: Place[];
  count: number;
}

/**
 * Gathers diagnostics as stages find them: one diagnostic for one cause, repeats with their places and a count,
 * sorted by file, line, column and code, whatever the order they came in.
 */
export class Collector {
  readonly #causes = new Map<string, Cause>();
  readonly #keptPerCode = new Map<string, number>();
  readonly #dropped = new Map<string, { last: Diagnostic; count: number }>();

  readonly report: Report = (diagnostic) => {
    const group = `${diagnostic.code}\0${diagnostic.place?.file ?? ''}`;
    const words = catalogue[diagnostic.code].isOfColumn ? '' : diagnostic.message;
    const cause = `${group}\0${diagnostic.place?.field?.name ?? ''}\0${words}`;
    const known = this.#causes.get(cause);
    if (known !== undefined) {
      const { place } = diagnostic;
      if (place !== undefined && isSameLine(known.more.at(-1) ?? known.first.place, place)) return;
      known.count += 1;
      if (place && known.more.length < listedPlaces) known.more.push(place);
      return;
    }
    const kept = this.#keptPerCode.get(group) ?? 0;
    if (kept >= causesKept) {
      this.#dropped.set(group, { last: diagnostic, count: (this.#dropped.get(group)?.count ?? 0) + 1 });
      return;
    }
    this.#keptPerCode.set(group, kept + 1);
    this.#causes.set(cause, { first: diagnostic, more: [], count: 1 });
  };

  /** All that was reported, grouped and sorted. */
  all(): Diagnostic[] {
    const grouped = [...this.#causes.values()].map(({ first, more, count }) =>
      count === 1 ? first : { ...first, alsoAt: [...(first.alsoAt ?? []), ...more], occurrences: count },
    );
    const cut = [...this.#dropped.values()].map(({ last, count }) => ({
      ...last,
      message: `${last.message}; and ${count - 1} more of this kind in this file, not listed`,
      occurrences: count,
    }));
    return [...grouped, ...cut].sort(inOrder);
  }
}

/** Diagnostics in the order they are shown: warnings first, so that what is graver stands last; then by place. */
export function inOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    Number(a.class !== 'warning') - Number(b.class !== 'warning') ||
    compare(a.place?.file ?? '', b.place?.file ?? '') ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    position(a) - position(b) ||
    codes.indexOf(a.code) - codes.indexOf(b.code) ||
    compare(a.message, b.message)
  );
}

function isSameLine(one: Place | undefined, other: Place): boolean {
  return one?.line !== undefined && one.file === other.file && one.line === other.line;
}

function position(diagnostic: Diagnostic): number {
  return diagnostic.place?.column ?? diagnostic.place?.field?.index ?? 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
