import type { CheckResult } from './check-schema.js';
import type { Closed, Verification } from './closes-schema.js';
import type { Reconciliation } from './reconciliation-schema.js';

/** A statement with what is closed of the fund; it does not reconcile where a closed quarter has moved (R7). */
export function withCloses<R extends Pick<Reconciliation, 'conclusion'>>(
  result: R,
  verification: Verification | undefined,
): R & { closes?: Closed } {
  return held(result, verification, (why) => ({ reconciled: false, message: `Not reconciled: ${why}` }));
}

/** The same of a check, which is not passed then. */
export function checkWithCloses<R extends Pick<CheckResult, 'conclusion'>>(
  result: R,
  verification: Verification | undefined,
): R & { closes?: Closed } {
  return held(result, verification, (why) => ({ passed: false, message: `Not passed: ${why}` }));
}

function held<C extends { readonly message: string }, R extends { readonly conclusion: C }>(
  result: R,
  verification: Verification | undefined,
  refused: (why: string) => C,
): R & { closes?: Closed } {
  if (verification === undefined) return result;
  const { closed, conclusion } = verification;
  const closes = { closed, conclusion };
  if (conclusion.verified) return { ...result, closes };
  return { ...result, closes, conclusion: refused(`${moved(closes)}; ${withoutVerdict(result.conclusion.message)}`) };
}

function moved({ conclusion: { message } }: Closed): string {
  return `what is closed has moved: ${withoutVerdict(message)}`;
}

function withoutVerdict(message: string): string {
  return message.replace(/^(Not )?(reconciled|passed|verified)[^:]*: /i, '');
}
