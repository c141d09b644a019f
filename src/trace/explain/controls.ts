import type { Quarter } from '../../agreement/financial-year.js';
import type { Control, ControlRows } from '../../controls/controls.js';
import { digitsOf } from '../../controls/quantity.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ReadFund } from '../../rules/check.js';
import { checkFund } from '../../statement/check-fund.js';
import { checkResultSchema } from '../../statement/check-schema.js';
import { figuresOf } from '../../statement/figure-names.js';
import { Explanations } from '../explanations.js';
import { given, item, minus, plus, step } from '../terms.js';
import { differenceOf, unitOf, writtenFigure } from './written-figures.js';

/** The figures of `bcf check`: every control, what was found for it and what is printed, and how many there are of each. */
export function explainControls(
  fund: ReadFund & ControlRows,
  askedFor?: Quarter,
): { readonly all?: Explanations; readonly diagnostics: readonly Diagnostic[] } {
  const { result, controls, diagnostics } = checkFund(fund, askedFor);
  if (result === undefined) return { diagnostics };
  const all = new Explanations(figuresOf(checkResultSchema, result));
  for (const control of controls) explainControl(all, control);
  const named = result.controls;
  for (const [key, status] of counted) {
    all.explain(`counts.${key}`, () => ({
      what: `Controls: ${status}`,
      how: 'counted',
      terms: named
        .filter((control) => control.status === status)
        .map(({ name }) => given({ what: name, unit: 'number', amount: 1n })),
    }));
  }
  for (const [key, status] of [
    ['checks-met', 'pass'],
    ['checks-not-met', 'fail'],
  ] as const) {
    all.explain(`counts.${key}`, () => ({
      what: `Checks of the rules: ${status}`,
      how: 'counted',
      terms: result.checks
        .filter((check) => check.status === status)
        .map(({ id, message }) => given({ what: `${id}: ${message}`, unit: 'number', amount: 1n })),
    }));
  }
  all.explain('counts.not-known', () => ({
    what: 'Controls whose figures nobody knows yet',
    how: 'counted',
    terms: fund.controls
      .filter(({ name }) => !named.some((control) => control.name === name))
      .map(({ name, at }) => given({ what: name, unit: 'number', amount: 1n, at })),
  }));
  return { all, diagnostics };
}

const counted = [
  ['agree', 'agrees'],
  ['within-tolerance', 'within-tolerance'],
  ['accepted', 'accepted'],
  ['unexplained', 'unexplained'],
  ['reasons-changed', 'reason-changed'],
] as const;

function explainControl(all: Explanations, control: Control): void {
  const { name, figure, made, unit: kind, places, at, tolerance, accepted, foundAt, expectedAt } = control;
  const base = item('controls', { name });
  const unit = unitOf(kind);
  const found = writtenFigure(figure, made.found, places);
  all.explain(`${base}.found`, () => ({
    ...found,
    what: `${name}: found`,
    how: `${figure}; ${found.how}, from ${foundAt}`,
  }));
  all.explain(`${base}.expected`, () => ({
    what: `${name}: printed`,
    how: expectedAt,
    unit,
    terms:
      made.expected.terms.length === 0
        ? [
            given({
              what: 'as the control states it',
              unit,
              amount: digitsOf(made.expected.amount, places),
              places,
              at,
            }),
          ]
        : [step(writtenFigure(expectedAt, made.expected, places))],
  }));
  all.explain(`${base}.difference`, () => ({
    what: `${name}: difference`,
    how: 'found − printed',
    unit,
    ...(differenceOf(made.found, made.expected, places) ?? {
      terms: [...plus(`${base}.found`), ...minus(`${base}.expected`)],
    }),
  }));
  const stated = { tolerance, 'accepted-difference': accepted };
  for (const [key, amount] of Object.entries(stated)) {
    if (amount === undefined) continue;
    all.explain(`${base}.${key}`, () => ({
      what: `${name}: ${key.replace('-', ' ')}`,
      how: 'as the control states it',
      unit,
      terms: [given({ what: key, unit, amount: digitsOf(amount, places), places, at })],
    }));
  }
}
