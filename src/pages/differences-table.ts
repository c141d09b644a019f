import { type CellTable, figureColumn, quantity, words } from '../statement/cell-table.js';
import type { CheckResult, ControlStatement } from '../statement/check-schema.js';

const standings: Readonly<Record<ControlStatement['status'], string>> = {
  agrees: 'agrees',
  'within-tolerance': 'within tolerance',
  accepted: 'accepted',
  unexplained: 'UNEXPLAINED',
  'reason-changed': 'REASON DOES NOT FIT',
};

/** The controls whose two figures are not the same, or all of them. */
export function differencesOf({ controls }: CheckResult, withAll: boolean): ControlStatement[] {
  return controls.filter(({ status }) => withAll || status !== 'agrees');
}

/** The schedule of differences; for forms that have room, with both places and the reason in columns of their own. */
export function differencesTable(controls: readonly ControlStatement[], withPlaces: boolean): CellTable {
  const unit = controls.every((control) => control.unit === 'money') ? ' £' : '';
  const placeColumns = ['Where found', 'Where expected', 'Accepted because', 'Accepted by'];
  return {
    title: 'Schedule of differences',
    columns: [
      { header: '', align: 'left', name: 'Control' },
      ...['Found', 'Expected', 'Difference', 'Tolerance'].map((header) => figureColumn(`${header}${unit}`)),
      { header: '', align: 'left', name: 'Standing' },
      ...(withPlaces ? placeColumns.map((header) => ({ header, align: 'left' as const })) : []),
    ],
    rows: controls.map((control) => {
      const { name, isDerived, found, expected, difference, tolerance, status } = control;
      const { foundAt, expectedAt, acceptedBecause = '', acceptedBy = '' } = control;
      return {
        cells: [
          words(isDerived ? `${name} [d]` : name),
          ...[found, expected, difference, tolerance].map(quantity),
          words(standings[status]),
          ...(withPlaces ? [foundAt, expectedAt, acceptedBecause, acceptedBy].map((text) => words(text)) : []),
        ],
      };
    }),
    notes: [],
  };
}
