import type { Agreement, Contribution, VarianceRule } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { fenceOfHeading, fenceOfSource, isAlignedMoney } from '../agreement/tied-money.js';
import type { SharedBy, WeighedMoney } from '../agreement/variance-policies.js';
import { largest, less, nil as none } from '../figures/expression.js';
import { Figure, type Term } from '../figures/figure.js';
import { balances, minus, plus, stated } from '../figures/terms.js';
import { placesFor } from '../money/decimal.js';
import type { Books } from './check.js';
import { oncePer } from './once-per.js';
import { type Sharers, weightsBy } from './variance-policies/policies.js';

/** What those who share are weighed by, and all weights together. */
interface Weighing {
  readonly weights: ReadonlyMap<string, Figure>;
  readonly all: Figure;
}

/** What those who share under a rule are weighed by. Its lines in one pool are weighed alike, and may be very many. */
export const weighings = oncePer((books: Books) => {
  const byRule = oncePer((_: VarianceRule) => new Map<string, Weighing>());
  return (declared: VarianceRule, pool: string, by: SharedBy): Weighing => {
    const byPool = byRule(declared);
    const { weigh } = declared;
    const weighing = byPool.get(pool) ?? weighingOf(weightsBy({ by, weigh }, sharersOf(books, declared, pool)));
    byPool.set(pool, weighing);
    return weighing;
  };
});

function weighingOf(weights: ReadonlyMap<string, Figure>): Weighing {
  const [first] = weights.values();
  const all = new Figure(first?.unit ?? 'number', {
    what: 'All who share: their weights',
    how: 'the weights, added up',
    terms: plus(...weights.values()),
  });
  return { weights, all };
}

/** Who shares under a rule: those that it names, else whoever contributes to the pool. */
function sharersOf(books: Books, { among, shares, place }: VarianceRule, pool: string): Sharers {
  const { agreement } = books;
  const contributions = agreement.contributions.filter((contribution) => contribution.pool === pool);
  const partners = among ?? [...new Set(contributions.map(({ partner }) => partner))];
  const places = placesFor(shares.values());
  const declared = [...shares].map(([code, percent]): [string, Figure] => [
    code,
    Figure.number('percent', `${labelOf(agreement, code)}: its percent`, percent, { at: place, places }),
  ]);
  return {
    contributed: (weigh) =>
      new Map(
        partners.map((code) => {
          const ofPartner = contributions.filter(({ partner }) => partner === code);
          return [code, weighs[weigh](books, code, ofPartner)];
        }),
      ),
    shares: new Map(declared),
    head: (code) => Figure.stated('number', `${labelOf(agreement, code)}: one of those who share alike`, 1n, place),
  };
}

/** What weighs of a partner's contributions to a pool. */
const weighs: Readonly<
  Record<WeighedMoney, (books: Books, partner: string, contributions: readonly Contribution[]) => Figure>
> = {
  all: ({ agreement }, partner, contributions) =>
    Figure.money({
      what: `${labelOf(agreement, partner)}: what it has agreed to contribute to the pool`,
      how: 'its contributions in the agreement, added up',
      terms: contributions.flatMap((contribution) => agreed(agreement, contribution)),
    }),
  'money-at-risk': moneyAtRisk,
};

/** R4: what is ring-fenced, capital or aligned bears no variance that is shared, so it weighs nothing. */
function moneyAtRisk({ agreement, plan }: Books, partner: string, contributions: readonly Contribution[]): Figure {
  const free = contributions.filter(
    ({ source }) => agreement.sources.get(source)?.nature !== 'capital' && !fenceOfSource(agreement, source),
  );
  const pools = new Map(free.map(({ source, pool }) => [source, pool]));
  const tied = plan.list('applied', { schedule: partner }).filter(({ account }) => {
    const { source, heading } = account;
    const declared = agreement.headings.get(heading);
    const isFenced = fenceOfHeading(agreement, heading) !== undefined;
    const isTied = declared?.nature === 'capital' || isFenced || isAlignedMoney(agreement, account);
    return isTied && pools.get(source) === declared?.pool;
  });
  const label = labelOf(agreement, partner);
  return Figure.money({
    what: `${label}: its money at risk in the pool`,
    how: 'its contributions in the agreement that are neither ring-fenced nor capital, less what it plans of them under ring-fenced or capital headings; not below nil',
    terms: [
      ...plus(
        Figure.money({
          what: `${label}: contributions that are neither ring-fenced nor capital`,
          how: 'those of the agreement, added up',
          terms: free.flatMap((contribution) => agreed(agreement, contribution)),
        }),
      ),
      ...minus(
        Figure.money({
          what: `${label}: planned of them under ring-fenced or capital headings`,
          how: 'the cells of the plan, added up',
          terms: balances(tied),
        }),
      ),
    ],
    formula: ([untied = none, planned = none]) => largest(none, less(untied, planned)),
  });
}

function agreed({ sources }: Agreement, { source, amountPence, place }: Contribution): Term[] {
  return stated(sources.get(source)?.name ?? source, amountPence, place);
}
