import { labelOf } from '../agreement/bodies.js';
import { type BookName, bookNames, type InBooks, inBooks, total } from '../figures/books.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { balances, plus, turned } from '../figures/terms.js';
import { alignedOf } from '../rules/aligned.js';
import { type ScheduleLine, scheduleLines } from '../rules/applied.js';
import type { Books } from '../rules/check.js';
import {
  type Footing,
  footing,
  footingsOfNatures,
  footingsOfPartners,
  footingsOfPools,
  natures,
} from '../rules/footings.js';
import { retainedFigures } from './performance.js';
import { provenancesOf } from './provenances.js';
import type { HeadingLine, Reconciliation } from './reconciliation-schema.js';

/** Each pool by itself (R1). */
export function byPool(books: Books): Reconciliation['byPool'] {
  const footings = footingsOfPools(books);
  return [...books.agreement.pools.values()].map(({ code, name, host }) => ({
    pool: code,
    label: name,
    host,
    ...footingIn(footings, code),
    ...pooledOf(books, { code, name }, footingIn(footings, code)),
  }));
}

/** What of a pool's contributions comes into it: all but what is aligned (R1); nothing where nothing is. */
function pooledOf(
  books: Books,
  { code, name }: { readonly code: string; readonly name: string },
  { contributions }: Footing,
): Pick<Reconciliation['byPool'][number], 'pooled'> {
  const ofPool = books.agreement.contributions.filter(({ pool }) => pool === code);
  const alignedIn = (book: BookName) => ofPool.flatMap((contribution) => alignedOf(books, book, contribution));
  if (bookNames.every((book) => alignedIn(book).length === 0)) return {};
  const pooled = inBooks((book, words) => {
    const contributed = contributions[book];
    return (
      contributed &&
      Figure.money({
        what: `${name}: contributed to the pool itself, ${words}`,
        how: 'contributions − what of them is aligned',
        rule: ruleOf('R1', books.agreement.balanceRule),
        terms: [...plus(contributed), ...turned(balances(alignedIn(book)))],
      })
    );
  });
  return { pooled };
}

function footingIn<K>(footings: ReadonlyMap<K, Footing>, key: K): Footing {
  const known = footings.get(key);
  if (known === undefined) throw new Error(`nothing foots for ${String(key)}`);
  return known;
}

/** Each partner with money of its own: what it contributes, and what is applied on its schedule. */
export function byPartner(books: Books): Reconciliation['byPartner'] {
  return [...scheduleLines(books)].map(([partner, lines]) => {
    const retained = retainedFigures(books, partner);
    return {
      partner,
      label: labelOf(books.agreement, partner),
      ...footingIn(footingsOfPartners(books), partner),
      ...(Object.values(retained).some((figure) => figure?.isNil === false) && { retained }),
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
    ...footing(books, {
      label,
      contributed: own.map(({ contributions }) => contributions),
      applied: own.map(({ applications }) => applications),
    }),
    headings: headingLines(books, label, partners),
  };
}

/** Capital and revenue: contributed by the nature of the source, applied by the nature of the heading. */
export function byNature(books: Books): Reconciliation['byNature'] {
  return natures.map((nature) => ({ nature, ...footingIn(footingsOfNatures(books), nature) }));
}

/** The lines of some partners’ schedules together, heading by heading in the agreement’s order; those without money left out. */
function headingLines(books: Books, label: string, partners: readonly string[]): HeadingLine[] {
  const lines = partners.flatMap((partner) => scheduleLines(books).get(partner) ?? []);
  return [...books.agreement.headings.values()].flatMap(({ code, name }) => {
    const ofHeading = lines.filter(({ heading }) => heading === code);
    if (ofHeading.length === 0) return [];
    const bodies = ofHeading.map(({ schedule }) => labelOf(books.agreement, schedule)).join(', ');
    const figures = inBooks((book, words) =>
      total(
        {
          what: `${name} in ${label}, ${words}`,
          how: `what ${bodies} have on their schedules`,
          rule: ruleOf('R1', books.agreement.balanceRule),
        },
        ofHeading.map((line) => line.figures[book]),
      ),
    );
    return [headingLine(books, ofHeading, figures)];
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
