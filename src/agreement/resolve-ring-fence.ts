import { diagnose } from '../diagnostics/diagnostic.js';
import type { RingFenceRule } from './agreement.js';
import { isPartOf } from './bodies.js';
import { requireDeclared } from './declarations.js';
import type { RuleOf, RuleParts } from './rule-parts.js';

/** A ring-fence (R2), which no other fence shares its heading or its source with. */
export function resolveRingFence(
  rule: RuleOf<'ring-fence'>,
  parts: RuleParts,
  earlier: readonly RingFenceRule[],
): RingFenceRule {
  const { id, kind, clause, heading, source } = rule;
  const fence: RingFenceRule = {
    id,
    kind,
    clause,
    heading,
    ...(source !== undefined && { source }),
    ...(rule.allocations && {
      allocations: {
        pence: parts.amountsByPartner(rule.allocations, 'allocations'),
        provenance: rule.allocations_provenance,
        place: parts.placeOf('allocations'),
      },
    }),
  };
  checkFence(fence, parts, earlier);
  checkBodies(rule, parts);
  return fence;
}

function checkFence(fence: RingFenceRule, parts: RuleParts, earlier: readonly RingFenceRule[]): void {
  const { headings, sources } = parts.declared;
  const { report } = parts;
  const sameHeading = earlier.find(({ heading }) => heading === fence.heading);
  if (sameHeading !== undefined) {
    const args = { what: 'heading', found: fence.heading, other: sameHeading.id };
    report(diagnose('BCF1017', args, { place: parts.placeOf('heading') }));
  }
  if (fence.source === undefined) return;

  requireDeclared('source', { code: fence.source, place: parts.placeOf('source') }, sources, report);
  const sameSource = earlier.find(({ source }) => source === fence.source);
  if (sameSource !== undefined) {
    const args = { what: 'source', found: fence.source, other: sameSource.id };
    report(diagnose('BCF1017', args, { place: parts.placeOf('source') }));
  }
  if (sources.get(fence.source)?.nature === 'capital' && headings.get(fence.heading)?.nature === 'revenue') {
    const args = { source: fence.source, heading: fence.heading };
    report(diagnose('BCF1020', args, { place: parts.placeOf('heading') }));
  }
}

/** What is allotted by body is allotted to those that spend the heading. */
function checkBodies({ heading, allocations }: RuleOf<'ring-fence'>, parts: RuleParts): void {
  const { headings, groups, partners } = parts.declared;
  const body = headings.get(heading)?.appliedBy;
  if (body === undefined) return;
  for (const [index, { partner }] of (allocations ?? []).entries()) {
    if (!partners.has(partner) || isPartOf({ groups }, partner, body)) continue;
    const args = { found: partner, heading, expected: groups.get(body)?.name ?? body };
    parts.report(diagnose('BCF1025', args, { place: parts.placeOf('allocations', index, 'partner') }));
  }
}
