import * as z from 'zod';
import { plainText } from '../diagnostics/plain-text.js';
import { asDecimal, type Decimal, plainDecimal } from '../money/decimal.js';

/**
 * YAML is read with every scalar as text, so that 09E1 and 0123 stay codes. An editor that checks the file against
 * the JSON Schema reads some of them as numbers, or as true and false: it is given a schema that allows both.
 */
export const plainScalar = { isPlainScalar: true } as const;

const filled = z.string().overwrite(plainText).trim().min(1);

/** A code that rows refer to. */
export const code = filled.meta({ ...plainScalar, id: 'code', description: 'A code, as the ledgers write it' });

/** Words for people, with one space between two: where a mark that is not seen stood beside a space there were more. */
export const text = filled.overwrite((words) => words.replace(/\s+/g, ' ')).meta({ ...plainScalar, id: 'text' });

/** A number written in the agreement and read later, in its unit. */
export const numeral = filled.meta({ ...plainScalar, id: 'number' });

/** Yes or no, as YAML writes it. */
export const yesOrNo = z.enum(['yes', 'no', 'true', 'false']).meta(plainScalar);

/** All of it, in percent. */
export const hundred = asDecimal(100);

/** A percent from nothing to all of it, with as many decimals as are written: `25`, `33.333`. Undefined otherwise. */
export function parsePercent(text: string): Decimal | undefined {
  const percent = plainDecimal(text);
  return percent?.lessThanOrEqualTo(hundred) ? percent : undefined;
}
