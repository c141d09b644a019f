import { type CellTable, figureColumn, millions, money, type Row, wordColumn, words } from '../statement/cell-table.js';
import type { SensitivityStatement, WhatIfStatement } from '../statement/performance-schema.js';
import { figure } from './table-parts.js';

/** What would be earned by the year end, beside what is. */
export function whatIfTable({ assumptions, partners, totals }: WhatIfStatement): CellTable {
  const rows = partners.map(
    ({ label, partner, pot, isPotDerived, assumed, toDate, byYearEnd }): Row => ({
      cells: [
        words(`${label} (${partner})`),
        words(assumed ?? (byYearEnd === undefined ? 'nothing assumed' : 'all reported')),
        money(pot),
        words(isPotDerived ? '[d]' : ''),
        money(toDate.payment),
        money(toDate.retained),
        money(byYearEnd?.payment),
        money(byYearEnd?.retained),
      ],
    }),
  );
  rows.push({
    cells: [
      words('All'),
      words(''),
      money(totals.pot),
      words(''),
      money(totals.toDate.payment),
      money(totals.toDate.retained),
      money(totals.byYearEnd?.payment),
      money(totals.byYearEnd?.retained),
    ],
    emphasis: 'total',
  });
  return {
    title: `What if ${assumptions.map(({ partner, change }) => `${partner} ${change}`).join(', ')}`,
    columns: [
      wordColumn(''),
      { header: 'Assumed', align: 'left' },
      figureColumn('Pot £'),
      { header: '', align: 'left', name: 'mark' },
      figureColumn('Earned to date £'),
      figureColumn('Not earned to date £'),
      figureColumn('Would be earned £'),
      figureColumn('Would be retained £'),
    ],
    rows,
    notes: ['Assumed: admissions against the baseline in each quarter still to come. Would be: by the year end.'],
  };
}

/** Payment against reduction. */
export function sensitivityTable({ points, breakEven }: SensitivityStatement): CellTable {
  const rows = points.map(
    ({ reductionPercent, isTarget, payments, total }): Row => ({
      cells: [
        words(`${reductionPercent}%${isTarget ? ', the target' : ''}`),
        ...payments.map(({ payment }) => millions(payment)),
        millions(total),
      ],
      ...(isTarget && { emphasis: 'head' as const }),
    }),
  );
  return {
    title: 'Payment of the year against reduction, £m',
    columns: [wordColumn('Reduction'), ...breakEven.map(({ partner }) => figureColumn(partner)), figureColumn('All')],
    rows,
    notes: [
      'All four quarters lower than their baseline by this, whatever has been reported.',
      '£m rounded to three places; --json has the pence.',
    ],
  };
}

/** At what reduction each pot is earned whole. */
export function breakEvenTable({ breakEven }: SensitivityStatement): CellTable {
  const rows = breakEven.map(
    ({ label, partner, pot, isPotDerived, isEarnable, admissions, percent, neededToCome, neededPercent }): Row => ({
      cells: [
        words(`${label} (${partner})`),
        money(pot),
        words(isPotDerived ? '[d]' : ''),
        admissions === undefined ? words(isEarnable === false ? 'cannot be earned' : 'not known') : figure(admissions),
        figure(percent),
        figure(neededToCome),
        figure(neededPercent),
      ],
    }),
  );
  return {
    title: 'Break-even: the reduction at which nothing is retained',
    columns: [
      wordColumn(''),
      figureColumn('Pot £'),
      { header: '', align: 'left', name: 'mark' },
      figureColumn('Admissions fewer'),
      figureColumn('% of the year'),
      figureColumn('still needed'),
      figureColumn('% of what is to come'),
    ],
    rows,
    notes: ['Still needed: from the quarters to come, after those reported; blank where none is to come.'],
  };
}
