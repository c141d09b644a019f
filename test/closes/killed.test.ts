import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { close, verified } from '../support/closing.js';
import { FundFolder, temporaryFolder } from '../support/fund-folder.js';

const program = inject('bcfProgram');
const closeQ1 = ['close', 'Q1', '.', '--by', 'A. Smith', '--on', '2015-07-10'];

interface Ended {
  readonly exitCode: number | null;
  readonly stderr: string;
}

/** Runs the installed program; `begun` is given the way to kill it. */
function run(fund: FundFolder, args: readonly string[], begun: (kill: () => void) => void = () => {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: fund.path, stdio: ['ignore', 'ignore', 'pipe'] });
    begun(() => child.kill('SIGKILL'));
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stderr }));
  });
}

/** Kills a close some milliseconds after it has begun, or after it has begun to write. */
async function killed(fund: FundFolder, afterMs: number, isAfterWriting: boolean): Promise<void> {
  const closes = join(fund.path, 'closes');
  await mkdir(closes);
  let timer: NodeJS.Timeout | undefined;
  let kill = (): void => {};
  const arm = () => {
    timer ??= setTimeout(() => kill(), afterMs);
  };
  const watcher = watch(closes, () => arm());
  await run(fund, closeQ1, (way) => {
    kill = way;
    if (!isAfterWriting) arm();
  });
  clearTimeout(timer);
  watcher.close();
}

async function smallFund(): Promise<FundFolder> {
  const fund = new FundFolder(await temporaryFolder());
  await cp(fileURLToPath(new URL('../errors/base', import.meta.url)), fund.path, { recursive: true });
  return fund;
}

/** The records, and nothing that a killed run left behind. */
async function recordsOf(fund: FundFolder): Promise<string[]> {
  const names = await readdir(join(fund.path, 'closes')).catch(() => []);
  return names.filter((name) => !name.startsWith('.'));
}

/** A record without what the version of the program changes. */
function plainly(record: string): string {
  return record.replace(/"(version|seal)": ?"[^"]*"/g, '');
}

const kills = 30;

describe('bcf close', () => {
  test('killed at any moment leaves the old state or the new', async () => {
    const fund = await smallFund();
    const before = process.hrtime.bigint();
    expect((await run(fund, closeQ1)).exitCode).toBe(0);
    const wholeMs = Number((process.hrtime.bigint() - before) / 1_000_000n);
    const record = plainly(await fund.read('closes/0001.json'));
    let [old, done] = [0, 0];
    for (let kill = 0; kill < kills; kill += 1) {
      await rm(join(fund.path, 'closes'), { recursive: true, force: true });
      // By golden steps, so that no kill falls on another; every second one after the writing has begun.
      const part = (kill * 0.618_034) % 1;
      const isAfterWriting = kill % 2 === 1;
      await killed(fund, Math.trunc(isAfterWriting ? 12 * part : 1.1 * wholeMs * part), isAfterWriting);
      const records = await recordsOf(fund);
      if (records.length === 0) {
        old += 1;
        expect((await verified(fund)).result.conclusion.message).toBe('Nothing is closed: there is nothing to verify');
        expect((await close(fund, 'Q1')).exitCode).toBe(0);
      } else {
        done += 1;
        expect(records).toEqual(['0001.json']);
      }
      expect((await verified(fund)).result.conclusion.message).toBe('Verified: Q1 closed and unchanged');
      expect(plainly(await fund.read('closes/0001.json'))).toBe(record);
    }
    process.stdout.write(`killed ${kills} times: ${old} left the old state, ${done} the new\n`);
    expect(old).toBeGreaterThan(0);
    expect(done).toBeGreaterThan(0);
  });

  test('of several at once does one, and the others are told', async () => {
    for (let round = 0; round < 2; round += 1) {
      const fund = await smallFund();
      const ended = await Promise.all(Array.from({ length: 4 }, () => run(fund, closeQ1)));
      expect(ended.filter(({ exitCode }) => exitCode === 0)).toHaveLength(1);
      const others = ended.filter(({ exitCode }) => exitCode !== 0);
      for (const { stderr, exitCode } of others) {
        expect(exitCode).toBe(2);
        expect(stderr).toMatch(/another bcf close wrote it at the same moment|Q1 is closed already/);
      }
      expect(await recordsOf(fund)).toEqual(['0001.json']);
      expect(await readdir(join(fund.path, 'closes'))).toEqual(['0001.json']);
      expect((await verified(fund)).result.conclusion.verified).toBe(true);
    }
  });
});
