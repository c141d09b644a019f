import type { CheckResult } from './check-schema.js';
import type { Closed, Verification } from './closes-schema.js';
import type { Reconciliation } from './reconciliation-schema.js';

/** A statement with what is closed of the fund; it does not reconcile where a closed quarter has moved (R7). */
export function withCloses<R extends Pick<Reconciliation, 'conclusion'>>(
  result: R,
  verification: Verification | undefined,
): R & { closes?: Closed } {
  const held = heldAgainst(result.conclusion.message, verification);
  if (held?.problem === undefined) return { ...result, ...held };
  const conclusion = { ...result.conclusion, reconciled: false, message: `Not reconciled: ${held.problem}` };
  return { ...result, closes: held.closes, conclusion };
}

/** The same of a check, which is not passed then. */
export function checkWithCloses<R extends Pick<CheckResult, 'conclusion'>>(
  result: R,
  verification: Verification | undefined,
): R & { closes?: Closed } {
  const held = heldAgainst(result.conclusion.message, verification);
  if (held?.problem === undefined) return { ...result, ...held };
  return { ...result, closes: held.closes, conclusion: { passed: false, message: `Not passed: ${held.problem}` } };
}

/** What is closed, and what a statement has to say first where that has moved; undefined where nothing was ever closed. */
function heldAgainst(
  message: string,
  verification: Verification | undefined,
): { readonly closes: Closed; readonly problem?: string } | undefined {
  if (verification === undefined) return undefined;
  const { closed, conclusion } = verification;
  const closes = { closed, conclusion };
  return conclusion.verified ? { closes } : { closes, problem: `${moved(closes)}; ${withoutVerdict(message)}` };
}

function moved({ conclusion: { message } }: Closed): string {
  return `what is closed has moved: ${withoutVerdict(message)}`;
}

function withoutVerdict(message: string): string {
  return message.replace(/^(Not )?(reconciled|passed|verified)[^:]*: /i, '');
}
