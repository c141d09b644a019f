import type { Agreement } from '../agreement/agreement.js';
import { nameOf } from '../agreement/bodies.js';
import type { Place } from '../diagnostics/diagnostic.js';
import type { InBooks } from '../figures/books.js';
import type { Term } from '../figures/figure.js';
import { balances, plus, stated, sumOfTerms } from '../figures/terms.js';
import { inWords } from '../money/format-money.js';
import { headingFigures } from './applied.js';
import { type Books, type Check, checkOf } from './check.js';
import { contributedBy } from './contributed.js';
import { type Footing, footingsOfNatures, footingsOfPartners, footingsOfPools } from './footings.js';

/** Something in the plan that must foot: what is agreed for it, and what the rows of plan.csv make of it. */
export interface PlanFooting {
  readonly code: string;
  /** Its name in sentences. */
  readonly name: string;
  readonly check: Check;
  readonly place: Place;
}

interface Sides {
  readonly code: string;
  readonly name: string;
  readonly agreed: readonly Term[];
  readonly agreedAs: string;
  readonly applied: readonly Term[];
  readonly appliedAs: string;
  readonly place?: Place | undefined;
  readonly of?: Pick<Check, 'partner' | 'heading'>;
}

/** Each pool: contributed against applied. */
export function poolFootings(books: Books): PlanFooting[] {
  const footings = footingsOfPools(books);
  return [...books.agreement.pools.values()].map(({ code, name }) =>
    planFooting(books.agreement, 'pool', {
      code,
      name,
      ...sidesOf(footings.get(code)),
      agreedAs: 'contributed',
      appliedAs: 'applied',
    }),
  );
}

/** Each partner with money in the plan: its contribution against its schedule. */
export function partnerFootings(books: Books): PlanFooting[] {
  const { agreement, plan } = books;
  const withMoney = new Set(agreement.contributions.map(({ partner }) => partner));
  for (const { account } of plan.list('applied')) withMoney.add(account.schedule);
  return [...footingsOfPartners(books)].flatMap(([code, footing]) =>
    withMoney.has(code)
      ? [
          planFooting(agreement, 'partner', {
            code,
            name: nameOf(agreement, code),
            ...sidesOf(footing),
            agreedAs: 'contributed',
            appliedAs: 'applied on its schedule',
            place: agreement.contributions.find(({ partner }) => partner === code)?.place,
            of: { partner: code },
          }),
        ]
      : [],
  );
}

/** Each heading: its allocation against the schedules' rows. */
export function headingFootings(books: Books): PlanFooting[] {
  const figures = headingFigures(books);
  return [...books.agreement.headings.values()].map(({ code, name, allocationPence, place }) =>
    planFooting(books.agreement, 'heading', {
      code,
      name,
      agreed: stated('allocation in the agreement', allocationPence, place),
      agreedAs: 'allotted',
      applied: planOf(figures.get(code)),
      appliedAs: 'applied by the schedules',
      place,
      of: { heading: code },
    }),
  );
}

/** Each source: contributed against what the rows draw from it. */
export function sourceFootings(books: Books): PlanFooting[] {
  return [...books.agreement.sources.values()].map(({ code, name }) =>
    planFooting(books.agreement, 'source', {
      code,
      name,
      agreed: contributedBy(books, ({ source }) => source === code).flatMap(planOf),
      agreedAs: 'contributed',
      applied: balances(books.plan.list('applied', { source: code })),
      appliedAs: 'applied from it',
    }),
  );
}

/** Capital and revenue: contributed by the nature of the source, applied by the nature of the heading. */
export function natureFootings(books: Books): PlanFooting[] {
  return [...footingsOfNatures(books)].map(([nature, footing]) =>
    planFooting(books.agreement, 'nature', {
      code: nature,
      name: nature,
      ...sidesOf(footing),
      agreedAs: 'contributed',
      appliedAs: `applied to ${nature} headings`,
    }),
  );
}

function sidesOf(footing: Footing | undefined): Pick<Sides, 'agreed' | 'applied'> {
  return { agreed: planOf(footing?.contributions), applied: planOf(footing?.applications) };
}

function planOf(figures: InBooks | undefined): Term[] {
  return figures?.plan === undefined ? [] : plus(figures.plan);
}

/** What the plan foots by. */
type FootedBy = 'pool' | 'partner' | 'heading' | 'source' | 'nature';

function planFooting(agreement: Agreement, kind: FootedBy, sides: Sides): PlanFooting {
  const { code, name, agreed, agreedAs, applied, appliedAs, place, of } = sides;
  const check = checkOf({
    id: `plan.${kind}.${code}`,
    family: `plan.${kind}`,
    rule: 'R1',
    clause: agreement.balanceRule.clause,
    ...of,
    expected: agreed,
    actual: applied,
    message: `${name}: ${inWords(sumOfTerms(agreed))} ${agreedAs}, ${inWords(sumOfTerms(applied))} ${appliedAs}`,
  });
  return { code, name, check, place: place ?? { file: agreement.file } };
}
