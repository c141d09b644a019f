import { labelOf } from '../agreement/bodies.js';
import { toPounds } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import { spentBehind } from '../rules/fenced-money.js';
import { outsideReason, spentVarianceLines } from '../rules/variance.js';

/** A body's part of the year's surplus (negative: deficit), and what it is made of. */
export interface SurplusShare {
  readonly body: string;
  readonly label: string;
  readonly received: string;
  /** Applied on its schedule, whoever spent it. */
  readonly applied: string;
  /** received − applied. */
  readonly own: string;
  /** What R4 moves: an overspend is for the body that spent, not for the one whose money it was; they add up to nil. */
  readonly moved: string;
  readonly share: string;
  /** Of it, received for ring-fences and not spent: held for its purpose, and no saving to share (R2). */
  readonly ringFenced: string;
}

/**
 * Each body's share of the year's surplus or deficit (R6), as R4 attributes it: what a partner paid in above or below
 * its plan is its own, so are its grants and its performance money; an overspend is borne by whoever bears it, an
 * underspend held by whoever holds it. Until the year end it is not known who bears what, and nothing is moved.
 * Throws where the shares do not add up to the surplus, which is a bug.
 */
export function surplusShares(books: Books): SurplusShare[] {
  const { agreement, actual, plan, asAt } = books;
  const moved = new Map<string, Pence>();
  const move = (body: string, pence: Pence) => moved.set(body, (moved.get(body) ?? 0n) + pence);
  if (asAt === 'Q4') {
    for (const { bornBy } of spentVarianceLines(books)) {
      for (const { code, amountPence } of bornBy) move(code, -amountPence);
    }
    for (const schedule of agreement.partners.keys()) {
      // On its own schedule the same variances stand already, by whose money it is.
      const inside = [...agreement.headings.keys()].filter((heading) => outsideReason(books, heading) === undefined);
      move(
        schedule,
        sum(inside.map((heading) => actual.applied({ schedule, heading }) - plan.applied({ schedule, heading }))),
      );
    }
  }
  const shares = [...agreement.bodies.keys()].flatMap((body) => {
    const received = actual.received({ partner: body });
    const applied = actual.applied({ schedule: body });
    const movedPence = moved.get(body) ?? 0n;
    if (received === 0n && applied === 0n && movedPence === 0n) return [];
    const own = received - applied;
    const fenced = agreement.ringFences.map(
      (fence) => actual.received({ partner: body, purpose: fence.heading }) - spentBehind(actual, fence, body),
    );
    return [{ body, received, applied, own, movedPence, share: own + movedPence, fencedPence: sum(fenced) }];
  });
  if (sum(shares.map(({ share }) => share)) !== actual.received() - actual.applied()) {
    throw new Error('the shares do not add up to the surplus');
  }
  return shares.map(({ body, received, applied, own, movedPence, share, fencedPence }) => ({
    body,
    label: labelOf(agreement, body),
    received: toPounds(received),
    applied: toPounds(applied),
    own: toPounds(own),
    moved: toPounds(movedPence),
    share: toPounds(share),
    ringFenced: toPounds(fencedPence),
  }));
}
