import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The installed program: packed by npm pack, installed globally under a prefix of its own. */
    bcfProgram: string;
    /** The tarball that it was installed from. */
    bcfTarball: string;
  }
}

/** Packs bcf once for all tests and installs the tarball as a user would. */
export default function setup(project: TestProject): () => void {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const folder = mkdtempSync(join(tmpdir(), 'bcf-packed-'));
  const npm = (...args: string[]) =>
    execFileSync('npm', [...args, '--loglevel=error'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const tarball = npm('pack', '--silent', '--pack-destination', folder).trim().split('\n').at(-1) ?? '';
  const prefix = join(folder, 'prefix');
  npm('install', '--global', '--prefix', prefix, '--prefer-offline', '--no-audit', '--no-fund', join(folder, tarball));
  project.provide('bcfTarball', join(folder, tarball));
  project.provide('bcfProgram', join(prefix, 'bin', 'bcf'));
  return () => rmSync(folder, { recursive: true, force: true });
}
