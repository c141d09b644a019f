import { counted } from '../../diagnostics/entry.js';
import { BookView } from '../../journal/book-view.js';
import { isFromAgreedSource } from '../../rules/agreed-sources.js';
import { poolSpentFrom } from '../../rules/due-out.js';
import { balances, incomes, item, plus, stated, step } from '../terms.js';
import type { Compared } from './checks.js';
import { applicationLine, sourceOf } from './flow-of-funds.js';
import { partOf, type Traced } from './traced.js';

type Checks = Iterable<readonly [id: string, () => Compared]>;

/** The checks of R1: the plan foots, and the actuals and the forecast balance. */
export function* bookChecks(traced: Traced): Checks {
  yield* planChecks(traced);
  yield* sourceChecks(traced);
  yield* actualChecks(traced);
  yield* forecastChecks(traced);
}

function* planChecks({ books, result }: Traced): Checks {
  const { agreement } = books;
  const footing = (name: string) => (): Compared => ({
    expected: plus(`${name}.contributions.plan`),
    actual: plus(`${name}.applications.plan`),
  });
  for (const { pool } of result.byPool) yield [`plan.pool.${pool}`, footing(item('by-pool', { pool }))];
  for (const { partner } of result.byPartner)
    yield [`plan.partner.${partner}`, footing(item('by-partner', { partner }))];
  for (const { nature } of result.byNature) yield [`plan.nature.${nature}`, footing(item('by-nature', { nature }))];
  for (const { code, allocationPence, place } of agreement.headings.values()) {
    yield [
      `plan.heading.${code}`,
      () => ({
        expected: [stated('allocation in the agreement', allocationPence, place)],
        actual: plus(`${applicationLine(code)}.plan`),
      }),
    ];
  }
}

function* sourceChecks({ books, result }: Traced): Checks {
  const { agreement, plan, actual, journal } = books;
  for (const source of agreement.sources.keys()) {
    const contributed = agreement.contributions.filter((one) => one.source === source);
    yield [
      `plan.source.${source}`,
      () => ({
        expected: plus(...contributed.map((one) => `${sourceOf(one)}.plan`)),
        actual: balances(plan.list('applied', { source })),
      }),
    ];
  }
  const schemes = new BookView(journal, 'schemes');
  for (const { partner } of result.byPartner) {
    yield [
      `plan.schemes.${partner}`,
      () => ({
        expected: plus(`${item('by-partner', { partner })}.contributions.plan`),
        actual: balances(schemes.list('scheme', { schedule: partner })),
      }),
    ];
  }
  yield [
    'sources.agreed',
    () => ({
      expected: [],
      actual: [plan, actual].flatMap((book) =>
        balances(book.list('applied').filter(({ account }) => !isFromAgreedSource(agreement, account))),
      ),
    }),
  ];
}

function* actualChecks({ books, result }: Traced): Checks {
  const { agreement, actual, asAt, tallies } = books;
  if (asAt === undefined) return;
  const made = {
    contributions: () => incomes(actual.list('income')),
    expenditure: () => balances(actual.list('applied')),
    opening: () => incomes(actual.list('brought-forward')),
  };
  for (const kind of ['contributions', 'expenditure', 'opening'] as const) {
    yield [
      `actual.rows.${kind}`,
      () => ({
        expected: tallies
          .upTo(kind, asAt)
          .map(({ quarter, rows, amountPence }) =>
            stated(
              `rows as they were read${quarter === undefined ? '' : `, ${quarter}`}: ${counted(rows, 'row')}`,
              amountPence,
            ),
          ),
        actual: made[kind](),
      }),
    ];
  }
  const parts = result.fundBalance?.parts ?? [];
  for (const pool of agreement.pools.keys()) {
    const own = parts.filter((part) => part.pool === pool).map(partOf);
    yield [
      `actual.pool.${pool}`,
      () => ({
        expected: [...incomes(actual.list('income', { pool })), ...incomes(actual.list('brought-forward', { pool }))],
        actual: plus(...own.map((name) => `${name}.applied`), ...own.map((name) => `${name}.balance`)),
      }),
    ];
  }
  for (const part of parts) {
    const { pool, partner, source, purpose = '' } = part;
    yield [
      ['actual.balance', pool, partner, source, purpose].join('.').replace(/\.$/, ''),
      () => ({
        expected: plus(`${partOf(part)}.received`, `${partOf(part)}.brought-forward`),
        actual: plus(`${partOf(part)}.applied`, `${partOf(part)}.balance`),
      }),
    ];
  }
}

function* forecastChecks({ books, all }: Traced): Checks {
  const { agreement, forecast, actual } = books;
  for (const pool of agreement.pools.keys()) {
    const expected = () => [
      ...plus(
        ...all.known(
          agreement.contributions.filter((one) => one.pool === pool).map((one) => `${sourceOf(one)}.forecast`),
        ),
      ),
      ...incomes(actual.list('brought-forward', { pool })),
    ];
    const applied = () => forecast.list('applied').filter(({ account }) => poolSpentFrom(agreement, account) === pool);
    yield [
      `forecast.pool.${pool}`,
      () => ({
        expected: expected(),
        actual: [
          ...balances(applied()),
          step({
            what: 'forecast balance',
            how: 'forecast income + brought forward − forecast outturn',
            unit: 'money',
            terms: [...expected(), ...balances(applied(), -1n)],
          }),
        ],
      }),
    ];
  }
}
