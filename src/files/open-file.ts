import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { limits, sizeInWords } from './limits.js';

/** A file by the folder that it may not leave, and its path in it. All that bcf reads is one. */
export interface FileOf {
  readonly folder: string;
  readonly file: string;
  /** Where it stands, of a file that the user names himself: it need be in no folder, and `file` is what it is called. */
  readonly named?: string | undefined;
  /** What of it is meant, where it is a workbook. */
  readonly part?: SheetPart | undefined;
}

/** What of a workbook is read. */
export interface SheetPart {
  /** The sheet; left out: the only one that holds anything. */
  readonly sheet?: string | undefined;
  /** Which of its cells, B4:H200, or the name that a range or a table has in the workbook; left out: all. */
  readonly range?: string | undefined;
}

/** Why a file is not read, in words, where the file system would have given it. */
export class NotReadable extends Error {}

/** Whether a path is a folder, or in it. Both are real paths. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Where a file or a folder really is. A link to another place in the folder is followed, and one out of it is not. */
export async function realPathOf({ folder, file, named }: FileOf): Promise<string> {
  const asNamed = named ?? join(folder, file);
  const path = await realpath(asNamed).catch(async (error: unknown) => {
    if (await isDanglingLink(asNamed, error)) throw new NotReadable('it is a link to something that is not there');
    throw error;
  });
  if (named !== undefined || isWithin(path, await realpath(folder))) return path;
  throw new NotReadable('a link leads out of the fund folder here, and none is followed there');
}

/** The pieces of a file, opened in the one way there is: it is a file, in its folder, and no larger than allowed. */
export async function* bytesOf(at: FileOf, mostBytes: number = limits.fileBytes): AsyncGenerator<Buffer> {
  const handle = await opened(await realPathOf(at), mostBytes);
  let bytes = 0;
  for await (const chunk of handle.createReadStream({ highWaterMark: 1 << 16 })) {
    if (!Buffer.isBuffer(chunk)) throw new Error('a stream of bytes gave text');
    bytes += chunk.length;
    if (bytes > mostBytes) throw tooLarge(mostBytes);
    yield chunk;
  }
}

/** The whole of a file. */
export async function wholeOf(at: FileOf, mostBytes?: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of bytesOf(at, mostBytes)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/**
 * What stands there is asked before it is opened, for opening a device may set it going, and of what was opened again.
 * Opened without waiting, a pipe that was put there in between stops nobody.
 */
async function opened(path: string, mostBytes: number): Promise<FileHandle> {
  requireFile(await lstat(path), mostBytes);
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    requireFile(await handle.stat(), mostBytes);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function requireFile(found: Stats, mostBytes: number): void {
  if (found.isDirectory()) throw new NotReadable('it is a folder');
  if (!found.isFile()) throw new NotReadable('it is a device or a pipe');
  if (found.size > mostBytes) throw tooLarge(mostBytes);
}

function tooLarge(mostBytes: number): NotReadable {
  return new NotReadable(`it is larger than ${sizeInWords(mostBytes)} (bcf help limits)`);
}

async function isDanglingLink(path: string, error: unknown): Promise<boolean> {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) return false;
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}
