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

/** A heading by its name. */
export function headingName({ agreement }: Books, code: string): string {
  return agreement.headings.get(code)?.name ?? code;
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
