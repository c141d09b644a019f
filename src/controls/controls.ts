import { type Diagnostic, diagnose, type Place, type Report } from '../diagnostics/diagnostic.js';
import type { PublishedTable } from '../ledger/published-table.js';
import type { ControlRow, SchemeRow, WrittenNumber } from '../ledger/row-types.js';
import { asFraction, placesFor } from '../money/decimal.js';
import { type Fraction, isLarger, minus, whole } from '../money/fraction.js';
import { placesOfMoney } from '../money/places.js';
import { type ControlFigures, controlFigures } from './control-figures.js';
import { type FigureUnit, type FigureValue, originInWords } from './figure.js';
import { digitsOf } from './quantity.js';
import { differenceInWords, quantityInWords } from './quantity-words.js';
import { type FigureSources, readFigure, wordsFor } from './read-figure.js';

/** What is read of a fund folder for its controls. */
export interface ControlRows {
  readonly controls: readonly ControlRow[];
  readonly tables: ReadonlyMap<string, PublishedTable>;
  readonly schemes: readonly SchemeRow[];
}

export type ControlStatus = 'agrees' | 'within-tolerance' | 'accepted' | 'unexplained' | 'reason-changed';

/** A control, done: what was found and what is printed, and whether somebody accepts what lies between. */
export interface Control extends ControlFigures {
  readonly name: string;
  readonly figure: string;
  readonly unit: FigureUnit;
  readonly foundAt: string;
  readonly expectedAt: string;
  readonly status: ControlStatus;
  /** Whether cells that no paper prints are part of the figure that was found. */
  readonly isDerived: boolean;
  readonly acceptedBecause: string;
  readonly acceptedBy: string;
}

interface ControlOutcome {
  readonly controls: readonly Control[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Every control, in the order of the file. A difference beyond its tolerance is a finding unless it is the one that was
 * accepted; so is a reason that has no difference to accept any more. A control whose figures cannot be read is
 * reported and left out.
 */
export function checkControls(rows: readonly ControlRow[], sources: FigureSources): ControlOutcome {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const controls: Control[] = [];
  for (const row of rows) {
    const control = checked(row, sources, report);
    if (control !== undefined) controls.push(control);
  }
  return { controls, diagnostics };
}

function checked(row: ControlRow, sources: FigureSources, report: Report): Control | undefined {
  const placeOf = (name: string): Place => ({ ...row.at, field: { name } });
  const found = readFigure(row.figure, sources, placeOf('figure'), report);
  const expected = expectedOf(row, found?.unit ?? 'money', sources, { place: placeOf('expected'), report });
  if (found === undefined || expected === undefined) return undefined;
  const { unit } = found;
  if (expected.unit !== unit) {
    report(
      diagnose('BCF3507', { one: wordsFor[unit], other: wordsFor[expected.unit] }, { place: placeOf('expected') }),
    );
    return undefined;
  }
  const tolerance = inUnit(row.tolerance, unit, report);
  const accepted = row.acceptedDifference && inUnit(row.acceptedDifference, unit, report);
  if (tolerance === undefined || (row.acceptedDifference !== undefined && accepted === undefined)) return undefined;
  const places = Math.max(...[found, expected, tolerance, accepted].flatMap((stated) => stated?.places ?? []));
  const difference = minus(found.amount, expected.amount);
  const foundAt = originInWords(found.origins);
  const expectedAt = [row.place, ...(expected.origins.length === 0 ? [] : [originInWords(expected.origins)])].join(
    ', ',
  );
  const control: Control = {
    name: row.name,
    figure: row.figure,
    unit,
    ...controlFigures(row, { foundAt, expectedAt, found, expected, tolerance, accepted, places }),
    foundAt,
    isDerived: found.isDerived,
    expectedAt,
    status: statusOf({
      difference,
      tolerance: tolerance.amount,
      accepted: accepted?.amount,
      places,
      isReasoned: row.acceptedBecause !== '',
    }),
    acceptedBecause: row.acceptedBecause,
    acceptedBy: row.acceptedBy,
  };
  reportFindings(control, { difference, accepted: accepted?.amount }, placeOf, report);
  return control;
}

/** The expected figure: a number as written, or a figure of another place. */
function expectedOf(
  { expected }: ControlRow,
  unit: FigureUnit,
  sources: FigureSources,
  { place, report }: { readonly place: Place; readonly report: Report },
): FigureValue | undefined {
  if ('figure' in expected) return readFigure(expected.figure, sources, place, report);
  const stated = inUnit(expected, unit, report);
  return stated && { ...stated, unit, origins: [], terms: [], isDerived: false };
}

function inUnit(
  { money, number }: WrittenNumber,
  unit: FigureUnit,
  report: Report,
): Pick<FigureValue, 'amount' | 'places'> | undefined {
  if (unit !== 'money') return { amount: asFraction(number.times(100)), places: placesFor([number]) };
  if (typeof money === 'bigint') return { amount: whole(money), places: placesOfMoney };
  report(money);
  return undefined;
}

interface Standing {
  readonly difference: Fraction;
  readonly tolerance: Fraction;
  readonly accepted: Fraction | undefined;
  readonly places: number;
  readonly isReasoned: boolean;
}

/** An accepted difference is the one that is found, as it is shown; only then does its reason speak of it. */
function statusOf({ difference, tolerance, accepted, places, isReasoned }: Standing): ControlStatus {
  const isNone = difference.numerator === 0n;
  if (isReasoned) {
    const shown = digitsOf(difference, places);
    const isSame = accepted !== undefined && digitsOf(accepted, places) === shown;
    return isSame && shown !== 0n ? 'accepted' : 'reason-changed';
  }
  if (isLarger(difference, tolerance)) return 'unexplained';
  // An amount that is accepted by nobody, for no reason, accepts nothing.
  if (accepted !== undefined) return 'reason-changed';
  return isNone ? 'agrees' : 'within-tolerance';
}

function reportFindings(
  control: Control,
  exact: Pick<Standing, 'difference' | 'accepted'>,
  placeOf: (name: string) => Place,
  report: Report,
): void {
  const { name, status, acceptedDifference, found, foundAt, expected, expectedAt, tolerance } = control;
  const difference = differenceInWords(control.difference, exact.difference);
  if (status === 'unexplained') {
    const args = {
      name,
      found: quantityInWords(found),
      foundAt,
      expected: quantityInWords(expected),
      expectedAt,
      difference,
      tolerance: tolerance.isNil ? 'nil' : quantityInWords(tolerance),
    };
    report(diagnose('BCF2501', args, { place: placeOf('figure') }));
  }
  if (status !== 'reason-changed') return;
  const { acceptedBecause } = control;
  const place = placeOf(acceptedBecause === '' ? 'accepted_difference' : 'accepted_because');
  if (acceptedDifference === undefined || exact.accepted === undefined || acceptedBecause === '') {
    const lacks = acceptedDifference === undefined ? 'amount' : 'reason';
    report(diagnose('BCF2503', { name, difference, lacks }, { place }));
  } else {
    const accepted = differenceInWords(acceptedDifference, exact.accepted);
    report(diagnose('BCF2502', { name, accepted, difference }, { place }));
  }
}
