import { mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { NotReadable } from '../files/open-file.js';
import { temporaryName } from '../files/temporary.js';
import { isOfSystem } from '../fund/system-error.js';
import { swept } from '../fund/write-file.js';

interface FolderFile {
  readonly path: string;
  readonly text: string | Buffer;
}

/** What stands at a path where a folder is to be made. */
export type Target =
  | { readonly kind: 'absent' | 'empty'; readonly path: string }
  | { readonly kind: 'taken'; readonly found: string }
  | { readonly kind: 'no-folder' };

type Free = Extract<Target, { kind: 'absent' | 'empty' }>;

/** Looks whether a folder can be made at a path: nothing is there, or an empty folder, by whatever link it is reached. */
export async function targetAt(path: string): Promise<Target> {
  const state = await stat(path).catch((error: unknown) => {
    if (isOfSystem(error) && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (state === undefined) {
    const isLink = (await readdir(dirname(path))).includes(basename(path));
    if (isLink) throw new NotReadable('it is a link to something that is not there');
    return { kind: 'absent', path: join(await realpath(dirname(path)), basename(path)) };
  }
  if (!state.isDirectory()) return { kind: 'no-folder' };
  const [first, ...others] = (await readdir(path)).sort();
  if (first === undefined) return { kind: 'empty', path: await realpath(path) };
  return { kind: 'taken', found: others.length === 0 ? first : `${first} and ${others.length} more` };
}

/**
 * Writes the files to a hidden folder beside the target, and hands it to `look`; where that agrees, the folder takes
 * its name. A run that is cut off leaves the target as it was. Throws what the file system throws.
 */
export async function writeFolder<T>(
  target: Free,
  files: readonly FolderFile[],
  look: (folder: string) => Promise<{ readonly isGood: boolean; readonly found: T }>,
): Promise<T> {
  const parent = dirname(target.path);
  const name = await temporaryName();
  const temporary = join(parent, name);
  try {
    await mkdir(temporary);
    await swept(parent, name);
    for (const { path, text } of files) await writeSynced(join(temporary, path), text);
    const { isGood, found } = await look(temporary);
    if (isGood) await putInPlace(temporary, target);
    return found;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * A folder that is there may be the one that the user stands in, so it is kept and filled; the agreement comes last,
 * and without it nothing takes the folder for a fund.
 */
async function putInPlace(temporary: string, { kind, path }: Free): Promise<void> {
  if (kind === 'absent') {
    await rename(temporary, path);
    await sync(dirname(path));
    return;
  }
  const isLast = (name: string) => Number(name === 'agreement.yaml');
  const names = (await readdir(temporary)).sort((a, b) => isLast(a) - isLast(b));
  for (const name of names) await rename(join(temporary, name), join(path, name));
  await sync(path);
}

async function writeSynced(path: string, text: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
