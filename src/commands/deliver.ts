import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { diagnose } from '../diagnostics/diagnostic.js';
import { exitCodes } from '../diagnostics/exit-code.js';
import { reasonOf } from '../fund/system-error.js';
import { writeWhole } from '../fund/write-file.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { inChunks, type Outcome, type World } from './io.js';

/** Sends an outcome's report to a file in place of stdout, where one is named and is not taken; `-` is stdout. */
export async function deliver(
  outcome: Outcome,
  output: string | undefined,
  world: World,
  isTaken: (path: string) => Promise<boolean> = () => Promise.resolve(false),
): Promise<Outcome> {
  if (output === undefined || output === '-' || outcome.stdout === '') return outcome;
  if (output.trim() === '' || output.includes('\0'))
    return refused(outcome, `“${output.replace(/\0/g, '')}”`, 'it is no file name', world);
  if (await isTaken(resolve(world.cwd, output))) {
    return refused(outcome, output, 'it is, or would be read as, a file of the fund', world);
  }
  try {
    if (await isSpecial(resolve(world.cwd, output))) {
      return refused(outcome, output, 'it is a device or a pipe', world);
    }
    await writeWhole(await behindLinks(resolve(world.cwd, output)), inChunks(outcome.stdout));
    return { ...outcome, stdout: '' };
  } catch (error) {
    return refused(outcome, output, reasonOf(error, 'its folder is not there'), world);
  }
}

function refused(outcome: Outcome, file: string, reason: string, world: World): Outcome {
  const fault = diagnose('BCF0005', { file, reason });
  const stderr = outcome.stderr + diagnosticsText([fault], world.stderrStyle);
  return { stdout: '', stderr, exitCode: Math.max(outcome.exitCode, exitCodes.couldNotRun) };
}

/** The file that a link leads to, so that the link stays what it is; the path itself where there is none. */
function behindLinks(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** Whether something that is no file stands there, which a rename would replace: a device, or a stream of a process. */
async function isSpecial(path: string): Promise<boolean> {
  if (/^\/(dev|proc|sys)\//.test(path)) return true;
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}
