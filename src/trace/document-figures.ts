import { type Figure, longer } from '../figures/figure.js';
import { placesOfUnit } from '../figures/unit.js';
import { digitsIn, placesOf } from '../money/places.js';
import type { NamedFigure } from '../statement/figure-names.js';

/** Every figure of one document or several, by its name. */
export class DocumentFigures {
  readonly #figures = new Map<string, NamedFigure>();

  constructor(figures: readonly NamedFigure[]) {
    this.add(figures);
  }

  /** Figures of another document. */
  add(figures: readonly NamedFigure[]): void {
    for (const figure of figures) this.#figures.set(figure.name, figure);
  }

  /** Every name, in the order of the document. */
  get names(): string[] {
    return [...this.#figures.keys()];
  }

  /** Figures by their names, as the document has them. */
  named(names: readonly string[]): NamedFigure[] {
    return names.flatMap((name) => this.#figures.get(name) ?? []);
  }

  /** The figures of money that come to an amount: with its sign, else without, else in £000. */
  ofAmount(amountPence: bigint): NamedFigure[] {
    const money = [...this.#figures.values()].filter(({ unit }) => unit === 'money');
    for (const factor of [1n, -1n, 1000n, -1000n]) {
      const wanted = { amount: amountPence * factor, places: placesOfUnit.money };
      const found = money.filter((figure) => isSame(readIn(figure), wanted));
      if (found.length > 0) return found.map(({ name, unit, amount }) => ({ name, unit, amount }));
    }
    return [];
  }

  /** The figure of a name, as the root of its tree. Throws where there is none, which is a bug. */
  node(name: string): Figure {
    const figure = this.#figures.get(name)?.figure;
    if (figure === undefined) throw new Error(`no figure ${name}`);
    return figure;
  }
}

type Sized = Pick<Figure, 'amount' | 'places'>;

/** The amount of a figure as its document has it. */
function readIn({ amount }: NamedFigure): Sized {
  return { amount: digitsIn(amount), places: placesOf(amount) };
}

function isSame(one: Sized, other: Sized): boolean {
  return longer(one, other.places) === longer(other, one.places);
}
