import { rowText } from '../diagnostics/place-text.js';
import type { Figure } from '../figures/figure.js';
import { DraftSheet } from './draft.js';
import { type DefinedName, numberCell, wordCell } from './model.js';
import { cellName, fixedCell, type Reference, sheetPrefix } from './references.js';
import { shapeOf, unitWords } from './shapes.js';

/** What is stated and not made of anything: by the agreement on a sheet of its own, by all other files on another. */
export class Inputs {
  readonly agreement = new DraftSheet('Agreement');
  readonly others = new DraftSheet('Other inputs');
  readonly #places = new Map<string, Reference>();
  readonly #names = new Map<string, DefinedName>();

  /** Begins the table of them; what stands above it on the sheet of the agreement is there already. */
  begin(): void {
    this.agreement.header(...columns);
    this.others.begin(
      'Other inputs',
      'What ledgers and controls state beside money, such as admissions. Coloured cells may be changed.',
    );
    this.others.header(...columns);
  }

  /** Where a stated figure stands: the same of the same place stands once. */
  reference(figure: Figure): Reference {
    const { what, unit, at, amount, places } = figure;
    const key = [what, unit, amount, places, at?.file ?? '', at?.line ?? ''].join('\0');
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const sheet = at?.file.endsWith('.yaml') ? this.agreement : this.others;
    const place = sheet.at(1);
    const from = at === undefined ? '' : rowText(at);
    const name = isTerm(figure) ? this.#named(what, place) : undefined;
    sheet.add(
      wordCell(what),
      numberCell(String(figure), shapeOf(figure), 'input'),
      wordCell(unitWords[unit]),
      wordCell(from),
      wordCell(name ?? ''),
    );
    this.#places.set(key, place);
    return place;
  }

  /** The names of the terms of rules: a formula that takes one calls it so. */
  get names(): readonly DefinedName[] {
    return [...this.#names.values()];
  }

  /** The name of what stands in a cell; undefined where it has none. */
  nameAt(place: Reference): string | undefined {
    return this.#names.get(`${place.sheet}!${cellName(place)}`)?.name;
  }

  #named(what: string, place: Reference): string {
    const base = what
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_|_$/g, '')
      .slice(0, 60);
    const first = /^[A-Za-z]+_/.test(base) ? base : `term_${base}`;
    const taken = new Set([...this.#names.values()].map(({ name }) => name.toLowerCase()));
    let name = first;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${first}_${count}`;
    this.#names.set(`${place.sheet}!${cellName(place)}`, {
      name,
      cell: `${sheetPrefix(place.sheet)}${fixedCell(place)}`,
    });
    return name;
  }
}

const columns = ['What is stated', 'Amount', 'Unit', 'Where', 'Name in formulas'];

/** Prices, percents, shares and limits are terms of a rule; what bodies pay in is told apart by its row. */
function isTerm({ at, unit, what }: Figure): boolean {
  if (at?.file.endsWith('.yaml') !== true) return false;
  return unit !== 'money' || /\b(price|limit)\b/.test(what);
}
