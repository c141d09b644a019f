import { describe, expect, test } from 'vitest';
import { openFund } from '../../src/fund/open-fund.js';
import { reconcile } from '../../src/statement/reconcile.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';
import { twoPools } from '../support/two-pools.js';

const agreement = `${twoPools}rules:
  - { id: balance, kind: balance, clause: para 1 }
ledgers:
  - { kind: plan, files: plan.csv, unit: pounds }
`;
const plan = `contributor,source,heading,applied_by,amount,provenance
01A,minimum,care,CC,100,stated
01A,minimum,beds,CC,100,stated
02B,minimum,beds,CC,200,stated
`;

async function open(files: Readonly<Record<string, string>>) {
  const folder = new FundFolder(await temporaryFolder());
  for (const [file, text] of Object.entries({ 'agreement.yaml': agreement, 'plan.csv': plan, ...files })) {
    await folder.write(file, text);
  }
  const { fund, diagnostics } = await openFund(folder.path);
  return { codes: diagnostics.map(({ code }) => code), result: fund && reconcile(fund).result };
}

function receipt(partner: string, heading: string, pool: string) {
  const header = 'date,partner,source,heading,pool,amount (£),reference,note';
  return open({ 'ledgers/contributions.csv': `${header}\n2015-04-15,${partner},minimum,${heading},${pool},50,C1,\n` });
}

describe('each receipt belongs to one pool', () => {
  test.each([
    ['that the row names', '01A', '', 'second', 'second'],
    ['of the heading that the row names', '01A', 'beds', '', 'second'],
    ['that is the only one its partner pays into', '02B', '', '', 'second'],
  ])('%s', async (_how, partner, heading, pool, expected) => {
    const { result, codes } = await receipt(partner, heading, pool);
    expect(codes).toEqual([]);
    expect(String(result?.byPool.find((one) => one.pool === expected)?.contributions.actual)).toBe('50.00');
  });

  test('where the partner pays into both and the row says nothing, it is asked', async () => {
    expect((await receipt('01A', '', '')).codes).toEqual(['BCF3414']);
  });

  test.each([
    ['the row names a pool', '02B', '', 'main'],
    ['its heading belongs to a pool', '02B', 'care', ''],
  ])('where %s that its partner pays nothing into, it is refused or shown, never lost', async (_how, ...row) => {
    const { result } = await receipt(...row);
    const { sources } = result?.flowOfFunds.totals ?? {};
    expect(sources?.actual).toBe(result?.fundBalance?.received);
  });

  test('the pool of the row and the pool of its heading may not differ', async () => {
    expect((await receipt('01A', 'care', 'second')).result).toBeUndefined();
  });
});

describe('each balance brought forward belongs to one pool', () => {
  test('the pool of the row and the pool of its heading may not differ', async () => {
    const { result } = await open({ 'ledgers/opening.csv': 'pool,heading,partner,amount (£)\nsecond,care,01A,50\n' });
    expect(result).toBeUndefined();
  });

  test('it is part of the statement before the first receipt', async () => {
    const { result } = await open({ 'ledgers/opening.csv': 'pool,heading,partner,amount (£)\nmain,care,01A,50\n' });
    expect(String(result?.flowOfFunds.totals.broughtForward.actual)).toBe('50.00');
  });
});
