import * as z from 'zod';
import { Figure } from '../figures/figure.js';
import { bracketed } from '../money/format-money.js';
import { amount } from './scalars-schema.js';

const figure = z
  .string()
  .optional()
  .meta({ description: 'The name of the figure, which bcf trace explains; absent of what is no figure' });

const tone = z
  .literal('adverse')
  .optional()
  .meta({ description: 'Against the fund, such as a debt, which forms with colour show; words beside it say so too' });

const textCell = z.strictObject({
  kind: z.literal('text'),
  text: z.string(),
  short: z.string().optional().meta({
    description: 'What a form for reading shows in its place where a list in it is long, unless all of it is wanted',
  }),
  indent: z.number().int().optional().meta({ description: 'How deep the text stands in an outline' }),
  figure,
  figures: z.array(z.string()).optional().meta({ description: 'The names of the figures that the words speak of' }),
  tone,
});

const moneyCell = z.strictObject({
  kind: z.literal('money'),
  pounds: amount.optional(),
  unit: z.enum(['£', '£m']).meta({ description: 'The unit in which it is shown; pounds is exact all the same' }),
  figure,
  tone,
});

const percentCell = z.strictObject({
  kind: z.literal('percent'),
  percent: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .optional()
    .meta({ description: 'Absent where there is nothing to be a percent of' }),
  figure,
});

/** One cell of a table, typed, so that every form can draw it in its own way. */
const cell = z.discriminatedUnion('kind', [textCell, moneyCell, percentCell]);

const column = z.strictObject({
  header: z.string(),
  align: z.enum(['left', 'right']),
  name: z.string().optional().meta({ description: 'What a form calls it that cannot leave the header blank' }),
  width: z.number().int().optional().meta({
    description: 'In a form of fixed pitch, text wider than this is wrapped. Money is never cut',
  }),
});

const row = z.strictObject({
  cells: z.array(cell),
  emphasis: z.enum(['head', 'total']).optional().meta({
    description: 'total stands under a line and is the sum of lines above it; head opens a block',
  }),
});

/** A table of typed cells: text, CSV, markdown and JSON all come from it. */
export const cellTableSchema = z.strictObject({
  title: z.string(),
  columns: z.array(column),
  rows: z.array(row),
  notes: z.array(z.string()),
  speaksOf: z.array(z.string()).optional().meta({ description: 'The names of the figures that the notes speak of' }),
});

export type Cell = z.infer<typeof cell>;
type TextCell = Extract<Cell, { kind: 'text' }>;
type MoneyCell = Extract<Cell, { kind: 'money' }>;
export type Column = z.infer<typeof column>;
export type Row = z.infer<typeof row>;
export type CellTable = z.infer<typeof cellTableSchema>;

/** A cell of words. */
export function words(shown: string, indent = 0): TextCell {
  return indent === 0 ? { kind: 'text', text: shown } : { kind: 'text', text: shown, indent };
}

/** How many items of a list a form for reading shows. */
const itemsShown = 12;

/** A cell of words of which a list is part: where it is long a form for reading shows its beginning. */
export function listing(shown: string, items: readonly string[]): TextCell {
  if (items.length <= itemsShown) return words(shown);
  const some = `${items.slice(0, itemsShown).join(', ')} and ${items.length - itemsShown} more: --all`;
  return { kind: 'text', text: shown, short: shown.replace(items.join(', '), () => some) };
}

/** A table whose lists are shown whole. */
export function withWholeLists(table: CellTable): CellTable {
  const whole = (cell: Cell): Cell => (cell.kind === 'text' ? { ...cell, short: undefined } : cell);
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(whole) })) };
}

/** An amount of a cell: a figure, which knows its name, or text. */
export type Shown = Figure<'money'> | string | undefined;

/** A cell of money that is against the fund where there is any: what a body owes, what is overspent. */
export function adverse(amount: Figure<'money'>): Cell {
  const cell = money(amount);
  return amount.isNil ? cell : { ...cell, tone: 'adverse' };
}

/** A cell of money in pounds and pence; not known where it is undefined. */
export function money(amount: Shown): MoneyCell {
  return moneyIn('£', amount);
}

function moneyIn(unit: '£' | '£m', amount: Shown): MoneyCell {
  if (amount === undefined) return { kind: 'money', unit };
  const name = amount instanceof Figure ? amount.name : undefined;
  return { kind: 'money', pounds: String(amount), unit, ...(name !== undefined && { figure: name }) };
}

/** A figure of which words say what it comes to; not known where it is undefined. */
export function figureInWords(shown: string, figure: Figure | undefined): TextCell {
  return figure?.name === undefined ? words(shown) : { kind: 'text', text: shown, figure: figure.name };
}

/** A cell of words that speak of figures; what is not known is none. */
export function speaking(shown: string, figures: readonly (Figure | undefined)[]): TextCell {
  const names = namesOf(figures);
  return names.length === 0 ? words(shown) : { kind: 'text', text: shown, figures: names };
}

/** What notes speak of: nothing where none of it is known. */
export function notesSpeakOf(figures: readonly (Figure | undefined)[]): Pick<CellTable, 'speaksOf'> {
  const names = namesOf(figures);
  return names.length === 0 ? {} : { speaksOf: names };
}

function namesOf(figures: readonly (Figure | undefined)[]): string[] {
  return figures.flatMap((figure) => figure?.name ?? []);
}

/** A cell of money in £m to three places. */
export function millions(amount: Shown): Cell {
  return moneyIn('£m', amount);
}

/** A cell of a percentage; blank where there is nothing to be a percent of. */
export function inPercent(percent: Figure<'percent'> | string | undefined): Cell {
  if (percent === undefined) return { kind: 'percent' };
  const name = percent instanceof Figure ? percent.name : undefined;
  return { kind: 'percent', percent: String(percent), ...(name !== undefined && { figure: name }) };
}

/** A cell of a figure in its own unit: money, a percent, or a number, in brackets where it is negative. */
export function quantity(figure: Figure): Cell {
  const [shown, name] = [String(figure), figure.name];
  const cell =
    figure.unit === 'money' ? money(shown) : figure.unit === 'percent' ? inPercent(shown) : words(bracketed(shown));
  return name === undefined ? cell : { ...cell, figure: name };
}

/** How wide a column of labels may be. */
export const labelWidth = 46;

/** A column of words, wrapped at its width; one without a header has a name for forms that need one. */
export function wordColumn(header: string, width: number = labelWidth, name: string = header): Column {
  return { header, align: 'left', width, ...(name !== header && { name }) };
}

/** A column of figures. */
export function figureColumn(header: string): Column {
  return { header, align: 'right' };
}
