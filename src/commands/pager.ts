import { spawn } from 'node:child_process';

/** What decides whether an output is paged. */
interface Circumstances {
  readonly isTerminal: boolean;
  /** How many lines the terminal has; none where it does not say. */
  readonly rows: number | undefined;
  /** Whether the command line allows it. */
  readonly isWanted: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The pager of a user who names none: it quits where all of it fits, shows colours, and leaves them on the screen. */
const usualPager = 'less';
const usualLess = 'FRX';

/** The pager that an output longer than its terminal goes through; undefined where it is printed as it is. */
export function pagerFor({ isTerminal, rows, isWanted, environment }: Circumstances, text: string): string | undefined {
  if (!isTerminal || !isWanted || rows === undefined || rows === 0) return undefined;
  const pager = (environment.PAGER ?? usualPager).trim();
  if (pager === '' || pager === 'cat' || environment.TERM === 'dumb') return undefined;
  return text.split('\n').length > rows ? pager : undefined;
}

/** Shows a text in a pager, and waits until it is left. False where there is no such program. */
export function paged(text: string, pager: string, environment: NodeJS.ProcessEnv): Promise<boolean> {
  return new Promise((resolve) => {
    const env = { LESS: usualLess, ...environment };
    const child = spawn(pager, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env });
    child.on('error', () => resolve(false));
    // 127: the shell found no such program. A pager that is left early closes its pipe, and that is no fault.
    child.on('close', (code) => resolve(code !== 127));
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
  });
}
