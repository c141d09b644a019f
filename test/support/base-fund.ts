import { cp, readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bcf } from './bcf.js';
import { FundFolder, temporaryFolder } from './fund-folder.js';

const examples = new URL('../errors/', import.meta.url);

/** A copy of the small fund that the examples of diagnostics are laid over: two CCGs, a council, two districts. */
export async function copyOfBase(): Promise<FundFolder> {
  const folder = await temporaryFolder();
  await cp(fileURLToPath(new URL('base', examples)), folder, { recursive: true });
  return new FundFolder(folder);
}

/** The fund that provokes a diagnostic: with what was done to it before, and without what is taken out. */
export async function exampleOf(code: string): Promise<FundFolder> {
  const fund = await copyOfBase();
  await layOver(`${code}/before`, fund);
  for (const earlier of await linesOf(`${code}/before.txt`)) {
    const { exitCode, stderr } = await bcf(earlier.split(' ').slice(1), { cwd: fund.path });
    if (exitCode !== 0) throw new Error(stderr);
  }
  await layOver(`${code}/fund`, fund);
  for (const file of await linesOf(`${code}/removed.txt`)) await fund.remove(file);
  return fund;
}

/** The command that the example of a diagnostic runs. */
export async function commandOf(code: string): Promise<string> {
  const [command = 'bcf reconcile .'] = await linesOf(`${code}/command.txt`);
  return command;
}

async function layOver(files: string, fund: FundFolder): Promise<void> {
  const from = fileURLToPath(new URL(files, examples));
  const overlay = await readdir(from).catch(() => []);
  if (overlay.length > 0) await cp(from, fund.path, { recursive: true });
}

async function linesOf(file: string): Promise<string[]> {
  const text = await readFile(new URL(file, examples), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line.trim() !== '');
}
