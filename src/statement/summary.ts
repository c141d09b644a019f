import { labelOf, membersOf } from '../agreement/bodies.js';
import { allKnown, type InBooks, type Money } from '../figures/books.js';
import { Figure, ruleOf, type Term } from '../figures/figure.js';
import { plus, turned } from '../figures/terms.js';
import type { Books } from '../rules/check.js';
import type { Reconciliation } from './reconciliation-schema.js';
import type { Summary } from './summary-schema.js';

type Statement = Pick<Reconciliation, 'flowOfFunds' | 'contributionTotals' | 'settlement' | 'varianceTotals'>;
type SettledBody = NonNullable<Statement['settlement']>['partners'][number];

/**
 * The statement on one screen (R1, R5): of the fund what was brought forward, came in, was applied, is held and is outstanding,
 * with what of the plan is due by now; of each body what it owes and is owed. Undefined where not all of the actuals are known.
 */
export function summaryOf(books: Books, statement: Statement): Summary | undefined {
  const { settlement } = statement;
  if (settlement === undefined || settlement.hosts.length === 0) return undefined;
  const lines = linesOf(books, statement, settlement.partners);
  const bodies = bodiesOf(books, statement, settlement.partners);
  return { lines, bodies, totals: totalsOf(books, bodies, settlement) };
}

const bookNames = ['plan', 'actual', 'forecast'] as const;

function linesOf(
  books: Books,
  { flowOfFunds, contributionTotals }: Statement,
  partners: readonly SettledBody[],
): Summary['lines'] {
  const { sources, applications, broughtForward, settled, balance } = flowOfFunds.totals;
  const rule = ruleOf('R1', books.agreement.balanceRule);
  const figure = (what: string, how: string, terms: readonly Term[]) => Figure.money({ what, how, rule, terms });
  const line = (what: string, figures: InBooks, toDate: readonly Term[] | undefined): Summary['lines']['in'] => ({
    ...Object.fromEntries(
      bookNames.flatMap((book) => {
        const own = figures[book];
        return own === undefined ? [] : [[book, figure(`${what}, ${book}`, 'as in the flow of funds', plus(own))]];
      }),
    ),
    ...(toDate && { planToDate: figure(`${what}, plan to date`, 'what of the plan is due by now', toDate) }),
  });
  const due = contributionTotals?.dueToDate;
  const opening = broughtForward.actual;
  const allotted = plus(...partners.map(({ allocationDue }) => allocationDue));
  const [carried, dueIn] = [opening === undefined ? [] : plus(opening), due === undefined ? [] : plus(due)];
  const overdue = contributionTotals?.overdue;
  return {
    broughtForward: line('Brought forward', broughtForward, carried),
    in: line('In', sources, dueIn),
    ...(settled && { settled: line('Settled', settled, undefined) }),
    applied: line('Applied', applications, allotted),
    held: line('Held', balance, [...carried, ...dueIn, ...turned(allotted)]),
    outstanding: line('Outstanding', { ...(overdue && { actual: overdue }) }, undefined),
  };
}

/** A line of the table by body: one body, or those of a group that pay nothing in. */
interface Together {
  readonly body: string;
  readonly label: string;
  readonly codes: readonly string[];
}

function linesByBody({ agreement }: Books, partners: readonly SettledBody[]): Together[] {
  const codes = [...new Set(partners.map(({ partner }) => partner))];
  const isPaying = (code: string) => agreement.contributions.some(({ partner }) => partner === code);
  const groupOf = (code: string) =>
    isPaying(code)
      ? undefined
      : [...agreement.groups.keys()].find((group) => membersOf(agreement, group).includes(code));
  const lines = new Map<string, string[]>();
  for (const code of codes) {
    const own = groupOf(code) ?? code;
    lines.set(own, [...(lines.get(own) ?? []), code]);
  }
  return [...lines].map(([body, own]) => ({ body, label: labelOf(agreement, body), codes: own }));
}

function bodiesOf(books: Books, { varianceTotals }: Statement, partners: readonly SettledBody[]): Summary['bodies'] {
  const rule = ruleOf('R5', books.agreement.balanceRule);
  return linesByBody(books, partners).map(({ body, label, codes }) => {
    const own = partners.filter(({ partner }) => codes.includes(partner));
    const figure = (what: string, terms: readonly Term[]): Money =>
      Figure.money({ what: `${label}: ${what}`, how: 'as in the settlement', rule, terms });
    const of = (
      key: 'owes' | 'drawnAhead' | 'owed' | 'available' | 'contributionDue' | 'contributionReceived' | 'paid',
    ) => plus(...own.map((line) => line[key]));
    const variances = varianceTotals.byBody.filter(({ partner }) => codes.includes(partner)).map(({ net }) => net);
    return {
      body,
      label,
      ...(codes.length > 1 && { members: membersFigure(label, codes.length) }),
      owes: figure('owes', of('owes')),
      drawnAhead: figure('drawn ahead', of('drawnAhead')),
      owed: figure('is owed, or may draw', [...of('owed'), ...of('available')]),
      due: figure('due in by now', of('contributionDue')),
      received: figure('received', of('contributionReceived')),
      spent: figure('spent', of('paid')),
      // Of a line without an outturn nobody knows who will bear what.
      ...(varianceTotals.unknown.isNil && {
        variance: figure('variance that it bears, less what it holds', plus(...variances)),
      }),
    };
  });
}

function membersFigure(label: string, count: number): Figure<'number'> {
  return Figure.stated('number', `${label}: bodies in this line`, BigInt(count));
}

function totalsOf(
  books: Books,
  bodies: Summary['bodies'],
  { hosts }: NonNullable<Statement['settlement']>,
): Summary['totals'] {
  const rule = ruleOf('R5', books.agreement.balanceRule);
  const figure = (what: string, terms: readonly Term[]) =>
    Figure.money({ what: `All bodies: ${what}`, how: 'body by body, added up', rule, terms });
  const variances = allKnown(bodies.map(({ variance }) => variance));
  const all = (key: 'owes' | 'drawnAhead' | 'owed' | 'due' | 'received' | 'spent') =>
    plus(...bodies.map((body) => body[key]));
  return {
    owes: figure('owes', all('owes')),
    drawnAhead: figure('drawn ahead', all('drawnAhead')),
    owed: figure('is owed, or may draw', all('owed')),
    due: figure('due in by now', all('due')),
    received: figure('received', all('received')),
    spent: figure('spent', all('spent')),
    ...(variances && { variance: figure('variances', plus(...variances)) }),
    held: Figure.money({
      what: 'The hosts hold',
      how: 'what each holds, added up',
      rule,
      terms: plus(...hosts.map(({ held }) => held)),
    }),
  };
}
