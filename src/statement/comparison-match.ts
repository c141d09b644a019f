import { labelOf } from '../agreement/bodies.js';
import { partnerIn } from '../agreement/successors.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { Figure, type Term } from '../figures/figure.js';
import { plus } from '../figures/terms.js';
import { none, partsOfSchemeKey, schemeKeyOf } from './comparison-keys.js';
import type { ComparisonKind, Dimension } from './comparison-schema.js';
import { type Side, type SideLine, sideLines } from './comparison-side.js';

/** Two sides, and what their lines are matched by. */
export interface Sides {
  readonly from: Side;
  readonly to: Side;
  readonly by: Dimension;
  readonly kind: ComparisonKind;
}

/** Whether the sides are of two funds. */
export function areOfTwoFunds({ from, to }: Pick<Sides, 'from' | 'to'>): boolean {
  return from.books.agreement !== to.books.agreement;
}

/** A line as each side has it. */
export interface LinePair {
  readonly key: string;
  readonly label: string;
  /** What the first fund calls it, where that differs. */
  readonly formerLabel: string | undefined;
  readonly before: SideLine | undefined;
  readonly after: SideLine | undefined;
}

/** Matches the lines of two sides by their declared keys; diagnostics of two of the first that the second has as one. */
export function matched(sides: Sides): { pairs: readonly LinePair[]; diagnostics: readonly Diagnostic[] } {
  const { from, to, by } = sides;
  const areTwo = areOfTwoFunds(sides);
  const diagnostics: Diagnostic[] = [];
  const ofFrom = sideLines(from, by);
  const first = areTwo ? followed(ofFrom, sides, diagnostics) : ofFrom;
  const second = sideLines(to, by, areTwo ? to.books.agreement : undefined);
  const pairs = [...new Set([...first.keys(), ...second.keys()])].map((key): LinePair => {
    const [before, after] = [first.get(key), second.get(key)];
    const isRenamed = areTwo && before !== undefined && after !== undefined && before.label !== after.label;
    const label = after?.label || before?.label || key;
    return { key, label, formerLabel: isRenamed ? before.label : undefined, before, after };
  });
  return { pairs, diagnostics };
}

/**
 * Of two funds, a partner that the second does not have is the first of its successors that is there; so is the
 * schedule of a scheme. Partners that became one are added up; schemes keep their codes, and two with one code are an error.
 */
function followed(
  lines: ReadonlyMap<string, SideLine>,
  { from, to, by }: Sides,
  faults: Diagnostic[],
): ReadonlyMap<string, SideLine> {
  if (by !== 'partner' && by !== 'scheme') return lines;
  const { agreement } = from.books;
  const predecessors = new Map<string, Predecessor[]>();
  for (const [own, line] of lines) {
    const { schedule, scheme } = by === 'scheme' ? partsOfSchemeKey(own) : { schedule: own, scheme: none };
    const successor = partnerIn(agreement, to.books.agreement, schedule);
    const key = by === 'scheme' ? schemeKeyOf(successor, scheme) : successor;
    const others = predecessors.get(key) ?? [];
    if (others.length > 0 && scheme !== none) {
      faults.push(diagnose('BCF0018', { one: labelsOf(others), other: line.label, key }));
    }
    predecessors.set(key, [...others, { key: own, what: labelOf(agreement, schedule), line }]);
  }
  return new Map([...predecessors].map(([key, own]) => [key, together(key, own)]));
}

/** A line of the first fund that is a line of the second, or part of one. */
interface Predecessor {
  readonly key: string;
  /** Whose it is. */
  readonly what: string;
  readonly line: SideLine;
}

function labelsOf(predecessors: readonly Predecessor[]): string {
  return predecessors.map(({ line }) => line.label).join(', ');
}

function together(key: string, predecessors: readonly Predecessor[]): SideLine {
  const [only] = predecessors;
  if (only !== undefined && predecessors.length === 1 && only.key === key) return only.line;
  const termsOf = (part: (line: SideLine) => readonly Term[]) =>
    predecessors.flatMap(({ what, line }) =>
      plus(Figure.money({ what, how: 'what the second fund has under its successor', terms: part(line) })),
    );
  const outside = new Set(predecessors.flatMap(({ line }) => [...line.outside.keys()]));
  return {
    label: labelsOf(predecessors),
    terms: termsOf(({ terms }) => terms),
    outside: new Map([...outside].map((heading) => [heading, termsOf((line) => line.outside.get(heading) ?? [])])),
    isKnown: predecessors.every(({ line }) => line.isKnown),
  };
}
