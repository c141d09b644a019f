import { variancePolicies } from '../../agreement/variance-policies.js';
import { inFull, nil } from '../../money/decimal.js';
import { inWords } from '../../money/format-money.js';
import { absolute } from '../../money/pence.js';
import { type PolicyCase, policyCases } from '../variance-policies/policies.cases.js';
import type { RulePage, WorkedCase } from './page.js';

/** R4. */
export const variances: RulePage = {
  title: 'Over- and underspends fall where the agreement says',
  explain:
    'A variance is what a heading comes to in the year, less its plan with virements. An overspend is borne, and an underspend held, by the body to which the funds were applied, unless the agreement declares that it is shared. Grants with a fence of their own and performance money are outside.',
  formula: [
    'variance = outturn − (plan + virements) − met; above nil is an overspend',
    'met      = of what is above plan + virements, what was brought forward for it meets: no overspend',
    'outturn  = before Q4 the forecast of the year; from Q4 what was spent, whatever was forecast',
    'at risk  = contributions − what of them is ring-fenced or capital: the weights of a share pro rata',
    'Σ of what bodies bear and hold = the variance, to the penny: odd pence go to the largest remainders,',
    'and of equal ones to the lower code.',
  ],
  laidDownIn: 'the rules of kind variance in agreement.yaml; where none is, each variance is its body’s',
  declaredIn: ({ varianceRules }) => varianceRules,
  given: givenTo(policyCases.equal),
  casesFor: (agreement) => {
    const declared = new Set(agreement?.varianceRules.map(({ policy }) => policy));
    const policies = variancePolicies.filter((policy) => declared.size === 0 || declared.has(policy));
    return policies.flatMap((policy) => policyCases[policy].map((example) => workedCase(policy, example)));
  },
  shownBy: ['variance', 'diff', 'reconcile', 'report quarterly'],
};

function workedCase(policy: string, { name, among, variancePence, expected }: PolicyCase): WorkedCase {
  const kind = variancePence < 0n ? 'underspend' : 'overspend';
  const parts = Object.entries(expected).map(([body, pence]) => `${body} ${inWords(absolute(pence))}`);
  return {
    title: `${policy}: ${name}`,
    lines: [`${kind} ${inWords(absolute(variancePence))} of ${among.appliedBy}: ${parts.join(', ')}`],
  };
}

/** What the bodies of the cases contribute, and the shares and the lead that are declared. */
function givenTo(cases: readonly PolicyCase[]): string {
  const bodies = cases.slice(0, 1).flatMap(({ among: { contributed, atRisk, shares, lead } }) =>
    [...contributed].map(([body, pence]) => {
      const share = inFull(shares.get(body) ?? nil);
      const atRiskPence = atRisk.get(body) ?? 0n;
      const risk = atRiskPence === pence ? '' : `, of it ${inWords(atRiskPence)} at risk`;
      return `${body} contributes ${inWords(pence)}${risk} (declared share ${share}%${body === lead ? ', the lead' : ''})`;
    }),
  );
  return `${bodies.join('; ')}.`;
}
