import { type FileHandle, link, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { sweep, temporaryName } from '../files/temporary.js';
import { isOfSystem, reasonOf } from './system-error.js';

/**
 * Writes a file whole or not at all, in place of one that is there, whose permissions it keeps: under a hidden name,
 * synced, then renamed.
 */
export async function writeWhole(path: string, content: string | Iterable<string | Uint8Array>): Promise<void> {
  const before = await lstat(path).catch(() => undefined);
  await written(path, content, {
    prepare: async (file) => {
      if (before?.isFile()) await file.chmod(before.mode & 0o777);
    },
    place: (temporary) => rename(temporary, path),
  });
}

/**
 * Writes a file whole or not at all, and makes the folders of its path that are not there: with the file in them, under a
 * hidden name, which then takes theirs. The folder that was made first, or undefined.
 */
export async function writeWithFolders(
  path: string,
  content: string | Iterable<string | Uint8Array>,
): Promise<string | undefined> {
  const made = await firstMissing(dirname(path));
  if (made === undefined) {
    await writeWhole(path, content);
    return undefined;
  }
  const parent = dirname(made);
  const name = await temporaryName();
  const temporary = join(parent, name);
  const file = join(temporary, relative(made, path));
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeWhole(file, content);
    await swept(parent, name);
    await rename(temporary, made);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(parent);
  return made;
}

/** The topmost folder of a path that is not there; undefined where it is there. */
async function firstMissing(folder: string): Promise<string | undefined> {
  const isThere = await lstat(folder).then(
    () => true,
    (error: unknown) => {
      if (isOfSystem(error) && error.code === 'ENOENT') return false;
      throw error;
    },
  );
  return isThere ? undefined : ((await firstMissing(dirname(folder))) ?? folder);
}

/**
 * Writes a new file whole or not at all. Of two that write the same name at once one does, and the other throws EEXIST:
 * a link, unlike a rename, replaces nothing.
 */
export function writeNew(path: string, content: string | Filling): Promise<void> {
  return written(path, content, {
    place: async (temporary) => {
      await link(temporary, path);
      await rm(temporary, { force: true });
    },
  });
}

/** Writes what a file holds, piece by piece; where it throws there is no file. */
export type Filling = (write: (piece: string) => Promise<void>) => Promise<void>;

type Content = string | Iterable<string | Uint8Array> | Filling;

interface Steps {
  readonly prepare?: (file: FileHandle) => Promise<void>;
  readonly place: (temporary: string) => Promise<unknown>;
}

async function written(path: string, content: Content, steps: Steps): Promise<void> {
  const folder = dirname(path);
  const name = await temporaryName();
  const temporary = join(folder, name);
  try {
    const file = await open(temporary, 'wx');
    try {
      if (typeof content === 'function') await content((piece) => file.writeFile(piece));
      else for (const piece of typeof content === 'string' ? [content] : content) await file.writeFile(piece);
      await steps.prepare?.(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await swept(folder, name);
    await steps.place(temporary);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** What interrupted runs left is swept on the way; where that cannot be, what is written is none the worse. */
export async function swept(folder: string, own: string): Promise<void> {
  try {
    await sweep(folder, own);
  } catch (error) {
    reasonOf(error);
  }
}

/** Makes what stands in a folder last: what was linked or renamed there is on the drive. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
