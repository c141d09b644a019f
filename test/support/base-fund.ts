import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { FundFolder, temporaryFolder } from './fund-folder.js';

/** A copy of the small fund that the examples of diagnostics are laid over: two CCGs, a council, two districts. */
export async function copyOfBase(): Promise<FundFolder> {
  const folder = await temporaryFolder();
  await cp(fileURLToPath(new URL('../errors/base', import.meta.url)), folder, { recursive: true });
  return new FundFolder(folder);
}
