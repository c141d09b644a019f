/**
 * Makes a fresh clone ready: installs what the lockfile asks for where it is missing or older,
 * and with --build compiles. Plain JavaScript, because it runs before anything is installed.
 */
import { execSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** When a file was last written, or 0 where it does not exist. */
function writtenAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/** Runs a command; what it prints goes to stderr, so that stdout stays the report's. */
function run(command) {
  execSync(command, { cwd: root, stdio: ['ignore', 2, 2] });
}

if (writtenAt(join(root, 'node_modules/.package-lock.json')) < writtenAt(join(root, 'package-lock.json'))) {
  // Not npm ci: it refuses a lockfile without the builds for other platforms, which not every registry mirror holds.
  run('npm install --no-save --no-audit --no-fund --loglevel=error');
}
if (process.argv.includes('--build')) run('npm run --silent build');
