import { labelOf } from '../agreement/bodies.js';
import type { Quarter } from '../agreement/financial-year.js';
import { toPounds } from '../money/format-money.js';
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
      lines: lines.map(({ body, ledger, plannedPence, arrivals }) => ({
        body,
        label: labelOf(agreement, body),
        ledger,
        ...(plannedPence !== undefined && { planned: toPounds(plannedPence) }),
        arrivals: arrivals.map((arrival) => arrivalDocument(books, arrival)),
      })),
      withoutFile: withoutFile.map(({ kind, files }) => ({ ledger: kind, files })),
      complete: withoutFile.length === 0 && !lines.some(({ arrivals }) => arrivals.some(isLacking)),
    },
  };
}

function arrivalDocument({ agreement }: Books, arrival: ComeQuarter): Line['arrivals'][number] {
  const { ledger, quarter, rows, lastDay, amountPence, standing, lacking } = arrival;
  const nameOfPart = (code: string) =>
    ledger === 'contributions' ? (agreement.sources.get(code)?.name ?? code) : labelOf(agreement, code);
  return {
    ...(quarter !== undefined && { quarter }),
    rows,
    ...(lastDay !== undefined && { lastDay }),
    ...(amountPence !== undefined && { total: toPounds(amountPence) }),
    standing,
    ...(lacking.length > 0 && {
      lacking: lacking.map((code) => ({ code, label: nameOfPart(code) })),
    }),
  };
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
