import { run } from '../../src/cli.js';

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** As wide as a line may be, so that a test finds words where they stand; what is recorded is as wide as usual. */
const wide = { COLUMNS: '200' };

/** Runs a command line in this process, without a terminal, and without environment where that is asked for. */
export async function bcf(
  args: readonly string[],
  { cwd = process.cwd(), environment = wide }: { cwd?: string; environment?: Record<string, string> } = {},
): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const exitCode = await run(args, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    environment,
    cwd: () => cwd,
    version: '0.0.0-test',
  });
  return { stdout, stderr, exitCode };
}

const runs = new Map<string, Promise<Ran>>();

/** What a command prints of a fixture. A fixture does not change: of one test file each command line runs once. */
export function bcfOfFixture(args: readonly string[]): Promise<Ran> {
  const key = args.join('\0');
  const ran = runs.get(key) ?? bcf(args);
  runs.set(key, ran);
  return ran;
}

/** A run as one text: the command, both streams and the exit code together. */
export function transcript(command: string, { stdout, stderr, exitCode }: Ran): string {
  return `$ ${command}\n--- stdout\n${stdout}--- stderr\n${stderr}--- exit ${exitCode}\n`;
}
