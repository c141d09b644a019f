import { nameOf } from '../agreement/bodies.js';
import { isAligned } from '../agreement/tied-money.js';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.js';
import { inWords } from '../money/format-money.js';
import { absolute, type Pence, sum } from '../money/pence.js';
import { dayOf } from './as-at.js';
import type { Books, RuleOutcome } from './check.js';
import { contributionStandings } from './contributions.js';
import { varianceLines } from './variance.js';

/** R5: at the year end, receipts that look like they settle a variance and do not say so are asked about. */
export function checkUnmarkedReceipts(books: Books): RuleOutcome {
  const { agreement, asAt } = books;
  if (asAt !== 'Q4') return { checks: [], diagnostics: [] };
  return { checks: [], diagnostics: [...agreement.partners.keys()].flatMap((partner) => asked(books, partner)) };
}

function asked(books: Books, partner: string): Diagnostic[] {
  const { agreement } = books;
  const { borne, held } = leftOfVariances(books, partner);
  const outstanding = contributionStandings(books).flatMap((standing) =>
    standing.partner === partner && standing.outstanding !== undefined ? [standing.outstanding.amount] : [],
  );
  const aheadPence = -sum(outstanding.filter((pence) => pence < 0n));
  const shortPence = sum(outstanding.filter((pence) => pence > 0n));
  const looksPaid = aheadPence > 0n && borne > 0n;
  const looksRepaid = shortPence > 0n && held > 0n && isPaidBack(books, partner);
  return [
    ...(looksPaid ? [{ way: 'in' as const, receiptsPence: aheadPence, variancePence: borne }] : []),
    ...(looksRepaid ? [{ way: 'back' as const, receiptsPence: shortPence, variancePence: held }] : []),
  ].map(({ way, receiptsPence, variancePence }) => {
    const args = {
      partner: nameOf(agreement, partner),
      receipts: inWords(receiptsPence),
      variance: inWords(absolute(variancePence)),
      way,
    };
    return diagnose('BCF2407', args, { rule: agreement.balanceRule });
  });
}

/** What a body bears of overspends and holds of underspends, less what its receipts say that they settle. */
function leftOfVariances(books: Books, body: string): { readonly borne: Pence; readonly held: Pence } {
  const parts = varianceLines(books).flatMap(({ heading, borneBy }) =>
    isAligned(books.agreement, heading)
      ? []
      : borneBy.flatMap(({ code, amount }) => (code === body ? [amount.amount] : [])),
  );
  const settledPence = books.actual.settled({ body, of: 'variance', year: '' });
  const [paidPence, repaidPence] = settledPence > 0n ? [settledPence, 0n] : [0n, -settledPence];
  return {
    borne: sum(parts.filter((pence) => pence > 0n)) - paidPence,
    held: -sum(parts.filter((pence) => pence < 0n)) - repaidPence,
  };
}

/** Whether more went back to it than came in on some day. */
function isPaidBack(books: Books, partner: string): boolean {
  const today = dayOf(books, books.agreement.year) ?? '';
  return books.receipts.upTo(today, (key) => key.partner === partner).some(({ amountPence }) => amountPence < 0n);
}
