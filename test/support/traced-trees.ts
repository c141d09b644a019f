import { expect } from 'vitest';
import type { Figure } from '../../src/figures/figure.js';
import type { TraceDocumentNode } from '../../src/statement/trace-schema.js';
import type { DocumentFigures } from '../../src/trace/document-figures.js';

/**
 * Each figure is looked up by its name, and where its parts add up they do so here, by an addition of our own.
 */
export function everyFigure(all: DocumentFigures, names: readonly string[] = all.names): number {
  for (const name of names) {
    const node = all.node(name);
    expect(node.name).toBe(name);
    if (node.kind === 'sum') expect(signedSum(node), name).toBe(node.amount);
  }
  return names.length;
}

/**
 * As `everyFigure`, and all that lies below each figure too, each part once: how many were looked at. Throws where a part
 * is part of itself.
 */
export function everyTree(all: DocumentFigures, names: readonly string[] = all.names): number {
  const looked = new Set<Figure>();
  for (const name of names) lookBelow(all.node(name), looked, []);
  return looked.size;
}

function lookBelow(node: Figure, looked: Set<Figure>, above: readonly Figure[]): void {
  const inWords = (of: Figure) => of.name ?? of.what;
  if (above.includes(node)) throw new Error(`a circle: ${[...above, node].map(inWords).join(' < ')}`);
  if (looked.has(node)) return;
  looked.add(node);
  if (node.kind === 'sum' && signedSum(node) !== node.amount) throw new Error(`${inWords(node)} does not add up`);
  for (const { figure: part } of node.terms) lookBelow(part, looked, [...above, node]);
}

/** In what the last decimal of the sum counts, which has as many as the longest of its parts. */
function signedSum({ terms, places }: Figure): bigint {
  return terms.reduce(
    (total, { sign, figure }) => total + sign * figure.amount * 10n ** BigInt(places - figure.places),
    0n,
  );
}

/** With forty decimals, which are as many as any number is stated with, from the text of a document. */
function exact(amount: string): bigint {
  const [whole = '', decimals = ''] = amount.split('.');
  return BigInt(whole + decimals.padEnd(40, '0'));
}

/** Whether the parts of every figure, and the rows of every account, add up to it; how many were looked at. */
export function addsUp(node: TraceDocumentNode): number {
  const { kind, parts = [], rows = [], moreRows, isShownAbove } = node;
  if (kind === 'sum' && isShownAbove === undefined) {
    const sum = parts.reduce((total, part) => total + (part.sign === '-' ? -1n : 1n) * exact(part.amount), 0n);
    expect(sum, node.name).toBe(exact(node.amount));
  }
  if (kind === 'rows') {
    const listed = rows.reduce((total, row) => total + exact(row.amount), 0n);
    expect(listed + exact(moreRows?.amount ?? '0.00'), node.account).toBe(exact(node.amount));
    expect(rows.length).toBeGreaterThan(0);
  }
  return parts.reduce((count, part) => count + addsUp(part), 1);
}
