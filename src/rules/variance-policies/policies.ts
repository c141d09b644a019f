import type { VarianceRule } from '../../agreement/agreement.js';
import type { SharedBy, WeighedMoney } from '../../agreement/variance-policies.js';
import type { Figure } from '../../figures/figure.js';

/** On whom a variance falls: on one body whole, or on several by their weights. */
export type Bearers = { readonly one: string; readonly why: string } | { readonly by: SharedBy };

/** Who bears a variance under a policy (R4): of a capped one, what is below the limit. */
export function bearersUnder(
  { policy, sharedBy }: Pick<VarianceRule, 'policy' | 'sharedBy'>,
  { appliedBy, lead }: { readonly appliedBy: string; readonly lead: string },
): Bearers {
  switch (policy) {
    // An overspend is that body's to pay, an underspend that body's to hold (para 4.1).
    case 'responsible-body':
      return { one: appliedBy, why: 'the body to which the funds were applied bears or holds all of it' };
    case 'lead-commissioner':
      return { one: lead, why: 'the lead commissioner bears or holds all of it' };
    case 'capped':
      return { by: sharedBy };
    case 'equal':
    case 'pro-rata':
    case 'fixed-shares':
      return { by: policy };
  }
}

/** Who may share a variance. */
export interface Sharers {
  /** Each with what weighs of what it has agreed to contribute to the pool. */
  readonly contributed: (weigh: WeighedMoney) => ReadonlyMap<string, Figure>;
  /** Declared shares, in percent. */
  readonly shares: ReadonlyMap<string, Figure>;
  /** One, for each who shares alike. */
  readonly head: (code: string) => Figure;
}

/** By what weights a variance is shared. */
export function weightsBy(
  { by, weigh }: { readonly by: SharedBy; readonly weigh: WeighedMoney },
  { contributed, shares, head }: Sharers,
): ReadonlyMap<string, Figure> {
  switch (by) {
    case 'equal':
      return new Map([...contributed('all').keys()].map((code) => [code, head(code)]));
    case 'pro-rata':
      return contributed(weigh);
    case 'fixed-shares':
      return shares;
  }
}
