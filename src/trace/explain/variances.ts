import { keyOf } from '../../rules/lines.js';
import { type VarianceLine, varianceLines, viredBody } from '../../rules/variance.js';
import type { Virement } from '../../rules/virements.js';
import { virementsOf } from '../../rules/virements.js';
import type { VarianceLineStatement } from '../../statement/variance-schema.js';
import type { Term } from '../node.js';
import { balances, figure, item, minus, plus } from '../terms.js';
import { bodyName, type Traced } from './traced.js';
import { type SharedLines, sharedLines, shareOf } from './variance-shares.js';

/** Over- and underspends line by line, who bears them, and the virements before them (R4). */
export function explainVariances(traced: Traced): void {
  const { books } = traced;
  const lines = varianceLines(books);
  const byKey = new Map(lines.map((line) => [keyOf(line), line]));
  const shared = sharedLines(books.agreement, lines, (line) => figure(`${lineName(line)}.variance`));
  for (const line of traced.result.variances) {
    explainLine(traced, line);
    const attributed = byKey.get(keyOf(line));
    if (attributed !== undefined) explainBearers(traced, shared, { statement: line, line: attributed });
  }
  for (const virement of virementsOf(books)) explainVirement(traced, virement);
}

/** The name of a line of R4. */
export function lineName({
  schedule,
  heading,
  appliedBy,
}: Pick<VarianceLineStatement, 'schedule' | 'heading' | 'appliedBy'>) {
  return item('variances', { schedule, heading, by: appliedBy });
}

/** The name of a virement. */
export function virementName({ schedule, from, to }: Pick<Virement, 'schedule' | 'from' | 'to'>): string {
  return item('virements', { schedule, from, to });
}

function explainVirement({ books, all }: Traced, virement: Virement): void {
  const { schedule, from, to, breach } = virement;
  const rule = breach?.rule ?? books.agreement.balanceRule;
  all.explain(`${virementName(virement)}.amount`, () => ({
    what: `${bodyName(books, schedule)}: budget moved from ${from} to ${to}`,
    how: breach === undefined ? 'the virements, added up' : `the virements, added up; refused: ${breach.reason}`,
    rule: { id: 'R2', clause: rule.clause },
    terms: balances(books.virements.list('budget', { direction: 'in', schedule, heading: to, counterpart: from })),
  }));
}

/** What allowed virements have moved to a line, and from it. */
export function virementTerms(
  { books }: Traced,
  { schedule, heading, appliedBy }: Pick<VarianceLineStatement, 'schedule' | 'heading' | 'appliedBy'>,
): Term[] {
  if (viredBody(books, schedule, heading) !== appliedBy) return [];
  const own = virementsOf(books).filter((one) => one.schedule === schedule && one.breach === undefined);
  return [
    ...plus(...own.filter(({ to }) => to === heading).map((one) => `${virementName(one)}.amount`)),
    ...minus(...own.filter(({ from }) => from === heading).map((one) => `${virementName(one)}.amount`)),
  ];
}

function explainLine(traced: Traced, line: VarianceLineStatement): void {
  const { books, all } = traced;
  const name = lineName(line);
  const rule = { id: 'R4' as const, clause: line.clause };
  const label = `${line.label}, spent by ${line.appliedByLabel} on the schedule of ${line.scheduleLabel}`;
  const where = { schedule: line.schedule, heading: line.heading, appliedBy: line.appliedBy };
  for (const [book, words] of [
    ['plan', 'planned'],
    ['actual', 'spent to date'],
    ['forecast', 'forecast outturn'],
  ] as const) {
    all.explain(`${name}.${book}`, () => ({
      what: `${label}: ${words}`,
      how: 'its accounts, added up',
      rule,
      terms: balances(books[book].list('applied', where)),
    }));
  }
  all.explain(`${name}.virements`, () => ({
    what: `${label}: budget moved to it`,
    how: 'virements to it − virements from it; refused ones move nothing',
    rule,
    terms: virementTerms(traced, line),
  }));
  all.explain(`${name}.variance`, () => ({
    what: `${label}: variance`,
    how: `${line.basis === 'forecast' ? 'forecast' : 'spent'} − plan − virements; positive is an overspend`,
    rule,
    terms: [
      ...plus(`${name}.${line.basis === 'forecast' ? 'forecast' : 'actual'}`),
      ...minus(`${name}.plan`, `${name}.virements`),
    ],
  }));
  all.explain(`${name}.overspent-to-date`, () => ({
    what: `${label}: spent already above the year’s plan`,
    how: 'spent − plan − virements',
    rule,
    terms: [...plus(`${name}.actual`), ...minus(`${name}.plan`, `${name}.virements`)],
  }));
}

function explainBearers(
  { all }: Traced,
  shared: SharedLines,
  { statement, line }: { readonly statement: VarianceLineStatement; readonly line: VarianceLine },
): void {
  for (const { partner, label } of statement.borneBy) {
    all.explain(`${item(`${lineName(line)}.borne-by`, { partner })}.amount`, () => ({
      what: `${label}: its part of the variance of ${statement.label} (${statement.scheduleLabel})`,
      rule: { id: 'R4', clause: statement.clause },
      ...shareOf(shared, line, partner),
    }));
  }
}
