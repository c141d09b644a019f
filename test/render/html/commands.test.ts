import { expect, test } from 'vitest';
import { bcf } from '../../support/bcf.js';
import { fixture } from '../../support/fund-folder.js';
import { elementsOf, hasClass, parsed, wordsOf } from '../../support/html.js';

const fund = fixture('kent-2015-16-illustrative');

test.each([
  [['reconcile', fund, '--as-at', 'Q2', '--full'], 800],
  [['variance', fund, '--as-at', 'Q2'], 200],
  [['settle', fund, '--as-at', 'Q2'], 300],
  [['report', 'quarterly', fund, '--as-at', 'Q2'], 400],
  [['trace', 'settlement.partners[10D].net', fund, '--as-at', 'Q2'], 1],
  [['trace', '--from', 'ledgers/expenditure-10d.csv:12', fund, '--as-at', 'Q2'], 50],
  [['trace', '65,536.84', fund], 2],
  [['variance', '--names', fund, '--as-at', 'Q2'], 500],
  [['check', fixture('kent-2015-16')], 50],
  [['diff', fund, '--as-at', 'Q2'], 20],
  [['diff', fixture('kent-2015-16'), fund], 5],
  [['apportion', '1500000', fund, '--by', 'contributions'], 5],
])('bcf %s --format html is one whole file, whose figures answer', async (args, least) => {
  const { stdout } = await bcf([...args, '--format', 'html']);
  const elements = elementsOf(parsed(stdout));
  expect(elements.filter(({ name }) => name === 'h1')).toHaveLength(1);
  const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
  expect(ids.length).toBe(new Set(ids).size);
  const links = elements.flatMap(({ attributes }) => attributes.href ?? []);
  expect(links.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  const answering = elements.filter((element) => element.name === 'a' && hasClass(element, 'n'));
  expect(answering.length).toBeGreaterThanOrEqual(least);
  const heads = elements.filter(({ name }) => name === 'th');
  expect(heads.filter(({ attributes }) => attributes.scope === undefined)).toEqual([]);
  expect(elements.filter(({ name }) => name === 'caption').map(wordsOf)).not.toContain('');
  expect(Buffer.byteLength(stdout)).toBeLessThanOrEqual(1_000_000);
});

test('--format html of what cannot be read is nothing, and the exit code says so', async () => {
  const { stdout, exitCode } = await bcf(['reconcile', fixture('nowhere'), '--format', 'html']);
  expect([stdout, exitCode]).toEqual(['', 2]);
});
