import { labelOf } from '../../agreement/bodies.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Books } from '../../rules/check.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { ContributionLine } from '../../statement/settlement-schema.js';
import type { Explanations } from '../explanations.js';
import { item } from '../terms.js';

/** What figures are explained from: the statement, the books it was made of, and what its rules found. */
export interface Traced {
  readonly result: Reconciliation;
  readonly books: Books;
  readonly findings: readonly Diagnostic[];
  readonly all: Explanations;
}

/** The three books of a figure that is shown for plan, actual and forecast, and what it is called in each. */
export const bookNames = [
  { book: 'plan', words: 'plan' },
  { book: 'actual', words: 'actual to date' },
  { book: 'forecast', words: 'forecast outturn' },
] as const;

/** A heading by its name. */
export function headingName({ agreement }: Books, code: string): string {
  return agreement.headings.get(code)?.name ?? code;
}

/** A body as tables print it. */
export function bodyName({ agreement }: Books, code: string): string {
  return labelOf(agreement, code);
}

/** The name of a line of contributions. */
export function contributionName({
  partner,
  source,
  pool,
  kind,
}: Pick<ContributionLine, 'partner' | 'source' | 'pool' | 'kind'>): string {
  return item('contributions', { partner, source, pool, kind });
}
