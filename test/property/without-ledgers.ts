import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FundFolder } from '../support/fund-folder.js';

/** The ledgers that figures are made of and that a fund may be without. */
export const ledgers = ['opening', 'contributions', 'expenditure', 'forecast', 'activity', 'balances'] as const;
export type Ledger = (typeof ledgers)[number];

async function filesOf({ path }: FundFolder, ledger: Ledger): Promise<string[]> {
  const names = await readdir(join(path, 'ledgers')).catch(() => []);
  return names
    .filter((name) => name.startsWith(ledger))
    .sort()
    .map((name) => `ledgers/${name}`);
}

/** Takes the files of a ledger away. */
export async function without(folder: FundFolder, ledger: Ledger): Promise<FundFolder> {
  for (const file of await filesOf(folder, ledger)) await folder.remove(file);
  return folder;
}

/** Leaves half of a ledger: every second file, or of its only file every second row. */
export async function halved(folder: FundFolder, ledger: Ledger, half: 0 | 1): Promise<FundFolder> {
  const files = await filesOf(folder, ledger);
  const [only = ''] = files;
  if (files.length > 1) {
    for (const file of files.filter((_, index) => index % 2 !== half)) await folder.remove(file);
  } else if (files.length === 1) {
    const [header, ...rows] = (await folder.read(only)).split(/(?<=\n)/);
    await folder.write(only, [header, ...rows.filter((_, index) => index % 2 === half)].join(''));
  }
  return folder;
}
