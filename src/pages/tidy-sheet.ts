import * as z from 'zod';
import { Figure } from '../figures/figure.js';
import { inSmall, namedItems, valueUnder, within } from '../statement/figure-names.js';
import type { FundStatement } from '../statement/reconciliation-schema.js';
import { figureUnits, itemKeys } from '../statement/scalars-schema.js';
import type { Exact, Sheet } from './sheet.js';

/** A part of a result, by its schema, and what the names of its figures begin with: the whole has no beginning. */
export interface TidyPart {
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
  readonly root?: string;
}

type Unit = NonNullable<ReturnType<typeof figureUnits.get>>['unit'];

/** In which column an amount of each unit stands. */
const amountColumns: Readonly<Record<Unit, string>> = {
  money: 'amount_gbp',
  exact: 'amount_gbp',
  number: 'number',
  decimal: 'number',
  percent: 'percent',
};

/** A row by the names of its columns. */
type TidyRow = Readonly<Record<string, string | Exact | undefined>>;

/** What is written of the fund on every row, so that sheets of several funds and quarters can stand below each other. */
type OfFund = Pick<FundStatement, 'name' | 'year'> & Partial<Pick<FundStatement, 'asAt' | 'provenance'>>;

/**
 * A result as one tidy table: a row a figure, and one for an item that has none. By which codes an item is told apart, and
 * what else it says, are columns: all that its schema has, known or not, so that the columns of every quarter are the
 * same. A figure that is not known has no row.
 */
export function tidySheet({ name, year, asAt, provenance }: OfFund, parts: readonly TidyPart[]): Sheet {
  const ofFund: TidyRow = { fund: name, year, as_at: asAt, fund_provenance: provenance };
  const named = parts.map(({ schema, value, root = '' }) => ({
    schema,
    value,
    name: root,
    table: plain(root),
    keys: {},
  }));
  const columns = [
    ...new Set([
      'table',
      ...Object.keys(ofFund),
      'figure',
      ...Object.values(amountColumns),
      'provenance',
      ...parts.flatMap(({ schema }) => [...keyColumns(schema)]),
      ...parts.flatMap(({ schema }) => [...wordColumns(schema)]),
      'figure_name',
    ]),
  ];
  const rows = named
    .flatMap((item) => (item.name === '' ? sectionsOf(item) : [item]))
    .flatMap((item) => [...rowsOf(item)]);
  return { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? ofFund[column])) };
}

/** What has rows of its own: a section of a result, or an item of a list. */
interface Item {
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
  readonly name: string;
  /** Its name without codes: that of its section or its list. */
  readonly table: string;
  /** The codes of what it stands in, and its own. */
  readonly keys: TidyRow;
}

/** The sections of a result; the fund is on every row. */
function sectionsOf({ schema, value, keys }: Item): Item[] {
  return partsOf(schema)
    .filter(([key]) => key !== 'fund')
    .map(([key, part]) => ({
      schema: part,
      value: valueUnder(value, key),
      name: inSmall(key),
      table: inSmall(key),
      keys,
    }));
}

/** The rows of an item: a row a figure, or one that only says what it is, and the rows of the lists in it. */
function* rowsOf(item: Item): Generator<TidyRow> {
  const { figures, words, lists } = contentsOf(item);
  const { table, keys } = item;
  const common = { ...keys, ...words, table };
  yield* figures.map((figure): TidyRow => ({ ...common, ...figure }));
  if (figures.length === 0 && Object.keys(words).length > 0) yield common;
  for (const list of lists) {
    for (const inner of namedItems(list.schema, list.items, list.name)) {
      const codes = Object.fromEntries(
        inner.keys.map(([key, code]) => [snake(key), code === undefined ? code : String(code)]),
      );
      yield* rowsOf({ ...inner, schema: list.schema.element, table: plain(list.name), keys: { ...keys, ...codes } });
    }
  }
}

interface Contents {
  readonly figures: TidyRow[];
  /** What is no figure, by its column. */
  readonly words: Record<string, string | Exact>;
  readonly lists: { readonly schema: z.ZodArray; readonly items: readonly unknown[]; readonly name: string }[];
}

/** What stands in an item: its figures, its words, its lists; of the objects in it too, which are no items. */
function contentsOf({ schema, value, name, table }: Item): Contents {
  const contents: Contents = { figures: [], words: {}, lists: [] };
  const visit = (part: z.core.$ZodType, at: Visited): void => {
    if (at.value === undefined) return;
    const unit = figureUnits.get(part)?.unit;
    if (unit !== undefined) {
      const provenance = provenanceOf(at);
      contents.figures.push({
        figure: at.path,
        [amountColumns[unit]]: { exact: String(at.value) },
        ...(provenance !== undefined && { provenance }),
        ...(at.value instanceof Figure && { figure_name: at.name }),
      });
    } else if (isListOfItems(part) && Array.isArray(at.value)) {
      contents.lists.push({ schema: part, items: at.value, name: at.name });
    } else if (part instanceof z.ZodObject) {
      for (const [key, inner] of partsOf(part)) {
        if (isOfFigures(key, inner)) continue;
        const path = within(at.path, key);
        visit(inner, { value: valueUnder(at.value, key), key, path, name: within(at.name, key), beside: at.value });
      }
    } else contents.words[snake(at.key)] = wordsOf(at.value, saysUnit(schema));
  };
  // A section that is itself a list, a figure or words is what is left of its name.
  visit(schema, { value, key: table, path: schema instanceof z.ZodObject ? '' : table, name, beside: undefined });
  return contents;
}

interface Visited {
  readonly value: unknown;
  readonly key: string;
  readonly path: string;
  readonly name: string;
  /** The object that it stands in. */
  readonly beside: unknown;
}

/** Whether a figure is stated, derived, illustrative or of a ledger, where what it stands in says so. */
function provenanceOf({ key, beside }: Visited): string | undefined {
  const said = valueUnder(valueUnder(beside, 'provenance'), key);
  if (typeof said === 'string') return said;
  const isDerived = valueUnder(beside, `is${key.slice(0, 1).toUpperCase()}${key.slice(1)}Derived`);
  return typeof isDerived === 'boolean' ? (isDerived ? 'derived' : 'stated') : undefined;
}

/** The columns of the codes by which items are told apart. */
function* keyColumns(schema: z.core.$ZodType): Generator<string> {
  if (schema instanceof z.ZodArray) {
    yield* Object.keys(itemKeys.get(schema)?.keys ?? {}).map(snake);
    yield* keyColumns(schema.element);
  }
  for (const [, part] of partsOf(schema)) yield* keyColumns(part);
}

/** The columns of what is no figure. */
function* wordColumns(schema: z.core.$ZodType): Generator<string> {
  if (schema instanceof z.ZodArray) yield* wordColumns(schema.element);
  for (const [key, part] of partsOf(schema)) {
    if (key === 'fund' || isOfFigures(key, part) || figureUnits.get(part) !== undefined) continue;
    if (part instanceof z.ZodObject || isListOfItems(part)) yield* wordColumns(part);
    else yield snake(key);
  }
}

/** The parts of an object by their keys, each whether it may be absent or not. */
function partsOf(schema: z.core.$ZodType): (readonly [key: string, part: z.core.$ZodType])[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries<z.core.$ZodType>(schema.shape).map(([key, part]) => [key, present(part)]);
}

function present(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? present(schema.unwrap()) : schema;
}

function isListOfItems(schema: z.core.$ZodType): schema is z.ZodArray {
  return schema instanceof z.ZodArray && schema.element instanceof z.ZodObject;
}

/** Whether a part says of each figure beside it where it is from. */
function isOfFigures(key: string, part: z.core.$ZodType): boolean {
  return key === 'provenance' && part instanceof z.ZodObject;
}

/** What is no figure, as text; where its item says in a word of its own what it counts, what is a number is one. */
function wordsOf(value: unknown, hasUnit: boolean): string | Exact {
  const text = Array.isArray(value) ? value.join('; ') : String(value);
  return hasUnit && /^-?\d+(\.\d+)?$/.test(text) ? { exact: text } : text;
}

function saysUnit(schema: z.core.$ZodType): boolean {
  return partsOf(schema).some(([key]) => key === 'unit');
}

function plain(name: string): string {
  return name.replace(/\[[^\]]*\]/g, '');
}

/** `appliedBy` as `applied_by`. */
function snake(key: string): string {
  return inSmall(key).replaceAll('-', '_');
}
