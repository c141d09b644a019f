import type { PerformancePaymentRule } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { type InBooks, inBooks, type Money } from '../figures/books.js';
import { nil, number, over } from '../figures/expression.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { balances, plus, turned } from '../figures/terms.js';
import type { Unit } from '../figures/unit.js';
import { asFraction, type Decimal } from '../money/decimal.js';
import type { Books } from '../rules/check.js';
import { nationalReturn } from '../rules/national-return.js';
import { oncePer } from '../rules/once-per.js';
import { isPotDerived, performanceOf } from '../rules/performance.js';
import { allPots, knownOf, type Pot } from '../rules/pot.js';
import type { PerformanceStatement } from './performance-schema.js';
import { whyOf } from './performance-words.js';

/** Payment for performance (R3), partner by partner and as the national return has it; undefined without such a rule. */
export const performanceStatement = oncePer((books: Books): PerformanceStatement | undefined => {
  const { agreement } = books;
  const terms = agreement.performanceRule;
  if (terms === undefined) return undefined;
  const { heading, clause, cap, clawback, targetPercent } = terms;
  const price = priceIn(terms);
  const national = nationalReturn(books, terms);
  return {
    heading,
    label: agreement.headings.get(heading)?.name ?? heading,
    clause,
    cap,
    clawback,
    price,
    targetPercent: targetPercent && agreed(terms, 'percent', 'Fewer admissions aimed at', targetPercent),
    partners: performanceOf(books).map(({ partner, ...pot }) => ({
      partner,
      label: labelOf(agreement, partner),
      locality: agreement.partners.get(partner)?.locality,
      price: priceIn(terms),
      isPotDerived: isPotDerived(books, partner),
      potBecause: terms.pots.get(partner)?.because,
      ...withWhy(pot, (quarter) => whyOf(terms, pot, quarter)),
    })),
    totals: totalsOf(books, terms, price),
    nationalReturn: {
      ...national,
      area: withWhy(national.area, () => 'the whole area, netted'),
      items: [...national.items],
    },
  };
});

function priceIn(terms: PerformancePaymentRule): Money | undefined {
  const { price } = terms;
  return price && agreed(terms, 'money', 'National price of an admission', price);
}

function agreed<U extends Unit>(terms: PerformancePaymentRule, unit: U, what: string, number: Decimal): Figure<U> {
  const inAgreement = Figure.number(unit, `${what} in the agreement`, number, { at: terms.place });
  const how = 'as the agreement states it';
  return new Figure(unit, { what, how, rule: ruleOf('R3', terms), terms: plus(inAgreement) });
}

function withWhy<P extends Pot>(pot: P, why: (quarter: P['quarters'][number]) => string) {
  return { ...pot, quarters: pot.quarters.map((quarter) => ({ ...quarter, why: why(quarter) })) };
}

function totalsOf(
  books: Books,
  terms: PerformancePaymentRule,
  price: Money | undefined,
): PerformanceStatement['totals'] {
  const rule = ruleOf('R3', terms);
  const totals = allPots(rule, 'the pots, added up', performanceOf(books));
  const pounds = terms.price;
  if (pounds === undefined || price === undefined || price.amount <= 0n) return totals;
  return {
    ...totals,
    reductionAtPrice: new Figure('number', {
      what: 'Admissions fewer that all the pots are at the national price',
      how: 'pots ÷ price, to the nearest whole admission',
      rule,
      terms: plus(totals.pot, price),
      formula: ([pots = nil]) => over(pots, number(asFraction(pounds))),
    }),
  };
}

/** Performance money that was not earned: to date, and by the forecast. It never enters the pool. */
export function retainedFigures(books: Books, partner?: string): InBooks {
  const { agreement, asAt, forecast } = books;
  const terms = agreement.performanceRule;
  const rule = terms && ruleOf('R3', terms);
  const pots = performanceOf(books).filter((pot) => partner === undefined || pot.partner === partner);
  const whose = partner === undefined ? 'All partners' : labelOf(agreement, partner);
  const expected = pots.map(({ partner: schedule, pot }) => ({
    label: labelOf(agreement, schedule),
    pot,
    released: forecast.list('applied', { schedule, heading: terms?.heading ?? '' }),
  }));
  const isForecast = !forecast.isEmpty && expected.every(({ released }) => released.length > 0);
  return inBooks((book) => {
    switch (book) {
      case 'plan':
        return Figure.money({
          what: `${whose}: retained, plan`,
          how: 'the plan is to earn all of it',
          rule,
          terms: [],
        });
      case 'actual': {
        const retained = asAt === undefined ? undefined : knownOf(pots, 'retained');
        const how = pots.length > 0 ? 'what each pot retains' : 'there is no pot to earn';
        const what = `${whose}: performance money not earned to date`;
        return retained && Figure.money({ what, how, rule, terms: plus(...retained) });
      }
      case 'forecast': {
        if (!isForecast) return undefined;
        const unreleased = expected.map(({ label, pot, released }) =>
          Figure.money({
            what: `${label}: pot less forecast release`,
            how: 'pot − forecast',
            terms: [...plus(pot), ...turned(balances(released))],
          }),
        );
        return Figure.money({
          what: `${whose}: performance money that is forecast not to be earned`,
          how: 'each pot less what is forecast to be released',
          rule,
          terms: plus(...unreleased),
        });
      }
    }
  });
}
