import type { Diagnostic } from './diagnostic.js';
import type { DiagnosticClass } from './entry.js';

/** The exit codes, the same for every command. */
export const exitCodes = {
  clean: 0,
  finding: 1,
  couldNotRun: 2,
  agreementInvalid: 3,
  bug: 70,
  interrupted: 130,
} as const;

const exitCodeOfClass: Readonly<Record<DiagnosticClass, number>> = {
  warning: exitCodes.clean,
  finding: exitCodes.finding,
  usage: exitCodes.couldNotRun,
  input: exitCodes.couldNotRun,
  agreement: exitCodes.agreementInvalid,
};

/** The exit code of a run: the gravest of its diagnostics decides. */
export function exitCodeFor(diagnostics: readonly Diagnostic[]): number {
  return Math.max(exitCodes.clean, ...diagnostics.map((diagnostic) => exitCodeOfClass[diagnostic.class]));
}

/** Whether the input could be used at all: no diagnostic says that a file or a row is wrong. */
export function isUsable(diagnostics: readonly Diagnostic[]): boolean {
  return exitCodeFor(diagnostics) < exitCodes.couldNotRun;
}
