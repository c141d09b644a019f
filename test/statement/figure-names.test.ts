import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkResultSchema } from '../../src/statement/check-schema.js';
import { comparisonResultSchema } from '../../src/statement/comparison-schema.js';
import {
  apportionmentDocumentSchema,
  performanceDocumentSchema,
  settlementDocumentSchema,
  varianceDocumentSchema,
} from '../../src/statement/document-schema.js';
import { figuresOf, keyed, unescaped } from '../../src/statement/figure-names.js';
import { performanceSchema, sensitivitySchema, whatIfSchema } from '../../src/statement/performance-schema.js';
import { resultSchema } from '../../src/statement/reconciliation-schema.js';
import { amount, figureUnits, itemKeys, listOf } from '../../src/statement/scalars-schema.js';

const schemas = {
  reconcile: resultSchema,
  performance: performanceSchema,
  sensitivity: sensitivitySchema,
  whatIf: whatIfSchema,
  check: checkResultSchema,
  diff: comparisonResultSchema,
  performanceDocument: performanceDocumentSchema.shape.result,
  variance: varianceDocumentSchema.shape.result,
  settle: settlementDocumentSchema.shape.result,
  apportion: apportionmentDocumentSchema.shape.result,
};

function hasFigures(schema: z.core.$ZodType): boolean {
  if (figureUnits.get(schema) !== undefined) return true;
  if (schema instanceof z.ZodOptional) return hasFigures(schema.unwrap());
  if (schema instanceof z.ZodArray) return hasFigures(schema.element);
  return schema instanceof z.ZodObject && Object.values<z.core.$ZodType>(schema.shape).some(hasFigures);
}

/** Lists of things that have figures, by where they stand. */
function listsIn(schema: z.core.$ZodType, path: string): { path: string; isKeyed: boolean }[] {
  if (schema instanceof z.ZodOptional) return listsIn(schema.unwrap(), path);
  if (schema instanceof z.ZodObject)
    return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, part]) => listsIn(part, `${path}.${key}`));
  if (!(schema instanceof z.ZodArray) || !hasFigures(schema.element)) return [];
  const isKeyed = itemKeys.get(schema) !== undefined || figureUnits.get(schema.element) !== undefined;
  return [{ path, isKeyed }, ...listsIn(schema.element, `${path}[]`)];
}

/** Numbers of a schema that are not marked as figures. */
function unmarkedIn(schema: z.core.$ZodType, path: string): string[] {
  if (figureUnits.get(schema) !== undefined) return [];
  if (schema instanceof z.ZodOptional) return unmarkedIn(schema.unwrap(), path);
  if (schema instanceof z.ZodObject)
    return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, part]) => unmarkedIn(part, `${path}.${key}`));
  if (schema instanceof z.ZodArray) return unmarkedIn(schema.element, `${path}[]`);
  return schema instanceof z.ZodNumber ? [path] : [];
}

describe.each(Object.entries(schemas))('%s', (name, schema) => {
  test('every list says by what its items are told apart, and every number is a figure', () => {
    expect(listsIn(schema, name).filter(({ isKeyed }) => !isKeyed)).toEqual([]);
    expect(unmarkedIn(schema, name)).toEqual([]);
  });
});

describe('names', () => {
  const schema = z.strictObject({ byOne: listOf({ place: 'code' }, z.strictObject({ code: z.string(), amount })) });

  test('are paths in small letters, with the codes of the items', () => {
    const found = figuresOf(schema, { byOne: [{ code: '09C', amount: '1.00' }] });
    expect(found).toEqual([{ name: 'by-one[place=09C].amount', unit: 'money', amount: '1.00' }]);
  });

  test('differ, whatever the codes are', () => {
    const codes = ['a]', 'a', 'a', 'a;number=2', 'b=c', '%5D', '-2.1%', 'none', '%6Eone', undefined];
    const found = figuresOf(schema, { byOne: codes.map((code) => ({ code, amount: '1.00' })) });
    expect(new Set(found.map(({ name }) => name)).size).toBe(codes.length);
  });

  test('give their codes back', () => {
    for (const code of ['a]', 'a;number=2', 'b=c', '%5D', '-2.1%', 'none', '%6Eone']) {
      const name = keyed([['code', code]]);
      expect(unescaped(name.slice('code='.length))).toBe(code);
    }
  });
});
