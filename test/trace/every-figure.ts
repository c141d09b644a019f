import { expect } from 'vitest';
import type { Explanations } from '../../src/trace/explanations.js';
import type { TraceNode } from '../../src/trace/node.js';

/**
 * A document and its explanation are made on two paths. Each figure is looked up, and where its parts add up they do so
 * here, by an addition of our own; a formula that does not give the figure throws. How many figures were looked at.
 */
export function everyFigure(all: Explanations, isMeant: (name: string) => boolean = () => true): number {
  const names = all.names.filter(isMeant);
  for (const name of names) {
    const node = all.node(name);
    expect(node.name).toBe(name);
    if (node.kind === 'sum') expect(signedSum(node), name).toBe(node.amount);
  }
  return names.length;
}

function signedSum(node: TraceNode): bigint {
  return node.parts().reduce((total, { sign, node: part }) => total + sign * part.amount, 0n);
}
