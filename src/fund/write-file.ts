import { randomBytes } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes a file whole or not at all, in place of one that is there: under a hidden name, synced, then renamed. */
export function writeWhole(path: string, content: string | Iterable<string | Buffer>): Promise<void> {
  return written(path, content, (temporary) => rename(temporary, path));
}

/**
 * Writes a new file whole or not at all. Of two that write the same name at once one does, and the other throws EEXIST:
 * a link, unlike a rename, replaces nothing.
 */
export function writeNew(path: string, content: string): Promise<void> {
  return written(path, content, async (temporary) => {
    await link(temporary, path);
    await rm(temporary, { force: true });
  });
}

async function written(
  path: string,
  content: string | Iterable<string | Buffer>,
  place: (temporary: string) => Promise<unknown>,
): Promise<void> {
  const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.bcf-tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      for (const piece of typeof content === 'string' ? [content] : content) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await place(temporary);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
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
