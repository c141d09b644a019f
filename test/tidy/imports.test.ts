import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.js';

const map = readFileSync(new URL('../../src/README.md', import.meta.url), 'utf8');

/** Which rooms each room may import: the map of src/README.md, from the top down. */
const mayImport: ReadonlyMap<string, readonly string[]> = new Map(
  [...map.matchAll(/^\| `(\w+)` \| .* \|(.*)\|$/gm)].map(([, room = '', allowed = '']) => [
    room,
    [...allowed.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  ]),
);

const files = sourceFiles('src');

function roomOf(path: string): string {
  const [, room = ''] = /^src\/([^/.]+)/.exec(path) ?? [];
  return room;
}

/** The files that a file imports. */
function importsOf({ path, text }: SourceFile): string[] {
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']*)'/g)].map(([, target = '']) =>
    new URL(target, `file:///${path}`).pathname.slice(1).replace(/\.js$/, '.ts'),
  );
}

describe('imports point down the house only', () => {
  test.each(files)('$path', (file) => {
    const room = roomOf(file.path);
    const allowed = mayImport.get(room);
    if (allowed === undefined) throw new Error(`${room} is no room of the house`);
    const imported = importsOf(file).map(roomOf);
    const wrong = imported.filter((other) => other !== room && other !== 'diagnostics' && !allowed.includes(other));
    expect(wrong).toEqual([]);
  });
});

test('the map allows no import that nobody needs', () => {
  for (const [room, allowed] of mayImport) {
    const imported = new Set(
      files
        .filter(({ path }) => roomOf(path) === room)
        .flatMap(importsOf)
        .map(roomOf),
    );
    expect([room, allowed.filter((other) => !imported.has(other))]).toEqual([room, []]);
  }
});

test('the map has every room, each above those that it may import', () => {
  const rooms = [...mayImport.keys()];
  expect([...rooms].sort()).toEqual([...new Set(files.map(({ path }) => roomOf(path)))].sort());
  for (const [room, allowed] of mayImport) {
    const notBelow = allowed.filter((other) => rooms.indexOf(other) <= rooms.indexOf(room));
    expect([room, notBelow]).toEqual([room, []]);
  }
});

test('no files import each other in a circle', () => {
  const imports = new Map(files.map((file) => [file.path, importsOf(file)]));
  const reached = new Map(files.map(({ path }) => [path, reachedFrom(path, imports)]));
  const circles = files.map(({ path }) =>
    [...(reached.get(path) ?? [])].filter((other) => reached.get(other)?.has(path)).sort(),
  );
  const found = new Set(circles.filter((circle) => circle.length > 0).map((circle) => circle.join(' ')));
  expect([...found]).toEqual([]);
});

/** All that a file imports, and what that imports in turn; itself only where the way leads back to it. */
function reachedFrom(path: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const next = [...(imports.get(path) ?? [])];
  for (let target = next.pop(); target !== undefined; target = next.pop()) {
    if (reached.has(target)) continue;
    reached.add(target);
    next.push(...(imports.get(target) ?? []));
  }
  return reached;
}
