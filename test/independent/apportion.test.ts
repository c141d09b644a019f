import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FundFolder } from '../support/fund-folder.js';
import {
  type DecimalNumber,
  nameOfShares,
  poundsText,
  sharesByHand,
  stepsPence,
  type ToShare,
} from './apportion-by-hand.js';
import { host } from './fund-shape.js';
import { heldAgainst } from './held-against.js';
import { type Digits, named } from './named.js';
import { writtenFund } from './ruled-fund-files.js';
import { wideFunds } from './wide-fund.js';

const decimals = fc
  .record({ digits: fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(0n, 10n ** 9n)), places: fc.nat({ max: 8 }) })
  .map(withoutZeros);
const printed = fc.bigInt(-(10n ** 4n), 10n ** 8n);
const amounts = fc.oneof(fc.bigInt(-30n, 30n), fc.bigInt(-(10n ** 10n), 10n ** 10n));

const toShare: fc.Arbitrary<ToShare> = fc
  .record({
    fund: wideFunds,
    amount: amounts,
    to: fc.constantFrom('penny', 'penny', '100', '1000'),
    isAmongCcgs: fc.boolean(),
    weights: fc.option(fc.array(fc.option(decimals, { nil: undefined, freq: 6 }), { minLength: 10, maxLength: 10 }), {
      nil: undefined,
      freq: 6,
    }),
    alike: fc.option(decimals, { nil: undefined, freq: 2 }),
    published: fc.option(fc.array(fc.option(printed, { nil: undefined, freq: 12 }), { minLength: 10, maxLength: 10 }), {
      nil: undefined,
    }),
  })
  .map(({ fund, weights, published, alike, ...asked }) => {
    const codes = [host, ...fund.ccgs.map(({ code }) => code)];
    // Now and then all weigh alike, so that remainders tie; somebody of every group weighs something.
    const given = weights?.map((weight, index) => (index === 1 ? { digits: 7n, places: 1 } : (alike ?? weight)));
    const split = byPartner(codes, published ?? []);
    const weighing = given && byPartner(codes, given);
    return { ...asked, fund, weights: weighing, published: split.size === 0 ? undefined : split };
  });

function byPartner<T>(codes: readonly string[], values: readonly (T | undefined)[]): ReadonlyMap<string, T> {
  return new Map(
    codes.flatMap((code, index) => {
      const value = values[index];
      return value === undefined ? [] : [[code, value] as const];
    }),
  );
}

function withoutZeros({ digits, places }: DecimalNumber): DecimalNumber {
  if (places === 0 || digits % 10n !== 0n) return { digits, places };
  return withoutZeros({ digits: digits / 10n, places: places - 1 });
}

function written({ digits, places }: DecimalNumber): string {
  const text = String(digits).padStart(places + 1, '0');
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
}

/** What bcf says of the shares, by weights and against a split that are tables of the fund. */
async function shared(asked: ToShare): Promise<Digits> {
  const { amount, to, isAmongCcgs, weights, published, fund } = asked;
  const folder = new FundFolder(await writtenFund(fund));
  const tables = [
    ...(weights === undefined ? [] : [await table(folder, 'weights', 'number', mapped(weights, written))]),
    ...(published === undefined ? [] : [await table(folder, 'printed', 'pounds', mapped(published, poundsText))]),
  ];
  const agreement = await folder.read('agreement.yaml');
  await folder.write(
    'agreement.yaml',
    [agreement, ...(tables.length > 0 ? ['tables:', ...tables, ''] : [])].join('\n'),
  );
  const flags = [
    ...['--by', weights === undefined ? 'contributions' : 'weights', '--to', to],
    ...(isAmongCcgs ? ['--among', 'ccgs'] : []),
    ...(published === undefined ? [] : ['--against', 'printed']),
  ];
  const pounds = poundsText(amount * stepsPence[to]);
  // What begins with a minus sign is an option, but after two of them.
  return named(folder.path, ['apportion', ...flags, '--', pounds, '.'], nameOfShares(asked));
}

function mapped<T>(values: ReadonlyMap<string, T>, textOf: (value: T) => string): [string, string][] {
  return [...values].map(([code, value]) => [code, textOf(value)]);
}

/** Writes a table, and gives its line in the agreement. */
async function table(folder: FundFolder, code: string, unit: string, rows: readonly [string, string][]) {
  const lines = rows.map(([partner, text]) => `Body ${partner},${text}`);
  await folder.write(`${code}.csv`, `${['body,amount', ...lines].join('\n')}\n`);
  const called = rows.map(([partner]) => `${partner}: Body ${partner}`);
  return `  - { code: ${code}, name: ${code}, file: ${code}.csv, unit: ${unit}, partners: { ${called.join(', ')} } }`;
}

test('every share, exact share and rounding is that of a calculation by hand, in which a fault is noticed', async () => {
  const { figures, unnoticed } = await heldAgainst({
    inputs: toShare,
    numRuns: 90,
    shown: shared,
    byHand: sharesByHand,
    faults: ['shared-in-pence', 'ties-to-the-last', 'odd-to-the-first', 'exact-cut', 'total-of-others'],
  });
  expect(unnoticed).toEqual([]);
  expect(figures).toBeGreaterThan(2000);
});
