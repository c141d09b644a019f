import type { Agreement } from '../agreement/agreement.js';
import { successorsOf } from '../agreement/successors.js';

/** Which partners give way to which: the code of each that does, and its successor's. */
export type Successors = ReadonlyMap<string, string>;

/**
 * The partners that give way in the year that follows. An agreement says that a body has a successor, and not when: one
 * that is a partner already takes over, any other only where that is asked for. Chains are followed to their end.
 */
export function followedIn(agreement: Agreement, areAllFollowed: boolean): Successors {
  const { partners } = agreement;
  const followed = [...partners.keys()].flatMap((code): [string, string][] => {
    const last = successorsOf([agreement], code).findLast((successor) => areAllFollowed || partners.has(successor));
    return last === undefined ? [] : [[code, last]];
  });
  return new Map(followed);
}

/** Successors that the agreement names and that are no partners in it: `91Q in place of 09C, 09E`. */
export function notFollowed(agreement: Agreement): string[] {
  const { partners } = agreement;
  const waiting = new Map<string, string[]>();
  for (const code of partners.keys()) {
    const successor = successorsOf([agreement], code).at(-1);
    if (successor === undefined || partners.has(successor)) continue;
    waiting.set(successor, [...(waiting.get(successor) ?? []), code]);
  }
  return [...waiting].map(([successor, codes]) => `${successor} in place of ${codes.join(', ')}`);
}

/** The code that stands for a body in the new year. */
export function nowOf(successors: Successors, code: string): string {
  return successors.get(code) ?? code;
}
