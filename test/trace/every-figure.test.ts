import { describe, expect, test } from 'vitest';
import type { Fund } from '../../src/fund/fund.js';
import { openFund } from '../../src/fund/open-fund.js';
import { explainAll } from '../../src/trace/explain-all.js';
import { quarters } from '../property/small-fund.js';
import { copyOfBase } from '../support/base-fund.js';
import { bcf } from '../support/bcf.js';
import { FundFolder, fixture } from '../support/fund-folder.js';
import { everyFigure } from '../support/traced-trees.js';

async function fundOf(name: string): Promise<Fund> {
  const { fund } = await openFund(fixture(name));
  if (fund === undefined) throw new Error(`${name} cannot be read`);
  return fund;
}

describe('every figure of a reconciliation has a trace that comes to it', () => {
  test('the published plan', async () => {
    expect(everyFigure(explainAll(await fundOf('kent-2015-16')).all)).toBeGreaterThan(400);
  });

  test.each(quarters)('the illustrative year as at %s', async (asAt) => {
    expect(everyFigure(explainAll(await fundOf('kent-2015-16-illustrative'), asAt).all)).toBeGreaterThan(1_900);
  });

  test('two instalments that fall due on one day', async () => {
    const folder = await copyOfBase();
    const half = '  - { quarter: Q1, due: 2015-04-01, percent: 50 }\n';
    const [others] = (await folder.read('agreement.yaml')).split('instalments:\n');
    await folder.write('agreement.yaml', `${others}instalments:\n${half}${half}`);
    const { fund } = await openFund(folder.path);
    if (fund === undefined) throw new Error('the fund cannot be read');
    const { all } = explainAll(fund);
    expect(all.names.some((name) => name.endsWith('[quarter=Q1;due=2015-04-01;number=2].amount'))).toBe(true);
    expect(everyFigure(all)).toBeGreaterThan(100);
  });

  test('a partner of two groups, which the flow of funds prints under the first', async () => {
    const folder = await FundFolder.copyOf('kent-2015-16-illustrative');
    const agreement = await folder.read('agreement.yaml');
    const north = 'groups:\n  - { code: north, name: North Kent, members: [09J, 10D] }\n';
    await folder.write('agreement.yaml', agreement.replace('groups:\n', north));
    const { fund } = await openFund(folder.path);
    if (fund === undefined) throw new Error('the fund cannot be read');
    const { all } = explainAll(fund);
    expect(all.names).toContain('flow-of-funds.contributors[contributor=north].plan');
    expect(everyFigure(all)).toBeGreaterThan(1_000);
    const { exitCode } = await bcf(['export', folder.path, '--to', 'ledger']);
    expect(exitCode).toBe(0);
  });
});
