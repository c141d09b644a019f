import { quarters } from '../../src/agreement/financial-year.js';
import { ledgerKindNames, ledgerKinds } from '../../src/agreement/ledger-kinds.js';
import type { OpenedFund } from '../../src/fund/open-fund.js';

/** All that is known of a fund once it is read, as text: every balance and the rows that made it, and all that is told. */
export function wholeOf({ fund, withoutSomeControls, inputs, diagnostics }: OpenedFund): string {
  const read = fund ?? withoutSomeControls;
  const books = new Set(Object.values(ledgerKinds).flatMap(({ book }) => book ?? []));
  const known = read && {
    ...read,
    journal: [...books].flatMap((book) => [...read.journal.balances(book)]),
    tallies: ledgerKindNames.flatMap((kind) => [read.tallies.upTo(kind, 'Q4')]),
    givenBack: quarters.flatMap((quarter) => [
      read.givenBack.in('contributions', quarter),
      read.givenBack.in('expenditure', quarter),
    ]),
    receipts: read.receipts.upTo('9999-12-31', () => true),
  };
  return JSON.stringify({ known, inputs, diagnostics }, plainly, 1);
}

function plainly(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Map || value instanceof Set) return [...value];
  return value;
}
