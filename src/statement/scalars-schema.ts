import { z } from 'zod';
import { quarters } from '../agreement/financial-year.js';

/** An amount of money in every document. */
export const amount = z
  .string()
  .regex(/^-?\d+\.\d\d$/)
  .meta({ description: 'Pounds and pence. Absent where not known, which is not nil' });

/** A whole number of things, such as admissions. */
export const count = z.number().int();

/** A quarter of the year. */
export const quarter = z.enum(quarters);
