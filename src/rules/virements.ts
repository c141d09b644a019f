import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { fenceOfHeading, isAligned } from '../agreement/tied-money.js';
import type { RuleReference } from '../diagnostics/diagnostic.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { balances, minus, plus, sumOfTerms } from '../figures/terms.js';
import type { BalanceOf } from '../journal/book-view.js';
import type { Balance } from '../journal/journal.js';
import type { Pence } from '../money/pence.js';
import type { Books } from './check.js';
import { oncePer } from './once-per.js';

type Row = Balance['firstRows'][number];

/** Budget that one heading of a schedule has been given from another; what was given back is a virement of its own. */
export interface Virement {
  readonly schedule: string;
  readonly from: string;
  readonly to: string;
  readonly amount: Money;
  /** Why it may not be, and under which rule; undefined where it may. */
  readonly breach: { readonly rule: RuleReference; readonly reason: string } | undefined;
  /** Who approved it, in the order of codes. */
  readonly approvedBy: readonly string[];
  /** The first of its rows, in the order of files and lines. */
  readonly rows: readonly Row[];
}

/** What virements have moved to date, schedule by schedule and pair by pair of headings. */
export const virementsOf = oncePer(({ agreement, virements }: Books): readonly Virement[] => {
  const moved = new Map<string, BalanceOf<'budget'>[]>();
  for (const balance of virements.list('budget', { direction: 'in' })) {
    const { schedule, heading, counterpart } = balance.account;
    const key = [schedule, counterpart, heading].join('\0');
    moved.set(key, [...(moved.get(key) ?? []), balance]);
  }
  return [...moved]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, budget]) => {
      const [schedule = '', from = '', to = ''] = key.split('\0');
      const breach = breachOf(agreement, from, to);
      const rows = budget.flatMap(({ firstRows }) => firstRows).sort(inOrder);
      const approvedBy = [...new Set(budget.map(({ account }) => account.approvedBy))].sort();
      const amount = Figure.money({
        what: `${labelOf(agreement, schedule)}: budget moved from ${from} to ${to}`,
        how: `the virements, added up${breach === undefined ? '' : `; refused: ${breach.reason}`}`,
        rule: ruleOf('R2', breach?.rule ?? agreement.balanceRule),
        terms: balances(budget),
      });
      return { schedule, from, to, amount, breach, approvedBy, rows };
    });
});

function inOrder(a: Row, b: Row): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}

/** What allowed virements have moved to a heading of a schedule, and from it. Breaches move nothing. */
export function viredTerms(books: Books, schedule: string, heading: string): Term[] {
  const applied = virementsOf(books).filter(
    (virement) => virement.schedule === schedule && virement.breach === undefined,
  );
  return [
    ...plus(...applied.filter(({ to }) => to === heading).map(({ amount }) => amount)),
    ...minus(...applied.filter(({ from }) => from === heading).map(({ amount }) => amount)),
  ];
}

/** What allowed virements have added to a heading of a schedule; negative is taken away. */
export function viredPence(books: Books, schedule: string, heading: string): Pence {
  return sumOfTerms(viredTerms(books, schedule, heading));
}

/**
 * Whose budget a virement moves: virements are between headings of a schedule; where several bodies spend a heading of
 * it, they fall on the one with the lowest code, and where none is planned to, on the body that the heading names.
 */
export function viredBody({ agreement, plan }: Books, schedule: string, heading: string): string {
  const bodies = plan.list('applied', { schedule, heading }).map(({ account }) => account.appliedBy);
  const [first] = bodies.sort();
  const named = agreement.headings.get(heading)?.appliedBy ?? '';
  const isMember = agreement.groups.get(named)?.members.includes(schedule) ?? false;
  return first ?? (isMember ? schedule : named);
}

/** Why budget may not go from one heading to another, or undefined where it may. */
function breachOf(agreement: Agreement, from: string, to: string): Virement['breach'] {
  for (const heading of [from, to]) {
    const name = agreement.headings.get(heading)?.name ?? heading;
    const fence = fenceOfHeading(agreement, heading);
    if (fence !== undefined) return { rule: fence, reason: `${name} is ring-fenced` };
    const { performanceRule } = agreement;
    if (performanceRule?.heading === heading)
      return { rule: performanceRule, reason: `${name} is paid only as it is earned` };
  }
  const giver = agreement.headings.get(from);
  const taker = agreement.headings.get(to);
  if (giver?.nature !== taker?.nature) return { rule: agreement.balanceRule, reason: 'it mixes capital and revenue' };
  if (giver?.pool !== taker?.pool) return { rule: agreement.balanceRule, reason: 'it leaves its pool' };
  // It would change what is due into the pool, which a variation of the contribution does (R9).
  if (isAligned(agreement, from) !== isAligned(agreement, to))
    return { rule: agreement.balanceRule, reason: 'aligned money is not in the pool' };
  return undefined;
}
