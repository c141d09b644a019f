import { diagnose } from '../diagnostics/diagnostic.js';
import type { PerformancePaymentRule } from './agreement.js';
import type { RuleOf, RuleParts } from './rule-parts.js';

/** The terms of payment for performance (R3), each declared or its stated default. */
export function resolvePerformance(
  rule: RuleOf<'performance-payment'>,
  parts: RuleParts,
  [earlier]: readonly PerformancePaymentRule[],
): PerformancePaymentRule {
  const { id, kind, clause, heading, cap, price, target } = rule;
  if (earlier !== undefined) {
    const args = { kind, scope: 'the agreement', other: earlier.id };
    parts.report(diagnose('BCF1024', args, { place: parts.placeOf('heading') }));
  }
  return {
    id,
    kind,
    clause,
    heading,
    cap,
    clawback: rule.clawback === 'yes' || rule.clawback === 'true',
    ...(price !== undefined && { price: parts.price(price, 'price') }),
    ...(target !== undefined && { targetPercent: parts.percent(target, 'target') }),
    paidAfter: Number(rule.paid_after),
    pots: parts.byPartner(rule.pots ?? [], 'pots', ({ amount, provenance, because }, index) => ({
      amountPence: parts.amount(amount, 'pots', index, 'amount'),
      provenance,
      ...(because !== undefined && { because }),
    })),
    place: parts.placeOf(rule.pots === undefined ? 'heading' : 'pots'),
  };
}
