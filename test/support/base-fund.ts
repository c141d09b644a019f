import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FundFolder, temporaryFolder } from './fund-folder.js';

/** A copy of the small fund that the examples of diagnostics are laid over: two CCGs, a council, two districts. */
export async function copyOfBase(): Promise<FundFolder> {
  const folder = await temporaryFolder();
  await cp(fileURLToPath(new URL('../errors/base', import.meta.url)), folder, { recursive: true });
  return new FundFolder(folder);
}

/** The fund that provokes a diagnostic, where it is one laid over that and nothing is taken out. */
export async function exampleOf(code: string): Promise<FundFolder> {
  const fund = await copyOfBase();
  await cp(fileURLToPath(new URL(`../errors/${code}/fund`, import.meta.url)), fund.path, { recursive: true });
  return fund;
}
