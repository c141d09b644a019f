import type { Quarter } from '../agreement/financial-year.js';
import { type Control, type ControlRows, checkControls } from '../controls/controls.js';
import { toDecimal } from '../controls/quantity.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { counted } from '../diagnostics/entry.js';
import { isUsable } from '../diagnostics/exit-code.js';
import type { Fraction } from '../money/fraction.js';
import { booksFor, type ReadFund } from '../rules/check.js';
import type { CheckResult, ControlStatement } from './check-schema.js';
import { reconcile } from './reconcile.js';

/**
 * Every rule and every control of a fund. The result is absent where a control names something that is not there:
 * what it was to check would otherwise go unchecked.
 */
export function checkFund(
  fund: ReadFund & ControlRows,
  askedFor?: Quarter,
): { result?: CheckResult; controls: readonly Control[]; diagnostics: readonly Diagnostic[] } {
  const reconciled = reconcile(fund, askedFor);
  const books = { ...booksFor(fund, askedFor), schemes: fund.schemes };
  const outcome = checkControls(fund.controls, { books, tables: fund.tables });
  const diagnostics = [...reconciled.diagnostics, ...outcome.diagnostics];
  if (!isUsable(diagnostics)) return { controls: outcome.controls, diagnostics };
  const { checks } = reconciled.result;
  const counts = countsOf(checks, outcome.controls, fund.controls.length);
  const passed = !diagnostics.some((one) => one.class === 'finding');
  return {
    result: {
      fund: reconciled.result.fund,
      checks,
      controls: outcome.controls.map(controlDocument),
      counts,
      conclusion: { passed, message: conclude(counts, passed, diagnostics) },
    },
    controls: outcome.controls,
    diagnostics,
  };
}

function controlDocument(control: Control): ControlStatement {
  const { name, figure, unit, foundAt, expectedAt, status, acceptedBecause, acceptedBy, accepted } = control;
  const shown = (amount: Fraction) => toDecimal(amount, control.places);
  return {
    name,
    figure,
    unit,
    found: shown(control.found),
    foundAt,
    isDerived: control.isDerived,
    expected: shown(control.expected),
    expectedAt,
    difference: shown(control.difference),
    tolerance: shown(control.tolerance),
    status,
    ...(acceptedBecause !== '' && { acceptedBecause }),
    ...(acceptedBy !== '' && { acceptedBy }),
    ...(accepted !== undefined && { acceptedDifference: shown(accepted) }),
  };
}

function countsOf(checks: CheckResult['checks'], controls: readonly Control[], all: number): CheckResult['counts'] {
  const of = (wanted: Control['status']) => controls.filter(({ status }) => status === wanted).length;
  const checksMet = checks.filter(({ status }) => status === 'pass').length;
  return {
    checksMet,
    checksNotMet: checks.length - checksMet,
    agree: of('agrees'),
    withinTolerance: of('within-tolerance'),
    accepted: of('accepted'),
    unexplained: of('unexplained'),
    reasonsChanged: of('reason-changed'),
    notKnown: all - controls.length,
  };
}

function conclude(counts: CheckResult['counts'], passed: boolean, diagnostics: readonly Diagnostic[]): string {
  const { checksMet, checksNotMet, agree, withinTolerance, accepted, unexplained, reasonsChanged, notKnown } = counts;
  const controls = agree + withinTolerance + accepted + unexplained + reasonsChanged + notKnown;
  const tied = [
    `${agree} agree`,
    ...(withinTolerance === 0 ? [] : [`${withinTolerance} within tolerance`]),
    ...(accepted === 0 ? [] : [`${counted(accepted, 'difference')} accepted`]),
    `${unexplained} unexplained`,
    ...(reasonsChanged === 0 ? [] : [`${counted(reasonsChanged, 'reason')} that no longer fits`]),
    ...(notKnown === 0 ? [] : [`${notKnown} not known`]),
  ];
  const findings = diagnostics.filter((one) => one.class === 'finding').length;
  const rules = `${checksMet} of ${counted(checksMet + checksNotMet, 'check')} met`;
  const outcome = passed ? 'Passed' : `Not passed, ${counted(findings, 'finding')}`;
  return `${outcome}: ${rules}; ${controls === 0 ? 'no controls' : `${counted(controls, 'control')}: ${tied.join(', ')}`}`;
}
