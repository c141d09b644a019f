import type { Agreement } from './agreement.js';

type Links = Pick<Agreement, 'successors'>;

/** Who came after a body, one after the other, to the last that any of the agreements knows. */
export function successorsOf(agreements: readonly Links[], code: string): readonly string[] {
  const seen = new Set([code]);
  let last = code;
  for (;;) {
    const next = agreements.map(({ successors }) => successors.get(last)).find((successor) => successor !== undefined);
    if (next === undefined || seen.has(next)) return [...seen].slice(1);
    seen.add(next);
    last = next;
  }
}

/** The partner that a body is in a later agreement: itself, or the first of its successors that is there. */
export function partnerIn(earlier: Links, later: Pick<Agreement, 'successors' | 'partners'>, code: string): string {
  if (later.partners.has(code)) return code;
  return successorsOf([earlier, later], code).find((successor) => later.partners.has(successor)) ?? code;
}
