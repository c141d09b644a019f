import type { Contribution } from '../../agreement/agreement.js';
import { contributorOf } from '../../agreement/bodies.js';
import type { Books } from '../../rules/check.js';
import type { Explanation, Term } from '../node.js';
import { balances, incomes, item, minus, plus, stated, step } from '../terms.js';
import { balanceRule, bodyName, bookNames, headingName, sourceName, type Traced } from './traced.js';

/** Where money came from and what it was applied to, line by line and in total (R1). */
export function explainFlowOfFunds(traced: Traced): void {
  const { books, all } = traced;
  for (const contribution of books.agreement.contributions) explainSource(traced, contribution);
  for (const heading of books.agreement.headings.keys()) explainApplication(traced, heading);
  for (const contributor of traced.result.flowOfFunds.contributors) explainContributor(traced, contributor);
  for (const { book, words } of bookNames) {
    const totals = 'flow-of-funds.totals';
    all.explain(`${totals}.sources.${book}`, () => ({
      what: `All that is contributed, ${words}`,
      how: 'the sources, added up',
      rule: balanceRule(books),
      terms: plus(...books.agreement.contributions.map((one) => `${sourceOf(one)}.${book}`)),
    }));
    all.explain(`${totals}.applications.${book}`, () => ({
      what: `All that is applied, ${words}`,
      how: 'the headings, added up',
      rule: balanceRule(books),
      terms: plus(...[...books.agreement.headings.keys()].map((code) => `${applicationLine(code)}.${book}`)),
    }));
    all.explain(`${totals}.difference.${book}`, () => ({
      what: `Contributed less applied, ${words}`,
      how: 'sources − applications',
      rule: balanceRule(books),
      terms: [...plus(`${totals}.sources.${book}`), ...minus(`${totals}.applications.${book}`)],
    }));
    all.explain(`${totals}.brought-forward.${book}`, () => ({
      what: `Brought forward, ${words}`,
      how: book === 'plan' ? 'the plan is for the year, and brings nothing forward' : 'the opening balances',
      rule: balanceRule(books),
      terms: book === 'plan' ? [] : incomes(books.actual.list('brought-forward')),
    }));
    all.explain(`${totals}.balance.${book}`, () => ({
      what: `Balance of the fund, ${words}`,
      how: 'sources − applications + brought forward',
      rule: balanceRule(books),
      terms: plus(`${totals}.difference.${book}`, `${totals}.brought-forward.${book}`),
    }));
    all.explain(`${totals}.retained.${book}`, () => explainRetained(traced, book, undefined));
  }
}

type Contributor = Traced['result']['flowOfFunds']['contributors'][number];

/** A partner, or the group that it belongs to, as the flow of funds prints them. */
function explainContributor({ books, all }: Traced, { code, label, sources }: Contributor): void {
  const name = item('flow-of-funds.contributors', { contributor: code });
  const { agreement } = books;
  const own = agreement.contributions.filter(({ partner }) => contributorOf(agreement, partner) === code);
  for (const { book, words } of bookNames) {
    all.explain(`${name}.${book}`, () => ({
      what: `${label}: contributed, ${words}`,
      how: 'its sources, added up',
      rule: balanceRule(books),
      terms: plus(...own.map((one) => `${sourceOf(one)}.${book}`)),
    }));
    for (const source of sources) {
      all.explain(`${item(`${name}.sources`, { source: source.code })}.${book}`, () => ({
        what: `${label}, ${source.label}: contributed, ${words}`,
        how: 'what its partners contribute from it, added up',
        rule: balanceRule(books),
        terms: plus(...own.filter((one) => one.source === source.code).map((one) => `${sourceOf(one)}.${book}`)),
      }));
    }
  }
}

/** The name of a line of sources. */
export function sourceOf({ partner, source, pool }: Pick<Contribution, 'partner' | 'source' | 'pool'>): string {
  return item('flow-of-funds.sources', { partner, source, pool });
}

/** The name of a line of applications. */
export function applicationLine(heading: string): string {
  return item('flow-of-funds.applications', { heading });
}

function explainSource({ books, all }: Traced, contribution: Contribution): void {
  const { partner, source, pool, place, amountPence } = contribution;
  const name = sourceOf(contribution);
  const what = `${bodyName(books, partner)}, ${sourceName(books, source)}`;
  const rule = balanceRule(books);
  all.explain(`${name}.plan`, () => ({
    what: `${what}: agreed for the year`,
    how: 'as the agreement states it',
    rule,
    terms: [stated('contribution in the agreement', amountPence, place)],
  }));
  all.explain(`${name}.actual`, () => ({
    what: `${what}: received to date`,
    how: 'the receipts, quarter by quarter',
    rule,
    terms: incomes(books.actual.list('income', { partner, source, pool })),
  }));
  all.explain(`${name}.forecast`, () => ({
    what: `${what}: expected for the year`,
    how: 'what is agreed; of performance money only what is forecast to be released',
    rule,
    terms: [...plus(`${name}.plan`), ...unreleased(books, contribution)],
  }));
}

/** Of performance money, the pot leaves the forecast and what is forecast to be released comes in (R3). */
function unreleased({ agreement, plan, forecast }: Books, { partner, source, pool }: Contribution): Term[] {
  const heading = agreement.performanceRule?.heading;
  if (heading === undefined) return [];
  const where = { schedule: partner, source, pool, heading };
  if (plan.list('applied', where).length === 0) return [];
  return [...balances(plan.list('applied', where), -1n), ...balances(forecast.list('applied', where))];
}

function explainApplication({ books, result, all }: Traced, heading: string): void {
  for (const { book, words } of bookNames) {
    const schedules = result.byPartner.filter((partner) => partner.headings.some((line) => line.heading === heading));
    all.explain(`${applicationLine(heading)}.${book}`, () => ({
      what: `${headingName(books, heading)}, ${words}`,
      how: 'what each partner’s schedule applies to it',
      rule: balanceRule(books),
      terms: plus(
        ...schedules.map(
          ({ partner }) => `${item(`${item('by-partner', { partner })}.headings`, { heading })}.${book}`,
        ),
      ),
    }));
  }
}

/** Performance money that was not earned (R3), of one partner or of all. */
export function explainRetained(
  { books, result, all }: Traced,
  book: 'plan' | 'actual' | 'forecast',
  partner: string | undefined,
): Explanation {
  const rule = books.agreement.performanceRule;
  const own = (result.performance?.partners ?? []).filter((one) => partner === undefined || one.partner === partner);
  const whose = partner === undefined ? 'All partners' : bodyName(books, partner);
  const about = { rule: rule && { id: 'R3' as const, clause: rule.clause } };
  if (book === 'plan') {
    return { ...about, what: `${whose}: retained, plan`, how: 'the plan is to earn all of it', terms: [] };
  }
  if (book === 'actual') {
    const names = own.map((one) => `${item('performance.partners', { partner: one.partner })}.totals.retained`);
    return {
      ...about,
      what: `${whose}: performance money not earned to date`,
      how: own.length > 0 ? 'what each pot retains' : 'there is no pot to earn',
      terms: plus(...all.known(names)),
    };
  }
  return {
    ...about,
    what: `${whose}: performance money that is forecast not to be earned`,
    how: 'each pot less what is forecast to be released',
    terms: own.map((one) =>
      step({
        what: `${bodyName(books, one.partner)}: pot less forecast release`,
        how: 'pot − forecast',
        unit: 'money',
        terms: [
          ...plus(`${item('performance.partners', { partner: one.partner })}.pot`),
          ...balances(books.forecast.list('applied', { schedule: one.partner, heading: rule?.heading ?? '' }), -1n),
        ],
      }),
    ),
  };
}
