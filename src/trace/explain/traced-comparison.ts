import type { Agreement } from '../../agreement/agreement.js';
import type { Comparison, ComparisonLine } from '../../statement/comparison-schema.js';
import type { Explanations } from '../explanations.js';
import type { RuleOfFigure } from '../node.js';
import { item } from '../terms.js';
import type { LinesOfSide } from './comparison-sides.js';

/** What the figures of a comparison are explained from: the comparison, and the books of each side. */
export interface TracedComparison {
  readonly result: Comparison;
  /** What the names of its figures begin with. */
  readonly root: string;
  readonly all: Explanations;
  readonly from: LinesOfSide;
  readonly to: LinesOfSide;
}

/** The name of a line of a comparison. */
export function comparedLine({ root }: TracedComparison, { key }: Pick<ComparisonLine, 'key'>): string {
  return item(`${root}.lines`, { line: key });
}

/** The figure that says by how much a line is over: its variance, or its change where R4 leaves nothing out. */
export function measureOf({ all }: TracedComparison, name: string): 'variance' | 'change' {
  return all.has(`${name}.variance`) ? 'variance' : 'change';
}

/** R4, as the agreement has it: every clause that says how variances are shared. */
export function varianceRuleOf({ varianceRules }: Agreement): RuleOfFigure | undefined {
  const clauses = [...new Set(varianceRules.map(({ clause }) => clause))];
  return clauses.length === 0 ? undefined : { id: 'R4', clause: clauses.join('; ') };
}
