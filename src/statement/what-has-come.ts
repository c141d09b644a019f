import type { Agreement } from '../agreement/agreement.js';
import { labelOf } from '../agreement/bodies.js';
import type { Quarter } from '../agreement/financial-year.js';
import { accountInWords } from '../figures/account-words.js';
import { type Count, Figure } from '../figures/figure.js';
import { balances, incomes, plus } from '../figures/terms.js';
import type { Books } from '../rules/check.js';
import { type ComeQuarter, isLacking, whatHasCome } from '../rules/what-has-come.js';
import type { WhatHasCome } from './what-has-come-schema.js';

export { isLacking };

type Line = WhatHasCome['lines'][number];

/** What has come, and what is missing, from who is planned to pay, spend, forecast and report; not of a plan alone. */
export function whatHasComeStatement(books: Books): { readonly whatHasCome?: WhatHasCome } {
  const { agreement, asAt, withoutFile } = books;
  if (asAt === undefined) return {};
  const lines = whatHasCome(books);
  return {
    whatHasCome: {
      lines: lines.map(({ body, ledger, planned, arrivals }) => ({
        body,
        label: labelOf(agreement, body),
        ledger,
        ...(planned && { planned }),
        arrivals: arrivals.map((arrival) => arrivalDocument(books, arrival)),
      })),
      withoutFile: withoutFile.map(({ kind, files }) => ({ ledger: kind, files })),
      complete: withoutFile.length === 0 && !lines.some(({ arrivals }) => arrivals.some(isLacking)),
    },
  };
}

function arrivalDocument({ agreement }: Books, arrival: ComeQuarter): Line['arrivals'][number] {
  const { body, ledger, quarter, lastDay, balances: accounts, standing, lacking } = arrival;
  const nameOfPart = (code: string) =>
    ledger === 'contributions' ? (agreement.sources.get(code)?.name ?? code) : labelOf(agreement, code);
  const what = `${labelOf(agreement, body)}, ${ledger}${quarter === undefined ? '' : ` of ${quarter}`}`;
  const isIncome = ledger === 'contributions' || ledger === 'opening';
  return {
    ...(quarter !== undefined && { quarter }),
    rows: rowsOf(agreement, arrival, what),
    ...(lastDay !== undefined && { lastDay }),
    ...(accounts.length > 0 && {
      total: Figure.money({
        what: `${what}: what the rows come to`,
        how: 'the rows, added up',
        terms: isIncome ? incomes(accounts) : balances(accounts),
      }),
    }),
    standing,
    ...(lacking.length > 0 && {
      lacking: lacking.map((code) => ({ code, label: nameOfPart(code) })),
    }),
  };
}

function rowsOf(agreement: Agreement, { balances: accounts, returns }: ComeQuarter, what: string): Count {
  return new Figure('number', {
    what: `${what}: rows`,
    how: 'the rows, counted account by account as they were read',
    terms: plus(
      ...accounts.map(({ account, rows, firstRows: [at] }) =>
        Figure.stated('number', accountInWords(agreement, account), BigInt(rows), at),
      ),
      ...returns.map((at) => Figure.stated('number', 'a row as it was sent', 1n, at)),
    ),
  });
}

/** Whose spending lacks something. */
export function lackingSpending(lines: readonly Line[]): Line[] {
  return lines.filter(({ ledger, arrivals }) => ledger === 'expenditure' && arrivals.some(isLacking));
}

/** Whose spending of a quarter lacks something, where somebody says that it has ended, whatever the rows say. */
export function lackingSpendingOf(quarter: Quarter, lines: readonly Line[]): Line[] {
  const isOpen = (arrival: Line['arrivals'][number]) => isLacking(arrival) || arrival.standing === 'not-yet';
  return lines.filter(
    ({ ledger, arrivals }) =>
      ledger === 'expenditure' && arrivals.some((arrival) => arrival.quarter === quarter && isOpen(arrival)),
  );
}
