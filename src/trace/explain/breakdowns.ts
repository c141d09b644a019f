import { balances, item, minus, plus } from '../terms.js';
import { applicationLine, explainRetained, sourceOf } from './flow-of-funds.js';
import { balanceRule, bodyName, bookNames, headingName, type Traced } from './traced.js';

/** The same money by pool, partner, locality and nature (R1). */
export function explainBreakdowns(traced: Traced): void {
  const { books, result } = traced;
  const { contributions, headings, sources } = books.agreement;
  for (const { pool, label } of result.byPool) {
    explainFooting(traced, item('by-pool', { pool }), label, {
      contributions: contributions.filter((one) => one.pool === pool).map(sourceOf),
      applications: [...headings.values()].filter((one) => one.pool === pool).map(({ code }) => applicationLine(code)),
    });
  }
  for (const { nature } of result.byNature) {
    explainFooting(traced, item('by-nature', { nature }), `All ${nature}`, {
      contributions: contributions.filter((one) => sources.get(one.source)?.nature === nature).map(sourceOf),
      applications: [...headings.values()]
        .filter((one) => one.nature === nature)
        .map(({ code }) => applicationLine(code)),
    });
  }
  for (const one of result.byPartner) explainPartner(traced, one);
  for (const one of result.byLocality) explainLocality(traced, one);
}

interface Made {
  readonly contributions: readonly string[];
  readonly applications: readonly string[];
}

function explainFooting({ books, all }: Traced, name: string, label: string, made: Made): void {
  const rule = balanceRule(books);
  for (const { book, words } of bookNames) {
    for (const side of ['contributions', 'applications'] as const) {
      all.explain(`${name}.${side}.${book}`, () => ({
        what: `${label}: ${side === 'contributions' ? 'contributed' : 'applied'}, ${words}`,
        how: side === 'contributions' ? 'its contributions, added up' : 'its headings, added up',
        rule,
        terms: plus(...made[side].map((one) => `${one}.${book}`)),
      }));
    }
    all.explain(`${name}.difference.${book}`, () => ({
      what: `${label}: contributed less applied, ${words}`,
      how: 'contributions − applications',
      rule,
      terms: [...plus(`${name}.contributions.${book}`), ...minus(`${name}.applications.${book}`)],
    }));
  }
}

function explainPartner(traced: Traced, { partner, label, headings }: Traced['result']['byPartner'][number]): void {
  const { books, all } = traced;
  const name = item('by-partner', { partner });
  const lines = headings.map(({ heading }) => ({ heading, line: item(`${name}.headings`, { heading }) }));
  explainFooting(traced, name, label, {
    contributions: books.agreement.contributions.filter((one) => one.partner === partner).map(sourceOf),
    applications: lines.map(({ line }) => line),
  });
  for (const { book, words } of bookNames) {
    all.explain(`${name}.retained.${book}`, () => explainRetained(traced, book, partner));
    for (const { heading, line } of lines) {
      all.explain(`${line}.${book}`, () => ({
        what: `${headingName(books, heading)} on the schedule of ${label}, ${words}`,
        how: 'its accounts, by who applied it, from which source, for which scheme, in which quarter',
        rule: balanceRule(books),
        terms: balances(books[book].list('applied', { schedule: partner, heading })),
      }));
    }
  }
}

function explainLocality(traced: Traced, one: Traced['result']['byLocality'][number]): void {
  const { books, result, all } = traced;
  const name = item('by-locality', { locality: one.locality });
  const partners = one.partners.map((partner) => item('by-partner', { partner }));
  const sum = (part: string) => partners.map((partner) => `${partner}.${part}`);
  explainFooting(traced, name, one.label, { contributions: sum('contributions'), applications: sum('applications') });
  for (const { heading } of one.headings) {
    const own = result.byPartner.filter(
      ({ partner, headings }) => one.partners.includes(partner) && headings.some((line) => line.heading === heading),
    );
    for (const { book, words } of bookNames) {
      all.explain(`${item(`${name}.headings`, { heading })}.${book}`, () => ({
        what: `${headingName(books, heading)} in ${one.label}, ${words}`,
        how: `what ${own.map(({ partner }) => bodyName(books, partner)).join(', ')} have on their schedules`,
        rule: balanceRule(books),
        terms: plus(
          ...own.map(({ partner }) => `${item(`${item('by-partner', { partner })}.headings`, { heading })}.${book}`),
        ),
      }));
    }
  }
}
