import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect } from 'vitest';
import { seed } from './judged.js';
import type { Digits } from './named.js';

interface Calculations<T> {
  readonly inputs: fc.Arbitrary<T>;
  readonly numRuns: number;
  /** What bcf says. */
  readonly shown: (input: T) => Promise<Digits>;
  readonly byHand: (input: T, fault?: string) => Digits;
  /** Mistakes that the calculation by hand can be asked to make. */
  readonly faults: readonly string[];
}

/**
 * Holds what bcf says of many inputs against a calculation by hand, figure by figure. Gives how many figures were equal,
 * and which faults, put into the calculation by hand, nobody would have noticed.
 */
export async function heldAgainst<T>({ inputs, numRuns, shown, byHand, faults }: Calculations<T>) {
  const unnoticed = new Set(faults);
  let figures = 0;
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const said = await shown(input);
      expect(said).toEqual(byHand(input));
      figures += Object.keys(said).length;
      for (const fault of unnoticed) if (!isDeepStrictEqual(said, byHand(input, fault))) unnoticed.delete(fault);
    }),
    { seed, numRuns, endOnFailure: true },
  );
  return { figures, unnoticed: [...unnoticed] };
}
