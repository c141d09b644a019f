import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { codes } from '../../src/diagnostics/catalogue.js';
import { bcf, transcript } from '../support/bcf.js';
import { temporaryFolder } from '../support/fund-folder.js';

/**
 * Each code of the catalogue has a folder here that provokes it. `fund/` is laid over the fund in `base/`; files
 * named in `removed.txt` are taken out of it; `before.txt` holds commands that were run on the fund before that, and
 * `before/` what was in it then;
 * `command.txt` holds the command where it is not `reconcile .`; with an `at-once.txt` it is run twice at once, and the
 * run that was refused is the example.
 * `golden.txt` is what the run prints: update it with `npx vitest run test/errors -u`, and read the difference.
 */
const here = fileURLToPath(new URL('.', import.meta.url));

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

async function layOver(files: string, folder: string): Promise<void> {
  const overlay = await readdir(files).catch(() => []);
  if (overlay.length > 0) await cp(files, folder, { recursive: true });
}

describe('the catalogue of diagnostics', () => {
  test.each(codes)('%s is provoked by its example', async (code) => {
    const example = join(here, code);
    const folder = await temporaryFolder();
    await cp(join(here, 'base'), folder, { recursive: true });
    await layOver(join(example, 'before'), folder);
    for (const earlier of (await textOf(join(example, 'before.txt'))).split('\n').filter(Boolean)) {
      const { exitCode, stderr } = await bcf(earlier.split(' ').slice(1), { cwd: folder });
      expect(exitCode, stderr).toBe(0);
    }
    await layOver(join(example, 'fund'), folder);
    for (const file of (await textOf(join(example, 'removed.txt'))).split('\n').filter(Boolean)) {
      await rm(join(folder, file), { recursive: true });
    }
    const command = (await textOf(join(example, 'command.txt'))).trim() || 'bcf reconcile .';
    const times = (await textOf(join(example, 'at-once.txt'))) === '' ? 1 : 2;
    const args = command.split(' ').slice(1);
    const runs = await Promise.all(Array.from({ length: times }, () => bcf(args, { cwd: folder, environment: {} })));
    const ran =
      runs.find(({ stderr }) => stderr.includes(`[${code}]`)) ?? (await bcf(args, { cwd: folder, environment: {} }));

    expect(ran.stderr).toContain(`[${code}]`);
    // The statement itself has goldens of its own; here its last line is enough.
    const [lastLine = ''] = ran.stdout.trimEnd().split('\n').slice(-1);
    await expect(
      transcript(command, { ...ran, stdout: lastLine === '' ? '' : `…\n${lastLine}\n` }),
    ).toMatchFileSnapshot(join(example, 'golden.txt'));
  });

  test('every folder is a code of the catalogue', async () => {
    const folders = (await readdir(here, { withFileTypes: true })).filter((item) => item.isDirectory());
    const names = folders.map(({ name }) => name).filter((name) => name !== 'base');
    expect(names.sort()).toEqual([...codes]);
  });
});
