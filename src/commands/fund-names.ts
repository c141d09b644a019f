import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { Place } from './gathered.js';

type FundPlace = Pick<Place, 'folder' | 'inputs' | 'agreement'>;

/** CSVs beside the agreement are read as ledgers, and so is what stands in these folders. */
const besideAgreement = /^([^/]+\.(csv|tsv)|agreement\.ya?ml)$/i;
const ownFolders = ['ledgers', 'closes'];

/** Files of a fund besides those that are read: its README, and what tells git to leave it as it is. */
const keptForTheFund = /^(\.gitattributes|readme\.txt)$/i;

/** Whether a path is among the names of any fund: of that in whose folder it is, or below. */
export async function isOfSomeFund(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const names = await readdir(folder).catch(() => []);
    const isFund = names.some((name) => /^agreement\.ya?ml$/i.test(name));
    if (isFund && (await isAmongItsNames({ folder, inputs: [] }, path))) return true;
    if (folder === dirname(folder)) return false;
  }
}

/** Whether a path is a file of the fund, or would be looked for among its files, by whatever name it is reached. */
export async function isOfFund(place: FundPlace, path: string): Promise<boolean> {
  return (await isAmongItsNames(place, path)) || (await isOneOfItsFiles(place, path));
}

async function isAmongItsNames({ folder, inputs, agreement }: FundPlace, path: string): Promise<boolean> {
  const real = (one: string) => realpath(one).catch(() => one);
  const inFolder = relative(await real(folder), join(await real(dirname(path)), basename(path)));
  const plain = inFolder.replaceAll('\\', '/').toLowerCase();
  const tables = tablesOf(agreement).map((file) => file.toLowerCase());
  // A folder that holds a published table holds what was published, and nothing that was made from it.
  const folders = [...ownFolders.map((own) => `${own}/`), ...tables.flatMap((file) => /^.*\//.exec(file)?.[0] ?? [])];
  const isNamed = [...tables, ...inputs.map((input) => input.path.toLowerCase())].includes(plain);
  return (
    besideAgreement.test(plain) || keptForTheFund.test(plain) || isNamed || folders.some((own) => plain.startsWith(own))
  );
}

/** A file may have several names: hard links, and names in another case where the drive makes no difference. */
async function isOneOfItsFiles({ folder, inputs, agreement }: FundPlace, path: string): Promise<boolean> {
  const identity = await identityOf(path);
  if (identity === undefined) return false;
  const named = [...tablesOf(agreement), ...codeTablesOf(agreement)];
  const names = new Set([...inputs.map((input) => input.path), ...named]);
  for (const name of await readdir(folder).catch(() => [])) if (besideAgreement.test(name)) names.add(name);
  for (const ownFolder of ownFolders) {
    const below = await readdir(join(folder, ownFolder), { recursive: true }).catch(() => []);
    for (const name of below) names.add(join(ownFolder, name));
  }
  for (const name of names) if ((await identityOf(join(folder, name))) === identity) return true;
  return false;
}

function tablesOf(agreement: FundPlace['agreement']): string[] {
  return [...(agreement?.tables.values() ?? [])].map(({ file }) => file);
}

/** The tables of codes by which exports are read: one that is not there yet may be written. */
function codeTablesOf(agreement: FundPlace['agreement']): string[] {
  return (agreement?.ledgers ?? []).flatMap(({ maps }) => maps.map(({ table }) => table));
}

/** Which file of which drive it is; undefined where there is none. */
async function identityOf(path: string): Promise<string | undefined> {
  const state = await stat(path, { bigint: true }).catch(() => undefined);
  return state && `${state.dev} ${state.ino}`;
}
