import { quarters } from '../agreement/financial-year.js';
import { openingKinds } from '../agreement/opening-kinds.js';
import type { FigureBooks, FigureKey } from './fund-figures.js';

/** The values that a key may have in this agreement; undefined for words that are free. */
export function valuesOf({ agreement, schemes }: FigureBooks, key: FigureKey): readonly string[] | undefined {
  switch (key) {
    case 'partner':
    case 'district':
      return [...agreement.partners.keys()];
    case 'by':
    case 'body':
      return [...agreement.bodies.keys()];
    case 'kind':
      return openingKinds;
    case 'group':
      return [...agreement.groups.keys()];
    case 'locality':
      return [...agreement.localities.keys()];
    case 'source':
      return [...agreement.sources.keys()];
    case 'heading':
      return [...agreement.headings.keys()];
    case 'pool':
      return [...agreement.pools.keys()];
    case 'nature':
      return ['capital', 'revenue'];
    case 'scheme':
      return schemes.map(({ scheme }) => scheme);
    case 'to':
      return quarters;
    case 'name':
      return undefined;
  }
}
