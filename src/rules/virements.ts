import type { Agreement } from '../agreement/agreement.js';
import { nameOf } from '../agreement/bodies.js';
import { fenceOfHeading } from '../agreement/tied-money.js';
import { type Diagnostic, diagnose, type RuleReference } from '../diagnostics/diagnostic.js';
import type { BalanceOf } from '../journal/book-view.js';
import type { Balance } from '../journal/journal.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import type { Books, Check, RuleOutcome } from './check.js';
import { oncePer } from './once-per.js';

type Row = Balance['firstRows'][number];

/** Budget that one heading of a schedule has been given from another; what was given back is a virement of its own. */
export interface Virement {
  readonly schedule: string;
  readonly from: string;
  readonly to: string;
  readonly amountPence: Pence;
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
    .map(([key, balances]) => {
      const [schedule = '', from = '', to = ''] = key.split('\0');
      const rows = balances.flatMap(({ firstRows }) => firstRows).sort(inOrder);
      const amountPence = sum(balances.map((balance) => balance.amountPence));
      const approvedBy = [...new Set(balances.map(({ account }) => account.approvedBy))].sort();
      return { schedule, from, to, amountPence, breach: breachOf(agreement, from, to), approvedBy, rows };
    });
});

function inOrder(a: Row, b: Row): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}

/** What allowed virements have added to a heading of a schedule; negative is taken away. Breaches move nothing. */
export function viredPence(books: Books, schedule: string, heading: string): Pence {
  const own = virementsOf(books).filter((one) => one.schedule === schedule && one.breach === undefined);
  return (
    sum(own.filter(({ to }) => to === heading).map(({ amountPence }) => amountPence)) -
    sum(own.filter(({ from }) => from === heading).map(({ amountPence }) => amountPence))
  );
}

/** R2: no virement crosses a fence, and none takes more than a heading has. */
export function checkVirements(books: Books): RuleOutcome {
  const { agreement } = books;
  const all = virementsOf(books);
  if (all.length === 0) return { checks: [], diagnostics: [] };
  const breaches = all.filter(({ breach }) => breach !== undefined);
  const overdrawn = overdrawnHeadings(books, all);
  const checks: Check[] = [
    {
      id: 'virements.fence',
      rule: 'R2',
      clause: [...new Set(agreement.ringFences.map(({ clause }) => clause))].join(', ') || agreement.balanceRule.clause,
      passed: breaches.length === 0,
      expectedPence: 0n,
      actualPence: sum(breaches.map(({ amountPence }) => amountPence)),
      message: `${inWords(sum(all.map(({ amountPence }) => amountPence)))} moved by virements, ${inWords(sum(breaches.map(({ amountPence }) => amountPence)))} of it across a fence`,
    },
    {
      id: 'virements.budget',
      rule: 'R2',
      clause: agreement.balanceRule.clause,
      passed: overdrawn.length === 0,
      expectedPence: 0n,
      actualPence: sum(overdrawn.map(({ leftPence }) => absolute(leftPence))),
      message: 'no heading of a schedule gives away more budget than it has',
    },
  ];
  return {
    checks,
    diagnostics: [
      ...breaches.flatMap((one) => breachFault(agreement, one)),
      ...overdrawn.map((one) => overdrawnFault(books, one)),
    ],
  };
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
  const one = agreement.headings.get(from);
  const other = agreement.headings.get(to);
  if (one?.nature !== other?.nature) return { rule: agreement.balanceRule, reason: 'it mixes capital and revenue' };
  if (one?.pool !== other?.pool) return { rule: agreement.balanceRule, reason: 'it leaves its pool' };
  return undefined;
}

function breachFault(agreement: Agreement, { schedule, from, to, amountPence, breach, rows }: Virement): Diagnostic[] {
  if (breach === undefined) return [];
  const args = {
    schedule: nameOf(agreement, schedule),
    from: agreement.headings.get(from)?.name ?? from,
    to: agreement.headings.get(to)?.name ?? to,
    amount: inWords(amountPence),
    reason: breach.reason,
  };
  return [diagnose('BCF2109', args, { rule: breach.rule, ...placesOf(rows, 'to') })];
}

interface Overdrawn {
  readonly virement: Virement;
  readonly leftPence: Pence;
}

/** The headings of a schedule that give away more budget than they have, each with what is left of it. */
export function overdrawnHeadings(books: Books, all: readonly Virement[]): Overdrawn[] {
  const givers = new Map<string, Virement>();
  for (const one of all) if (one.breach === undefined) givers.set(`${one.schedule}\0${one.from}`, one);
  return [...givers.values()].flatMap((virement) => {
    const { schedule, from } = virement;
    const leftPence = books.plan.applied({ schedule, heading: from }) + viredPence(books, schedule, from);
    return leftPence < 0n ? [{ virement, leftPence }] : [];
  });
}

function overdrawnFault({ agreement, plan }: Books, { virement, leftPence }: Overdrawn): Diagnostic {
  const { schedule, from, rows } = virement;
  const args = {
    schedule: nameOf(agreement, schedule),
    from: agreement.headings.get(from)?.name ?? from,
    plan: inWords(plan.applied({ schedule, heading: from })),
    excess: inWords(absolute(leftPence)),
  };
  return diagnose('BCF2110', args, { rule: agreement.balanceRule, ...placesOf(rows, 'amount') });
}

function placesOf(rows: Virement['rows'], column: string) {
  const [place, ...alsoAt] = rows.map((row) => ({ ...row, field: { name: column } }));
  return { place, alsoAt };
}
