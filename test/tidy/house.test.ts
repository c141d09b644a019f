import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleIds } from '../../src/agreement/rule-ids.js';
import { rulePages } from '../../src/rules/pages/pages.js';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('src/README.md', root), 'utf8');

test('the maintainers’ page has every rule by its title', () => {
  const listed = [...page.matchAll(/^- \*\*(R\d+)\*\* (.*)$/gm)].map(([, id, title]) => [id, title]);
  expect(listed).toEqual(ruleIds.map((id) => [id, rulePages[id].title]));
});

test('every file and folder that it names is there', () => {
  const named = [...page.matchAll(/\b(?:src|test|fixtures|bin)\/[\w./-]*\w/g)].map(([path]) => path);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});
