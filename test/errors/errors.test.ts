import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { codes } from '../../src/diagnostics/catalogue.js';
import { commandOf, exampleOf } from '../support/base-fund.js';
import { bcf, transcript } from '../support/bcf.js';

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

describe('the catalogue of diagnostics', () => {
  test.each(codes)('%s is provoked by its example', async (code) => {
    const example = join(here, code);
    const { path: folder } = await exampleOf(code);
    const command = await commandOf(code);
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
