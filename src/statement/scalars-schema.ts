import * as z from 'zod';
import { quarters } from '../agreement/financial-year.js';
import { ruleIds } from '../agreement/rule-ids.js';
import { Figure } from '../figures/figure.js';
import { type Unit, units } from '../figures/unit.js';

/**
 * What a figure counts: money to the penny, a whole number, percent, a number that may have decimals, or money to a
 * millionth of a pound where it shows what was rounded. Only what is stated may be finer: a price, a percent, a number.
 */
export const figureUnit = z.enum(units);

/** How an amount of each unit is written. */
export const amountPatterns: Readonly<Record<z.infer<typeof figureUnit>, RegExp>> = {
  money: /^-?\d+\.\d{2,}$/,
  number: /^-?\d+$/,
  percent: /^-?\d+\.\d+$/,
  decimal: /^-?\d+\.\d{2,}$/,
  exact: /^-?\d+\.\d{6}$/,
};

const pence = /^-?\d+\.\d\d$/;

/** What each figure of a document counts. Text that is no figure has none. */
export const figureUnits = z.registry<{ readonly unit: z.infer<typeof figureUnit> }>();

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
  .regex(pence)
  .register(figureUnits, { unit: 'money' })
  .meta({ id: 'amount', description: 'Pounds and pence. Absent where not known, which is not nil' });

/** A whole number of things, such as admissions. */
export const count = z.number().int().register(figureUnits, { unit: 'number' }).meta({ id: 'count' });

/** Pounds to a millionth: what is rounded for showing, and what rounding adds or takes. */
export const exactAmount = z
  .string()
  .regex(amountPatterns.exact)
  .register(figureUnits, { unit: 'exact' })
  .meta({ id: 'exact-amount', description: 'Pounds to six places, rounded for showing' });

/** A rule, as `bcf explain` has it. */
export const ruleId = z.enum(ruleIds).meta({ id: 'rule' });

/** What money may be spent on. */
export const nature = z.enum(['capital', 'revenue']);

/** A quarter of the year. */
export const quarter = z.enum(quarters).meta({ id: 'quarter' });

const asStated = /^-?\d+\.\d{2,}$/;

/**
 * A figure of a statement, which its document writes as text, or as a number where it counts whole things. A document is
 * read by the same schema: there it is written already.
 */
function figureOf<U extends Unit, W extends z.ZodString | z.ZodNumber>(unit: U, written: W, others: readonly U[] = []) {
  return z
    .custom<Figure<U>>((value) => !(value instanceof Figure) || [unit, ...others].includes(value.unit))
    .transform((figure) => (figure instanceof Figure ? figure.toJSON() : figure))
    .pipe(written)
    .register(figureUnits, { unit });
}

/** Money: a figure in the statement, pounds and pence in its document. */
export const moneyFigure = figureOf('money', amount);

/** A whole number of things, such as admissions: a figure in the statement, a number in its document. */
export const countFigure = figureOf('number', count);

/** A percent that is worked out, to two decimals. */
export const percentFigure = figureOf('percent', z.string().regex(/^-?\d+\.\d\d$/)).meta({ id: 'percent' });

/** A percent that is worked out, to one decimal. */
export const tenthFigure = figureOf('percent', z.string().regex(/^-?\d+\.\d$/));

/** A percent that is stated. */
export const statedPercentFigure = figureOf('percent', z.string().regex(asStated));

/** A price of one of something, in pounds: with parts of a penny where it is stated so. */
export const priceFigure = figureOf('money', z.string().regex(amountPatterns.money)).meta({
  id: 'price',
  description: 'Pounds, with two decimals or as many as are stated',
});

/** Pounds to a millionth: what is rounded for showing, and what rounding adds or takes. */
export const exactFigure = figureOf('exact', exactAmount);

/** Money, a percent, or a number that may have decimals, each in its own unit. */
export const quantityFigure = figureOf<'money' | 'percent' | 'decimal', z.ZodString>(
  'money',
  z.string().regex(amountPatterns.money),
  ['percent', 'decimal'],
);
