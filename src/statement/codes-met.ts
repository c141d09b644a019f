import { z } from 'zod';
import { ledgerKindNames } from '../agreement/ledger-kinds.js';
import { plainText } from '../diagnostics/plain-text.js';
import { toPounds } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import { amount, count } from './scalars-schema.js';

const line = z.number().int();
const fallen = {
  rows: count,
  amount: amount.optional().meta({ description: 'What they add up to; absent of a ledger without amounts' }),
};

/** What became of the lines of a table of codes. */
export const codesMetSchema = z.strictObject({
  unmet: z
    .array(z.strictObject({ line, code: z.string() }))
    .meta({ description: 'Lines that no row has met, each with its code, or codes, as it has them' }),
  byDefault: z
    .array(
      z.strictObject({
        kind: z.enum(ledgerKindNames),
        line,
        ...fallen,
        codes: z
          .array(z.strictObject({ code: z.string(), ...fallen }))
          .meta({ description: 'As the export has them, each with its rows' }),
      }),
    )
    .meta({ description: 'Rows whose codes have no line of their own, so that they fell to one for any: *' }),
});

export type CodesMetDocument = z.infer<typeof codesMetSchema>;

interface Fallen {
  readonly rows: number;
  readonly amountPence?: Pence;
}

/** The same as it was read, with its amounts in pence. */
export interface CodesMetLines {
  readonly unmet: Readonly<CodesMetDocument['unmet']>;
  readonly byDefault: readonly (Fallen &
    Pick<CodesMetDocument['byDefault'][number], 'kind' | 'line'> & {
      readonly codes: readonly (Fallen & { readonly code: string })[];
    })[];
}

/** What a document says of them. */
export function codesMetDocument({ unmet, byDefault }: CodesMetLines): CodesMetDocument {
  const fallenDocument = ({ rows, amountPence }: Fallen) => ({
    rows,
    ...(amountPence !== undefined && { amount: toPounds(amountPence) }),
  });
  return {
    unmet: unmet.map(({ line: at, code }) => ({ line: at, code: plainText(code) })),
    byDefault: byDefault.map(({ kind, line: at, codes, ...sum }) => ({
      kind,
      line: at,
      ...fallenDocument(sum),
      codes: codes.map(({ code, ...own }) => ({ code: plainText(code), ...fallenDocument(own) })),
    })),
  };
}
