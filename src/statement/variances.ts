import { labelOf } from '../agreement/bodies.js';
import type { Money } from '../figures/books.js';
import type { Books } from '../rules/check.js';
import { oncePer } from '../rules/once-per.js';
import { type VarianceLine, varianceLines } from '../rules/variance.js';
import { virementsOf } from '../rules/virements.js';
import type { VarianceLineStatement, VarianceSection, VirementStatement } from './variance-schema.js';
import { varianceTotals } from './variance-totals.js';
import { whyOf } from './variance-words.js';

/** Over- and underspends (R4): every line with who bears it, and what they come to by body, locality and host. */
export const varianceStatement = oncePer(
  (
    books: Books,
  ): {
    readonly variances: VarianceLineStatement[];
    readonly varianceTotals: VarianceSection;
    readonly virements: VirementStatement[];
  } => {
    const variances = varianceLines(books).map((line) => lineStatement(books, line));
    return { variances, varianceTotals: varianceTotals(books, variances), virements: virementStatement(books) };
  },
);

function virementStatement(books: Books): VirementStatement[] {
  const { agreement } = books;
  return virementsOf(books).map(({ schedule, from, to, amount, approvedBy, breach }) => ({
    schedule,
    label: labelOf(agreement, schedule),
    from,
    fromLabel: agreement.headings.get(from)?.name ?? from,
    to,
    toLabel: agreement.headings.get(to)?.name ?? to,
    amount,
    approvedBy: [...approvedBy],
    status: breach === undefined ? 'applied' : 'refused',
    why: breach === undefined ? 'applied' : `refused: ${breach.reason}`,
  }));
}

function lineStatement(books: Books, line: VarianceLine): VarianceLineStatement {
  const { agreement } = books;
  const { appliedBy, heading, schedule, plan, virements, actual, forecast, met, variance } = line;
  const locality = agreement.partners.get(schedule)?.locality;
  return {
    appliedBy,
    appliedByLabel: labelOf(agreement, appliedBy),
    heading,
    label: agreement.headings.get(heading)?.name ?? heading,
    schedule,
    scheduleLabel: labelOf(agreement, schedule),
    ...(locality !== undefined && { locality }),
    pool: line.pool,
    plan,
    virements,
    actual,
    forecast,
    basis: line.basis,
    met: met?.amount,
    metFrom: met?.broughtForward,
    variance,
    direction: directionOf(variance),
    overspentToDate: line.overspentToDate,
    policy: line.policy,
    clause: line.rule.clause,
    borneBy: line.borneBy.map(({ code, amount }) => ({ partner: code, label: labelOf(agreement, code), amount })),
    why: whyOf(books, line),
  };
}

function directionOf(variance: Money | undefined): VarianceLineStatement['direction'] {
  if (variance === undefined) return 'not-known';
  return variance.isNil ? 'none' : variance.amount > 0n ? 'overspend' : 'underspend';
}
