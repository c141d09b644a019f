import { createHash } from 'node:crypto';
import { mkdir, readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import * as z from 'zod';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { type PackageFile, packageMark, type WrittenFile } from '../export/data-package.js';
import { wholeOf } from '../files/open-file.js';
import { reasonOf } from '../fund/system-error.js';
import { writeWhole } from '../fund/write-file.js';
import { inChunks } from './io.js';

const descriptorName = 'datapackage.json';
const ownDescriptor = z.object({ bcf: z.object({ format: z.literal(packageMark) }) });

/** Where a data package goes, and what it may not touch. */
export interface PackagePlace {
  readonly folder: string;
  readonly shownAs: string;
  /** The fund's folder, and the folders in it that ledgers and published tables are read from. */
  readonly fund: string;
  readonly fundPlaces: readonly string[];
}

/** Why a data package may not go to a folder; undefined where it may. */
export async function whyNotInto(place: PackagePlace): Promise<Diagnostic | undefined> {
  const refused = (reason: string) => diagnose('BCF0051', { folder: place.shownAs, reason });
  const [folder, fund] = await Promise.all([real(place.folder), real(place.fund)]);
  if (isIn(fund, folder)) return refused('the fund itself is in it');
  for (const fundPlace of place.fundPlaces) {
    if (isIn(folder, await real(join(fund, fundPlace))))
      return refused(`files of the fund are read from its ${fundPlace}`);
  }
  const names = await readdir(folder).catch((error: unknown) => reasonOf(error, ''));
  if (typeof names === 'string')
    return names === '' ? undefined : refused(names === 'a part of its path is a file' ? 'it is a file' : names);
  if (names.length === 0 || (await isOwn(folder))) return undefined;
  return refused('it has other files in it');
}

/** Writes the files one by one, each whole or not at all, and last the descriptor, which has the hash of each. */
export async function writePackage(
  { folder, shownAs }: PackagePlace,
  files: readonly PackageFile[],
  descriptorOf: (written: readonly WrittenFile[]) => string,
): Promise<Diagnostic | undefined> {
  try {
    await mkdir(folder, { recursive: true });
    const written: WrittenFile[] = [];
    for (const file of files) written.push({ ...file, ...(await writeHashed(join(folder, file.path), file.pieces())) });
    await writeWhole(join(folder, descriptorName), descriptorOf(written));
    return undefined;
  } catch (error) {
    return diagnose('BCF0051', { folder: shownAs, reason: reasonOf(error) });
  }
}

/** Writes a file whole or not at all; how long it is, and its hash. */
async function writeHashed(path: string, pieces: Iterable<string>): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  function* passing(): Generator<Buffer> {
    for (const text of inChunks(pieces)) {
      const chunk = Buffer.from(text);
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  await writeWhole(path, passing());
  return { bytes, sha256: hash.digest('hex') };
}

/** A path by whatever links it is reached; of one that is not there yet, the folder that it would be in. */
async function real(path: string): Promise<string> {
  const reached = await realpath(path).catch(() => undefined);
  if (reached !== undefined || dirname(path) === path) return reached ?? path;
  return join(await real(dirname(path)), basename(path));
}

function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path);
}

async function isOwn(folder: string): Promise<boolean> {
  try {
    const bytes = await wholeOf({ folder, file: descriptorName });
    return ownDescriptor.safeParse(JSON.parse(bytes.toString('utf8'))).success;
  } catch {
    return false;
  }
}
