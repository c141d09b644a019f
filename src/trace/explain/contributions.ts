import { formatBasisPoints } from '../../agreement/scalars.js';
import { dayOf } from '../../rules/as-at.js';
import type { ContributionLine } from '../../statement/settlement-schema.js';
import type { Term } from '../node.js';
import { balances, given, incomes, item, minus, plus } from '../terms.js';
import { sourceOf } from './flow-of-funds.js';
import { potName } from './performance.js';
import { balanceRule, type Traced } from './traced.js';

/** What is due, received and outstanding, instalment by instalment (R5). */
export function explainContributions(traced: Traced): void {
  for (const line of traced.result.contributions) {
    explainLine(traced, line);
    explainInstalments(traced, line);
  }
  const { contributions } = traced.result;
  const rule = { ...balanceRule(traced.books), id: 'R5' as const };
  const isAhead = (line: ContributionLine) => line.outstanding?.startsWith('-') ?? false;
  const isOverdue = (line: ContributionLine) => !isAhead(line) && line.outstanding !== '0.00';
  const outstanding = (isMeant: typeof isAhead) =>
    contributions.filter(isMeant).map((line) => `${contributionName(line)}.outstanding`);
  traced.all.explain('contribution-totals.overdue', () => ({
    what: 'Contributions due to date and outstanding',
    how: 'those of which something is outstanding, added up',
    rule,
    terms: plus(...outstanding(isOverdue)),
  }));
  traced.all.explain('contribution-totals.paid-ahead', () => ({
    what: 'Contributions received before they were due',
    how: 'those that are paid ahead, added up',
    rule,
    terms: minus(...outstanding(isAhead)),
  }));
  const totals = {
    agreed: 'for the year',
    'due-to-date': 'due to date',
    received: 'received',
    outstanding: 'outstanding',
  };
  for (const [key, words] of Object.entries(totals)) {
    traced.all.explain(`contribution-totals.${key}`, () => ({
      what: `All contributions: ${words}`,
      how: 'the contributions, added up',
      rule,
      terms: plus(...contributions.map((line) => `${contributionName(line)}.${key}`)),
    }));
  }
}

/** The name of a line of contributions. */
export function contributionName({
  partner,
  source,
  pool,
  kind,
}: Pick<ContributionLine, 'partner' | 'source' | 'pool' | 'kind'>): string {
  return item('contributions', { partner, source, pool, kind });
}

/** Of several that fall due on one day the second is number 2, as in the names of the statement. */
function instalmentName(line: ContributionLine, one: ContributionLine['instalments'][number]): string {
  const { quarter, due } = one;
  const earlier = line.instalments.slice(0, line.instalments.indexOf(one));
  const count = earlier.filter((other) => other.quarter === quarter && other.due === due).length;
  const number = count === 0 ? {} : { number: String(count + 1) };
  return item(`${contributionName(line)}.instalments`, { quarter, due, ...number });
}

function explainLine(traced: Traced, line: ContributionLine): void {
  const { books, all } = traced;
  const { agreement } = books;
  const { partner, source, pool, kind, inKind, instalments } = line;
  const name = contributionName(line);
  const rule = { ...balanceRule(books), id: 'R5' as const };
  const label = `${line.label}, ${kind === 'performance' ? 'performance money' : line.sourceLabel}`;
  const heading = agreement.performanceRule?.heading ?? '';
  const pot = heading === '' ? [] : books.plan.list('applied', { schedule: partner, source, pool, heading });
  const isPerformance = (purpose: string) => purpose !== '' && purpose === heading;
  const today = dayOf(books, agreement.year) ?? '';
  all.explain(`${name}.agreed`, () => ({
    what: `${label}: for the year`,
    how:
      kind === 'performance'
        ? 'what its schedule plans for performance'
        : 'agreed, without what is planned for performance',
    rule,
    terms:
      kind === 'performance'
        ? balances(pot)
        : [...plus(`${sourceOf(line)}.plan`), ...(inKind ? [] : balances(pot, -1n))],
  }));
  const due = instalments.filter((one) => kind === 'performance' || one.due <= today);
  all.explain(`${name}.due-to-date`, () => ({
    what: `${label}: due to date`,
    how: inKind ? 'in kind: due as it is recorded' : 'the instalments that have fallen due, added up',
    rule,
    terms: inKind ? plus(`${name}.received`) : plus(...due.map((one) => `${instalmentName(line, one)}.amount`)),
  }));
  all.explain(`${name}.received`, () => ({
    what: `${label}: received to date`,
    how: 'the receipts, quarter by quarter',
    rule,
    terms: incomes(
      books.actual
        .list('income', { partner, source, pool })
        .filter(({ account }) => inKind || isPerformance(account.purpose) === (kind === 'performance')),
    ),
  }));
  all.explain(`${name}.outstanding`, () => ({
    what: `${label}: outstanding; negative is paid ahead`,
    how: 'due − received',
    rule,
    terms: [...plus(`${name}.due-to-date`), ...minus(`${name}.received`)],
  }));
  all.explain(`${name}.retained`, () => ({
    what: `${label}: not earned, so not due`,
    how: 'what its pot retains',
    rule: agreement.performanceRule && { id: 'R3', clause: agreement.performanceRule.clause },
    terms: partOfPot(traced, line, 'totals.retained', 'retained'),
  }));
  const oldest = instalments.find(({ status }) => status === 'outstanding');
  all.explain(`${name}.days-late`, () => ({
    what: `${label}: days that its oldest outstanding instalment is late`,
    how: 'as of that instalment',
    rule,
    terms: oldest === undefined ? [] : plus(`${instalmentName(line, oldest)}.days-late`),
  }));
}

/** A pot is its partner's; where several contributions plan for it, each has its part, and the parts are the pot. */
function partOfPot({ result, all }: Traced, line: ContributionLine, ofPot: string, ofLine: string): Term[] {
  const siblings = result.contributions.filter(
    ({ partner, kind }) => partner === line.partner && kind === 'performance',
  );
  const total = `${potName(line.partner)}.${ofPot}`;
  if (!all.has(total) || siblings.every(({ agreed }) => agreed === '0.00' || agreed.startsWith('-'))) return [];
  const others = siblings.filter((one) => one !== line).map((one) => `${contributionName(one)}.${ofLine}`);
  return [...plus(total), ...minus(...all.known(others))];
}

function explainInstalments(traced: Traced, line: ContributionLine): void {
  const { books, all } = traced;
  const rule = { ...balanceRule(books), id: 'R5' as const };
  const shares = [...books.agreement.instalments].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  let before = 0n;
  for (const [index, one] of line.instalments.entries()) {
    const name = instalmentName(line, one);
    const earlier = before;
    const upTo = earlier + BigInt(shares[index]?.basisPoints ?? 0);
    before = upTo;
    const label = `${line.label}, ${line.sourceLabel}: instalment of ${one.quarter}`;
    all.explain(`${name}.amount`, () =>
      line.kind === 'performance'
        ? {
            what: `${line.label}: performance payment released in ${one.quarter}`,
            how: 'what its pot earns in the quarter',
            rule,
            terms: partOfPot(
              traced,
              line,
              `${item('quarters', { quarter: one.quarter })}.payment`,
              `${item('instalments', { quarter: one.quarter, due: one.due })}.amount`,
            ),
          }
        : {
            what: label,
            how: `${percent(upTo)} of what is agreed, less ${percent(earlier)} that fell due before; parts of a penny are left to the last`,
            rule,
            terms: plus(`${contributionName(line)}.agreed`),
            formula: ([agreed = 0n]) => (agreed * upTo) / 10_000n - (agreed * earlier) / 10_000n,
          },
    );
    all.explain(`${name}.days-late`, () => ({
      what: `${label}: days late`,
      how: `from ${one.due}, when it fell due, to ${one.paidOn === undefined ? 'the end of the quarter' : `${one.paidOn}, when receipts covered it`}`,
      rule,
      terms: [given({ what: 'days', unit: 'number', amount: BigInt(one.daysLate ?? 0) })],
    }));
  }
}

function percent(basisPoints: bigint): string {
  return `${formatBasisPoints(Number(basisPoints))}%`;
}
