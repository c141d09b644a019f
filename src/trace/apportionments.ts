import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { apportion } from '../statement/apportionment.js';
import { askedByCodes } from '../statement/apportionment-asked.js';
import { apportionmentFigures } from '../statement/apportionment-schema.js';
import { DocumentFigures } from './document-figures.js';
import type { Asked, Explained } from './kind-of-figure.js';

/** The figures of `bcf apportion`, of the apportionment that the codes of a name ask for. */
export function explainApportionment({ fund, asAt, codes }: Asked): Explained {
  const faults: Diagnostic[] = [];
  const asked = askedByCodes(codes, (fault) => faults.push(fault));
  if (asked === undefined) return { diagnostics: faults };
  const { result, diagnostics } = apportion(fund, asked, asAt);
  return result === undefined
    ? { diagnostics }
    : { all: new DocumentFigures(apportionmentFigures(result, asked)), diagnostics };
}
