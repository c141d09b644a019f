import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Files that are watched: those of a folder and below, but for what is written itself. */
interface Watched {
  readonly folder: string;
  readonly except: string;
}

/** Asked for and not told: a shared drive tells nobody. */
const everyMilliseconds = 500;

/** When each file was changed last, and how long it is; what cannot be read now is not there. */
export async function stateOf({ folder, except }: Watched): Promise<string> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const paths = names.sort().map((name) => join(folder, name));
  const states = paths
    .filter((path) => path !== except)
    .map(async (path) => {
      const state = await stat(path).catch(() => undefined);
      return state?.isFile() ? `${path} ${state.mtimeMs} ${state.size}` : '';
    });
  return (await Promise.all(states)).join('\n');
}

/** Waits until the files are not as they were, and then until whoever writes them is done. */
export async function changed(watched: Watched, before: string): Promise<void> {
  let state = await stateOf(watched);
  while (state === before) {
    await wait(everyMilliseconds);
    state = await stateOf(watched);
  }
  for (let earlier = ''; earlier !== state; state = await stateOf(watched)) {
    earlier = state;
    await wait(everyMilliseconds);
  }
}
