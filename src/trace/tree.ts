import type { Figure } from '../figures/figure.js';
import type { TraceDocumentNode } from '../statement/trace-schema.js';

/** A tree cut at a depth: what is shown of it, and how deep it goes. */
export interface CutTree {
  readonly node: Figure;
  readonly sign: TraceDocumentNode['sign'];
  readonly parts: readonly CutTree[];
  /** How many parts were cut off. */
  readonly below: number;
  /** Whether its parts stand above already, where the same figure came before. */
  readonly isRepeated: boolean;
}

/** How many figures and rows a trace is let grow to where nobody says how deep it should be. */
const readable = 80;

/** The same where what is deeper is folded: as much as a page that goes by e-mail has room for. */
const foldable = 2_000;

/** How many levels a tree has below its root. */
export function depthOf(node: Figure, known = new Map<Figure, number>()): number {
  const found = known.get(node);
  if (found !== undefined) return found;
  const depth = node.terms.reduce((deepest, { figure: part }) => Math.max(deepest, 1 + depthOf(part, known)), 0);
  known.set(node, depth);
  return depth;
}

/** The tree down to a depth. A figure whose parts were shown before is named again, and its parts are not. */
export function cut(node: Figure, depth: number, sign: CutTree['sign'] = '+', shown: Set<string> = new Set()): CutTree {
  const all = node.terms;
  if (depth === 0) return { node, sign, parts: [], below: all.length, isRepeated: false };
  if (node.name !== undefined && all.length > 0) {
    if (shown.has(node.name)) return { node, sign, parts: [], below: 0, isRepeated: true };
    shown.add(node.name);
  }
  const parts = all.map((part) => {
    const counts = node.kind === 'formula' ? 'input' : part.sign === 1n ? '+' : '-';
    return cut(part.figure, depth - 1, counts, shown);
  });
  return { node, sign, parts, below: 0, isRepeated: false };
}

interface Shown {
  /** How many rows of an account are listed. */
  readonly rows: number;
  /** Whether what is deeper is folded, and opens. */
  readonly isFolded: boolean;
}

/** As deep as a reader takes in at once: all of it where it is small, and at least one level. */
export function readableDepth(node: Figure, deepest: number, { rows, isFolded }: Shown): number {
  const most = isFolded ? foldable : readable;
  let depth = Math.min(1, deepest);
  while (depth < deepest && sizeOf(cut(node, depth + 1), rows) <= most) depth += 1;
  return depth;
}

function sizeOf({ node, parts }: CutTree, rowsListed: number): number {
  const rows = Math.min(node.balance?.of.rows ?? 0, rowsListed);
  return parts.reduce((total, part) => total + sizeOf(part, rowsListed), 1 + rows);
}
