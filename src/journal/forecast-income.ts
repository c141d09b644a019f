import type { Agreement } from '../agreement/agreement.js';
import { type Quarter, quarters } from '../agreement/financial-year.js';
import { isAligned, isPaidAsReleased, purposeOf } from '../agreement/tied-money.js';
import type { Pence } from '../money/pence.js';
import { BookView } from './book-view.js';
import type { Entry, Journal } from './journal.js';

/**
 * Posts the income that each forecast implies, so that the forecast book balances too (R1): the agreed contributions,
 * without what is aligned, performance money only as far as its release is forecast (R3), what was brought forward, and
 * what has come to settle variances and earlier years. A partner whose performance has no forecast gets no forecast
 * income, because nobody knows it.
 */
export function postForecastIncome(journal: Journal, agreement: Agreement): void {
  for (const asAt of quarters) {
    const forecast = new BookView(journal, 'forecast', asAt);
    if (forecast.isEmpty) continue;
    for (const entry of [...incomeEntries(journal, agreement, forecast, asAt), ...knownEntries(journal, asAt)]) {
      journal.post(entry);
    }
  }
}

function incomeEntries(journal: Journal, agreement: Agreement, forecast: BookView, asAt: Quarter): Entry[] {
  const plan = new BookView(journal, 'plan');
  return agreement.contributions.flatMap(({ partner, source, pool, amountPence, place }) => {
    const byPurpose = new Map<string, Pence>();
    let untied = amountPence;
    for (const { account, amountPence: planned } of plan.list('applied', { schedule: partner, source, pool })) {
      const { heading } = account;
      const purpose = purposeOf(agreement, { source, heading });
      if (purpose === '') continue;
      untied -= planned;
      if (isAligned(agreement, purpose)) continue;
      let expected = planned;
      if (isPaidAsReleased(agreement, heading)) {
        const releases = forecast.list('applied', { schedule: partner, source, pool, heading });
        if (releases.length === 0) return [];
        expected = forecast.applied({ schedule: partner, source, pool, heading });
      }
      byPurpose.set(purpose, (byPurpose.get(purpose) ?? 0n) + expected);
    }
    byPurpose.set('', untied);
    const at = { file: place.file, line: place.line ?? 1 };
    return [...byPurpose].map(([purpose, expected]): Entry => {
      const money = { pool, source, partner, purpose };
      return {
        book: 'forecast',
        quarter: asAt,
        at,
        postings: [
          { account: { type: 'income', ...money }, amountPence: -expected },
          { account: { type: 'pool', ...money }, amountPence: expected },
        ],
      };
    });
  });
}

/** What a forecast has of the actuals: what was brought forward, and what was settled to date. */
function knownEntries(journal: Journal, asAt: Quarter): Entry[] {
  const actual = new BookView(journal, 'actual', asAt);
  return [...actual.list('brought-forward'), ...actual.list('settled')].flatMap(
    ({ account, amountPence, firstRows }) => {
      const [at] = firstRows;
      if (at === undefined) return [];
      const { pool, source, partner, purpose } = account;
      return [
        {
          book: 'forecast' as const,
          quarter: asAt,
          at,
          postings: [
            { account, amountPence },
            { account: { type: 'pool' as const, pool, source, partner, purpose }, amountPence: -amountPence },
          ],
        },
      ];
    },
  );
}
