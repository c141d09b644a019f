import type { Quarter } from '../agreement/financial-year.js';
import { type Control, type ControlRows, checkControls } from '../controls/controls.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { counted } from '../diagnostics/entry.js';
import { isUsable } from '../diagnostics/exit-code.js';
import { type Count, Figure, type StatedAt } from '../figures/figure.js';
import { plusAll } from '../figures/terms.js';
import { sum } from '../money/pence.js';
import type { Books, ReadFund, RuleOutcome } from '../rules/check.js';
import { checkOpenings } from '../rules/check-openings.js';
import type { CheckResult, ControlStatement } from './check-schema.js';
import { type LastFund, lastYearOf } from './closed-with.js';
import { toCheck } from './common.js';
import { reconcile } from './reconcile.js';

interface CheckAsked {
  readonly asAt?: Quarter | undefined;
  /** The fund of the year before, which says what this one begins with. */
  readonly last?: LastFund | undefined;
}

/**
 * Every rule and every control of a fund, and what it begins with where last year’s is given. The result is absent where a control names something that is not there:
 * what it was to check would otherwise go unchecked.
 */
export function checkFund(
  fund: ReadFund & ControlRows,
  { asAt, last }: CheckAsked = {},
): { result?: CheckResult; diagnostics: readonly Diagnostic[] } {
  const reconciled = reconcile(fund, asAt);
  const outcome = controlsOf(fund, reconciled.books);
  const opened = last === undefined ? undefined : heldAgainst(reconciled.books, fund, last);
  const diagnostics = [...reconciled.diagnostics, ...outcome.diagnostics, ...(opened?.diagnostics ?? [])];
  if (!isUsable(diagnostics)) return { diagnostics };
  const checks = [...reconciled.result.checks, ...(opened?.checks ?? []).map(toCheck)];
  const counts = countsOf(checks, outcome.controls, fund.controls);
  const passed = !diagnostics.some((one) => one.class === 'finding');
  return {
    result: {
      fund: reconciled.result.fund,
      checks,
      controls: outcome.controls,
      counts,
      conclusion: { passed, message: conclude(counts, passed, diagnostics) },
    },
    diagnostics,
  };
}

/** Every published total of a fund, tied out to its figures. */
export function controlsOf(
  fund: ControlRows,
  books: Books,
): { readonly controls: ControlStatement[]; readonly diagnostics: readonly Diagnostic[] } {
  const { controls, diagnostics } = checkControls(fund.controls, {
    books: { ...books, schemes: fund.schemes },
    tables: fund.tables,
  });
  return { controls: controls.map(controlDocument), diagnostics };
}

function heldAgainst(books: Books, fund: ReadFund, last: LastFund): RuleOutcome {
  const { lastYear, diagnostics } = lastYearOf(fund, last);
  return lastYear === undefined ? { checks: [], diagnostics } : checkOpenings(books, lastYear);
}

function controlDocument(control: Control): ControlStatement {
  const { name, figure, unit, found, foundAt, isDerived, expected, expectedAt } = control;
  const { difference, tolerance, status, acceptedBecause, acceptedBy, acceptedDifference } = control;
  return {
    name,
    figure,
    unit,
    found,
    foundAt,
    isDerived,
    expected,
    expectedAt,
    difference,
    tolerance,
    status,
    ...(acceptedBecause !== '' && { acceptedBecause }),
    ...(acceptedBy !== '' && { acceptedBy }),
    acceptedDifference,
  };
}

function countsOf(
  checks: CheckResult['checks'],
  controls: readonly ControlStatement[],
  rows: ControlRows['controls'],
): CheckResult['counts'] {
  const controlsThat = (status: ControlStatement['status']) =>
    counting(
      `Controls: ${status}`,
      controls.filter((control) => control.status === status).map(({ name }) => asOne(name)),
    );
  const checksThat = (status: 'pass' | 'fail') =>
    counting(
      `Checks of the rules: ${status}`,
      checks.filter((check) => check.status === status).map(({ id, message }) => asOne(`${id}: ${message}`)),
    );
  const known = new Set(controls.map(({ name }) => name));
  return {
    checksMet: checksThat('pass'),
    checksNotMet: checksThat('fail'),
    agree: controlsThat('agrees'),
    withinTolerance: controlsThat('within-tolerance'),
    accepted: controlsThat('accepted'),
    unexplained: controlsThat('unexplained'),
    reasonsChanged: controlsThat('reason-changed'),
    notKnown: counting(
      'Controls whose figures nobody knows yet',
      rows.filter(({ name }) => !known.has(name)).map(({ name, at }) => asOne(name, at)),
    ),
  };
}

function counting(what: string, things: readonly Count[]): Count {
  return new Figure('number', { what, how: 'counted', terms: plusAll(things) });
}

function asOne(what: string, at?: StatedAt): Count {
  return Figure.stated('number', what, 1n, at);
}

function conclude(counts: CheckResult['counts'], passed: boolean, diagnostics: readonly Diagnostic[]): string {
  const { checksMet, checksNotMet, agree, withinTolerance, accepted, unexplained, reasonsChanged, notKnown } = counts;
  const standings = [agree, withinTolerance, accepted, unexplained, reasonsChanged, notKnown];
  const controls = sum(standings.map(({ amount }) => amount));
  const tied = [
    `${agree} agree`,
    ...(withinTolerance.isNil ? [] : [`${withinTolerance} within tolerance`]),
    ...(accepted.isNil ? [] : [`${counted(accepted.amount, 'difference')} accepted`]),
    `${unexplained} unexplained`,
    ...(reasonsChanged.isNil ? [] : [`${counted(reasonsChanged.amount, 'reason')} that no longer fits`]),
    ...(notKnown.isNil ? [] : [`${notKnown} not known`]),
  ];
  const findings = diagnostics.filter((diagnostic) => diagnostic.class === 'finding').length;
  const rules = `${checksMet} of ${counted(checksMet.amount + checksNotMet.amount, 'check')} met`;
  const outcome = passed ? 'Passed' : `Not passed, ${counted(findings, 'finding')}`;
  return `${outcome}: ${rules}; ${controls === 0n ? 'no controls' : `${counted(controls, 'control')}: ${tied.join(', ')}`}`;
}
