import type { Fund } from '../../fund/fund.js';
import type { NamedReportFigures } from '../../statement/report-figures-schema.js';
import type { Traced } from '../explain/traced.js';
import type { RuleOfFigure } from '../node.js';

/** What the figures of papers are explained from. */
export interface TracedPapers extends Traced {
  readonly figures: NamedReportFigures;
  readonly fund: Pick<Fund, 'schemes' | 'proForma'>;
}

/** R6, by what asks for the paper. */
export const rulesOfPapers = {
  poolManager: { id: 'R6', clause: 'SI 2000/617, regulation 7' },
  proForma: { id: 'R6', clause: 'Appendix 4' },
  schedules: { id: 'R6', clause: 'Appendix 5' },
  nationalReturn: { id: 'R6', clause: 'national quarterly return' },
} as const satisfies Readonly<Record<string, RuleOfFigure>>;
