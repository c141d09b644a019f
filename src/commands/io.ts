import type { Style } from '../render/style.js';

/** What a command may know of the world around it. */
export interface World {
  /** The folder the user stands in. */
  readonly cwd: string;
  readonly version: string;
  readonly stdoutStyle: Style;
  readonly stderrStyle: Style;
}

/** What a command gives: what to print where, what to write, and the exit code. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}
