import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { FundFolder, fixture, temporaryFolder } from '../support/fund-folder.js';

/** The README’s workflow: what its steps run, one after the other, as the runner does it. */
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [, recipe = ''] = /```yaml\n(name: fund\n[\s\S]*?)```/.exec(readme) ?? [];
const workflow: { jobs: { check: { steps: { run?: string }[] } } } = parse(recipe);
const steps = workflow.jobs.check.steps.flatMap(({ run }) => run ?? []);

interface Job {
  readonly stdout: string;
  readonly failedStep: string | undefined;
}

/** A repository with my-fund/ and the tarball; the steps run in it until one fails. */
async function job(change: (fund: FundFolder) => Promise<void>): Promise<Job> {
  const repository = await temporaryFolder();
  const tarball = inject('bcfTarball');
  copyFileSync(tarball, join(repository, basename(tarball)));
  cpSync(fixture('kent-2015-16'), join(repository, 'my-fund'), { recursive: true });
  await change(new FundFolder(join(repository, 'my-fund')));
  const prefix = join(repository, '.prefix');
  const env = {
    PATH: `${join(prefix, 'bin')}:${process.env.PATH}`,
    HOME: process.env.HOME,
    npm_config_prefix: prefix,
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  };
  let stdout = '';
  for (const step of steps) {
    const ran = spawnSync('bash', ['-e', '-c', step], { cwd: repository, env, encoding: 'utf8' });
    stdout += ran.stdout;
    if (ran.status !== 0) return { stdout, failedStep: step };
  }
  return { stdout, failedStep: undefined };
}

describe('the README’s CI recipe', () => {
  beforeAll(() => {
    expect(steps).toEqual(['npm install --global ./bcf-0.1.0.tgz', 'bcf check my-fund --format github']);
  });

  test('a pull request that changes nothing passes', async () => {
    const { failedStep, stdout } = await job(async () => undefined);
    expect(failedStep).toBeUndefined();
    expect(stdout).toContain('::notice title=bcf check::Passed: 46 of 46 checks met; 251 controls');
  });

  test('one that unbalances the plan fails, with a message that names the line', async () => {
    const { failedStep, stdout } = await job((fund) => fund.edit('plan.csv', '307000', '307001'));
    expect(failedStep).toBe('bcf check my-fund --format github');
    const shown = /```text\n(::error [\s\S]*?)```/.exec(readme)?.[1]?.trim() ?? 'nothing shown';
    expect(stdout).toContain(shown);
    expect(shown).toContain('file=my-fund/plan.csv,line=9,');
  });

  test('wherever it is run from, a file is named from the repository', async () => {
    const repository = await temporaryFolder();
    cpSync(fixture('kent-2015-16'), join(repository, 'funds', 'kent'), { recursive: true });
    mkdirSync(join(repository, '.git'));
    await new FundFolder(join(repository, 'funds', 'kent')).edit('plan.csv', '307000', '307001');
    const folders = ['.', 'funds', 'funds/kent', 'funds/kent/published'];
    for (const [index, folder] of ['funds/kent', 'kent', '.', '..'].entries()) {
      const cwd = join(repository, folders[index] ?? '.');
      const { stdout } = spawnSync(inject('bcfProgram'), ['check', folder, '--format', 'github'], {
        cwd,
        encoding: 'utf8',
      });
      expect(stdout, cwd).toContain('::error file=funds/kent/plan.csv,line=9,');
    }
  });

  test('one that breaks a row fails too, with every fault at its line', async () => {
    const { stdout, failedStep } = await job(async (fund) => {
      await fund.edit('plan.csv', '09C,ccg-minimum,care-act', '09C,ccg-minimum,care-atc');
      await fund.edit('schemes.csv', '1356000', '1.356.000');
    });
    expect(failedStep).toBeDefined();
    expect(stdout).toMatch(/^::error file=my-fund\/plan\.csv,line=9,title=BCF3402::/m);
    expect(stdout).toMatch(/^::error file=my-fund\/schemes\.csv,line=2,title=BCF32\d\d::/m);
  });
});
