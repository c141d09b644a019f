import { exitCodes } from '../diagnostics/exit-code.js';
import { scripts } from './completion-scripts.js';
import type { Shell } from './completion-shells.js';
import type { Outcome } from './io.js';

/** The completion script of a shell. */
export function runCompletion(shell: Shell): Outcome {
  return { stdout: scripts[shell], stderr: '', exitCode: exitCodes.clean };
}
