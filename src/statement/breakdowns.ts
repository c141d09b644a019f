import { labelOf } from '../agreement/bodies.js';
import { difference, type InBooks, inBooks, total } from '../figures/books.js';
import { ruleOf } from '../figures/figure.js';
import type { Books } from '../rules/check.js';
import { isKnown } from '../rules/known.js';
import { type ScheduleLine, scheduleLines } from './applied.js';
import { contributedBy } from './contributed.js';
import { provenancesOf } from './figures.js';
import { headingFigures } from './flow-of-funds.js';
import { retainedFigures } from './performance.js';
import type { HeadingLine, Reconciliation } from './reconciliation-schema.js';

interface Footing {
  readonly contributions: InBooks;
  readonly applications: InBooks;
  readonly difference: InBooks;
}

/** Each pool by itself (R1). */
export function byPool(books: Books): Reconciliation['byPool'] {
  return [...books.agreement.pools.values()].map(({ code, name, host }) => ({
    pool: code,
    label: name,
    host,
    ...footing(
      books,
      name,
      contributedBy(books, ({ pool }) => pool === code),
      appliedTo(books, ({ pool }) => pool === code),
    ),
  }));
}

/** Each partner with money of its own: what it contributes, and what is applied on its schedule. */
export function byPartner(books: Books): Reconciliation['byPartner'] {
  return [...scheduleLines(books)].map(([partner, lines]) => {
    const label = labelOf(books.agreement, partner);
    const contributed = contributedBy(books, (contribution) => contribution.partner === partner);
    const retained = retainedFigures(books, partner);
    return {
      partner,
      label,
      ...footing(
        books,
        label,
        contributed,
        lines.map(({ figures }) => figures),
      ),
      ...(Object.values(retained).some((amount) => amount !== '0.00') && { retained }),
      headings: lines.map((line) => headingLine(books, [line], line.figures)),
    };
  });
}

/** Each locality: the same of its partners; last, partners that belong to none. */
export function byLocality(books: Books, partners: Reconciliation['byPartner']): Reconciliation['byLocality'] {
  const { agreement } = books;
  const inLocality = (code: string | undefined) =>
    partners.filter(({ partner }) => agreement.partners.get(partner)?.locality === code);
  const localities = [...agreement.localities.values()].map(({ code, name }) => ({
    locality: code,
    ...localityOf(books, name, inLocality(code)),
  }));
  const others = inLocality(undefined);
  if (others.length === 0) return localities;
  return [...localities, localityOf(books, `Whole area (${others.map(({ label }) => label).join(', ')})`, others)];
}

function localityOf(
  books: Books,
  label: string,
  own: Reconciliation['byPartner'],
): Omit<Reconciliation['byLocality'][number], 'locality'> {
  const partners = own.map(({ partner }) => partner);
  return {
    label,
    partners,
    ...footing(
      books,
      label,
      own.map(({ contributions }) => contributions),
      own.map(({ applications }) => applications),
    ),
    headings: headingLines(books, label, partners),
  };
}

/** Capital and revenue: contributed by the nature of the source, applied by the nature of the heading. */
export function byNature(books: Books): Reconciliation['byNature'] {
  const { sources } = books.agreement;
  return (['capital', 'revenue'] as const).map((nature) => ({
    nature,
    ...footing(
      books,
      `All ${nature}`,
      contributedBy(books, ({ source }) => sources.get(source)?.nature === nature),
      appliedTo(books, (heading) => heading.nature === nature),
    ),
  }));
}

type Heading = { readonly pool: string; readonly nature: 'capital' | 'revenue' };

function appliedTo(books: Books, isMeant: (heading: Heading) => boolean): InBooks[] {
  const figures = headingFigures(books);
  return [...books.agreement.headings.values()].flatMap((heading) =>
    isMeant(heading) ? [figures.get(heading.code) ?? {}] : [],
  );
}

/** The lines of some partners’ schedules together, heading by heading in the agreement’s order; those without money left out. */
function headingLines(books: Books, label: string, partners: readonly string[]): HeadingLine[] {
  const lines = partners.flatMap((partner) => scheduleLines(books).get(partner) ?? []);
  return [...books.agreement.headings.values()].flatMap(({ code, name }) => {
    const own = lines.filter(({ heading }) => heading === code);
    if (own.length === 0) return [];
    const bodies = own.map(({ schedule }) => labelOf(books.agreement, schedule)).join(', ');
    const figures = inBooks((book, words) =>
      total(
        {
          what: `${name} in ${label}, ${words}`,
          how: `what ${bodies} have on their schedules`,
          rule: ruleOf('R1', books.agreement.balanceRule),
        },
        own.map((line) => line.figures[book]),
      ),
    );
    return [headingLine(books, own, figures)];
  });
}

function headingLine({ agreement, ...books }: Books, lines: readonly ScheduleLine[], figures: InBooks): HeadingLine {
  const [{ heading: code } = { heading: '' }] = lines;
  const heading = agreement.headings.get(code);
  const mark = lines.map(({ provenance }) => provenance).find((candidate) => candidate !== 'stated') ?? 'stated';
  const [only = '', ...others] = new Set(lines.flatMap(({ bodies }) => [...bodies]));
  return {
    heading: code,
    label: heading?.name ?? code,
    appliedBy: others.length === 0 ? only : (heading?.appliedBy ?? only),
    ...figures,
    provenance: provenancesOf({ agreement, ...books }, mark, figures),
  };
}

function footing(books: Books, label: string, contributed: readonly InBooks[], applied: readonly InBooks[]): Footing {
  const rule = ruleOf('R1', books.agreement.balanceRule);
  const side = (what: string, parts: readonly InBooks[], ledger: 'contributions' | 'expenditure') =>
    inBooks((book, words) => {
      const isNothingKnown =
        parts.length === 0 &&
        ((book === 'actual' && !isKnown(books, ledger)) || (book === 'forecast' && books.forecast.isEmpty));
      const how = `its ${what === 'contributed' ? 'contributions' : 'headings'}, added up`;
      return isNothingKnown
        ? undefined
        : total(
            { what: `${label}: ${what}, ${words}`, how, rule },
            parts.map((part) => part[book]),
          );
    });
  const contributions = side('contributed', contributed, 'contributions');
  const applications = side('applied', applied, 'expenditure');
  return {
    contributions,
    applications,
    difference: inBooks((book, words) =>
      difference(
        { what: `${label}: contributed less applied, ${words}`, how: 'contributions − applications', rule },
        contributions[book],
        applications[book],
      ),
    ),
  };
}
