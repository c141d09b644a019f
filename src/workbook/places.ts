import type { Figure, Term } from '../figures/figure.js';
import { toPounds } from '../money/format-money.js';
import { sum } from '../money/pence.js';
import { placesOfMoney } from '../money/places.js';
import { formulaText } from './formula-text.js';
import type { Inputs } from './inputs.js';
import { formulaCell, type Look, type NumberShape, numberCell, type SheetCell } from './model.js';
import { inFormula, type Reference, rangesOf } from './references.js';
import { shapeOf } from './shapes.js';
import { isInCells, Splits } from './splits.js';
import type { TrialBalance } from './trial-balance.js';
import { Workings } from './workings.js';

/** A cell that a figure is to stand in: on which sheet, how it looks there, and how its amount is shown. */
export interface FigurePlace {
  readonly on: string;
  readonly look?: Look;
  readonly shape?: NumberShape;
}

/** More than this a formula cannot hold, nor a sum take. */
const mostCharacters = 6000;
const mostRanges = 120;

/** Where every figure stands, and the formula that it has there: its terms as the cells that they stand in. */
export class Places {
  readonly workings: Workings;
  readonly splits: Splits;
  readonly #places = new Map<Figure, Reference>();
  readonly #trialBalance: TrialBalance;
  readonly #inputs: Inputs;

  constructor(trialBalance: TrialBalance, inputs: Inputs) {
    this.#trialBalance = trialBalance;
    this.#inputs = inputs;
    this.splits = new Splits((figure) => this.asTerm(figure, this.splits.sheet.name));
    this.workings = new Workings((figure, on) => this.cell(figure, true, { on }));
  }

  /** Whether a figure has a cell of its own; what is stated or a balance stands with the inputs or in the trial balance. */
  isPlaced(figure: Figure): boolean {
    return this.#places.has(figure) || figure.kind === 'given' || figure.kind === 'rows';
  }

  /** Gives a figure its cell. */
  place(figure: Figure, at: Reference): void {
    this.#places.set(figure, at);
  }

  /** Where a figure stands; one that no table shows is added to the workings. */
  reference(figure: Figure): Reference {
    if (figure.balance !== undefined) return this.#trialBalance.reference(figure.balance.of);
    if (figure.kind === 'given') return this.#inputs.reference(figure);
    const known = this.#places.get(figure);
    if (known !== undefined) return known;
    const place = this.workings.next();
    this.#places.set(figure, place);
    this.workings.add(figure);
    return place;
  }

  /** The cell of a figure: its formula where it stands there, else a look at where it stands. */
  cell(figure: Figure, isOwn: boolean, { on, look = 'line', shape = shapeOf(figure) }: FigurePlace): SheetCell {
    const exact = String(figure);
    const formula = isOwn ? this.#formula(figure, on) : this.asTerm(figure, on);
    return formula === undefined ? numberCell(exact, shape, look) : formulaCell(formula, { exact, shape }, look);
  }

  /** A figure as a formula on a sheet takes it. */
  asTerm(figure: Figure, on: string): string {
    const reference = this.reference(figure);
    const name = this.#inputs.nameAt(reference) ?? inFormula(reference, on);
    return figure.balance?.factor === -1n ? `-${name}` : name;
  }

  /** How a figure is made, as a formula; undefined of a part of a split that is too large for cells. */
  #formula(figure: Figure, on: string): string | undefined {
    const { expression, part, terms, places, kind } = figure;
    if (part !== undefined) {
      return isInCells(part.of) ? inFormula(this.splits.reference(part.of, part.code), on) : undefined;
    }
    if (expression !== undefined) {
      const inputs = terms.map((term) => bracketed(this.asTerm(term.figure, on)));
      return `ROUND(${formulaText(expression, inputs)},${places})`;
    }
    if (kind !== 'sum') return undefined;
    const [only] = terms;
    if (only !== undefined && terms.length === 1) {
      const term = this.asTerm(only.figure, on);
      return only.sign === 1n ? term : `-${bracketed(term)}`;
    }
    return `ROUND(${this.#sum(terms, on)},${places})`;
  }

  #sum(terms: readonly Term[], on: string): string {
    const signed = terms.map(({ sign, figure }) => ({
      at: this.reference(figure),
      sign: sign * (figure.balance?.factor ?? 1n),
      amount: figure.balance?.of.amountPence ?? figure.amount,
    }));
    const of = (wanted: bigint) => signed.filter(({ sign }) => sign === wanted);
    const added = this.#sums(of(1n), on);
    const taken = this.#sums(of(-1n), on).map((sum) => `-${sum}`);
    return [added.join('+'), ...taken].join('') || '0';
  }

  /** Cells added up, in as many sums as they need; where a formula would be too long each sum has a line in the workings. */
  #sums(cells: readonly Added[], on: string): string[] {
    const sums = sumsOf(cells, on);
    if (sums.join('').length <= mostCharacters) return sums;
    return inGroups(cells, mostRanges).map((group) => {
      const formula = `ROUND(${sumsOf(group, this.workings.sheet.name).join('+')},${placesOfMoney})`;
      const exact = toPounds(sum(group.map(({ amount }) => amount)));
      return inFormula(this.workings.addSubtotal(formula, exact), on);
    });
  }
}

/** A cell that is added up, and what stands in it. */
interface Added {
  readonly at: Reference;
  readonly amount: bigint;
}

function sumsOf(cells: readonly Added[], on: string): string[] {
  const ranges = rangesOf(
    cells.map(({ at }) => at),
    on,
  );
  return inGroups(ranges, mostRanges).map(sumOf);
}

function sumOf(ranges: readonly string[]): string {
  const [only = '0'] = ranges;
  return ranges.length === 1 && !only.includes(':') ? only : `SUM(${ranges.join(',')})`;
}

function inGroups<T>(list: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let at = 0; at < list.length; at += size) groups.push(list.slice(at, at + size));
  return groups;
}

/** A term with its sign, which stands in brackets where something comes before it. */
function bracketed(term: string): string {
  return term.startsWith('-') ? `(${term})` : term;
}
