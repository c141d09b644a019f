import { near } from '../diagnostics/near.js';
import { agreementSchema } from './schema.js';
import type { Path } from './yaml-text.js';

/** The value at a path of plain data, or undefined. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** The key that an unknown one was meant for: a near one that the schema knows and the block lacks; '' for none. */
export function meantKey(data: unknown, path: Path, key: string): string {
  const block = valueAt(data, path);
  const missing = keysAllowedAt(path, data).filter((name) => valueAt(block, [name]) === undefined);
  return near(key, missing);
}

/** The keys that the schema knows in the block at a path. */
export function keysAllowedAt(path: Path, data: unknown): string[] {
  let schema: unknown = agreementSchema;
  let value = data;
  for (const key of path) {
    value = valueAt(value, [key]);
    schema = childSchema(schema, key, value);
  }
  return Object.keys(shapeOfSchema(schema));
}

function childSchema(schema: unknown, key: PropertyKey, value: unknown): unknown {
  const definition = definitionOf(schema);
  const item = definition.element ?? definition.valueType;
  if (item !== undefined) return chosenOption(item, value);
  return Reflect.get(shapeOfSchema(schema), key);
}

/** Of a union by `kind`, the option that the value names; of one by shape, the block. */
function chosenOption(schema: unknown, value: unknown): unknown {
  const { options } = definitionOf(schema);
  if (!Array.isArray(options)) return schema;
  const kind = valueAt(value, ['kind']);
  if (kind === undefined) return options.find((option) => Object.keys(shapeOfSchema(option)).length > 0);
  return options.find((option) => {
    const { values } = definitionOf(Reflect.get(shapeOfSchema(option), 'kind'));
    return Array.isArray(values) && values.includes(kind);
  });
}

function shapeOfSchema(schema: unknown): object {
  const { shape } = definitionOf(schema);
  return typeof shape === 'object' && shape !== null ? shape : {};
}

/** The definition of a zod schema, seen through `optional` and `default`. */
function definitionOf(schema: unknown): Record<string, unknown> {
  const definition = valueAt(schema, ['_zod', 'def']);
  if (typeof definition !== 'object' || definition === null) return {};
  const inner = Reflect.get(definition, 'innerType');
  return inner === undefined ? { ...definition } : definitionOf(inner);
}
