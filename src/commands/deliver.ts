import { basename, resolve } from 'node:path';
import { diagnose } from '../diagnostics/diagnostic.js';
import { exitCodes } from '../diagnostics/exit-code.js';
import { reasonOf } from '../fund/system-error.js';
import { writeWithFolders } from '../fund/write-file.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { isOfSomeFund } from './fund-names.js';
import { inChunks, type Outcome, type World } from './io.js';
import { outputFile } from './output-file.js';

/** Sends an outcome's report to a file in place of stdout, where one is named and is not taken; `-` is stdout. */
export async function deliver(
  outcome: Outcome,
  output: string | undefined,
  world: World,
  isTaken: (path: string) => Promise<boolean> = () => Promise.resolve(false),
): Promise<Outcome> {
  if (output === undefined || output === '-' || outcome.stdout === '') return outcome;
  try {
    const file = await outputFile(world.cwd, output);
    if ('problem' in file) return refused(outcome, output, file.problem, world);
    for (const path of [resolve(world.cwd, output), file.path]) {
      if ((await isTaken(path)) || (await isOfSomeFund(path))) {
        return refused(outcome, output, 'it is, or would be read as, a file of a fund', world);
      }
    }
    const made = await writeWithFolders(file.path, inChunks(outcome.stdout));
    const said = made === undefined ? '' : `The folder ${basename(made)} was not there, and has been made.\n`;
    return { ...outcome, stdout: '', stderr: said + outcome.stderr };
  } catch (error) {
    return refused(outcome, output, reasonOf(error, 'its folder is not there'), world);
  }
}

function refused(outcome: Outcome, output: string, reason: string, world: World): Outcome {
  const file = output.trim() === '' ? `“${output}”` : output;
  const fault = diagnose('BCF0005', { file, reason });
  const stderr = outcome.stderr + diagnosticsText([fault], world.stderrStyle);
  return { stdout: '', stderr, exitCode: Math.max(outcome.exitCode, exitCodes.couldNotRun) };
}
