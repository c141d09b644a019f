import type { Agreement } from '../agreement/agreement.js';

/** Which partners give way to which: the code of each that does, and its successor's. */
export type Successors = ReadonlyMap<string, string>;

/**
 * The partners that give way in the year that follows. An agreement says that a body has a successor, and not when: one
 * that is a partner already takes over, any other only where that is asked for. Chains are followed to their end.
 */
export function successorsOf({ partners }: Agreement, areAllFollowed: boolean): Successors {
  const next = (code: string): string | undefined => {
    const successor = partners.get(code)?.successor;
    if (successor === undefined || successor === code) return undefined;
    return areAllFollowed || partners.has(successor) ? successor : undefined;
  };
  const found = new Map<string, string>();
  for (const code of partners.keys()) {
    const seen = new Set([code]);
    let last = code;
    for (let one = next(code); one !== undefined && !seen.has(one); one = next(one)) {
      seen.add(one);
      last = one;
    }
    if (last !== code) found.set(code, last);
  }
  return found;
}

/** Successors that the agreement names and that are no partners in it: `91Q in place of 09C, 09E`. */
export function notFollowed({ partners }: Agreement): string[] {
  const waiting = new Map<string, string[]>();
  for (const { code, successor } of partners.values()) {
    if (successor === undefined || partners.has(successor)) continue;
    waiting.set(successor, [...(waiting.get(successor) ?? []), code]);
  }
  return [...waiting].map(([successor, codes]) => `${successor} in place of ${codes.join(', ')}`);
}

/** The code that stands for a body in the new year. */
export function nowOf(successors: Successors, code: string): string {
  return successors.get(code) ?? code;
}
