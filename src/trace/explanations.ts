import { Figure, longer, type Term as TermOfFigure } from '../figures/figure.js';
import { placesOfUnit, type Unit } from '../figures/unit.js';
import { digitsIn, placesOf } from '../money/places.js';
import type { NamedFigure } from '../statement/figure-names.js';
import type { Explanation, Step, Term } from './node.js';

/** Every figure of a statement, and how each comes about. */
export class Explanations {
  readonly #figures = new Map<string, NamedFigure>();
  readonly #explained = new Map<string, () => Explanation>();
  /** What has been made already: a figure is part of many. */
  readonly #nodes = new Map<string, Figure>();
  readonly #steps = new Map<Step, Figure>();
  /** The figures that are being made, each for the one before it. */
  readonly #making = new Set<string>();

  constructor(figures: readonly NamedFigure[]) {
    this.add(figures);
  }

  /** Figures of another document, which those of this one may be made of, or it of them. */
  add(figures: readonly NamedFigure[]): void {
    for (const figure of figures) this.#figures.set(figure.name, figure);
  }

  /** Every name, in the order of the statement. */
  get names(): string[] {
    return [...this.#figures.keys()];
  }

  /** Whether the statement has a figure of this name. */
  has(name: string): boolean {
    return this.#figures.has(name);
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

  /** Those of some names that the statement has. */
  known(names: readonly string[]): string[] {
    return names.filter((name) => this.has(name));
  }

  /** Says how a figure comes about; nothing where the statement does not have it. */
  explain(name: string, explanation: () => Explanation): void {
    if (this.has(name)) this.#explained.set(name, explanation);
  }

  /**
   * The figure as the root of its tree. Throws where its terms do not come to it, where it is not explained, or where it
   * is made of itself: the statement and its explanation are made on two paths, and one that differs is a bug.
   */
  node(name: string): Figure {
    const known = this.#nodes.get(name);
    if (known !== undefined) return known;
    if (this.#making.has(name)) throw new Error(`a trace goes in a circle: ${[...this.#making, name].join(' < ')}`);
    this.#making.add(name);
    try {
      const node = this.#madeFigure(name);
      this.#nodes.set(name, node);
      return node;
    } finally {
      this.#making.delete(name);
    }
  }

  #madeFigure(name: string): Figure {
    const figure = this.#figures.get(name);
    const explanation = this.#explained.get(name)?.();
    if (figure?.figure !== undefined && explanation === undefined) return figure.figure;
    if (figure === undefined || explanation === undefined) throw new Error(`no explanation of ${name}`);
    const node = this.#made(explanation, explanation.unit ?? figure.unit);
    node.call(name);
    if (!isSame(node, readIn(figure))) {
      throw new Error(`the trace of ${name} comes to ${node.amount}, not ${figure.amount}`);
    }
    return node;
  }

  #made({ what, how, rule, terms, formula, places }: Explanation, unit: Unit): Figure {
    const made = terms.map((term): TermOfFigure => ({ sign: term.sign, figure: this.#partOf(term) }));
    return new Figure(unit, { what, how, rule, terms: made, formula, places });
  }

  #partOf(term: Term): Figure {
    switch (term.from) {
      case 'figure':
        return this.node(term.name);
      case 'made':
        return term.figure;
      case 'step':
        return this.step(term.step);
      case 'balance':
        return Figure.ofBalance({ of: term.balance, factor: term.factor, second: term.second });
      case 'given': {
        const { what, unit, amount, places, at } = term.given;
        return new Figure(unit, { what, how: '', terms: [], places }, { amount, at });
      }
    }
  }

  /** A figure that no statement prints, as the root of its tree. */
  step(made: Step): Figure {
    const known = this.#steps.get(made);
    if (known !== undefined) return known;
    const node = this.#made(made, made.unit);
    this.#steps.set(made, node);
    return node;
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
