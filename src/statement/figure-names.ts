import * as z from 'zod';
import { Figure } from '../figures/figure.js';
import { type figureUnit, figureUnits, itemKeys } from './scalars-schema.js';

/** A figure of a statement: its stable name, and what it comes to. */
export interface NamedFigure {
  /** `performance.partners[partner=09C].quarters[quarter=Q3].payment`. */
  readonly name: string;
  readonly unit: z.infer<typeof figureUnit>;
  /** As the document has it: pounds and pence, a whole number, percent, or pounds to six places. */
  readonly amount: string;
  /** What it is made of; absent of text that is no value yet. */
  readonly figure?: Figure;
}

/**
 * Every figure of a result, in the order of the document. A name is the path to the figure in words of small letters,
 * from its root if there is one; the items of a list are told apart by the codes that the schema names, so that it stays
 * when lines come and go. Throws where a list with figures has no such codes: that is a bug.
 */
export function figuresOf(schema: z.core.$ZodType, result: unknown, root = ''): NamedFigure[] {
  return [...walk(schema, result, root)];
}

/** Whether documents of a schema have a figure of this name where it is known; the codes in its brackets do not count. */
export function isFigureOf(schema: z.core.$ZodType, name: string): boolean {
  return isPathOf(
    schema,
    name
      .replace(/\[[^\]]*\]/g, '')
      .toLowerCase()
      .split('.'),
  );
}

function isPathOf(schema: z.core.$ZodType, [word, ...rest]: readonly string[]): boolean {
  if (schema instanceof z.ZodOptional) return isPathOf(schema.unwrap(), word === undefined ? [] : [word, ...rest]);
  if (schema instanceof z.ZodArray) return isPathOf(schema.element, word === undefined ? [] : [word, ...rest]);
  if (word === undefined) return figureUnits.get(schema) !== undefined;
  if (!(schema instanceof z.ZodObject)) return false;
  return Object.entries<z.core.$ZodType>(schema.shape).some(
    ([key, part]) => inSmall(key) === word && isPathOf(part, rest),
  );
}

/** The name of what stands under a key. */
export function within(name: string, key: string): string {
  return name === '' ? inSmall(key) : `${name}.${inSmall(key)}`;
}

function* walk(schema: z.core.$ZodType, value: unknown, name: string): Generator<NamedFigure> {
  if (value === undefined) return;
  const figure = figureUnits.get(schema);
  if (value instanceof Figure) {
    value.call(name);
    yield { name, unit: value.unit, amount: String(value), figure: value };
  } else if (figure !== undefined) yield { name, unit: figure.unit, amount: String(value) };
  else if (schema instanceof z.ZodOptional) yield* walk(schema.unwrap(), value, name);
  else if (schema instanceof z.ZodObject) {
    for (const [key, part] of Object.entries<z.core.$ZodType>(schema.shape)) {
      yield* walk(part, valueUnder(value, key), within(name, key));
    }
  } else if (schema instanceof z.ZodArray && Array.isArray(value)) yield* walkList(schema, value, name);
}

function* walkList(schema: z.ZodArray, items: readonly unknown[], name: string): Generator<NamedFigure> {
  for (const item of namedItems(schema, items, name)) yield* walk(schema.element, item.value, item.name);
}

/** An item of a list, with its name and the codes by which it is told apart there. */
interface NamedItem {
  readonly value: unknown;
  readonly name: string;
  readonly keys: readonly (readonly [key: string, code: unknown])[];
}

/** The items of a list of a result, each by its name. */
export function* namedItems(schema: z.ZodArray, items: readonly unknown[], list: string): Generator<NamedItem> {
  const declared = itemKeys.get(schema)?.keys;
  const seen = new Map<string, number>();
  for (const [index, value] of items.entries()) {
    const keys = Object.entries(declared ?? {}).map(([key, at]) => [key, valueUnder(value, at)] as const);
    const part = declared === undefined ? String(index + 1) : keyed(keys);
    const count = (seen.get(part) ?? 0) + 1;
    seen.set(part, count);
    yield { value, name: `${list}[${count === 1 ? part : `${part};number=${count}`}]`, keys };
  }
}

/** The parts of a name in brackets: `partner=09C;source=ccg-minimum`. A part that is absent is `none`, which no code is. */
export function keyed(parts: readonly (readonly [key: string, value: unknown])[]): string {
  return parts
    .map(([key, value]) => `${escaped(key)}=${value === undefined ? absent : escaped(String(value))}`)
    .join(';');
}

const absent = 'none';

/** A code inside brackets, without what would end it there. */
function escaped(code: string): string {
  if (code === absent) return `%${absent.charCodeAt(0).toString(16).toUpperCase()}${absent.slice(1)}`;
  return code.replace(/[[\];=]|%(?=[\da-f]{2})/gi, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The code that stands inside brackets. */
export function unescaped(code: string): string {
  return code.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** `plannedCumulative` as `planned-cumulative`. */
export function inSmall(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What stands in a value under a key; undefined where it has no such part. */
export function valueUnder(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
