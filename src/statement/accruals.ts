import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import { Figure, ruleOf } from '../figures/figure.js';
import { plus } from '../figures/terms.js';
import { accrualLines } from '../rules/accruals.js';
import type { Books } from '../rules/check.js';
import { priorYearReceipts, priorYearSpending } from '../rules/prior-year.js';
import type { AccrualsStatement, PriorYearStatement } from './accruals-schema.js';

/** What is accrued and what adjusts earlier years; each is absent where there is nothing of it. */
export function accrualStatement(books: Books): {
  readonly accruals?: AccrualsStatement;
  readonly priorYear?: PriorYearStatement;
} {
  const accruals = accrualsOf(books);
  const [spending, receipts] = [spendingOf(books), receiptsOf(books)];
  return {
    ...(accruals && { accruals }),
    ...((spending ?? receipts) && { priorYear: { ...(spending && { spending }), ...(receipts && { receipts }) } }),
  };
}

function accrualsOf(books: Books): AccrualsStatement | undefined {
  const { agreement } = books;
  const lines = accrualLines(books);
  if (lines.length === 0) return undefined;
  const all = (key: 'accrued' | 'reversed' | 'notReversed', what: string) =>
    Figure.money({
      what,
      how: 'the lines, added up',
      rule: ruleOf('R4', agreement.balanceRule),
      terms: plus(...lines.map((line) => line[key])),
    });
  return {
    lines: lines.map((line) => ({ ...line, ...labelsOf(agreement, line) })),
    totals: {
      accrued: all('accrued', 'Accrued to date'),
      reversed: all('reversed', 'Accruals reversed'),
      notReversed: all('notReversed', 'Accrued and not reversed'),
    },
  };
}

function spendingOf(books: Books): PriorYearStatement['spending'] {
  const { agreement } = books;
  const lines = priorYearSpending(books);
  if (lines.length === 0) return undefined;
  const all = (key: 'reversed' | 'other' | 'net', what: string) =>
    Figure.money({
      what,
      how: 'the lines, added up',
      rule: ruleOf('R5', agreement.balanceRule),
      terms: plus(...lines.map((line) => line[key])),
    });
  return {
    lines: lines.map((line) => ({ ...line, ...labelsOf(agreement, line) })),
    totals: {
      reversed: all('reversed', 'Accruals of earlier years reversed'),
      other: all('other', 'Spent or corrected this year, of earlier years'),
      net: all('net', 'Prior-year items of spending'),
    },
  };
}

function receiptsOf(books: Books): PriorYearStatement['receipts'] {
  const { agreement } = books;
  const lines = priorYearReceipts(books);
  if (lines.length === 0) return undefined;
  return {
    lines: lines.map(({ partner, source, ofYear, amount }) => ({
      partner,
      label: labelOf(agreement, partner),
      source,
      sourceLabel: agreement.sources.get(source)?.name ?? source,
      ofYear,
      amount,
    })),
    total: Figure.money({
      what: 'Prior-year items of receipts',
      how: 'the lines, added up',
      rule: ruleOf('R5', agreement.balanceRule),
      terms: plus(...lines.map(({ amount }) => amount)),
    }),
  };
}

function labelsOf(
  agreement: Agreement,
  { heading, appliedBy }: { readonly heading: string; readonly appliedBy: string },
): { readonly label: string; readonly appliedByLabel: string } {
  return {
    label: agreement.headings.get(heading)?.name ?? heading,
    appliedByLabel: labelOf(agreement, appliedBy),
  };
}
