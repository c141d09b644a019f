import type { Contribution } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import type { IsoDate } from '../agreement/financial-year.js';
import { ruleOf } from '../figures/figure.js';
import type { Books } from './check.js';

/** A contribution as its figures are made. */
export interface ContributionLine {
  readonly books: Books;
  readonly contribution: Contribution;
  readonly kind: 'instalments' | 'performance';
  readonly inKind: boolean;
  readonly today: IsoDate;
}

/** What a contribution is called. */
export function labelsOf({ books: { agreement }, contribution, kind }: ContributionLine) {
  const label = labelOf(agreement, contribution.partner);
  const source = agreement.sources.get(contribution.source)?.name ?? contribution.source;
  return { label, source, money: `${label}, ${kind === 'performance' ? 'performance money' : source}` };
}

/** The rules that make its figures. */
export function rulesOf({ books: { agreement } }: ContributionLine) {
  const released = agreement.performanceRule && ruleOf('R3', agreement.performanceRule);
  return { rule: ruleOf('R5', agreement.balanceRule), released };
}

/** Whether money is tied to performance. */
export function isReleased({ agreement }: Books, purpose: string): boolean {
  return purpose !== '' && purpose === agreement.performanceRule?.heading;
}
