import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a tool prints where it finds fault; '' where it finds none. */
function faultsOf(tool: string, ...args: readonly string[]): string {
  try {
    execFileSync(process.execPath, [`${root}node_modules/${tool}`, ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error) return `${error.stdout}${error.stderr}`;
    throw error;
  }
}

describe('the tools agree', () => {
  test('Biome: form and lint', () => {
    expect(faultsOf('@biomejs/biome/bin/biome', 'check', '--error-on-warnings')).toBe('');
  });
  test('TypeScript: sources, tests and fixtures', () => {
    expect(faultsOf('typescript/bin/tsc', '-p', 'test/tsconfig.json')).toBe('');
  }, 120_000);
  test('knip: no dead export, file or dependency', () => {
    expect(faultsOf('knip/bin/knip.js')).toBe('');
  }, 120_000);
  test('publint: the package, but what it brings of others', async () => {
    const { messages, pkg } = await publint({ pkgDir: root, strict: true });
    expect(pkg.name).toBe('bcf');
    expect(messages.filter(({ args }) => !JSON.stringify(args).includes('/node_modules/'))).toEqual([]);
  }, 60_000);
});
