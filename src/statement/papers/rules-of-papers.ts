import type { RuleOfFigure } from '../../figures/figure.js';

/** R6, by what asks for the paper. */
export const rulesOfPapers = {
  poolManager: { id: 'R6', clause: 'SI 2000/617, regulation 7' },
  proForma: { id: 'R6', clause: 'Appendix 4' },
  schedules: { id: 'R6', clause: 'Appendix 5' },
  nationalReturn: { id: 'R6', clause: 'national quarterly return' },
} as const satisfies Readonly<Record<string, RuleOfFigure>>;
