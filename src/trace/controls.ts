import { checkFund } from '../statement/check-fund.js';
import { checkResultSchema } from '../statement/check-schema.js';
import { figuresOf } from '../statement/figure-names.js';
import { DocumentFigures } from './document-figures.js';
import type { Asked, Explained } from './kind-of-figure.js';

/** The figures of `bcf check`: every control, what was found for it and what is printed, and how many there are of each. */
export function explainControls({ fund, asAt }: Pick<Asked, 'fund' | 'asAt'>): Explained {
  const { result, diagnostics } = checkFund(fund, { asAt });
  return result === undefined
    ? { diagnostics }
    : { all: new DocumentFigures(figuresOf(checkResultSchema, result)), diagnostics };
}
