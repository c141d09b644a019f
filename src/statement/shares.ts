import { labelOf } from '../agreement/bodies.js';
import { toPounds } from '../money/format-money.js';
import { type Pence, sum } from '../money/pence.js';
import type { Books } from '../rules/check.js';
import { contributionStandings } from '../rules/contributions.js';
import { spentBehind } from '../rules/fenced-money.js';
import { isBalanceKnown } from '../rules/known.js';
import { spentVarianceLines } from '../rules/variance.js';
import type { SurplusShare } from './report-figures-schema.js';

/**
 * Each body's share of the year's surplus or deficit (R6), as R4 attributes it: what a partner is due to pay in is its
 * own, so are its grants and its performance money; an overspend is borne by whoever bears it, an underspend held by
 * whoever holds it. Until the year end it is not known who bears what, and nothing is moved. Nobody’s where not all
 * of the actuals are known. Throws where the shares do not add up, which is a bug.
 */
export function surplusShares(books: Books): SurplusShare[] {
  const { agreement, actual } = books;
  if (!isBalanceKnown(books)) return [];
  const moved = movedByVariances(books);
  const outstanding = outstandingBy(books);
  const shares = [...agreement.bodies.keys()].flatMap((body) => {
    const duePence = actual.received({ partner: body }) + (outstanding.get(body) ?? 0n);
    const appliedPence = actual.applied({ schedule: body });
    const broughtForwardPence = actual.broughtForward({ partner: body });
    const movedPence = moved.get(body) ?? 0n;
    if ([duePence, appliedPence, broughtForwardPence, movedPence].every((pence) => pence === 0n)) return [];
    const sharePence = duePence - appliedPence + movedPence;
    return [{ body, duePence, appliedPence, movedPence, sharePence, broughtForwardPence }];
  });
  const surplusPence = actual.received() + sum(outstanding.values()) - actual.applied();
  if (sum(shares.map(({ sharePence }) => sharePence)) !== surplusPence) {
    throw new Error('the shares do not add up to the surplus');
  }
  return shares.map(({ body, duePence, appliedPence, movedPence, sharePence, broughtForwardPence }) => ({
    body,
    label: labelOf(agreement, body),
    due: toPounds(duePence),
    applied: toPounds(appliedPence),
    own: toPounds(duePence - appliedPence),
    moved: toPounds(movedPence),
    share: toPounds(sharePence),
    broughtForward: toPounds(broughtForwardPence),
    closing: toPounds(broughtForwardPence + sharePence),
    held: toPounds(heldFor(books, body)),
  }));
}

/** Contributions due to date and not received, by partner; negative is received before it was due. */
function outstandingBy(books: Books): Map<string, Pence> {
  const outstanding = new Map<string, Pence>();
  for (const { partner, outstanding: due } of contributionStandings(books)) {
    outstanding.set(partner, (outstanding.get(partner) ?? 0n) + (due?.amount ?? 0n));
  }
  return outstanding;
}

/** At the year end each variance leaves the schedule whose money it is for the bodies that bear it. */
function movedByVariances(books: Books): Map<string, Pence> {
  const moved = new Map<string, Pence>();
  if (books.asAt !== 'Q4') return moved;
  const move = (body: string, pence: Pence) => moved.set(body, (moved.get(body) ?? 0n) + pence);
  for (const { schedule, variance, borneBy } of spentVarianceLines(books)) {
    move(schedule, variance?.amount ?? 0n);
    for (const { code, amount } of borneBy) move(code, -amount.amount);
  }
  return moved;
}

/** What a partner’s ring-fences have left of what came in for them, each by itself. */
function heldFor(books: Books, partner: string): Pence {
  const { agreement, actual } = books;
  return sum(
    agreement.ringFences.map((fence) => {
      const purpose = { partner, purpose: fence.heading };
      const left = actual.received(purpose) + actual.broughtForward(purpose) - spentBehind(actual, fence, partner);
      return left > 0n ? left : 0n;
    }),
  );
}
