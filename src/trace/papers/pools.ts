import { acrossPools } from '../../statement/pool-figures.js';
import { reportRoot } from '../../statement/report-figures-schema.js';
import { balances, incomes, item, plus } from '../terms.js';
import { explainSum, headingLine, incomeName } from './by-quarter.js';
import { rulesOfPapers, type TracedPapers } from './traced-papers.js';

/** Each pool by itself, where a fund has several: its income, its expenditure, and what its host holds. */
export function explainPools(traced: TracedPapers): void {
  for (const one of traced.figures.pools) explainPool(traced, one);
}

function explainPool(traced: TracedPapers, { pool, label }: TracedPapers['figures']['pools'][number]): void {
  const { all, books, figures } = traced;
  const name = item(`${reportRoot}.pools`, { pool });
  const rule = rulesOfPapers.poolManager;
  const headings = [...books.agreement.headings.values()].filter((heading) => heading.pool === pool);
  explainSum(
    traced,
    `${name}.income`,
    `${label}: received`,
    figures.income.filter((line) => line.pool === pool).map(incomeName),
  );
  explainSum(
    traced,
    `${name}.spending`,
    `${label}: spent`,
    headings.map(({ code }) => headingLine(code)),
  );
  for (const [book, words] of [
    ['actual', 'to date'],
    ['forecast', 'forecast'],
  ] as const) {
    all.explain(`${name}.brought-forward.${book}`, () => ({
      what: `${label}: brought forward, ${words}`,
      how: 'its opening balances',
      rule,
      terms: incomes(books.actual.list('brought-forward', { pool })),
    }));
    all.explain(`${name}.other-pools.${book}`, () => {
      const { spared, borne } = acrossPools(books, books[book], pool);
      return {
        what: `${label}: spent under its headings out of money of other pools, net, ${words}`,
        how: 'fenced money stays in its own pool, whatever heading it is spent under (R2)',
        rule,
        terms: [...balances(spared), ...balances(borne, -1n)],
      };
    });
    all.explain(`${name}.balance.${book}`, () => ({
      what: `${label}: balance, ${words}`,
      how: 'brought forward + income − expenditure + out of money of other pools',
      rule,
      terms: plus(
        `${name}.brought-forward.${book}`,
        `${item('by-pool', { pool })}.difference.${book}`,
        `${name}.other-pools.${book}`,
      ),
    }));
  }
}
