import type { VarianceRule } from '../../agreement/agreement.js';
import type { SharedBy } from '../../agreement/variance-policies.js';
import { equal } from './equal.js';
import { fixedShares } from './fixed-shares.js';
import { leadCommissioner } from './lead-commissioner.js';
import type { Policy } from './policy.js';
import { proRata } from './pro-rata.js';
import { responsibleBody } from './responsible-body.js';

const sharing: Readonly<Record<SharedBy, Policy>> = { equal, 'pro-rata': proRata, 'fixed-shares': fixedShares };

/** The policy that a rule declares (R4): of a capped one how it is shared below the limit. */
export function policyOf({ policy, sharedBy }: Pick<VarianceRule, 'policy' | 'sharedBy'>): Policy {
  switch (policy) {
    case 'responsible-body':
      return responsibleBody;
    case 'lead-commissioner':
      return leadCommissioner;
    case 'capped':
      return sharing[sharedBy];
    case 'equal':
    case 'pro-rata':
    case 'fixed-shares':
      return sharing[policy];
  }
}
