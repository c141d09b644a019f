import { z } from 'zod';
import { quarters } from '../agreement/financial-year.js';

/** What a figure of a document counts: money in pounds, a plain number, or percent. Text that is no figure has none. */
export const figureUnits = z.registry<{ readonly unit: 'money' | 'number' | 'percent' }>();

/** By what the items of a list are told apart: how a name calls the part, and where it stands in the item. */
export const itemKeys = z.registry<{ readonly keys: Readonly<Record<string, string>> }>();

/** A list whose items have figures, and the parts by which a figure's name tells them apart (`source: 'code'`). */
export function listOf<T extends z.ZodType>(keys: Readonly<Record<string, string>>, item: T): z.ZodArray<T> {
  const list = z.array(item);
  itemKeys.add(list, { keys });
  return list;
}

/** An amount of money in every document. */
export const amount = z
  .string()
  .regex(/^-?\d+\.\d\d$/)
  .register(figureUnits, { unit: 'money' })
  .meta({ description: 'Pounds and pence. Absent where not known, which is not nil' });

/** A whole number of things, such as admissions. */
export const count = z.number().int().register(figureUnits, { unit: 'number' });

/** A quarter of the year. */
export const quarter = z.enum(quarters);

/** A percent to so many decimals. */
export function percentTo(decimals: 1 | 2): z.ZodString {
  return z
    .string()
    .regex(decimals === 1 ? /^-?\d+\.\d$/ : /^-?\d+\.\d\d$/)
    .register(figureUnits, { unit: 'percent' });
}
