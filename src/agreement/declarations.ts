import { diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import { nearCode } from '../diagnostics/near.js';
import type { YamlText } from './yaml-text.js';

interface Named {
  readonly code: string;
  readonly name: string;
}

/**
 * The codes of one list of the agreement, in declared order. A code that stands twice is reported;
 * so is, through `require`, a reference to a code that does not stand at all.
 */
export class Declarations<T extends Named> {
  readonly items = new Map<string, T>();
  readonly #what: string;
  readonly #places = new Map<string, Place>();

  constructor(what: string) {
    this.#what = what;
  }

  /** Adds an item, unless its code is taken here or in `others`. */
  add(item: T, place: Place, report: Report, others: readonly Declarations<Named>[] = []): void {
    for (const taken of [this, ...others]) {
      const line = taken.#places.get(item.code)?.line;
      if (line !== undefined) {
        report(diagnose('BCF1012', { what: taken.#what, found: item.code, line }, { place }));
        return;
      }
    }
    this.items.set(item.code, item);
    this.#places.set(item.code, place);
  }
}

/** Says where a code refers to nothing: `declared` is all that it may refer to. */
export function requireDeclared(
  what: string,
  { code: found, place }: { readonly code: string; readonly place: Place },
  declared: ReadonlyMap<string, Named>,
  report: Report,
): void {
  if (declared.has(found)) return;
  const args = { what, found, meant: nearCode(found, declared.values()), allowed: [...declared.keys()].join(', ') };
  report(diagnose('BCF1013', args, { place }));
}

/** Says at which item of a list something stands. */
export type PlaceIn = (list: string, index: number, key: string, position?: number) => Place;

/** Places of keys in the lists of a YAML file. */
export function placesIn(yaml: YamlText): PlaceIn {
  return (list, index, key, position) =>
    yaml.placeOf(position === undefined ? [list, index, key] : [list, index, key, position]);
}
