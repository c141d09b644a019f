import {
  type Fraction,
  minus,
  plus,
  times as product,
  over as quotient,
  rounded,
  truncated,
  whole,
} from '../money/fraction.js';
import { splitByWeights } from '../money/split.js';

/**
 * What a formula makes of the terms of its figure, in their own units: pounds, percents, admissions. It is written once and
 * read twice: as an exact amount, and as the formula of a cell.
 */
export type Expression =
  | { readonly kind: 'term'; readonly at: number }
  | { readonly kind: 'number'; readonly value: Fraction }
  | { readonly kind: 'sum' | 'product' | 'largest' | 'smallest'; readonly of: readonly Expression[] }
  | { readonly kind: 'difference' | 'quotient' | 'remainder'; readonly of: readonly [Expression, Expression] }
  | { readonly kind: 'rounded' | 'truncated'; readonly of: Expression; readonly places: number }
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly positive: Expression;
      readonly otherwise: Expression;
    }
  | {
      readonly kind: 'split';
      readonly amount: Expression;
      readonly weights: readonly Expression[];
      readonly at: number;
    };

/** Makes an expression of the terms of a figure, in their order, without their signs. */
export type Formula = (terms: readonly Expression[]) => Expression;

/** A number that is fixed here, or exact as a fraction. */
export function number(value: bigint | Fraction): Expression {
  return { kind: 'number', value: typeof value === 'bigint' ? whole(value) : value };
}

/** Nothing: what a term is where there is none. */
export const nil: Expression = number(0n);

/** All of them, added up. */
export function added(...of: readonly Expression[]): Expression {
  return { kind: 'sum', of };
}

/** One less another. */
export function less(from: Expression, taken: Expression): Expression {
  return { kind: 'difference', of: [from, taken] };
}

/** The product of all. */
export function times(...of: readonly Expression[]): Expression {
  return { kind: 'product', of };
}

/** One divided by another, exact; it is an error of the agreement’s where the other is nil. */
export function over(of: Expression, by: Expression): Expression {
  return { kind: 'quotient', of: [of, by] };
}

/** What is left when whole numbers of a positive one are taken from another that is not negative. */
export function remainder(of: Expression, by: Expression): Expression {
  return { kind: 'remainder', of: [of, by] };
}

/** The largest. */
export function largest(...of: readonly Expression[]): Expression {
  return { kind: 'largest', of };
}

/** The smallest. */
export function smallest(...of: readonly Expression[]): Expression {
  return { kind: 'smallest', of };
}

/** To so many decimals, half away from zero. */
export function roundedTo(places: number, of: Expression): Expression {
  return { kind: 'rounded', of, places };
}

/** To so many decimals, towards nil. */
export function truncatedTo(places: number, of: Expression): Expression {
  return { kind: 'truncated', of, places };
}

/** One expression where a test is above nil, else another. */
export function ifPositive(test: Expression, positive: Expression, otherwise: Expression): Expression {
  return { kind: 'choice', test, positive, otherwise };
}

/**
 * The part of money that one of several has by weights, to the penny: odd pence go to the largest remainders, ties to who
 * comes first; in equal parts where no weight is above nil.
 */
export function partBy(amount: Expression, weights: readonly Expression[], at: number): Expression {
  return { kind: 'split', amount, weights, at };
}

/** The exact value of an expression whose terms have these. */
export function exactly(expression: Expression, terms: readonly Fraction[]): Fraction {
  const value = (of: Expression) => exactly(of, terms);
  switch (expression.kind) {
    case 'term':
      return terms[expression.at] ?? whole(0n);
    case 'number':
      return expression.value;
    case 'sum':
      return expression.of.map(value).reduce(plus, whole(0n));
    case 'product':
      return expression.of.map(value).reduce(product, whole(1n));
    case 'largest':
      return expression.of.map(value).reduce((most, of) => (isAbove(of, most) ? of : most));
    case 'smallest':
      return expression.of.map(value).reduce((least, of) => (isAbove(least, of) ? of : least));
    case 'difference':
      return minus(value(expression.of[0]), value(expression.of[1]));
    case 'quotient':
      return quotient(value(expression.of[0]), value(expression.of[1]));
    case 'remainder': {
      const [of, by] = [value(expression.of[0]), value(expression.of[1])];
      return minus(of, product(by, whole(truncated(quotient(of, by)))));
    }
    case 'rounded':
      return inPlaces(expression.places, value(expression.of), rounded);
    case 'truncated':
      return inPlaces(expression.places, value(expression.of), truncated);
    case 'choice':
      return value(expression.test).numerator > 0n ? value(expression.positive) : value(expression.otherwise);
    case 'split':
      return split(value(expression.amount), expression.weights.map(value), expression.at);
  }
}

function isAbove(one: Fraction, other: Fraction): boolean {
  return minus(one, other).numerator > 0n;
}

function inPlaces(places: number, value: Fraction, cut: (value: Fraction) => bigint): Fraction {
  const unit = whole(10n ** BigInt(places));
  return quotient(whole(cut(product(value, unit))), unit);
}

function split(amount: Fraction, weights: readonly Fraction[], at: number): Fraction {
  const isNone = weights.every(({ numerator }) => numerator <= 0n);
  const common = weights.reduce((all, { denominator }) => all * denominator, 1n);
  const parts = splitByWeights(
    rounded(product(amount, whole(100n))),
    weights.map((weight, index) => ({
      code: String(index).padStart(6, '0'),
      weight: isNone ? 1n : rounded(product(weight, whole(common))),
    })),
  );
  return quotient(whole(parts[at]?.amountPence ?? 0n), whole(100n));
}
