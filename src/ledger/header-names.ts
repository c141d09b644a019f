import type { Header } from '../agreement/exports.js';
import { withoutUnit } from '../money/unit.js';

/** A name by its letters and figures: however it is spaced, cased or marked. */
function plainly(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_');
}

function barely(name: string): string {
  return plainly(name).replace(/[^\p{L}\p{N}%£]/gu, '');
}

/** The names of the columns of a file, looked up however they are written. */
export class HeaderNames {
  readonly fields: readonly string[];

  constructor(fields: readonly string[]) {
    this.fields = fields;
  }

  /** Where a name stands: once, unless two columns have it. A header of money may have its unit beside it. */
  placesOf(name: string, isMoney: boolean): number[] {
    const exact = this.#where((field) => plainly(field) === plainly(name), isMoney);
    return exact.length > 0 ? exact : this.#where((field) => barely(field) === barely(name), isMoney);
  }

  /** Where the first of some spellings stands that the file has; empty where it has none. */
  placesOfAny(header: Header, isMoney: boolean): number[] {
    for (const name of header) {
      const places = this.placesOf(name, isMoney);
      if (places.length > 0) return places;
    }
    return [];
  }

  #where(isIt: (field: string) => boolean, isMoney: boolean): number[] {
    return this.fields.flatMap((field, index) =>
      field.trim() !== '' && (isIt(field) || (isMoney && isIt(withoutUnit(field)))) ? [index] : [],
    );
  }
}
