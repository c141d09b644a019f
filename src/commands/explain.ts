import { type RuleId, ruleIds } from '../agreement/rule-ids.js';
import { codes, isCode } from '../diagnostics/catalogue.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { exitCodeFor, exitCodes } from '../diagnostics/exit-code.js';
import { near } from '../diagnostics/near.js';
import { diagnosticsText } from '../render/diagnostics-text.js';
import { codeList, explainText } from '../render/explain-text.js';
import { ruleList } from '../render/rule-text.js';
import { rulePages } from '../rules/pages/pages.js';
import { runExplainRule } from './explain-rule.js';
import type { Outcome, World } from './io.js';

interface ExplainOptions {
  /** A code or a rule; undefined for the list of all. */
  readonly what: string | undefined;
  readonly fund: string | undefined;
}

/** The page of a diagnostic code or of a rule, or the list of all of them where none is named. */
export async function runExplain({ what, fund }: ExplainOptions, world: World): Promise<Outcome> {
  const { stdoutStyle } = world;
  if (what === undefined) return printed(ruleList(rulePages, stdoutStyle) + codeList(stdoutStyle));
  const wanted = what.toUpperCase().replace(/^(\d{4})$/, 'BCF$1');
  if (isRule(wanted)) return runExplainRule(wanted, fund, world);
  if (isCode(wanted)) {
    if (fund === undefined) return printed(explainText(wanted, stdoutStyle));
    return refused(diagnose('BCF0002', { problem: `${wanted} is the same in every fund`, command: 'explain' }), world);
  }
  const known = [...ruleIds, ...codes.filter((code) => code.startsWith(wanted.slice(0, 5)))];
  return refused(diagnose('BCF0006', { found: what, meant: near(wanted, known) }), world);
}

function isRule(text: string): text is RuleId {
  return ruleIds.some((id) => id === text);
}

function printed(stdout: string): Outcome {
  return { stdout, stderr: '', exitCode: exitCodes.clean };
}

function refused(fault: Diagnostic, { stderrStyle }: World): Outcome {
  return { stdout: '', stderr: diagnosticsText([fault], stderrStyle), exitCode: exitCodeFor([fault]) };
}
