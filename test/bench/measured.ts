import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** The program as `npm run ready -- --build` makes it. */
export const bcf = [process.execPath, `${root}dist/bin/bcf.js`] as const;

/** What a command took: by the clock, of all processors together, and the most memory that it had at once. */
export interface Measured {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly megabytes: number;
}

/** Runs each command in turn, as often as there are rounds; the medians. What printed is thrown away. */
export function inTurn(
  commands: ReadonlyMap<string, readonly string[]>,
  rounds: number,
): ReadonlyMap<string, Measured> {
  const runs = new Map<string, Measured[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, command] of commands) runs.set(name, [...(runs.get(name) ?? []), measure(command)]);
  }
  return new Map(
    [...runs].map(([name, each]) => [
      name,
      {
        seconds: median(each.map(({ seconds }) => seconds)),
        processorSeconds: median(each.map(({ processorSeconds }) => processorSeconds)),
        megabytes: median(each.map(({ megabytes }) => megabytes)),
      },
    ]),
  );
}

/** GNU time says what a command took; its own format is the last line of stderr. */
function measure(command: readonly string[]): Measured {
  const { stderr } = ran(['/usr/bin/env', 'time', '-f', '%e %U %S %M', ...command]);
  const last = stderr.trim().split('\n').at(-1) ?? '';
  const [seconds = Number.NaN, user = 0, system = 0, kilobytes = 0] = last.split(' ').map(Number);
  if (Number.isNaN(seconds)) throw new Error(`GNU time is needed (Debian: time); it printed “${last}”`);
  return { seconds, processorSeconds: user + system, megabytes: kilobytes / 1024 };
}

/** What a command prints. A finding, exit 1, is none of its faults; anything above is, and thrown. */
export function ran([program = '', ...args]: readonly string[]): { readonly stdout: string; readonly stderr: string } {
  const { stdout, stderr, status, error } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined || status === null || status > 1) {
    throw new Error(`${[program, ...args].join(' ')}: ${error?.message ?? `exit ${status}`}\n${stderr}`);
  }
  return { stdout, stderr };
}

/** What a command prints first of its version; undefined where it is not there. */
export function versionOf([program = '', ...args]: readonly string[]): string | undefined {
  const { stdout, status, error } = spawnSync(program, args, { encoding: 'utf8' });
  return error !== undefined || status !== 0 ? undefined : (stdout.trim().split('\n')[0] ?? '');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
