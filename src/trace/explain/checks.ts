import type { RuleOfFigure } from '../node.js';
import { item, minus, plus, stated } from '../terms.js';
import { fenceChecks } from './checks-of-fences.js';
import type { Compared } from './compared.js';
import type { Traced } from './traced.js';

/**
 * Each check of the statement: what it expected, what it found, and the difference. A check carries both, so that one
 * that nobody has led down to its rows can be looked up like any other.
 */
export function explainChecks(traced: Traced): void {
  const compared = comparedBy(traced);
  for (const check of traced.result.checks) {
    if (!compared.has(check.id) && !check.expected.isPlainlyStated) continue;
    const name = item('checks', { id: check.id });
    const rule: RuleOfFigure = { id: check.rule, clause: check.clause };
    for (const [side, words] of [
      ['expected', 'what it asks for'],
      ['actual', 'what is there'],
    ] as const) {
      traced.all.explain(`${name}.${side}`, () => ({
        what: `Check ${check.id}: ${words}`,
        how: check.message,
        rule,
        terms: compared.get(check.id)?.()[side] ?? [stated(`${words}, as the check has it`, check[side].amount)],
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

/** The checks that are not led down to rows. There should be none: a test asks. */
export function checksWithoutRows(traced: Traced): string[] {
  const compared = comparedBy(traced);
  return traced.result.checks.flatMap(({ id, expected }) =>
    compared.has(id) || !expected.isPlainlyStated ? [] : [id],
  );
}

function comparedBy(traced: Traced): Map<string, () => Compared> {
  return new Map(fenceChecks(traced));
}
