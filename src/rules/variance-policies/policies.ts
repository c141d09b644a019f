import type { VarianceRule } from '../../agreement/agreement.js';
import type { SharedBy } from '../../agreement/variance-policies.js';
import { capped } from './capped.js';
import { equal } from './equal.js';
import { fixedShares } from './fixed-shares.js';
import { leadCommissioner } from './lead-commissioner.js';
import type { Policy } from './policy.js';
import { proRata } from './pro-rata.js';
import { responsibleBody } from './responsible-body.js';

const sharing: Readonly<Record<SharedBy, Policy>> = { equal, 'pro-rata': proRata, 'fixed-shares': fixedShares };

/** The policy that a rule declares (R4). Where it has nobody to share among, the lead bears all. */
export function policyOf({ policy, sharedBy }: Pick<VarianceRule, 'policy' | 'sharedBy'>): Policy {
  const declared = declaredPolicy(policy, sharedBy);
  return (bearing) => {
    const parts = declared(bearing);
    return parts.length === 0 ? leadCommissioner(bearing) : parts;
  };
}

function declaredPolicy(policy: VarianceRule['policy'], sharedBy: SharedBy): Policy {
  switch (policy) {
    case 'responsible-body':
      return responsibleBody;
    case 'lead-commissioner':
      return leadCommissioner;
    case 'capped':
      return capped(sharing[sharedBy]);
    default:
      return sharing[policy];
  }
}
