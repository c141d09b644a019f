import type { Quarter } from '../agreement/financial-year.js';
import type { ReadFund } from '../rules/check.js';
import { figuresOf } from '../statement/figure-names.js';
import { reconcile } from '../statement/reconcile.js';
import { resultSchema } from '../statement/reconciliation-schema.js';
import type { Traced } from './explain/traced.js';
import { Explanations } from './explanations.js';

/** Every figure of a fund's reconciliation as at a quarter, and how it comes about. */
export function explainAll(fund: ReadFund, askedFor?: Quarter): Traced {
  const { result, books, diagnostics } = reconcile(fund, askedFor);
  const all = new Explanations(figuresOf(resultSchema, result));
  return { result, books, findings: diagnostics, all };
}
