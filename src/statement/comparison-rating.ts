import type { Thresholds } from '../agreement/agreement.js';
import { absolute, type Pence } from '../money/pence.js';
import {
  beyondPence,
  budgetPence,
  excessOf,
  isApart,
  type MeasuredLine,
  measureOf,
  type Rating,
  type VariancePart,
} from './comparison-line.js';
import type { ComparisonKind, ComparisonLine } from './comparison-schema.js';
import { reaches } from './thresholds.js';

type Rag = NonNullable<ComparisonLine['rag']>;

const unrated: Rating = { rag: undefined, by: undefined };

/**
 * An over- or underspend of the year is marked; before it ends, only what is spent above the plan; what is apart never.
 * A line that nets what may not be netted is as its worst part is, by what that part may spend.
 */
export function ratingOf(
  line: Omit<MeasuredLine, 'rating'>,
  kind: ComparisonKind,
  thresholds: Thresholds | undefined,
): Rating {
  if (thresholds === undefined || kind === 'plain') return unrated;
  // More than there is behind a fence is nobody’s to pay, however little it is.
  if (kind === 'outturn' && beyondPence(line) > 0n) return { rag: 'red', by: undefined };
  const rag = (variancePence: Pence, ofPence: Pence): Rag =>
    reaches(variancePence, ofPence, thresholds.red)
      ? 'red'
      : reaches(variancePence, ofPence, thresholds.amber)
        ? 'amber'
        : 'green';
  if (line.netted !== undefined) {
    const isRated = ({ amount }: VariancePart) => kind === 'outturn' || amount.amount > 0n;
    const parts = line.netted.parts.filter(isRated).map((part) => ({
      ...part,
      rag: rag(part.amount.amount, part.budgetPence),
    }));
    const [worst] = parts.sort(worstFirst);
    if (worst === undefined) return unrated;
    return { rag: worst.rag, by: worst.rag === 'green' ? undefined : worst.label };
  }
  const variance = kind === 'to-date' ? excessOf(line, kind) : measureOf(line.figures)?.amount;
  if (variance === undefined || isApart(line) || (kind === 'to-date' && variance === 0n)) return unrated;
  return { rag: rag(variance, budgetPence(line) ?? 0n), by: undefined };
}

const gravity: Readonly<Record<Rag, number>> = { red: 0, amber: 1, green: 2 };

/** By rating; of one rating what is over before what is under, and the larger first. */
function worstFirst(a: VariancePart & { readonly rag: Rag }, b: VariancePart & { readonly rag: Rag }): number {
  const [overA, overB] = [a.amount.amount > 0n, b.amount.amount > 0n];
  if (a.rag !== b.rag) return gravity[a.rag] - gravity[b.rag];
  if (overA !== overB) return overA ? -1 : 1;
  return absolute(a.amount.amount) > absolute(b.amount.amount) ? -1 : 1;
}
