import type { Fund } from '../../fund/fund.js';
import type { NamedReportFigures } from '../../statement/report-figures-schema.js';
import type { Traced } from '../explain/traced.js';

/** What the figures of papers are explained from. */
export interface TracedPapers extends Traced {
  readonly figures: NamedReportFigures;
  readonly fund: Pick<Fund, 'schemes' | 'proForma'>;
}
