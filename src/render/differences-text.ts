import { fromPounds, grouped } from '../money/format-money.js';
import { type Cell, type CellTable, figureColumn, inPercent, money, words } from '../statement/cell-table.js';
import type { CheckResult, ControlStatement } from '../statement/check-schema.js';
import type { Style } from './style.js';
import { textTable } from './text-table.js';
import { wrapped } from './wrap.js';

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

/** The schedule of differences as one table, for forms that have room for it. */
export function differencesTable(controls: readonly ControlStatement[]): CellTable {
  return {
    title: 'Schedule of differences',
    columns: [
      { header: 'Control', align: 'left' },
      figureColumn('Found'),
      figureColumn('Expected'),
      figureColumn('Difference'),
      figureColumn('Tolerance'),
      { header: 'Standing', align: 'left' },
      { header: 'Where found', align: 'left' },
      { header: 'Where expected', align: 'left' },
      { header: 'Accepted because', align: 'left' },
      { header: 'Accepted by', align: 'left' },
    ],
    rows: controls.map((control) => ({
      cells: [
        ...figures(control),
        words(standings[control.status]),
        words(control.foundAt),
        words(control.expectedAt),
        words(control.acceptedBecause ?? ''),
        words(control.acceptedBy ?? ''),
      ],
    })),
    notes: [],
  };
}

/** The schedule for a terminal: a line of figures for each, and below it both places and the reason. */
export function differencesText(controls: readonly ControlStatement[], style: Style): string {
  const table: CellTable = {
    title: 'Schedule of differences',
    columns: [
      { header: '', align: 'left' },
      figureColumn('Found £'),
      figureColumn('Expected £'),
      figureColumn('Difference £'),
      figureColumn('Tolerance £'),
      { header: '', align: 'left' },
    ],
    rows: controls.map((control) => ({ cells: [...figures(control), words(standings[control.status])] })),
    notes: [],
  };
  if (controls.length === 0) return `${style.strong(table.title)}\nNone.`;
  // No cell of it is wrapped, so that each control is one line.
  const [title = '', header = '', ...lines] = textTable(table, style).split('\n');
  const blocks = controls.map((control, index) => [lines[index] ?? '', ...details(control, style)].join('\n'));
  return [title, header, ...blocks].join('\n');
}

function figures(control: ControlStatement): Cell[] {
  const { name, found, expected, difference, tolerance } = control;
  return [words(name), ...[found, expected, difference, tolerance].map((amount) => quantity(control, amount))];
}

function quantity({ unit }: ControlStatement, amount: string): Cell {
  if (unit === 'money') return money(amount);
  return unit === 'percent' ? inPercent(amount) : words(grouped(fromPounds(amount)));
}

function details({ foundAt, expectedAt, status, ...control }: ControlStatement, style: Style): string[] {
  const places = `found in ${foundAt}; expected from ${expectedAt}`;
  const { acceptedBecause: because, acceptedBy } = control;
  const by = acceptedBy === undefined ? '' : ` by ${acceptedBy}`;
  const reason =
    because === undefined ? [] : [`${status === 'accepted' ? 'accepted' : 'reason given'}${by}: ${because}`];
  return [places, ...reason].flatMap((text) => wrapped(text, { width: 110, indent: 2 })).map(style.faint);
}
