import type { Contribution } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import type { Books } from '../rules/check.js';
import { isKnown } from '../rules/known.js';
import { appliedFigures, headingLines } from './applied.js';
import { addFigures, subtractFigures, toFigures } from './figures.js';
import { contributedFigures } from './flow-of-funds.js';
import { retainedFigures } from './performance.js';
import type { Figures, Reconciliation } from './reconciliation-schema.js';

interface FootingFigures {
  readonly contributions: Figures;
  readonly applications: Figures;
  readonly difference: Figures;
}

/** Each pool by itself. */
export function byPool(books: Books): Reconciliation['byPool'] {
  return [...books.agreement.pools.values()].map(({ code, name, host }) => {
    const paid = books.agreement.contributions.filter(({ pool }) => pool === code);
    return { pool: code, label: name, host, ...footing(books, paid, [appliedFigures(books, { pool: code })]) };
  });
}

/** Each partner with money of its own: what it contributes, and what is applied on its schedule. */
export function byPartner(books: Books): Reconciliation['byPartner'] {
  return partnersWithMoney(books).map((partner) => ({
    partner,
    label: labelOf(books.agreement, partner),
    ...footingOf(books, [partner]),
    ...retainedBy(books, partner),
    headings: headingLines(books, [partner]),
  }));
}

function retainedBy(books: Books, partner: string): Pick<Reconciliation['byPartner'][number], 'retained'> {
  const retained = retainedFigures(books, partner);
  return Object.values(retained).some((amount) => amount !== '0.00') ? { retained } : {};
}

/** Each locality: the same of its partners; last, partners that belong to none. */
export function byLocality(books: Books): Reconciliation['byLocality'] {
  const { agreement } = books;
  const withMoney = partnersWithMoney(books);
  const inLocality = (code: string | undefined) =>
    withMoney.filter((partner) => agreement.partners.get(partner)?.locality === code);
  const localities = [...agreement.localities.values()].map(({ code, name }) => {
    const partners = inLocality(code);
    return {
      locality: code,
      label: name,
      partners,
      ...footingOf(books, partners),
      headings: headingLines(books, partners),
    };
  });
  const others = inLocality(undefined);
  if (others.length === 0) return localities;
  const label = `Whole area (${others.map((partner) => labelOf(agreement, partner)).join(', ')})`;
  return [
    ...localities,
    { label, partners: others, ...footingOf(books, others), headings: headingLines(books, others) },
  ];
}

/** Capital and revenue: contributed by the nature of the source, applied by the nature of the heading. */
export function byNature(books: Books): Reconciliation['byNature'] {
  const { agreement } = books;
  return (['capital', 'revenue'] as const).map((nature) => {
    const paid = agreement.contributions.filter(({ source }) => agreement.sources.get(source)?.nature === nature);
    const headings = [...agreement.headings.values()].filter((heading) => heading.nature === nature);
    const applied = headings.map(({ code }) => appliedFigures(books, { heading: code }));
    return { nature, ...footing(books, paid, applied) };
  });
}

function partnersWithMoney({ agreement, plan, actual, forecast }: Books): string[] {
  const codes = new Set(agreement.contributions.map(({ partner }) => partner));
  for (const book of [plan, actual, forecast]) {
    for (const { account } of book.list('applied')) codes.add(account.schedule);
    for (const { account } of book.list('pool')) codes.add(account.partner);
  }
  return [...agreement.partners.keys()].filter((code) => codes.has(code));
}

function footingOf(books: Books, partners: readonly string[]): FootingFigures {
  const paid = books.agreement.contributions.filter(({ partner }) => partners.includes(partner));
  return footing(
    books,
    paid,
    partners.map((schedule) => appliedFigures(books, { schedule })),
  );
}

function footing(books: Books, paid: readonly Contribution[], applied: readonly Figures[]): FootingFigures {
  const nothing = (ledger: 'contributions' | 'expenditure') =>
    toFigures({
      plan: 0n,
      actual: isKnown(books, ledger) ? 0n : undefined,
      forecast: books.forecast.isEmpty ? undefined : 0n,
    });
  const contributions = paid.length === 0 ? nothing('contributions') : contributedFigures(books, paid);
  const applications = applied.length === 0 ? nothing('expenditure') : addFigures(applied);
  return { contributions, applications, difference: subtractFigures(contributions, applications) };
}
