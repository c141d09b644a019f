import { diagnose } from '../diagnostics/diagnostic.js';
import { compareFunds } from '../statement/compare-funds.js';
import { comparisonResultSchema } from '../statement/comparison-schema.js';
import { figuresOf } from '../statement/figure-names.js';
import { comparisonName } from '../statement/side-asked.js';
import { inFull, readDiffCodes } from './diff-codes.js';
import { DocumentFigures } from './document-figures.js';
import type { Asked, Explained } from './kind-of-figure.js';

/** The figures of `bcf diff`, of the comparison that the codes of a name say. */
export function explainDiff({ fund, against, asAt, codes }: Asked): Explained {
  const { asked, faults } = readDiffCodes(codes);
  if (faults.length > 0) return { diagnostics: faults };
  if (asked.isOfTwoFunds && against === undefined) {
    return { diagnostics: [diagnose('BCF0027', { found: inFull(codes) })] };
  }
  const { by, from, to } = asked;
  const { result, diagnostics } = compareFunds({ fund, against, from, to, by, asAt, failOver: undefined });
  if (result === undefined) return { diagnostics };
  const all = new DocumentFigures(figuresOf(comparisonResultSchema, result, comparisonName(result)));
  return { all, funds: { fund: result.fund, against: result.against }, diagnostics };
}
