import { z } from 'zod';
import { plainText } from '../diagnostics/plain-text.js';
import { toPounds } from '../money/format-money.js';
import type { Pence } from '../money/pence.js';

/**
 * YAML is read with every scalar as text, so that 09E1 and 0123 stay codes. An editor that checks the file against
 * the JSON Schema reads some of them as numbers, so the schema it is given allows both.
 */
export const scalarIds = { code: 'code', text: 'text', number: 'number' } as const;

const filled = z.string().overwrite(plainText).trim().min(1);

/** A code that rows refer to. */
export const code = filled.meta({ scalar: scalarIds.code, description: 'A code, as the ledgers write it' });

/** Words for people. */
export const text = filled.meta({ scalar: scalarIds.text });

/** A number written in the agreement and read later, in its unit. */
export const numeral = filled.meta({ scalar: scalarIds.number });

/** Hundredths of a per cent from `33.33`, or undefined. */
export function parseBasisPoints(percent: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(percent);
  if (match === null) return undefined;
  const [, whole = '', part = ''] = match;
  const basisPoints = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return basisPoints <= 10_000 ? basisPoints : undefined;
}

/** `33.33` from hundredths of a per cent. */
export function formatBasisPoints(basisPoints: number): string {
  const asPence: Pence = BigInt(basisPoints);
  return toPounds(asPence).replace(/\.?0+$/, '');
}
