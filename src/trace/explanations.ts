import type { Agreement } from '../agreement/agreement.js';
import { fromPounds } from '../money/format-money.js';
import { fromSixPlaces } from '../money/six-places.js';
import type { NamedFigure } from '../statement/figure-names.js';
import { accountInWords } from './account-words.js';
import type { Explanation, Given, Step, Term, TraceNode, TracePart } from './node.js';

/** Every figure of a statement, and how each comes about. */
export class Explanations {
  readonly #agreement: Agreement;
  readonly #figures = new Map<string, NamedFigure>();
  readonly #explained = new Map<string, () => Explanation>();
  /** What has been made already: a figure is part of many. */
  readonly #nodes = new Map<string, TraceNode>();
  readonly #steps = new Map<Step, TraceNode>();
  /** The figures that are being made, each for the one before it. */
  readonly #making = new Set<string>();

  /** Accounts are called by their names in the agreement. */
  constructor(agreement: Agreement, figures: readonly NamedFigure[]) {
    this.#agreement = agreement;
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
      const found = money.filter((figure) => amountOf(figure) === amountPence * factor);
      if (found.length > 0) return found;
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
  node(name: string): TraceNode {
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

  #madeFigure(name: string): TraceNode {
    const figure = this.#figures.get(name);
    const explanation = this.#explained.get(name)?.();
    if (figure === undefined || explanation === undefined) throw new Error(`no explanation of ${name}`);
    const amount = amountOf(figure);
    const node = this.#made(explanation, { name, unit: explanation.unit ?? figure.unit });
    if (node.amount !== amount) throw new Error(`the trace of ${name} comes to ${node.amount}, not ${amount}`);
    return isOfOneDecimal(figure) ? { ...node, isOfOneDecimal: true } : node;
  }

  #made(explanation: Explanation, { name, unit }: Pick<TraceNode, 'name' | 'unit'>): TraceNode {
    const { what, how, rule, terms, formula } = explanation;
    const [only] = terms;
    // What is stated as it is needs no level of its own.
    if (terms.length === 1 && formula === undefined && only?.from === 'given' && only.sign === 1n) {
      return { ...leaf(only.given), name, what, how, rule };
    }
    const parts = terms.map((term): TracePart => ({ sign: term.sign, node: this.#partOf(term) }));
    return {
      name,
      what,
      how,
      unit,
      rule,
      kind: formula === undefined ? 'sum' : 'formula',
      amount:
        formula === undefined
          ? parts.reduce((total, { sign, node }) => total + sign * node.amount, 0n)
          : formula(parts.map(({ node }) => node.amount)),
      parts,
    };
  }

  #partOf(term: Term): TraceNode {
    switch (term.from) {
      case 'figure':
        return this.node(term.name);
      case 'step':
        return this.step(term.step);
      case 'balance':
        return rowsOf(this.#agreement, term);
      case 'given':
        return leaf(term.given);
    }
  }

  /** A figure that no statement prints, as the root of its tree. */
  step(made: Step): TraceNode {
    const known = this.#steps.get(made);
    if (known !== undefined) return known;
    const node = this.#made(made, { unit: made.unit, name: undefined });
    this.#steps.set(made, node);
    return node;
  }
}

/** A figure in pence, whole numbers, hundredths, or millionths of a pound. */
function amountOf(figure: NamedFigure): bigint {
  const { unit, amount } = figure;
  if (unit === 'exact') return fromSixPlaces(amount);
  if (unit === 'number') return BigInt(amount);
  return fromPounds(isOfOneDecimal(figure) ? `${amount}0` : amount);
}

function isOfOneDecimal({ unit, amount }: NamedFigure): boolean {
  return unit === 'percent' && /\.\d$/.test(amount);
}

function rowsOf(agreement: Agreement, { balance, factor, second }: Extract<Term, { from: 'balance' }>): TraceNode {
  return {
    what: `${accountInWords(second ?? agreement, balance.account)}${balance.quarter === undefined ? '' : `, ${balance.quarter}`}`,
    how: '',
    unit: 'money',
    amount: factor * balance.amountPence,
    kind: 'rows',
    parts: [],
    balance: { of: balance, factor, isOfSecond: second !== undefined },
  };
}

function leaf({ what, unit, amount, at }: Given): TraceNode {
  return { what, how: '', unit, amount, kind: 'given', parts: [], at };
}
