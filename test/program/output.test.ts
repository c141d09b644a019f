import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';

test.each([['agreement.yaml'], ['plan.csv'], ['ledgers/balances-q4.csv']])(
  '--output never replaces %s of the fund',
  async (file) => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    const before = await fund.read('agreement.yaml');
    const { exitCode, stderr } = await bcf(['settle', '.', '--output', file], { cwd: fund.path });
    expect([exitCode, await fund.read('agreement.yaml')]).toEqual([2, before]);
    expect(stderr).toContain('[BCF0005]');
  },
);

test('--output is known by whatever link it is reached', async () => {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  const before = await fund.read('agreement.yaml');
  const elsewhere = await temporaryFolder();
  await symlink(fund.path, join(elsewhere, 'link'));
  const { exitCode } = await bcf(['settle', fund.path, '--output', 'link/agreement.yaml'], { cwd: elsewhere });
  expect([exitCode, await fund.read('agreement.yaml')]).toEqual([2, before]);
});
