import { diagnose } from '../../diagnostics/diagnostic.js';
import { compareFunds } from '../../statement/compare-funds.js';
import { comparisonResultSchema } from '../../statement/comparison-schema.js';
import { figuresOf } from '../../statement/figure-names.js';
import { comparisonName } from '../../statement/side-asked.js';
import { Explanations } from '../explanations.js';
import type { Asked, Explained } from '../kind-of-figure.js';
import { explainBearers } from './comparison-bearers.js';
import { explainLine, explainTotals } from './comparison-lines.js';
import { linesOf } from './comparison-sides.js';
import { explainSummary } from './comparison-summary.js';
import { inFull, readDiffCodes } from './diff-codes.js';
import type { TracedComparison } from './traced-comparison.js';

/** The figures of `bcf diff`, of the comparison that the codes of a name say. */
export function explainDiff({ fund, against, asAt, codes }: Asked): Explained {
  const { asked, faults } = readDiffCodes(codes);
  if (faults.length > 0) return { diagnostics: faults };
  if (asked.isOfTwoFunds && against === undefined) {
    return { diagnostics: [diagnose('BCF0027', { found: inFull(codes) })] };
  }
  const { by, from, to } = asked;
  const { result, sides, diagnostics } = compareFunds({ fund, against, from, to, by, asAt, failOver: undefined });
  if (result === undefined || sides === undefined) return { diagnostics };
  const root = comparisonName(result);
  const all = new Explanations(figuresOf(comparisonResultSchema, result, root));
  const second = against?.agreement;
  const traced: TracedComparison = {
    result,
    root,
    all,
    from: linesOf(sides.from, { by, followedIn: second }),
    to: linesOf(sides.to, { by, second }),
  };
  for (const line of result.lines) {
    explainLine(traced, line);
    explainBearers(traced, line);
  }
  explainTotals(traced);
  explainSummary(traced);
  return { all, funds: { fund: result.fund, against: result.against }, diagnostics };
}
