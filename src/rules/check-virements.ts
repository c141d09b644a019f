import type { Agreement } from '../agreement/agreement.js';
import { labelOf, nameOf } from '../agreement/bodies.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import type { Money } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { balances, plus, sumOfTerms, turned } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { type Books, checkOf, type Found, outcomeOf, type RuleOutcome } from './check.js';
import { type Virement, viredTerms, virementsOf } from './virements.js';

/** R2: no virement crosses a fence, and none takes more than a heading has. */
export function checkVirements(books: Books): RuleOutcome {
  const { agreement } = books;
  const all = virementsOf(books);
  if (all.length === 0) return { checks: [], diagnostics: [] };
  const breaches = all.filter(({ breach }) => breach !== undefined);
  const refused = plus(...breaches.map(({ amount }) => amount));
  const overdrawn = overdrawnHeadings(books, all);
  const moved = inWords(sumOfTerms(plus(...all.map(({ amount }) => amount))));
  const checks = [
    checkOf({
      id: 'virements.fence',
      family: 'virements.fence',
      rule: 'R2',
      clause: [...new Set(agreement.ringFences.map(({ clause }) => clause))].join(', ') || agreement.balanceRule.clause,
      passed: breaches.length === 0,
      expected: [],
      actual: refused,
      message: `${moved} moved by virements, ${inWords(sumOfTerms(refused))} of it across a fence`,
    }),
    checkOf({
      id: 'virements.budget',
      family: 'virements.budget',
      rule: 'R2',
      clause: agreement.balanceRule.clause,
      expected: [],
      actual: plus(...overdrawn.map(({ excess }) => excess)),
      message: 'no heading of a schedule gives away more budget than it has',
    }),
  ];
  return outcomeOf(checks, [
    ...breaches.flatMap((virement) => breachFault(agreement, virement)),
    ...overdrawn.map((line) => overdrawnFault(books, line)),
  ]);
}

function breachFault(agreement: Agreement, { schedule, from, to, amount, breach, rows }: Virement): Found[] {
  if (breach === undefined) return [];
  const args = {
    schedule: nameOf(agreement, schedule),
    from: agreement.headings.get(from)?.name ?? from,
    to: agreement.headings.get(to)?.name ?? to,
    amount: inWords(amount.amount),
    reason: breach.reason,
  };
  const diagnostic = diagnose('BCF2109', args, { rule: breach.rule, ...placesOf(rows, 'to') });
  return [{ diagnostic, terms: plus(amount) }];
}

interface Overdrawn {
  /** The last virement from the heading. */
  readonly virement: Virement;
  /** What is given away above what there is. */
  readonly excess: Money;
}

/** The headings of a schedule that give away more budget than they have. */
function overdrawnHeadings(books: Books, all: readonly Virement[]): Overdrawn[] {
  const { agreement, plan } = books;
  const givers = new Map<string, Virement>();
  for (const virement of all)
    if (virement.breach === undefined) givers.set(`${virement.schedule}\0${virement.from}`, virement);
  return [...givers.values()].flatMap((virement) => {
    const { schedule, from } = virement;
    const heading = agreement.headings.get(from)?.name ?? from;
    const excess = Figure.money({
      what: `${heading} of ${labelOf(agreement, schedule)}: given away above what it has`,
      how: 'virements from it − virements to it − plan',
      terms: turned([
        ...viredTerms(books, schedule, from),
        ...balances(plan.list('applied', { schedule, heading: from })),
      ]),
    });
    return excess.amount > 0n ? [{ virement, excess }] : [];
  });
}

function overdrawnFault({ agreement, plan }: Books, { virement, excess }: Overdrawn): Found {
  const { schedule, from, rows } = virement;
  const heading = agreement.headings.get(from)?.name ?? from;
  const planned = Figure.money({
    what: `${heading} of ${labelOf(agreement, schedule)}: its plan, before virements`,
    how: 'as plan.csv has it',
    rule: ruleOf('R1', agreement.balanceRule),
    terms: balances(plan.list('applied', { schedule, heading: from })),
  });
  const args = {
    schedule: nameOf(agreement, schedule),
    from: heading,
    plan: inWords(planned.amount),
    excess: inWords(excess.amount),
  };
  const diagnostic = diagnose('BCF2110', args, { rule: agreement.balanceRule, ...placesOf(rows, 'amount') });
  return { diagnostic, terms: plus(excess), speaksOf: { plan: planned } };
}

function placesOf(rows: Virement['rows'], column: string) {
  const [place, ...alsoAt] = rows.map((row) => ({ ...row, field: { name: column } }));
  return { place, alsoAt };
}
