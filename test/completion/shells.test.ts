import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { fixture, temporaryFolder } from '../support/fund-folder.js';
import { needs } from '../support/programs.js';

const drive = fileURLToPath(new URL('drive.zsh', import.meta.url));
const fund = fixture('kent-2015-16-illustrative');

/** What a shell prints. */
function ran(shell: string, args: readonly string[], cwd: string): string {
  const PATH = `${dirname(inject('bcfProgram'))}:${process.env.PATH ?? ''}`;
  const { error, stdout, stderr } = spawnSync(shell, args, {
    cwd,
    encoding: 'utf8',
    timeout: 90_000,
    env: { ...process.env, PATH, TERM: 'xterm', LC_ALL: 'C.UTF-8' },
  });
  expect([error, stderr]).toEqual([undefined, '']);
  return stdout;
}

async function scriptOf(shell: string): Promise<string> {
  const path = join(await temporaryFolder(), `bcf.${shell}`);
  writeFileSync(path, execFileSync(inject('bcfProgram'), ['completion', shell]));
  return path;
}

/** The words that bcf would be given after these keys. */
async function typed(shell: 'bash' | 'zsh', keys: string, cwd = fund): Promise<string[]> {
  const shown = ran('zsh', ['-f', drive, shell, await scriptOf(shell), keys], cwd);
  return [...shown.matchAll(/<(.*?)>/g)].map(([, word = '']) => word);
}

describe.each(['bash', 'zsh'] as const)('%s, typed into', (shell) => {
  needs(shell, 'zsh');
  test.each([
    ['bcf reconc\t--as-at q\t', ['reconcile', '--as-at', 'Q']],
    ['bcf reconcile --as-at=q3\t', ['reconcile', '--as-at=Q3']],
    ['bcf report annu\t--format mark\t', ['report', 'annual', '--format', 'markdown']],
    ['bcf apportion "plan.applied[head\tcare-\t', ['apportion', 'plan.applied[heading=care-act]']],
    [
      'bcf apportion "plan.applied[heading=care-act;partner=09J\t',
      ['apportion', 'plan.applied[heading=care-act;partner=09J]'],
    ],
    ['bcf trace --from led\topen\t', ['trace', '--from', 'ledgers/opening.csv:']],
    [
      'bcf trace "performance.part\t09C\tqu\t3].payment\t',
      ['trace', 'performance.partners[partner=09C].quarters[quarter=Q3].payment'],
    ],
    ['bcf reconcile --output pla\t', ['reconcile', '--output', 'plan.csv']],
  ])('%j', async (keys, expected) => {
    expect(await typed(shell, keys)).toEqual(expected);
  });

  test('a figure whose quotes are the shell’s to put', async () => {
    const keys = { bash: 'bcf apportion plan.ap\t[head\tcare-\t', zsh: 'bcf apportion plan.ap\t\\[head\tcare-\t' };
    expect(await typed(shell, keys[shell])).toEqual(['apportion', 'plan.applied[heading=care-act]']);
  });

  test('a folder with a blank in its name', async () => {
    const folder = await temporaryFolder();
    mkdirSync(join(folder, 'my fund'));
    const [command, path = ''] = await typed(shell, 'bcf check my\t', folder);
    expect([command, path.replace(/\/$/, '')]).toEqual(['check', 'my fund']);
  });
});

describe('fish', () => {
  needs('fish');
  test.each([
    ['bcf reconc', ['reconcile']],
    ['bcf reconcile --as-at ', ['Q1', 'Q2', 'Q3', 'Q4']],
    ['bcf explain BCF2104', ['BCF2104']],
    [
      'bcf apportion "plan.applied[heading=ca',
      ['plan.applied[heading=care-act]', 'plan.applied[heading=carers-breaks]'],
    ],
    [
      'bcf trace performance.partners[partner=09C].quarters[quarter=Q3].pay',
      ['performance.partners[partner=09C].quarters[quarter=Q3].payment'],
    ],
    ['bcf trace --from plan', ['plan.csv:']],
    ['bcf reconcile --output=pla', ['--output=plan.csv']],
    ['bcf reconcile ../kent-2015-16-i', ['../kent-2015-16-illustrative/']],
  ])('%s', async (line, expected) => {
    const script = await scriptOf('fish');
    const shown = ran('fish', ['--no-config', '-c', `source ${script}; complete -C '${line}'`], fund);
    expect(
      shown
        .trimEnd()
        .split('\n')
        .map((one) => one.split('\t')[0]),
    ).toEqual(expected);
  });
});

describe('PowerShell, which is not run here', () => {
  test('the script is one call, its brackets and quotes are closed, and it asks as the others do', () => {
    const script = execFileSync(inject('bcfProgram'), ['completion', 'powershell'], { encoding: 'utf8' });
    expect(script).toContain('Register-ArgumentCompleter -Native -CommandName bcf -ScriptBlock {');
    expect(script).toContain('& bcf complete words "=$index" @line 2>$null');
    // A quote is doubled or, in double quotes, behind a backtick; what is left in words has none.
    const bare = script.replace(/^#.*$/gm, '').replace(/'(?:[^']|'')*'|"(?:[^"`]|`.)*"/g, '');
    expect(bare).not.toMatch(/['"]/);
    const open: string[] = [];
    const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
    for (const [mark] of bare.matchAll(/[()[\]{}]/g)) {
      if (closing[mark] === undefined) open.push(mark);
      else expect(open.pop()).toBe(closing[mark]);
    }
    expect(open).toEqual([]);
  });
});
