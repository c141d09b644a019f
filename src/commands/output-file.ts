import { constants } from 'node:fs';
import { access, lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isOfSystem } from '../fund/system-error.js';

/** Where an output goes: the file that its name leads to, or why it may go nowhere. */
export type OutputFile = { readonly path: string } | { readonly problem: string };

/**
 * The file that a name means, by whatever links: so that a link stays what it is, and no more is replaced than a file
 * that may be written. Throws what the file system throws.
 */
export async function outputFile(cwd: string, name: string): Promise<OutputFile> {
  if (name.trim() === '' || name.includes('\0')) return { problem: 'it is no file name' };
  if (/[\\/]$/.test(name)) return { problem: 'it is the name of a folder' };
  const asNamed = resolve(cwd, name);
  const path = await realFileOf(asNamed);
  if (path === undefined) return { problem: 'it is a link to something that is not there' };
  if (/^\/(dev|proc|sys)\//.test(path)) return { problem: 'it is a device or a pipe' };
  const state = await stat(path).catch(() => undefined);
  if (state === undefined) return { path };
  if (state.isDirectory()) return { problem: 'it is a folder' };
  if (!state.isFile()) return { problem: 'it is a device or a pipe' };
  const isReadOnly = (state.mode & 0o222) === 0 || !(await mayWrite(path));
  return isReadOnly ? { problem: 'it is read-only' } : { path };
}

/** Where a file or a folder is or would be, by whatever links; undefined where a link of its path leads nowhere. */
async function realFileOf(asNamed: string): Promise<string | undefined> {
  try {
    return await realpath(asNamed);
  } catch (error) {
    if (!(isOfSystem(error) && error.code === 'ENOENT')) throw error;
    const isLink = await lstat(asNamed).then(
      (found) => found.isSymbolicLink(),
      () => false,
    );
    const folder = isLink ? undefined : await realFileOf(dirname(asNamed));
    return folder === undefined ? undefined : join(folder, basename(asNamed));
  }
}

function mayWrite(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}
