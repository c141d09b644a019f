import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { packageOf } from '../support/programs.js';
import { sourceFiles } from './source-files.js';

/** Programs that are there wherever the tests can run at all. */
const always = ['npm', 'bash', 'script', 'mkfifo'];

/** The programs that a test names where it runs one, and those that it says it needs. */
function programsOf(path: string, text: string): { readonly runs: string[]; readonly needs: string[] } {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const runs: string[] = [];
  const needs: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const words = node.arguments.flatMap((argument) => (ts.isStringLiteral(argument) ? [argument.text] : []));
      if (/^(spawn|spawnSync|execFile|execFileSync|ran)$/.test(node.expression.text)) {
        const [program] = node.arguments;
        if (program !== undefined && ts.isStringLiteral(program)) runs.push(program.text);
      }
      if (node.expression.text === 'needs') needs.push(...words);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { runs, needs };
}

test('a program that a test runs is in the one list of them, and the test says that it needs it', () => {
  const unknown = sourceFiles('test').flatMap(({ path, text }) => {
    if (path.startsWith('test/bench/')) return [];
    const { runs, needs } = programsOf(path, text);
    return runs
      .filter((program) => !always.includes(program) && !needs.includes(program))
      .map((one) => `${path}: ${one}`);
  });
  expect(unknown).toEqual([]);
});

test('npm test and .ci/run install what is in the list, and name no package themselves', () => {
  const packages = [...new Set(Object.values(packageOf))].filter((name) => name !== 'bash');
  for (const path of ['.ci/run', 'package.json', 'bin/ready.mjs']) {
    const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    expect([path, packages.filter((name) => new RegExp(`\\b${name}\\b`).test(text))]).toEqual([path, []]);
  }
});
