import type { Agreement } from '../agreement/agreement.js';
import type { RuleId } from '../agreement/rule-ids.js';
import type { Place } from '../diagnostics/diagnostic.js';
import { accountName } from '../journal/accounts.js';
import type { Balance } from '../journal/journal.js';
import type { RowReference } from '../ledger/row-types.js';
import { type Decimal, digitsOf, placesFor } from '../money/decimal.js';
import { over, rounded, times, whole } from '../money/fraction.js';
import { toPlaces } from '../money/places.js';
import { type Expression, exactly, type Formula } from './expression.js';
import { placesOfUnit, type Unit } from './unit.js';

/** The rule of the agreement that makes a figure, and its clause. */
export interface RuleOfFigure {
  readonly id: RuleId;
  readonly clause: string;
}

/** What a figure is made of, with its sign. Only what is made already can be a term, so that no figure is made of itself. */
export interface Term {
  readonly sign: 1n | -1n;
  readonly figure: Figure;
}

/** An amount that is split to the penny, once for all who have a part of it. */
export interface Split {
  readonly amount: Figure;
  /** Who has a part, in the order of their codes, by which of equal remainders the first has the odd penny. */
  readonly weights: readonly { readonly code: string; readonly weight: Figure }[];
  /** In pence; nobody has one where all weights are nil. */
  readonly parts: ReadonlyMap<string, bigint>;
}

/** What somebody has of a split. */
export interface Part {
  readonly of: Split;
  readonly code: string;
}

/** How a figure is made. */
export interface Making {
  /** What the figure is, in words. */
  readonly what: string;
  /** How it is made, in words. */
  readonly how: string;
  readonly rule?: RuleOfFigure | undefined;
  readonly terms: readonly Term[];
  /**
   * Takes the terms without their signs, and is rounded once, to the decimals of the figure; without one the terms add up to
   * it, with their signs.
   */
  readonly formula?: Formula | undefined;
  /** What a split gives it: its terms are what was split, and by what. */
  readonly part?: Part | undefined;
  /** How many decimals it has; left out: as many as the longest of its terms, and what its unit has at least. */
  readonly places?: number | undefined;
  /** Whether documents write a percent with one decimal. */
  readonly isOfOneDecimal?: boolean | undefined;
}

/** What a figure is, how it is made in words, and its rule: all but what it is made of. */
export type About = Omit<Making, 'terms' | 'formula' | 'part'>;

/** How a number is stated: where, and beside others with how many decimals. */
export interface StatedNumber {
  readonly at?: StatedAt;
  readonly places?: number | undefined;
}

/** Where something stated stands; absent where it follows from something else, such as from there being no such row. */
export type StatedAt = RowReference | Place | undefined;

/** The balance that a figure is, and whether its sign is turned; of a second fund, where two are compared, with its agreement. */
export interface FigureBalance {
  readonly of: Balance;
  readonly factor: 1n | -1n;
  readonly second?: Agreement | undefined;
}

interface Leaf {
  readonly balance?: FigureBalance;
  readonly at?: StatedAt;
  readonly amount?: bigint;
}

/**
 * A value that knows what it is made of: its amount is computed from its terms, alone or with others in one split, and
 * nothing else says it a second time.
 * Money is in pence; what the sign means, what it is of says.
 */
export class Figure<U extends Unit = Unit> {
  readonly unit: U;
  readonly what: string;
  readonly how: string;
  readonly rule: RuleOfFigure | undefined;
  /** A whole number of what the last of its decimals counts: of money, pence. */
  readonly amount: bigint;
  readonly places: number;
  readonly kind: 'sum' | 'formula' | 'rows' | 'given';
  readonly terms: readonly Term[];
  /** What its formula makes of its terms, where it has one. */
  readonly expression: Expression | undefined;
  /** What of a split it is, where it is a part of one. */
  readonly part: Part | undefined;
  readonly isOfOneDecimal: boolean;
  readonly balance: FigureBalance | undefined;
  readonly at: StatedAt;
  #name: string | undefined;

  constructor(unit: U, making: Making, leaf: Leaf = {}) {
    const { what, how, rule, terms, formula, part, isOfOneDecimal = false, places = placesOfUnit[unit] } = making;
    const isSum = formula === undefined && part === undefined;
    const [only] = terms;
    // What is stated as it is needs no level of its own.
    const isStated = terms.length === 1 && isSum && only?.sign === 1n && only.figure.isPlainlyStated;
    const value = isStated ? { amount: longer(only.figure, places), at: only.figure.at } : leaf;
    this.unit = unit;
    this.what = what;
    this.how = how;
    this.rule = rule;
    this.terms = isStated ? [] : terms;
    this.kind = value.balance ? 'rows' : value.amount !== undefined ? 'given' : isSum ? 'sum' : 'formula';
    const longest = isSum ? terms : [];
    this.places = longest.reduce((most, { figure }) => Math.max(most, figure.places), places);
    const expression = formula?.(terms.map((_, at) => ({ kind: 'term', at })));
    this.expression = expression;
    this.part = part;
    const ofSplit = part && (part.of.parts.get(part.code) ?? 0n);
    this.amount =
      value.amount ?? ofSplit ?? (expression && worked(expression, terms, this.places)) ?? added(terms, this.places);
    this.isOfOneDecimal = isOfOneDecimal;
    this.balance = value.balance;
    this.at = value.at;
  }

  /** Money that its terms add up to, or that a formula makes of them. */
  static money(making: Making): Figure<'money'> {
    return new Figure('money', making);
  }

  /** What is stated and not made of anything: a line of the agreement, a row of admissions, a date. */
  static stated<U extends Unit>(unit: U, what: string, amount: bigint, at?: StatedAt): Figure<U> {
    return new Figure(unit, { what, how: '', terms: [] }, { amount, at });
  }

  /** A number that is stated, with all its decimals, or with as many as others beside it have. */
  static number<U extends Unit>(unit: U, what: string, number: Decimal, { at, places }: StatedNumber = {}): Figure<U> {
    const decimals = places ?? placesFor([number]);
    return new Figure(unit, { what, how: '', terms: [], places: decimals }, { amount: digitsOf(number, decimals), at });
  }

  /** The balance of an account, in one book and quarter: its rows are in the ledgers. */
  static ofBalance(balance: FigureBalance): Figure<'money'> {
    const { of, factor } = balance;
    const amount = factor * of.amountPence;
    return new Figure('money', { what: accountName(of.account), how: '', terms: [] }, { amount, balance });
  }

  /** Whether it is stated, and no rule says how. */
  get isPlainlyStated(): boolean {
    return this.kind === 'given' && this.how === '';
  }

  /** Its name in the statement; undefined of a step that no statement prints. */
  get name(): string | undefined {
    return this.#name;
  }

  /** Gives it its name. Throws where it has another: what stands in two places is made twice. */
  call(name: string): void {
    if (this.#name !== undefined && this.#name !== name) {
      throw new Error(`one figure stands in two places: ${this.#name} and ${name}`);
    }
    this.#name = name;
  }

  get isNil(): boolean {
    return this.amount === 0n;
  }

  /** Its amount as documents write it: `-12400.00`. */
  toString(): string {
    const text = toPlaces(this.amount, this.places);
    return this.isOfOneDecimal ? text.slice(0, -1) : text;
  }

  /** What JSON has of it: a whole number as one, all else as text, since it must stay exact. */
  toJSON(): string | number {
    return this.unit === 'number' ? Number(this.amount) : this.toString();
  }
}

/** A whole number of things, such as admissions. */
export type Count = Figure<'number'>;

export type Percent = Figure<'percent'>;

/** An expression of terms in what the last of so many decimals counts, rounded once, half away from zero. */
export function worked(expression: Expression, terms: readonly Term[], places: number): bigint {
  const values = terms.map(({ figure }) => over(whole(figure.amount), whole(10n ** BigInt(figure.places))));
  return rounded(times(exactly(expression, values), whole(10n ** BigInt(places))));
}

function added(terms: readonly Term[], places: number): bigint {
  return terms.reduce((total, { sign, figure }) => total + sign * longer(figure, places), 0n);
}

/** The amount with so many decimals, where it has fewer. */
export function longer({ amount, places }: Pick<Figure, 'amount' | 'places'>, wanted: number): bigint {
  return places < wanted ? amount * 10n ** BigInt(wanted - places) : amount;
}

/** A rule of the agreement as figures name it. */
export function ruleOf(id: RuleOfFigure['id'], { clause }: { readonly clause: string }): RuleOfFigure {
  return { id, clause };
}
