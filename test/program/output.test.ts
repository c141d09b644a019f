import { lstat, readFile, symlink, writeFile } from 'node:fs/promises';
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

test.each([
  [['report', 'aggregate', '.'], 'published/schedule.csv'],
  [['diff', '.', '--from', 'plan', '--to', 'plan'], 'published/new.csv'],
  [['reconcile', '.'], 'published/flow-of-funds.csv'],
  [['check', '.'], 'controls.csv'],
  [['settle', '.'], 'agreement.yml'],
])('%s never writes to %s, read by it or not', async (args, file) => {
  const fund = await FundFolder.copyOf('kent-2015-16');
  const before = await fund.read(file).catch(() => 'nothing there');
  const { exitCode, stderr } = await bcf([...args, '--output', file], { cwd: fund.path });
  expect([exitCode, await fund.read(file).catch(() => 'nothing there')]).toEqual([2, before]);
  expect(stderr).toContain('[BCF0005]');
});

test('--output never replaces a file of the second fund of a comparison', async () => {
  const [fund, other] = [await FundFolder.copyOf('kent-2015-16'), await FundFolder.copyOf('kent-2015-16')];
  for (const file of ['plan.csv', 'published/schedule.csv']) {
    const before = await other.read(file);
    const { exitCode } = await bcf(['diff', fund.path, other.path, '--output', join(other.path, file)]);
    expect([exitCode, await other.read(file)]).toEqual([2, before]);
  }
});

test('--output follows a link to its file, and leaves devices and streams alone', async () => {
  const folder = await temporaryFolder();
  const fund = await FundFolder.copyOf('kent-2015-16');
  await writeFile(join(folder, 'report.txt'), 'before');
  await symlink(join(folder, 'report.txt'), join(folder, 'link.txt'));
  const { exitCode } = await bcf(['check', fund.path, '--output', join(folder, 'link.txt')]);
  expect(exitCode).toBe(0);
  expect((await lstat(join(folder, 'link.txt'))).isSymbolicLink()).toBe(true);
  expect(await readFile(join(folder, 'report.txt'), 'utf8')).toContain('Passed');
  const refused = { '/dev/stdout': 'BCF0005', '/proc/self/fd/1': 'BCF0005', ' ': 'BCF0005', '\0': 'BCF0060' };
  for (const [file, code] of Object.entries(refused)) {
    const { exitCode, stderr } = await bcf(['check', fund.path, '--output', file]);
    expect([file, exitCode, stderr.match(/(?<=^error\[)\w+/)?.[0]]).toEqual([file, 2, code]);
  }
});

test('--output is known by whatever link it is reached', async () => {
  const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
  const before = await fund.read('agreement.yaml');
  const elsewhere = await temporaryFolder();
  await symlink(fund.path, join(elsewhere, 'link'));
  const { exitCode } = await bcf(['settle', fund.path, '--output', 'link/agreement.yaml'], { cwd: elsewhere });
  expect([exitCode, await fund.read('agreement.yaml')]).toEqual([2, before]);
});
