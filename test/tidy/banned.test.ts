import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { sourceFiles } from './source-files.js';

/** What no source may hold, and why. */
const banned: readonly (readonly [RegExp, string])[] = [
  [/\bprocess\.exit\(/, 'cuts a pipe at 64 KiB: set process.exitCode'],
  [/\bconsole\./, 'only cli writes to streams'],
  [/\bparseFloat\(|\btoFixed\(|\bMath\.round\(/, 'no floats for money'],
  [/\bDate\.now\(|new Date\(\)|\bperformance\.now\(/, 'no clock: output is deterministic'],
  [/\bMath\.random\(/, 'output is deterministic'],
  [/\blocaleCompare\(|toLocale\w*\(|\bIntl\./, 'order and form by code units, never by locale'],
  [/\bfetch\(|'node:(https?|net|dgram|tls)'/, 'nothing is sent over a network'],
  [/@ts-(ignore|expect-error|nocheck)|biome-ignore/, 'the compiler and the linter are not silenced'],
  [/\b(TODO|FIXME|XXX)\b/, 'no stubs'],
  [/TextDecoder\('windows-1252'\)/, 'wrong on Node 20 for 80 to 9F: decode by our own table'],
];

describe('no banned call', () => {
  test.each(sourceFiles('src', 'bin'))('$path', ({ path, text }) => {
    const found = banned.filter(([pattern]) => pattern.test(text)).map(([pattern, why]) => `${pattern}: ${why}`);
    expect(found).toEqual([]);
    expect(casts(path, text)).toEqual([]);
  });

  test('only the executable and cli know the process', () => {
    const knowing = sourceFiles('src').filter(({ text }) =>
      /\bprocess\.(env|stdout|stderr|argv|cwd|exitCode)\b/.test(text),
    );
    expect(knowing.map(({ path }) => path)).toEqual([]);
  });
});

/** Type assertions but `as const`, and every `any`. */
function casts(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isConst = ts.isAsExpression(node) && node.type.getText(source) === 'const';
    const isCast =
      (ts.isAsExpression(node) && !isConst) || ts.isTypeAssertionExpression(node) || ts.isNonNullExpression(node);
    if (isCast || node.kind === ts.SyntaxKind.AnyKeyword) {
      found.push(
        `line ${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText(source).slice(0, 60)}`,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
