import type { RuleOfFigure, Term } from '../node.js';
import { item, minus, plus } from '../terms.js';
import { bookChecks } from './checks-of-books.js';
import { fenceChecks } from './checks-of-fences.js';
import { otherChecks } from './checks-of-rules.js';
import type { Traced } from './traced.js';

/** What a check compares: what was expected, and what is there. */
export interface Compared {
  readonly expected: readonly Term[];
  readonly actual: readonly Term[];
}

/** Each check of the statement: what it expected, what it found, and the difference. */
export function explainChecks(traced: Traced): void {
  const compared = new Map<string, () => Compared>([
    ...bookChecks(traced),
    ...fenceChecks(traced),
    ...otherChecks(traced),
  ]);
  for (const check of traced.result.checks) {
    const name = item('checks', { id: check.id });
    const sides = compared.get(check.id);
    if (sides === undefined) continue;
    const rule: RuleOfFigure = { id: check.rule, clause: check.clause };
    for (const [side, words] of [
      ['expected', 'what it asks for'],
      ['actual', 'what is there'],
    ] as const) {
      traced.all.explain(`${name}.${side}`, () => ({
        what: `Check ${check.id}: ${words}`,
        how: check.message,
        rule,
        terms: sides()[side],
      }));
    }
    traced.all.explain(`${name}.difference`, () => ({
      what: `Check ${check.id}: difference`,
      how: 'what is there − what it asks for',
      rule,
      terms: [...plus(`${name}.actual`), ...minus(`${name}.expected`)],
    }));
  }
}
