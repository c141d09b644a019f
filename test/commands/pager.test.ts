import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli.js';
import { pagerFor } from '../../src/commands/pager.js';
import { fixture } from '../support/fund-folder.js';

const terminal = { isTerminal: true, rows: 24, isWanted: true, environment: {} };
const long = 'a line\n'.repeat(30);

describe('an output that is longer than the terminal', () => {
  test.each([
    ['goes through less', terminal, long, 'less'],
    ['goes through the user’s own pager', { ...terminal, environment: { PAGER: 'most' } }, long, 'most'],
    ['is printed where it fits', terminal, 'a line\n', undefined],
    ['is printed into a pipe', { ...terminal, isTerminal: false }, long, undefined],
    ['is printed where the terminal does not say how long it is', { ...terminal, rows: 0 }, long, undefined],
    ['is printed where no pager is wanted', { ...terminal, isWanted: false }, long, undefined],
    ['is printed where PAGER is cat', { ...terminal, environment: { PAGER: 'cat' } }, long, undefined],
    ['is printed on a dumb terminal', { ...terminal, environment: { TERM: 'dumb' } }, long, undefined],
  ])('%s', (_what, circumstances, text, pager) => {
    expect(pagerFor(circumstances, text)).toBe(pager);
  });

  test.each([
    ['a pager that is there', [], true, ''],
    ['a pager that is not there', [], false, 'Flow of funds'],
    ['--no-pager', ['--no-pager'], true, 'Flow of funds'],
  ])('%s', async (_what, options, isThere, printed) => {
    const shown: string[] = [];
    let stdout = '';
    const exitCode = await run([...options, 'reconcile', fixture('kent-2015-16')], {
      stdout: { isTTY: true, columns: 100, rows: 24, write: (text) => (stdout += text) },
      stderr: { write: () => true },
      environment: { NO_COLOR: '1' },
      cwd: () => process.cwd(),
      version: '0.0.0-test',
      page: async (text) => {
        shown.push(text);
        return isThere;
      },
    });
    expect(exitCode).toBe(0);
    expect(stdout).toContain(printed);
    expect(stdout === '').toBe(printed === '');
    expect(shown.length).toBe(options.length === 0 ? 1 : 0);
    for (const text of shown) expect(text).toContain('Flow of funds');
  });
});
