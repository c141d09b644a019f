import { figureListPages, figureListSheet } from '../pages/figure-list-pages.js';
import type { FigureList } from '../statement/figure-list-schema.js';
import type { NamedFigure } from '../statement/figure-names.js';
import type { ResultShape, Statement } from './statement.js';

/** The same statement as a list of its figures with their names: what `--names` prints. */
export function listOfFigures<F extends string, R extends ResultShape>(
  { verb, extras, isHeldAgainstCloses, section, secondFund }: Statement<F, R>,
  figures: (result: R) => readonly NamedFigure[],
): Statement<'bcf.figures', FigureList> {
  let named: readonly NamedFigure[] = [];
  return {
    format: 'bcf.figures',
    verb,
    ...(extras && { extras }),
    ...(isHeldAgainstCloses && { isHeldAgainstCloses }),
    section: async (fund, against, closes) => {
      const { result, diagnostics } = await section(fund, against, closes);
      if (result === undefined) return { diagnostics };
      const second = secondFund?.(result);
      named = figures(result);
      return {
        result: {
          fund: result.fund,
          ...(second && { against: second }),
          figures: named.map(({ name, unit, amount }) => ({ name, unit, amount })),
        },
        diagnostics,
      };
    },
    figures: () => named,
    shows: { pages: figureListPages, sheet: figureListSheet },
  };
}
