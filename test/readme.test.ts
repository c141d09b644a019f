import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { helpTopics } from '../src/commands/help-topics.js';
import { exitCodes } from '../src/diagnostics/exit-code.js';
import { bcf } from './support/bcf.js';
import { FundFolder, fixture } from './support/fund-folder.js';
import { expectInOrder, expectRunning } from './support/written-commands.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
}

/** The block of output that holds these words. */
function shown(words: string): string {
  const found = blocks('text').filter((text) => text.includes(words));
  if (found.length !== 1) throw new Error(`${found.length} blocks hold “${words}”`);
  return found[0] ?? '';
}

describe('the README is true', () => {
  test.each([
    ['npm start', 'Flow of funds', ['reconcile', 'kent-2015-16']],
    ['the settlement', 'Who owes whom', ['settle', 'kent-2015-16-illustrative', '--as-at', 'Q2']],
    ['the check', 'Schedule of differences', ['check', 'kent-2015-16']],
    [
      'the trace',
      'settlement.partners[pool=kent;partner=10D].contribution-due',
      [
        'trace',
        'settlement.partners[10D].contribution-due',
        'kent-2015-16-illustrative',
        '--as-at',
        'Q3',
        '--depth',
        '3',
      ],
    ],
    ['the exit codes', '130  interrupted', ['help', 'exit-codes']],
  ])('what %s prints', async (_what, words, args) => {
    const { stdout } = await bcf(args, { cwd: fixture('.'), environment: {} });
    expectInOrder(stdout, shown(words));
  });

  test('what £1 too much prints', async () => {
    const kent = await FundFolder.copyOf('kent-2015-16');
    await kent.edit('plan.csv', '307000', '307001');
    const { stderr } = await bcf(['reconcile', kent.path], { environment: {} });
    expect(stderr.trim()).toBe(shown('error[BCF2009]').trim());
  });

  test('its exit codes are all of them', () => {
    const listed = [...shown('130  interrupted').matchAll(/^ {2}(\d+) /gm)].map(([, code]) => Number(code));
    expect(listed).toEqual(Object.values(exitCodes).sort((a, b) => a - b));
  });

  test('it names every topic', () => {
    const [named = ''] = (readme.split('`bcf help TOPIC` has the rest: ')[1] ?? '').split('. ');
    const topics = [...named.matchAll(/`([a-z-]+)`/g)].map(([, topic]) => topic);
    expect(topics).toEqual(Object.keys(helpTopics));
  });

  test('starting your own: both ways give a fund that passes its check', async () => {
    const fund = await FundFolder.copyOf('kent-2015-16-illustrative');
    expect((await bcf(['init', 'new-fund'], { cwd: fund.path })).exitCode).toBe(0);
    expect((await bcf(['init', 'next-year', '--from', '.'], { cwd: fund.path })).exitCode).toBe(0);
    for (const folder of ['new-fund', 'next-year']) {
      expect((await bcf(['check', folder, '--quiet'], { cwd: fund.path })).exitCode).toBe(0);
    }
  });

  test('every command in it runs', async () => {
    const lines = blocks('sh')
      .join('')
      .split('\n')
      .filter((line) => line.startsWith('bcf '));
    expect(lines.length).toBeGreaterThan(12);
    await expectRunning(lines);
  });

  test('it stays what is read in the first hour', () => {
    expect(readme.split('\n').length).toBeLessThan(230);
  });
});
