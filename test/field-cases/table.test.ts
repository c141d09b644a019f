import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fieldsOf } from '../../src/ledger/raw-rows.js';
import { counted } from '../support/counted.js';
import { fieldCase } from '../support/fund-folder.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The cases of the field with what is right for each, as cases.csv has them. */
function cases(): ReadonlyMap<string, string> {
  const [, ...rows] = readFileSync(fieldCase('cases.csv'), 'utf8').trimEnd().split(/\r?\n/);
  return new Map(
    rows.map((row) => {
      const [name = '', , , right = ''] = fieldsOf(row, ',');
      return [name, right];
    }),
  );
}

/** The cases that a test beside this one names, with the outcome that it holds them to. */
function heldCases(): ReadonlySet<string> {
  const tests = readdirSync(here).filter((file) => file.endsWith('.test.ts'));
  const texts = tests.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'));
  const isNamed = (name: string): boolean =>
    texts.some((text) => text.includes(`'${name}'`) || text.includes(`'${name}/`) || text.includes(`'${name}:`));
  return new Set([...cases().keys()].filter(isNamed));
}

test('the cases that a test holds to what is right are kept here, and on the list', () => {
  const right = cases();
  const held = heldCases();
  const kept = readdirSync(fieldCase('')).filter((name) => name !== '_fund' && name !== 'cases.csv');
  expect(kept.filter((name) => !right.has(name))).toEqual([]);
  expect([...held].filter((name) => !kept.includes(name))).toEqual([]);
  const lines = [...right].map(([name, outcome]) => `${held.has(name) ? 'yes' : 'no '}  ${name}: ${outcome}`);
  process.stdout.write(`right  case\n${lines.join('\n')}\n${held.size} of ${right.size} field cases right\n`);
  counted('field cases on the list', right.size);
  counted('field cases that come out right', held.size);
});
