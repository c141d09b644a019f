import type { RingFenceRule } from '../../agreement/agreement.js';
import { membersOf } from '../../agreement/bodies.js';
import { fenceOfSource } from '../../agreement/tied-money.js';
import type { AppliedAccount } from '../../journal/accounts.js';
import { behind } from '../../rules/fenced-money.js';
import { fenceBreaches, isCapitalAsRevenue } from '../../rules/ring-fence.js';
import { balances, plus, stated } from '../terms.js';
import type { Compared } from './compared.js';
import { fencedBody, fencedPartner } from './ring-fences.js';
import { bodyName, type Traced } from './traced.js';

type Checks = Iterable<readonly [id: string, () => Compared]>;

/** The checks of R2: money that keeps its purpose. */
export function* fenceChecks(traced: Traced): Checks {
  const { agreement } = traced.books;
  for (const fence of agreement.ringFences) {
    const id = `ring-fence.${fence.id}`;
    for (const [aspect, isBreach] of Object.entries(fenceBreaches(agreement, fence))) {
      yield [`${id}.${aspect}`, () => breaching(traced, isBreach)];
    }
    yield* amountChecks(traced, fence);
    yield* allocationChecks(traced, fence);
  }
  for (const source of agreement.sources.keys()) {
    const rule = fenceOfSource(agreement, source) ?? agreement.balanceRule;
    yield [
      `ring-fence.${rule.id}.capital.${source}`,
      () => breaching(traced, (account) => isCapitalAsRevenue(agreement, source, account)),
    ];
  }
}

/** Nothing is expected, and what there is breaks the rule. */
function breaching({ books }: Traced, isBreach: (account: AppliedAccount) => boolean): Compared {
  const found = [books.plan, books.actual].flatMap((book) =>
    book.list('applied').filter(({ account }) => isBreach(account)),
  );
  return { expected: [], actual: balances(found) };
}

function* amountChecks({ books, result }: Traced, fence: RingFenceRule): Checks {
  const statement = result.ringFences.find(({ id }) => id === fence.id);
  for (const { partner } of statement?.partners ?? []) {
    const name = fencedPartner(fence, partner);
    const expected = () => plus(`${name}.available`);
    yield [
      `ring-fence.${fence.id}.amount.actual.${partner}`,
      () => ({ expected: expected(), actual: plus(`${name}.spent`) }),
    ];
    yield [
      `ring-fence.${fence.id}.amount.forecast.${partner}`,
      () => ({ expected: expected(), actual: balances(books.forecast.list('applied', behind(fence, partner))) }),
    ];
  }
}

function* allocationChecks({ books, result, all }: Traced, fence: RingFenceRule): Checks {
  const { agreement } = books;
  const heading = agreement.headings.get(fence.heading);
  const { pence, place } = fence.allocations ?? {};
  if (heading === undefined || pence === undefined) return;
  yield [
    `ring-fence.${fence.id}.allocations`,
    () => ({
      expected: [stated('allocation of the heading in the agreement', heading.allocationPence, heading.place)],
      actual: [...pence].map(([body, amount]) => stated(`allotted to ${bodyName(books, body)}`, amount, place)),
    }),
  ];
  const statement = result.ringFences.find(({ id }) => id === fence.id);
  const named = statement?.bodies.map(({ body }) => body) ?? [];
  for (const body of new Set([
    ...named,
    ...membersOf(agreement, heading.appliedBy),
    ...pence.keys(),
    ...agreement.bodies.keys(),
  ])) {
    const name = fencedBody(fence, body);
    const paid = books.actual
      .list('applied', { heading: heading.code })
      .filter(({ account }) => (account.district || account.appliedBy) === body);
    yield [
      `ring-fence.${fence.id}.allocation.${body}`,
      () => ({
        expected: all.has(`${name}.allocation`)
          ? plus(`${name}.allocation`)
          : [stated('allocation in the agreement', pence.get(body) ?? 0n, place)],
        actual: all.has(`${name}.paid`) ? plus(`${name}.paid`) : balances(paid),
      }),
    ];
  }
}
