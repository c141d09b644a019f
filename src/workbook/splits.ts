import { type Figure, longer, type Split } from '../figures/figure.js';
import { toPounds } from '../money/format-money.js';
import { absolute, larger, type Pence, sum } from '../money/pence.js';
import { DraftSheet } from './draft.js';
import { formulaCell, numberCell, type SheetCell, turnsCell, wordCell } from './model.js';
import { cellName, columnLetters, fixedCell, type Reference, sheetPrefix } from './references.js';
import { shapeOf } from './shapes.js';

/**
 * A cell holds fifteen digits. The pence that are split are taken two digits at a time, as in a long division by hand, so
 * that each step is of twelve digits and two more. With more pence, or larger weights, a part stays the value that bcf gives.
 */
const [digits, steps] = [2, 6];
const base = 10 ** digits;
const [mostPence, mostWeight] = [10n ** BigInt(digits * steps), 5n * 10n ** 11n];

const columns = [
  'What is split, and among whom',
  'Amount £, or weight',
  'Weight as a whole number',
  'Remainder',
  'Whole pence',
  'Odd penny',
  'Part £',
  'bcf says',
  'Check',
  ...Array.from({ length: steps }, (_, step) => `Digits ${digits * step + 1} and ${digits * step + 2}`),
];
const [amountColumn, weightColumn, remainderColumn, wholeColumn, oddColumn, partColumn, saidColumn, checkColumn] = [
  1, 2, 3, 4, 5, 6, 7, 8,
];
const digitsColumn = checkColumn + 1;

/** Amounts that are split to the penny, each once for all who have a part: the whole pence, the remainders, the odd pence. */
export class Splits {
  readonly sheet = new DraftSheet('Splits');
  /** In which row each split begins; its parts stand below, in the order of its weights. */
  readonly #rows = new Map<Split, number>();
  /** A figure as a formula of the sheet takes it. */
  readonly #term: (figure: Figure) => string;

  constructor(term: (figure: Figure) => string) {
    this.#term = term;
    this.sheet.begin(
      'Splits',
      'Amounts that are split to the penny. Each has the whole pence of amount × weight ÷ all weights; the pence left over go one each to the largest remainders, of equal ones to who comes first.',
      'A cell holds fifteen digits: the remainder is taken two digits of the pence at a time, as in a long division by hand.',
    );
    this.sheet.header(...columns);
  }

  /** Where a part stands. The split is added, with what it is made of, when it is first asked for. */
  reference(split: Split, code: string): Reference {
    const row = this.#rows.get(split) ?? this.#add(split);
    return this.sheet.at(partColumn, row + 1 + split.weights.findIndex((weight) => weight.code === code));
  }

  /** The column in which it says whether a part agrees. */
  get checks(): string {
    const letters = columnLetters(checkColumn);
    return `${sheetPrefix(this.sheet.name)}$${letters}$1:$${letters}$${Math.max(1, this.sheet.length)}`;
  }

  #add(split: Split): number {
    const { amount, weights } = split;
    // What it is made of has its place before the split, since it may be split itself.
    const own = this.#term(amount);
    const terms = weights.map(({ weight }) => this.#term(weight));
    const row = this.sheet.length;
    this.#rows.set(split, row);
    const block = new SplitBlock(split, row);
    this.sheet.add(wordCell(amount.what, 'head'), termCell(own, amount), ...block.head());
    for (const [index, { weight }] of weights.entries()) {
      this.sheet.add(wordCell(weight.what, 'line', 1), termCell(terms[index] ?? '0', weight), ...block.line(index));
    }
    this.sheet.add();
    return row;
  }
}

function termCell(formula: string, figure: Figure): SheetCell {
  return formulaCell(formula, { exact: String(figure), shape: shapeOf(figure) });
}

/** Whether cells can split it to the penny. */
export function isInCells({ amount, weights }: Split): boolean {
  return absolute(amount.amount) < mostPence && sum(wholeWeights(weights, placesOf(weights))) < mostWeight;
}

function placesOf(weights: Split['weights']): number {
  return Math.max(0, ...weights.map(({ weight }) => weight.places));
}

/** The cells of one split beside its amount and its weights. */
class SplitBlock {
  readonly #split: Split;
  readonly #row: number;
  readonly #places: number;
  readonly #pence: Pence;
  readonly #weights: readonly bigint[];
  readonly #all: bigint;

  constructor(split: Split, row: number) {
    this.#split = split;
    this.#row = row;
    this.#places = placesOf(split.weights);
    this.#pence = absolute(split.amount.amount);
    this.#weights = wholeWeights(split.weights, this.#places);
    this.#all = sum(this.#weights);
  }

  /** Of all: the weights together, the pence, and those that are left over; and its digits. */
  head(): (SheetCell | undefined)[] {
    const [amount, pence] = [this.#at(amountColumn), this.#at(wholeColumn)];
    const weights = `SUM(${this.#range(weightColumn)})`;
    const all = `ROUND(ABS(${amount})*100,0)`;
    const parts = sum([...this.#split.parts.values()]);
    const left = this.#pence - sum(this.#weights.map((_, index) => this.#whole(index)));
    return [
      count(`IF(${weights}<${mostWeight},${weights},NA())`, this.#all),
      undefined,
      count(`IF(${all}<${mostPence},${all},NA())`, this.#pence),
      count(`${pence}-SUM(${this.#range(wholeColumn)})`, left),
      formulaCell(`ROUND(SUM(${this.#range(partColumn)}),2)`, { exact: toPounds(parts), shape: 'pounds' }),
      undefined,
      undefined,
      ...Array.from({ length: steps }, (_, step) => {
        const unit = base ** (steps - 1 - step);
        return count(`MOD(INT(${pence}/${unit}),${base})`, (this.#pence / BigInt(unit)) % BigInt(base));
      }),
    ];
  }

  /** Of who has a part. */
  line(index: number): SheetCell[] {
    const row = this.#row + 1 + index;
    const cell = (column: number) => cellName({ column, row });
    const [own, weight, rest] = [cell(amountColumn), cell(weightColumn), cell(remainderColumn)];
    const [all, pence] = [this.#at(weightColumn), this.#at(wholeColumn)];
    const rank = `RANK(${rest},${this.#range(remainderColumn)})`;
    const before = `COUNTIF(${fixedCell({ column: remainderColumn, row: this.#row + 1 })}:${rest},${rest})`;
    const part = this.#split.parts.get(this.#split.weights[index]?.code ?? '') ?? 0n;
    const whole = this.#whole(index);
    return [
      count(`ROUND(MAX(0,${own})*${10 ** this.#places},0)`, this.#weights[index] ?? 0n),
      count(`IF(${all}=0,0,${this.#remainder(weight, all)})`, this.#rest(index)),
      count(`IF(${all}=0,0,ROUND((${pence}*${weight}-${rest})/${all},0))`, whole),
      count(`IF(${all}=0,0,IF(${rank}+${before}-1<=${this.#at(oddColumn)},1,0))`, absolute(part) - whole),
      formulaCell(`SIGN(${this.#at(amountColumn)})*(${cell(wholeColumn)}+${cell(oddColumn)})/100`, {
        exact: toPounds(part),
        shape: 'pounds',
      }),
      numberCell(toPounds(part), 'pounds', 'said'),
      turnsCell(cell(partColumn), cell(saidColumn)),
    ];
  }

  /** What is left of pence × weight ÷ all weights, digit by digit. */
  #remainder(weight: string, all: string): string {
    return Array.from({ length: steps }, (_, step) => this.#at(digitsColumn + step)).reduce(
      (before, at) => `MOD(${before === '' ? '' : `${before}*${base}+`}${at}*${weight},${all})`,
      '',
    );
  }

  #whole(index: number): bigint {
    return this.#all === 0n ? 0n : (this.#pence * (this.#weights[index] ?? 0n)) / this.#all;
  }

  #rest(index: number): bigint {
    return this.#all === 0n ? 0n : (this.#pence * (this.#weights[index] ?? 0n)) % this.#all;
  }

  /** A cell of its first row, which stays what it is. */
  #at(column: number): string {
    return fixedCell({ column, row: this.#row });
  }

  #range(column: number): string {
    const [first, last] = [this.#row + 1, this.#row + this.#weights.length];
    return [first, last].map((row) => fixedCell({ column, row })).join(':');
  }
}

function wholeWeights(weights: Split['weights'], places: number): bigint[] {
  return weights.map(({ weight }) => larger(0n, longer(weight, places)));
}

function count(formula: string, value: bigint): SheetCell {
  return formulaCell(formula, { exact: String(value), shape: 'count' });
}
