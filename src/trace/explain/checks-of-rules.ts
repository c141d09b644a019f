import { item, minus, plus } from '../terms.js';
import type { Compared } from './checks.js';
import { pairName, settledName } from './settlement.js';
import type { Traced } from './traced.js';

type Checks = Iterable<readonly [id: string, () => Compared]>;

/** The checks of R5: settlement and the agreement of balances. */
export function* otherChecks(traced: Traced): Checks {
  yield* settlementChecks(traced);
  yield* balanceChecks(traced);
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
