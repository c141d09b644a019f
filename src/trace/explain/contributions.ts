import { type Decimal, inFull, nil, partOf } from '../../money/decimal.js';
import { times, truncated, whole } from '../../money/fraction.js';
import { sum } from '../../money/pence.js';
import { dayOf } from '../../rules/as-at.js';
import type { ContributionLine } from '../../statement/settlement-schema.js';
import type { Explanation } from '../node.js';
import { balances, figure, given, incomes, item, minus, plus, step } from '../terms.js';
import { sourceOf } from './flow-of-funds.js';
import { potName } from './performance.js';
import { partOfSplit } from './split.js';
import { balanceRule, sourceName, type Traced } from './traced.js';

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
  all.explain(`${name}.retained`, () => {
    const part = partOfPot(traced, line, 'totals.retained');
    return {
      what: `${label}: not earned, so not due`,
      how: howOfPot('what its pot retains', part),
      rule: agreement.performanceRule && { id: 'R3', clause: agreement.performanceRule.clause },
      ...part,
    };
  });
  const oldest = instalments.find(({ status }) => status === 'outstanding');
  all.explain(`${name}.days-late`, () => ({
    what: `${label}: days that its oldest outstanding instalment is late`,
    how: 'as of that instalment',
    rule,
    terms: oldest === undefined ? [] : plus(`${instalmentName(line, oldest)}.days-late`),
  }));
}

/**
 * What a contribution has of a figure of its partner's pot: all of it where it alone plans for performance, else by what
 * each contribution plans for it.
 */
function partOfPot(
  { books, all }: Traced,
  line: ContributionLine,
  ofPot: string,
): Pick<Explanation, 'terms' | 'formula'> {
  const { agreement, plan } = books;
  const heading = agreement.performanceRule?.heading ?? '';
  const weights = agreement.contributions
    .filter(({ partner }) => partner === line.partner)
    .map(({ partner, source, pool }) => ({
      code: [partner, source, pool].join('\0'),
      planned: plan.list('applied', { schedule: partner, source, pool, heading }),
      isOwn: source === line.source && pool === line.pool,
      what: `${sourceName(books, source)}: planned for performance`,
    }))
    .filter(({ planned }) => sum(planned.map(({ amountPence }) => amountPence)) > 0n);
  const total = `${potName(line.partner)}.${ofPot}`;
  const index = weights.findIndex(({ isOwn }) => isOwn);
  if (index < 0 || !all.has(total)) return { terms: [] };
  if (weights.length === 1) return { terms: plus(total) };
  return {
    terms: [
      figure(total),
      ...weights.map(({ what, planned }) => step({ what, how: '', unit: 'money', terms: balances(planned) })),
    ],
    formula: ([pot = 0n, ...amounts]) =>
      partOfSplit(
        pot,
        weights.map(({ code }, at) => ({ code, weight: amounts[at] ?? 0n })),
        index,
      ),
  };
}

/** How a figure of a contribution comes of its pot. */
function howOfPot(whole: string, { formula }: Pick<Explanation, 'formula'>): string {
  if (formula === undefined) return whole;
  return `${whole}, its part by what each source plans for performance, an odd penny to the largest remainder`;
}

function explainInstalments(traced: Traced, line: ContributionLine): void {
  const { books, all } = traced;
  const rule = { ...balanceRule(books), id: 'R5' as const };
  const shares = [...books.agreement.instalments].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  let before = nil;
  for (const [index, one] of line.instalments.entries()) {
    const name = instalmentName(line, one);
    const earlier = before;
    const upTo = earlier.plus(shares[index]?.percent ?? nil);
    before = upTo;
    const label = `${line.label}, ${line.sourceLabel}: instalment of ${one.quarter}`;
    all.explain(`${name}.amount`, () => {
      if (line.kind === 'performance') {
        const part = partOfPot(traced, line, `${item('quarters', { quarter: one.quarter })}.payment`);
        return {
          what: `${line.label}: performance payment released in ${one.quarter}`,
          how: howOfPot('what its pot earns in the quarter', part),
          rule,
          ...part,
        };
      }
      return {
        what: label,
        how: `${inFull(upTo)}% of what is agreed, less ${inFull(earlier)}% that fell due before; parts of a penny are left to the last`,
        rule,
        terms: plus(`${contributionName(line)}.agreed`),
        formula: ([agreed = 0n]) => downTo(agreed, upTo) - downTo(agreed, earlier),
      };
    });
    all.explain(`${name}.days-late`, () => ({
      what: `${label}: days late`,
      how: `from ${one.due}, when it fell due, to ${one.paidOn === undefined ? 'the end of the quarter' : `${one.paidOn}, when receipts covered it`}`,
      rule,
      terms: [given({ what: 'days', unit: 'number', amount: BigInt(one.daysLate ?? 0) })],
    }));
  }
}

/** So many percent of an amount, without parts of a penny. */
export function downTo(pence: bigint, percent: Decimal): bigint {
  return truncated(times(whole(pence), partOf(percent)));
}
