import { inFull, nil } from '../../money/decimal.js';
import { inWords } from '../../money/format-money.js';
import { overspendsOf } from '../../statement/overspends.js';
import { rulesOfPapers } from '../../statement/papers/rules-of-papers.js';
import { reportRoot } from '../../statement/report-figures-schema.js';
import { added, given } from '../terms.js';
import type { TracedPapers } from './traced-papers.js';

/** The overspends that are below the agreement’s threshold, together. */
export function explainSmallerOverspends({ all, books, result }: TracedPapers): void {
  const { small } = overspendsOf(result.variances, books.agreement.thresholds);
  const rule = rulesOfPapers.poolManager;
  const { amountPence = 0n, percent = nil } = books.agreement.thresholds?.amber ?? {};
  const below = `those below ${inWords(amountPence)} or ${inFull(percent)}% of the plan`;
  all.explain(`${reportRoot}.smaller-overspends.amount`, () => ({
    what: 'Overspends below the agreement’s threshold',
    how: `${below}, added up`,
    rule,
    terms: added(...small.flatMap(({ variance }) => variance ?? [])),
  }));
  all.explain(`${reportRoot}.smaller-overspends.lines`, () => ({
    what: 'Lines overspent below the agreement’s threshold',
    how: `${below}, counted`,
    rule,
    terms: small.map((line) => given({ what: `${line.label}, ${line.scheduleLabel}`, unit: 'number', amount: 1n })),
  }));
}
