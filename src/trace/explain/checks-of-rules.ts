import { fromPounds } from '../../money/format-money.js';
import { item, minus, plus } from '../terms.js';
import type { Compared } from './checks.js';
import { pairName, settledName } from './settlement.js';
import type { Traced } from './traced.js';
import { lineName } from './variances.js';

type Checks = Iterable<readonly [id: string, () => Compared]>;

/** The checks of R4 and R5: variances, settlement and the agreement of balances. */
export function* otherChecks(traced: Traced): Checks {
  yield* varianceChecks(traced);
  yield* settlementChecks(traced);
  yield* balanceChecks(traced);
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
