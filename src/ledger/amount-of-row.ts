import type { LedgerEntry } from '../agreement/agreement.js';
import { factsOf } from '../agreement/ledger-kinds.js';
import { plainText } from '../diagnostics/plain-text.js';
import { parseAmount } from '../money/parse-amount.js';
import type { Pence } from '../money/pence.js';
import { plainPence } from '../money/plain-amount.js';
import type { Header } from './header.js';

/** Gives the amount of a row; undefined where it has none that can be read. */
export type AmountOf = (fields: readonly string[]) => Pence | undefined;

/** How the amount of a row of a file is read: at a glance where it stands in the plainest form, else as any other cell. */
export function amountOfRow(header: Header, entry: LedgerEntry): AmountOf {
  const { totals } = factsOf(header.kind);
  const origin = totals && header.origins.get(totals.of);
  const [, say] = header.said?.find(([column]) => column === totals?.of) ?? [];
  const inFull: AmountOf = (fields) => {
    const text = say === undefined ? fields[header.amounts[0] ?? fields.length] : say(fields);
    if (typeof text !== 'string') return undefined;
    const parsed = parseAmount(plainText(text).trim(), header.unit);
    return 'pence' in parsed ? parsed.pence : undefined;
  };
  if (origin === undefined || header.unit !== 'pounds' || entry.hasDecimalComma === true) return inFull;
  if (origin.kind === 'cell') return (fields) => plainPence(fields[origin.index] ?? '') ?? inFull(fields);
  if (origin.kind !== 'debit-credit' || origin.isTurned) return inFull;
  const { debit, credit } = origin;
  return (fields) => (fields[credit] === '' ? plainPence(fields[debit] ?? '') : undefined) ?? inFull(fields);
}
