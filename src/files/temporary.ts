import { createHash, randomBytes } from 'node:crypto';
import { lstat, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

const ours = /^\.([0-9a-f]{12})\.(\d{1,10})\.[0-9a-f]{12}\.bcf-tmp$/;
const aDayInMs = 24 * 60 * 60 * 1000;

/** A hidden name for what is being written, which says on which machine and by which process. */
export async function temporaryName(): Promise<string> {
  return `.${await thisMachine()}.${process.pid}.${randomBytes(6).toString('hex')}.bcf-tmp`;
}

/**
 * Removes what interrupted runs left in a folder: files of ours whose process is gone, and of another machine those a
 * day older than `own`, which was just written there, by the clock of the drive. What cannot be removed stays.
 */
export async function sweep(folder: string, own: string): Promise<void> {
  const machine = await thisMachine();
  const { mtimeMs: nowMs } = await lstat(join(folder, own));
  for (const name of await readdir(folder)) {
    const [, writer, number] = ours.exec(name) ?? [];
    if (number === undefined || name === own) continue;
    const path = join(folder, name);
    const isLeft = writer === machine && !isRunning(Number(number));
    if (isLeft || (await isOlder(path, nowMs - aDayInMs))) await rm(path, { recursive: true, force: true });
  }
}

/** A process number means something on one machine, since its start, and in one container. */
async function thisMachine(): Promise<string> {
  const start = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const container = await readlink('/proc/self/ns/pid').catch(() => '');
  return createHash('sha256').update([hostname(), start, container].join('\0')).digest('hex').slice(0, 12);
}

function isRunning(process_: number): boolean {
  try {
    return process.kill(process_, 0);
  } catch (error) {
    // Another user's process may not be asked, and is there.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

async function isOlder(path: string, thanMs: number): Promise<boolean> {
  const state = await lstat(path).catch(() => undefined);
  return state !== undefined && state.mtimeMs < thanMs;
}
