import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { plainText } from '../diagnostics/plain-text.js';
import { isWithin } from '../files/open-file.js';
import type { World } from './io.js';

/** A file that a command line names, in the fund or anywhere else. */
export interface FileAsked {
  /** Its path in the fund folder; elsewhere what the user calls it. */
  readonly file: string;
  /** Where it stands, where that is not in the fund folder. */
  readonly named?: string;
}

/** What a file is called that is named on the command line. Elsewhere it is never called as a file of the fund is. */
export async function fileAsked(given: string, folder: string, { cwd }: World): Promise<FileAsked> {
  const named = resolve(cwd, given);
  const [path, fund] = [await realOf(named), await realOf(folder)];
  if (isWithin(path, fund) && path !== fund) return { file: slashed(path.slice(fund.length + 1)) };
  const isLike = await realpath(join(folder, given)).then(
    () => true,
    () => false,
  );
  return { file: plainText(slashed(isLike ? named : given)), named };
}

async function realOf(path: string): Promise<string> {
  return realpath(path).catch(async () => {
    const folder = await realpath(dirname(path)).catch(() => dirname(path));
    return join(folder, basename(path));
  });
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
