import type { Contribution } from '../../agreement/agreement.js';
import type { Explanation } from '../node.js';
import { balances, item, plus, step } from '../terms.js';
import { bodyName, bookNames, type Traced } from './traced.js';

/** What of the flow of funds is not a figure yet: what was retained of performance money. */
export function explainFlowOfFunds(traced: Traced): void {
  const { all, result } = traced;
  for (const { book } of bookNames) {
    all.explain(`flow-of-funds.totals.retained.${book}`, () => explainRetained(traced, book, undefined));
    for (const { partner } of result.byPartner) {
      const name = item('by-partner', { partner });
      all.explain(`${name}.retained.${book}`, () => explainRetained(traced, book, partner));
    }
  }
}

/** The name of a line of sources. */
export function sourceOf({ partner, source, pool }: Pick<Contribution, 'partner' | 'source' | 'pool'>): string {
  return item('flow-of-funds.sources', { partner, source, pool });
}

/** The name of a line of applications. */
export function applicationLine(heading: string): string {
  return item('flow-of-funds.applications', { heading });
}

/** Performance money that was not earned (R3), of one partner or of all. */
export function explainRetained(
  { books, result, all }: Traced,
  book: 'plan' | 'actual' | 'forecast',
  partner: string | undefined,
): Explanation {
  const rule = books.agreement.performanceRule;
  const own = (result.performance?.partners ?? []).filter((one) => partner === undefined || one.partner === partner);
  const whose = partner === undefined ? 'All partners' : bodyName(books, partner);
  const about = { rule: rule && { id: 'R3' as const, clause: rule.clause } };
  if (book === 'plan') {
    return { ...about, what: `${whose}: retained, plan`, how: 'the plan is to earn all of it', terms: [] };
  }
  if (book === 'actual') {
    const names = own.map((one) => `${item('performance.partners', { partner: one.partner })}.totals.retained`);
    return {
      ...about,
      what: `${whose}: performance money not earned to date`,
      how: own.length > 0 ? 'what each pot retains' : 'there is no pot to earn',
      terms: plus(...all.known(names)),
    };
  }
  return {
    ...about,
    what: `${whose}: performance money that is forecast not to be earned`,
    how: 'each pot less what is forecast to be released',
    terms: own.map((one) =>
      step({
        what: `${bodyName(books, one.partner)}: pot less forecast release`,
        how: 'pot − forecast',
        unit: 'money',
        terms: [
          ...plus(`${item('performance.partners', { partner: one.partner })}.pot`),
          ...balances(books.forecast.list('applied', { schedule: one.partner, heading: rule?.heading ?? '' }), -1n),
        ],
      }),
    ),
  };
}
