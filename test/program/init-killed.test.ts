import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { temporaryFolder } from '../support/fund-folder.js';

/** Runs bcf init and ends it without warning after a time; undefined where it was done before. */
async function killedAfter(milliseconds: number, folder: string): Promise<'killed' | 'done'> {
  const child = spawn(inject('bcfProgram'), ['init', 'new'], { cwd: folder, stdio: 'ignore' });
  const ended = new Promise<'killed' | 'done'>((resolve) => {
    child.on('exit', (_code, signal) => resolve(signal === null ? 'done' : 'killed'));
  });
  await Promise.race([ended, pause(milliseconds)]);
  child.kill('SIGKILL');
  return ended;
}

test('bcf init that is killed leaves all of the folder or nothing', async () => {
  const whole = await temporaryFolder();
  expect(await killedAfter(60_000, whole)).toBe('done');
  const files = (await readdir(join(whole, 'new'), { recursive: true })).sort();
  const outcomes = new Set<string>();
  for (const milliseconds of [100, 200, 300, 350, 400, 450, 500, 600, 800]) {
    const folder = await temporaryFolder();
    outcomes.add(await killedAfter(milliseconds, folder));
    if (existsSync(join(folder, 'new'))) {
      expect((await readdir(join(folder, 'new'), { recursive: true })).sort()).toEqual(files);
    }
    for (const name of await readdir(folder)) expect(name).toMatch(/^new$|^\..*\.bcf-tmp$/);
  }
  expect(outcomes).toContain('killed');
});
