import type { Agreement, VarianceRule } from '../agreement/agreement.js';
import { fenceOfHeading, isAligned, isPaidAsReleased } from '../agreement/tied-money.js';
import type { RuleReference } from '../diagnostics/diagnostic.js';
import type { RuleOfFigure } from '../figures/figure.js';
import type { Books } from './check.js';

/** The rule that decides for a heading, and what the statement names as such. */
export interface DecidingRule {
  /** What was declared for the heading, a fence apart. */
  readonly declared: VarianceRule;
  readonly policy: VarianceRule['policy'];
  /** The rule that says so: of a fenced heading its fence. */
  readonly rule: RuleReference;
}

/** Why a heading is left out of R4: it is paid as earned, or a grant with a fence of its own; undefined where it is in. */
export function outsideReason(
  { agreement }: Pick<Books, 'agreement'>,
  heading: string,
): 'performance' | 'ring-fenced' | undefined {
  if (isPaidAsReleased(agreement, heading)) return 'performance';
  return fenceOfHeading(agreement, heading)?.source === undefined ? undefined : 'ring-fenced';
}

/** The rule of a heading: its own, its pool's, the one for all; else the body that spent bears it. */
export function ruleFor({ agreement }: Pick<Books, 'agreement'>, heading: string): DecidingRule {
  const { varianceRules } = agreement;
  const pool = agreement.headings.get(heading)?.pool;
  const declared =
    varianceRules.find((rule) => rule.heading === heading) ??
    varianceRules.find((rule) => rule.heading === undefined && rule.pool !== undefined && rule.pool === pool) ??
    varianceRules.find((rule) => rule.heading === undefined && rule.pool === undefined) ??
    undeclared;
  // What is aligned is its owner’s: nobody shares in it, and no host can be protected from it (R1).
  if (isAligned(agreement, heading)) return { declared, policy: 'responsible-body', rule: declared };
  const fence = fenceOfHeading(agreement, heading);
  // Ring-fenced money is held for its purpose and never shared (R2).
  return fence === undefined
    ? { declared, policy: declared.policy, rule: declared }
    : { declared, policy: 'responsible-body', rule: fence };
}

/** R4, as the agreement has it: every clause that says how variances are shared; undefined where none does. */
export function ruleOfVariances({ varianceRules }: Pick<Agreement, 'varianceRules'>): RuleOfFigure | undefined {
  const clauses = [...new Set(varianceRules.map(({ clause }) => clause))];
  return clauses.length === 0 ? undefined : { id: 'R4', clause: clauses.join('; ') };
}

const undeclared: VarianceRule = {
  id: '',
  kind: 'variance',
  clause: 'no policy declared',
  policy: 'responsible-body',
  shares: new Map(),
  limitPence: 0n,
  sharedBy: 'pro-rata',
  weigh: 'money-at-risk',
};
