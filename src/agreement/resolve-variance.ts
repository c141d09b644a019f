import { diagnose } from '../diagnostics/diagnostic.js';
import { type Decimal, inFull, total } from '../money/decimal.js';
import type { VarianceRule } from './agreement.js';
import { requireDeclared } from './declarations.js';
import type { RuleOf, RuleParts } from './rule-parts.js';
import { hundred } from './scalars.js';

/** Who bears variances (R4), with all that the policy needs. */
export function resolveVariance(
  rule: RuleOf<'variance'>,
  parts: RuleParts,
  earlier: readonly VarianceRule[],
): VarianceRule {
  const { id, kind, clause, policy, pool, heading, among, lead, limit } = rule;
  const { declared, report } = parts;
  if (heading !== undefined) {
    requireDeclared('heading', { code: heading, place: parts.placeOf('heading') }, declared.headings, report);
  }
  if (pool !== undefined) requireDeclared('pool', { code: pool, place: parts.placeOf('pool') }, declared.pools, report);
  if (lead !== undefined) parts.partner(lead, 'lead');
  for (const [index, code] of (among ?? []).entries()) parts.partner(code, 'among', index);
  const shares = parts.byPartner(rule.shares ?? [], 'shares', ({ percent }, index) =>
    parts.percent(percent, 'shares', index, 'percent'),
  );
  const sharedBy = rule.shared_by ?? 'pro-rata';
  checkNeeds(rule, parts, shares);
  checkScope(rule, parts, earlier);
  return {
    id,
    kind,
    clause,
    policy,
    ...(pool !== undefined && { pool }),
    ...(heading !== undefined && { heading }),
    ...(among !== undefined && { among: [...new Set(among)] }),
    shares,
    ...(lead !== undefined && { lead }),
    limitPence: limit === undefined ? 0n : parts.amount(limit, 'limit'),
    sharedBy,
    weigh: rule.weigh ?? 'money-at-risk',
    place: parts.placeOf('policy'),
  };
}

function checkNeeds(rule: RuleOf<'variance'>, parts: RuleParts, shares: ReadonlyMap<string, Decimal>): void {
  const place = parts.placeOf('policy');
  const isByShares = rule.policy === 'fixed-shares' || (rule.policy === 'capped' && rule.shared_by === 'fixed-shares');
  if (isByShares && rule.shares === undefined) {
    parts.report(diagnose('BCF1022', { policy: rule.policy, needs: 'shares' }, { place }));
  }
  if (rule.policy === 'capped' && rule.limit === undefined) {
    parts.report(diagnose('BCF1022', { policy: rule.policy, needs: 'limit' }, { place }));
  }
  const isProRata =
    rule.policy === 'pro-rata' || (rule.policy === 'capped' && (rule.shared_by ?? 'pro-rata') === 'pro-rata');
  const paying = parts.declared.contributions.filter(({ amountPence }) => amountPence > 0n);
  if (isProRata && rule.among && !rule.among.some((code) => paying.some(({ partner }) => partner === code))) {
    const args = { policy: rule.policy, needs: 'a partner under among that contributes' };
    parts.report(diagnose('BCF1022', args, { place: parts.placeOf('among') }));
  }
  const allShares = total(shares.values());
  if (rule.shares !== undefined && !allShares.equals(hundred)) {
    parts.report(diagnose('BCF1023', { total: inFull(allShares) }, { place: parts.placeOf('shares') }));
  }
}

/** One rule for each heading, each pool, and one for all else. */
function checkScope(rule: RuleOf<'variance'>, parts: RuleParts, earlier: readonly VarianceRule[]): void {
  const { heading, pool } = rule;
  const same = earlier.find((other) => other.heading === heading && (heading !== undefined || other.pool === pool));
  if (same === undefined) return;
  const scope =
    heading !== undefined ? `the heading ${heading}` : pool !== undefined ? `the pool ${pool}` : 'every heading';
  const place = parts.placeOf(heading !== undefined ? 'heading' : pool !== undefined ? 'pool' : 'id');
  parts.report(diagnose('BCF1024', { kind: 'variance', scope, other: same.id }, { place }));
}
