import { checkResultSchema } from '../statement/check-schema.js';
import { inSmall, isFigureOf } from '../statement/figure-names.js';
import { resultSchema } from '../statement/reconciliation-schema.js';
import { reportFiguresSchema, reportRoot } from '../statement/report-figures-schema.js';
import { explainApportionment } from './apportionments.js';
import { explainDiff } from './comparisons.js';
import { explainControls } from './controls.js';
import { explainAll, explainPapers, withPapers } from './explain-all.js';
import type { KindOfFigure } from './kind-of-figure.js';
import { explainSensitivity, explainWhatIf } from './projections.js';

/** The figures of `bcf reconcile`. */
export const ofStatement: KindOfFigure = {
  firstWords: Object.keys(resultSchema.shape).map(inSmall),
  command: 'reconcile',
  extras: [],
  isFigure: (name) => isFigureOf(resultSchema, name),
  explained: ({ fund, asAt }) => ({ all: explainAll(fund, asAt).all, diagnostics: [] }),
};

/** Every kind of figure that has names: the first that knows the first word of a name explains it. */
export const kindsOfFigures: readonly KindOfFigure[] = [
  ofStatement,
  {
    firstWords: Object.keys(checkResultSchema.shape).map(inSmall),
    command: 'check',
    extras: ['controls', 'tables', 'pro-forma'],
    explained: explainControls,
  },
  {
    firstWords: [reportRoot],
    command: 'report PAPER',
    extras: withPapers,
    isFigure: (name) => isFigureOf(reportFiguresSchema, name.replace(`${reportRoot}.`, '')),
    explained: ({ fund, asAt }) => ({ all: explainPapers(fund, asAt).all, diagnostics: [] }),
  },
  {
    firstWords: ['diff'],
    command: 'diff',
    extras: [],
    isAskedByCodes: true,
    isOfTwoFunds: true,
    explained: explainDiff,
  },
  {
    firstWords: ['apportion'],
    command: 'apportion',
    extras: ['tables'],
    isAskedByCodes: true,
    explained: explainApportionment,
  },
  {
    firstWords: ['what-if'],
    command: 'performance --what-if',
    extras: [],
    isAskedByCodes: true,
    explained: explainWhatIf,
  },
  { firstWords: ['sensitivity'], command: 'performance --sensitivity', extras: [], explained: explainSensitivity },
];
