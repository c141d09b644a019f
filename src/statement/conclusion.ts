import { catalogue } from '../diagnostics/catalogue.js';
import { inFull } from '../diagnostics/day-in-full.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { counted } from '../diagnostics/entry.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence } from '../money/pence.js';
import type { RuleOutcome } from '../rules/check.js';
import type { FundStatement, Reconciliation } from './reconciliation-schema.js';

interface Concluding {
  readonly outcome: RuleOutcome;
  readonly totals: Reconciliation['flowOfFunds']['totals'];
  readonly fund: FundStatement;
}

/** What all of it comes to, and of what it is said: of the plan alone, or of plan and actuals. */
export function conclude({ outcome, totals, fund }: Concluding): Reconciliation['conclusion'] {
  const { checks, diagnostics } = outcome;
  const inPence = totals.sources.plan?.amount ?? 0n;
  const appliedPence = totals.applications.plan?.amount ?? 0n;
  const failed = checks.filter(({ passed }) => !passed).length;
  const reconciled =
    failed === 0 && inPence === appliedPence && !diagnostics.some((diagnostic) => diagnostic.class === 'finding');
  const plan = planInWords(inPence, appliedPence);
  const actuals = totals.balance.actual === undefined ? 'what is known of the actuals' : 'actuals';
  const of = fund.asAtDate === undefined ? plan : `plan and ${actuals} to ${inFull(fund.asAtDate)}`;
  const verdict = reconciled ? 'Reconciled' : 'Not reconciled';
  return { reconciled, plan, message: `${verdict}: ${of}; ${broken(diagnostics, failed)}` };
}

/** Whether a finding is that a rule is broken, and not a sum that is out. */
export function isBreach({ code }: Diagnostic): boolean {
  return catalogue[code].isBreach ?? false;
}

function broken(diagnostics: readonly Diagnostic[], failed: number): string {
  const count = diagnostics.filter(isBreach).length;
  const breaches = counted(count, 'breach');
  if (failed > 0) return `${breaches}, ${counted(failed, 'check')} not met`;
  // What a check says is counted with it; what no check says must not go unsaid.
  const others = diagnostics.filter((diagnostic) => diagnostic.class === 'finding' && !isBreach(diagnostic)).length;
  return others === 0 ? breaches : `${breaches}, ${counted(others, 'finding')}`;
}

/** What a plan comes to: `£1.00 in = £1.00 applied`, or by how much it is out. */
export function planInWords(inPence: Pence, appliedPence: Pence): string {
  if (inPence === appliedPence) return `${inWords(inPence)} in = ${inWords(appliedPence)} applied`;
  const differencePence = appliedPence - inPence;
  const difference = `${inWords(absolute(differencePence))} ${differencePence > 0n ? 'more' : 'less'}`;
  return `${inWords(inPence)} in, ${inWords(appliedPence)} applied, ${difference} than there is`;
}
