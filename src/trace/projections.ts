import { diagnose } from '../diagnostics/diagnostic.js';
import type { Fund } from '../fund/fund.js';
import { readAssumptions } from '../statement/assumptions.js';
import { sensitivityFigures, whatIfFigures } from '../statement/performance-figures.js';
import { sensitivityStatement, whatIfStatement } from '../statement/projections.js';
import { explainAll } from './explain-all.js';
import type { Asked, Explained } from './kind-of-figure.js';

/** The figures of `bcf performance --what-if`, of what the codes of a name assume (R3). */
export function explainWhatIf({ fund, asAt, codes }: Asked): Explained {
  if (codes.size === 0) return { diagnostics: [diagnose('BCF0007', { found: '' })] };
  const texts = [...codes].map(([partner, change]) => `${asTheAgreementHas(fund, partner)}=${change}`);
  const { assumptions, faults } = readAssumptions(texts, fund, asAt);
  if (faults.length > 0) return { diagnostics: faults };
  const { all, books } = explainAll(fund, asAt);
  const { performanceRule } = books.agreement;
  if (performanceRule) all.add(whatIfFigures(whatIfStatement(books, performanceRule, assumptions)));
  return { all, diagnostics: [] };
}

/** Case does not count in a name: the partner's code, unless more than one could be meant. */
function asTheAgreementHas({ agreement }: Fund, inSmallLetters: string): string {
  const meant = [...agreement.partners.keys()].filter((code) => code.toLowerCase() === inSmallLetters);
  return (meant.length === 1 ? meant[0] : undefined) ?? inSmallLetters;
}

/** The figures of `bcf performance --sensitivity`: payment against reduction, and break-even (R3). */
export function explainSensitivity({ fund, asAt }: Asked): Explained {
  const { all, books } = explainAll(fund, asAt);
  const { performanceRule } = books.agreement;
  if (performanceRule) all.add(sensitivityFigures(sensitivityStatement(books, performanceRule)));
  return { all, diagnostics: [] };
}
