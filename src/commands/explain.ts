import { codes, isCode } from '../diagnostics/catalogue.js';
import { diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor, exitCodes } from '../diagnostics/exit-code.js';
import { near } from '../diagnostics/near.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { codeList, explainText } from '../render/explain-text.js';
import type { Outcome, World } from './io.js';

/** The page of a diagnostic code, or the list of all of them where none is named. */
export function runExplain(code: string | undefined, world: World): Outcome {
  if (code === undefined) return { stdout: codeList(world.stdoutStyle), stderr: '', exitCode: exitCodes.clean };
  const wanted = code.toUpperCase().replace(/^(\d{4})$/, 'BCF$1');
  if (isCode(wanted)) return { stdout: explainText(wanted, world.stdoutStyle), stderr: '', exitCode: exitCodes.clean };
  const fault = diagnose('BCF0006', {
    found: code,
    meant: near(
      wanted,
      codes.filter((known) => known.startsWith(wanted.slice(0, 5))),
    ),
  });
  return { stdout: '', stderr: diagnosticsText([fault], world.stderrStyle), exitCode: exitCodeFor([fault]) };
}
