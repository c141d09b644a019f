import { toPounds } from '../money/format-money.js';
import { toSixPlaces } from '../money/six-places.js';
import type { TraceDocumentNode } from '../statement/trace-schema.js';
import type { TraceNode, Unit } from './node.js';

/** A tree cut at a depth: what is shown of it, and how deep it goes. */
export interface CutTree {
  readonly node: TraceNode;
  readonly sign: TraceDocumentNode['sign'];
  readonly parts: readonly CutTree[];
  /** How many parts were cut off. */
  readonly below: number;
  /** Whether its parts stand above already, where the same figure came before. */
  readonly isRepeated: boolean;
}

/** How many figures and rows a trace is let grow to where nobody says how deep it should be. */
const readable = 80;

/** How many levels a tree has below its root. */
export function depthOf(node: TraceNode, known = new Map<TraceNode, number>()): number {
  const found = known.get(node);
  if (found !== undefined) return found;
  const depth = node.parts.reduce((deepest, { node: part }) => Math.max(deepest, 1 + depthOf(part, known)), 0);
  known.set(node, depth);
  return depth;
}

/** The tree down to a depth. A figure whose parts were shown before is named again, and its parts are not. */
export function cut(
  node: TraceNode,
  depth: number,
  sign: CutTree['sign'] = '+',
  shown: Set<string> = new Set(),
): CutTree {
  const all = node.parts;
  if (depth === 0) return { node, sign, parts: [], below: all.length, isRepeated: false };
  if (node.name !== undefined && all.length > 0) {
    if (shown.has(node.name)) return { node, sign, parts: [], below: 0, isRepeated: true };
    shown.add(node.name);
  }
  const parts = all.map((part) => {
    const counts = node.kind === 'formula' ? 'input' : part.sign === 1n ? '+' : '-';
    return cut(part.node, depth - 1, counts, shown);
  });
  return { node, sign, parts, below: 0, isRepeated: false };
}

/** As deep as a reader takes in at once: all of it where it is small, and at least one level. */
export function readableDepth(node: TraceNode, deepest: number, rowsListed: number): number {
  let depth = Math.min(1, deepest);
  while (depth < deepest && sizeOf(cut(node, depth + 1), rowsListed) <= readable) depth += 1;
  return depth;
}

function sizeOf({ node, parts }: CutTree, rowsListed: number): number {
  const rows = Math.min(node.balance?.of.rows ?? 0, rowsListed);
  return parts.reduce((total, part) => total + sizeOf(part, rowsListed), 1 + rows);
}

/** An amount as documents write it: pounds and pence, a whole number, percent, or pounds to six places. */
export function inUnit(amount: bigint, unit: Unit): string {
  if (unit === 'exact') return toSixPlaces(amount);
  return unit === 'number' ? String(amount) : toPounds(amount);
}
