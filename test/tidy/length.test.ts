import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source-files.js';

const longestFile = 300;
const longestFunction = 70;
const medianFile = 80;
const mostParameters = 4;

const files = sourceFiles('src', 'bin');

describe('files and functions stay short', () => {
  test.each(files)('$path', ({ path, text }) => {
    const lines = text.split('\n').length - 1;
    expect(lines, `${path} has ${lines} lines`).toBeLessThanOrEqual(longestFile);
    expect(faultsOfFunctions(path, text)).toEqual([]);
  });

  test('the median file is under 80 lines', () => {
    const lengths = files.map(({ text }) => text.split('\n').length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(medianFile);
  });
});

function faultsOfFunctions(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      const first = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      const { length: parameters } = node.parameters;
      if (last - first + 1 > longestFunction) found.push(`line ${first + 1}: ${last - first + 1} lines`);
      if (parameters > mostParameters) found.push(`line ${first + 1}: ${parameters} parameters`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
