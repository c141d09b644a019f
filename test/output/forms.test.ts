import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bcf } from '../support/bcf.js';
import { fixture, temporaryFolder } from '../support/fund-folder.js';

const kent = fixture('kent-2015-16');

/** What a command writes to a file of this name, with what it says and its exit code. */
async function written(file: string, ...args: readonly string[]) {
  const cwd = await temporaryFolder();
  const { exitCode, stderr } = await bcf([...args, '--output', file], { cwd });
  let text = '';
  try {
    text = readFileSync(join(cwd, file), 'utf8');
  } catch {
    text = 'nothing';
  }
  return { exitCode, stderr, text };
}

describe('the form of the output follows from the ending of its file', () => {
  test.each([
    ['kent.csv', ['reconcile', kent], /^\uFEFF?table,/],
    ['kent.CSV', ['settle', kent], /^\uFEFF?table,/],
    ['kent.json', ['reconcile', kent], /^\{/],
    ['kent.txt', ['reconcile', kent], /^Kent Better Care Fund, 2015\/16\n/],
    ['kent', ['reconcile', kent], /^Kent Better Care Fund, 2015\/16\n/],
    ['2015.16', ['reconcile', kent], /^Kent Better Care Fund, 2015\/16\n/],
    ['kent.md', ['reconcile', kent], /^# Kent Better Care Fund, 2015\/16\n/],
    ['kent.md', ['check', kent], /\n## Schedule of differences\n/],
    ['plan.md', ['preview', join(kent, 'plan.csv'), kent], /^# Kent Better Care Fund, 2015\/16\n/],
    ['kent.md', ['verify', kent], /^# Kent Better Care Fund, 2015\/16\n/],
    ['trace.csv', ['trace', 'flow-of-funds.totals.sources.plan', kent], /^\uFEFF?level,/],
    ['names.md', ['check', kent, '--names'], /^# Kent/],
    ['kent.xml', ['check', kent], /^<\?xml/],
    ['names.csv', ['reconcile', kent, '--names'], /^\uFEFF?figure|^\uFEFF?name/],
    ['kent.csv', ['reconcile', kent, '--format', 'csv'], /^\uFEFF?table,/],
    ['kent.out', ['reconcile', kent, '--format', 'csv'], /^\uFEFF?table,/],
    ['kent.log', ['check', kent, '--format', 'github'], /^::notice/],
    ['kent.journal', ['export', kent, '--to', 'hledger'], /^;/],
  ])('%s of %j', async (file, args, form) => {
    const { exitCode, text } = await written(file, ...args);
    expect(exitCode).toBe(0);
    expect(text).toMatch(form);
  });

  test('- is stdout, and keeps the form asked for', async () => {
    const { stdout } = await bcf(['reconcile', kent, '--format', 'csv', '--output', '-']);
    expect(stdout).toMatch(/^\uFEFF?table,/);
  });
});

describe('a name that the output would not fit is refused, and nothing is written', () => {
  test.each([
    ['q2.json', ['reconcile', kent, '--format', 'csv'], 'BCF0070'],
    ['q2.csv', ['reconcile', kent, '--json'], 'BCF0070'],
    ['q2.txt', ['check', kent, '--format', 'junit'], 'BCF0070'],
    ['q2.xml', ['reconcile', kent], 'BCF0071'],
    ['q2.xlsx', ['reconcile', kent], 'BCF0071'],
    ['q2.pdf', ['check', kent, '--format', 'text'], 'BCF0071'],
    ['q2.csv', ['export', kent, '--to', 'ledger'], 'BCF0071'],
    ['names.xml', ['check', kent, '--names'], 'BCF0071'],
  ])('%s of %j', async (file, args, code) => {
    const { exitCode, stderr, text } = await written(file, ...args);
    expect([exitCode, text]).toEqual([2, 'nothing']);
    expect(stderr).toContain(`[${code}]`);
  });
});
