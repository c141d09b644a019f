import type { Command } from 'commander';
import { diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor, exitCodes } from '../diagnostics/exit-code.js';
import { near } from '../diagnostics/near.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { fittedPage } from '../render/fitted-page.js';
import { helpTopics } from './help-topics.js';
import type { Outcome, World } from './io.js';

/** The help of the program, of a command or of a topic. */
export function runHelp(topic: string | undefined, program: Command, world: World): Outcome {
  if (topic === undefined) {
    program.outputHelp();
    return { stdout: '', stderr: '', exitCode: exitCodes.clean };
  }
  const page = helpTopics[topic];
  if (page !== undefined)
    return { stdout: fittedPage(page, world.stdoutStyle.width), stderr: '', exitCode: exitCodes.clean };
  const command = program.commands.find((candidate) => candidate.name() === topic);
  if (command !== undefined) {
    command.outputHelp();
    return { stdout: '', stderr: '', exitCode: exitCodes.clean };
  }
  const known = [...program.commands.map((candidate) => candidate.name()), ...Object.keys(helpTopics)];
  const fault = diagnose('BCF0001', { found: topic, meant: near(topic, known) });
  return { stdout: '', stderr: diagnosticsText([fault], world.stderrStyle), exitCode: exitCodeFor([fault]) };
}
