import { fromPounds } from '../../money/format-money.js';
import { balances, incomes, item, minus, plus } from '../terms.js';
import type { Compared } from './checks.js';
import { earnedToDate, potName } from './performance.js';
import { carried } from './ring-fences.js';
import { pairName, settledName } from './settlement.js';
import type { Traced } from './traced.js';
import { lineName } from './variances.js';

type Checks = Iterable<readonly [id: string, () => Compared]>;

/** The checks of R3 to R5: performance, variances, settlement and the agreement of balances. */
export function* otherChecks(traced: Traced): Checks {
  yield* performanceChecks(traced);
  yield* varianceChecks(traced);
  yield* settlementChecks(traced);
  yield* balanceChecks(traced);
}

function* performanceChecks(traced: Traced): Checks {
  const { books, result } = traced;
  const rule = books.agreement.performanceRule;
  if (rule === undefined) return;
  const { heading } = rule;
  for (const { partner } of result.performance?.partners ?? []) {
    const name = potName(partner);
    const id = (aspect: string) => `performance.${rule.id}.${aspect}.${partner}`;
    const spent = { schedule: partner, heading };
    const paidIn = { partner, purpose: heading };
    const earned = earnedToDate(traced, partner);
    yield [id('pot'), () => ({ expected: plus(`${name}.pot`), actual: balances(books.plan.list('applied', spent)) })];
    yield [
      id('sum'),
      () => ({
        expected: plus(`${name}.pot`),
        actual: plus(`${name}.totals.payment`, `${name}.totals.retained`, `${name}.totals.to-come`),
      }),
    ];
    yield [id('received'), () => ({ expected: [earned], actual: incomes(books.actual.list('income', paidIn)) })];
    yield [
      id('spent'),
      () => ({
        expected: [earned, ...carried(books.actual, paidIn)],
        actual: balances(books.actual.list('applied', spent)),
      }),
    ];
  }
}

function* varianceChecks({ books, result }: Traced): Checks {
  const lines = result.variances;
  const bearer = (line: (typeof lines)[number], partner: string) =>
    `${item(`${lineName(line)}.borne-by`, { partner })}.amount`;
  yield [
    'variance.attributed',
    () => ({
      expected: plus(
        ...lines.filter(({ variance }) => variance !== undefined).map((line) => `${lineName(line)}.variance`),
      ),
      actual: plus(...lines.flatMap((line) => line.borneBy.map(({ partner }) => bearer(line, partner)))),
    }),
  ];
  const localityOf = (code: string) => books.agreement.partners.get(code)?.locality;
  for (const locality of books.agreement.localities.keys()) {
    const own = lines.filter(
      ({ schedule, policy }) => localityOf(schedule) === locality && policy === 'responsible-body',
    );
    yield [
      `variance.locality.${locality}`,
      () => ({
        expected: [],
        actual: own.flatMap((line) =>
          line.borneBy
            .filter(({ partner }) => localityOf(partner) !== undefined && partner !== line.schedule)
            .flatMap(({ partner, amount }) =>
              fromPounds(amount) < 0n ? minus(bearer(line, partner)) : plus(bearer(line, partner)),
            ),
        ),
      }),
    ];
  }
}

function* settlementChecks({ result }: Traced): Checks {
  for (const { pool } of result.settlement?.hosts ?? []) {
    const own = (result.settlement?.partners ?? []).filter((one) => one.pool === pool);
    yield [
      `settlement.${pool}`,
      () => ({
        expected: [],
        actual: plus(...own.map((one) => `${settledName(one)}.net`), `${item('settlement.hosts', { pool })}.net`),
      }),
    ];
  }
}

function* balanceChecks({ result }: Traced): Checks {
  const { settlement } = result;
  const hosts = new Map((settlement?.hosts ?? []).map(({ pool, host }) => [pool, host]));
  for (const pair of settlement?.pairs ?? []) {
    const { one, other } = pair;
    const name = pairName(pair);
    const says = (side: 'one-says' | 'other-says') =>
      side === 'one-says'
        ? [...plus(`${name}.one-says.receivable`), ...minus(`${name}.one-says.payable`)]
        : [...plus(`${name}.other-says.payable`), ...minus(`${name}.other-says.receivable`)];
    yield [`balances.${one}.${other}`, () => ({ expected: says('one-says'), actual: says('other-says') })];
    const owed = (debtor: string, host: string) =>
      (settlement?.partners ?? [])
        .filter(({ pool, partner }) => partner === debtor && hosts.get(pool) === host && debtor !== host)
        .map((found) => `${settledName(found)}.net`);
    yield [
      `balances.ledgers.${one}.${other}`,
      () => ({
        expected: [...plus(...owed(one, other)), ...minus(...owed(other, one))],
        actual: [...plus(`${name}.one-says.payable`), ...minus(`${name}.one-says.receivable`)],
      }),
    ];
  }
}
