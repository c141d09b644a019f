import * as z from 'zod';
import { plainText } from '../diagnostics/plain-text.js';
import { toPounds } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';
import { amount, count } from './scalars-schema.js';

/** Lines of a file that are no rows of its ledger, of one sort. */
export const passedOverSchema = z.strictObject({
  what: z.enum(['above', 'again', 'ruled', 'blank', 'note', 'filler', 'total', 'left-out']),
  lines: count,
  line: z.number().int().meta({ description: 'The first of them' }),
  text: z.string().optional().meta({ description: 'What the first of them says, or for which word they are left out' }),
  amount: amount.optional().meta({ description: 'What their amounts add up to; absent of lines that have none' }),
});

export type PassedOverDocument = z.infer<typeof passedOverSchema>;

/** The same as it was read, with its amount in pence. */
export type PassedOverLines = Readonly<Omit<PassedOverDocument, 'amount'>> & { readonly amountPence?: Pence };

/** What a document says of them. */
export function passedOverDocument({ what, lines, line, text, amountPence }: PassedOverLines): PassedOverDocument {
  return {
    what,
    lines,
    line,
    ...(text !== undefined && { text: plainText(text) }),
    ...(amountPence !== undefined && { amount: toPounds(amountPence) }),
  };
}
