import * as z from 'zod';
import { figuresOf, keyed, type NamedFigure } from './figure-names.js';
import {
  performanceSchema,
  type SensitivityStatement,
  sensitivitySchema,
  type WhatIfStatement,
  whatIfSchema,
} from './performance-schema.js';
import { checkSchema } from './reconciliation-schema.js';
import { listOf } from './scalars-schema.js';

const performance = z.object({ performance: performanceSchema.optional() });
const checks = z.object({ checks: listOf({ id: 'id' }, checkSchema) });

interface Shown {
  readonly performance?: unknown;
  readonly whatIf?: WhatIfStatement | undefined;
  readonly sensitivity?: SensitivityStatement | undefined;
  readonly checks: unknown;
}

/** The parts of what `bcf performance` shows, what would be with what is: each by its schema, and how its names begin. */
export function performanceParts(result: Shown) {
  const { whatIf, sensitivity } = result;
  return [
    { schema: performance, value: result, root: '' },
    ...(whatIf === undefined ? [] : [{ schema: whatIfSchema, value: whatIf, root: whatIfRoot(whatIf) }]),
    ...(sensitivity === undefined ? [] : [{ schema: sensitivitySchema, value: sensitivity, root: 'sensitivity' }]),
    { schema: checks, value: result, root: '' },
  ];
}

/** Every figure that `bcf performance` shows. */
export function performanceFigures(result: Shown): NamedFigure[] {
  return performanceParts(result).flatMap(({ schema, value, root }) => figuresOf(schema, value, root));
}

/** The figures of assumptions, whose names say what was assumed. */
export function whatIfFigures(whatIf: WhatIfStatement): NamedFigure[] {
  return figuresOf(whatIfSchema, whatIf, whatIfRoot(whatIf));
}

/** What the names of assumed figures begin with: `what-if[99J=-2.1%;*=-3.5%]`. */
export function whatIfRoot({ assumptions }: Pick<WhatIfStatement, 'assumptions'>): string {
  const inShort = (change: string) => change.replace(/\.?0+%$/, '%');
  return `what-if[${keyed(assumptions.map(({ partner, change }) => [partner, inShort(change)]))}]`;
}

/** The figures of payment against reduction. */
export function sensitivityFigures(sensitivity: SensitivityStatement): NamedFigure[] {
  return figuresOf(sensitivitySchema, sensitivity, 'sensitivity');
}
