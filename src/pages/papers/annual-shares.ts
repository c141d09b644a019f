import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../../statement/cell-table.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import { balanceInWords, illustrative } from './paper-parts.js';

/** Each partner’s share of the surplus or deficit, and of what is carried forward; from there to what each body settles. */
export function shareTables(figures: ReportFigures, isOver: boolean): CellTable[] {
  return [surplusTable(figures, isOver), carriedTable(figures), ...bridgeTables(figures)];
}

type Share = NonNullable<ReportFigures['shareTotals']>;

/** A column of a table of bodies: of which figure, and its header. */
type Columns<K extends string> = readonly (readonly [key: K, header: string])[];

function surplusTable({ statement, shares, shareTotals }: ReportFigures, isOver: boolean): CellTable {
  const columns: Columns<keyof Share> = [
    ['due', 'Funding due £'],
    ['applied', 'On its schedule £'],
    ['moved', 'Variances moved £'],
    ['share', 'Share £'],
  ];
  return {
    title: `Each partner’s share of the surplus or deficit${illustrative(statement.fund)}`,
    ...bodiesTable(columns, shares, shareTotals),
    notes: [
      'Funding due: received, and what is due and outstanding.',
      isOver
        ? 'Variances moved: an over- or underspend is for whoever bears it (R4), not for the schedule whose money it was.'
        : 'Who bears an over- or underspend (R4) is settled at the year end; until then a share is funding due less spending.',
    ],
  };
}

function carriedTable({ statement, shares, shareTotals }: ReportFigures): CellTable {
  const balance = balanceInWords(statement.fund);
  const isSettled = shares.some(({ settled }) => !settled.isNil);
  const columns: Columns<keyof Share> = [
    ['broughtForward', 'Brought forward £'],
    ['share', 'Share £'],
    ...(isSettled ? ([['settled', 'Settled £']] as const) : []),
    ['closing', `${balance} £`],
    ['ringFenced', 'Ring-fenced £'],
    ['other', 'Other £'],
  ];
  return {
    title: `Each partner’s part of the balance${illustrative(statement.fund)}`,
    ...bodiesTable(columns, shares, shareTotals),
    notes: [
      'In brackets is owed to the pool. Ring-fenced and other add up to the balance.',
      'Ring-fenced: came in for a purpose and is not spent on it yet; held for that purpose, and no saving to share.',
      ...(isSettled ? ['Settled: paid in to clear a variance, in brackets paid back; no income.'] : []),
    ],
  };
}

/** From a share to what a body settles; nothing where nobody settles what is in another’s share. */
function bridgeTables({ statement, heldForOthers, bridge, bridgeTotals }: ReportFigures): CellTable[] {
  if (heldForOthers.length === 0) return [];
  const columns: Columns<keyof NonNullable<typeof bridgeTotals>> = [
    ['carriedForward', `${balanceInWords(statement.fund)} £`],
    ['forOthers', 'less for others £'],
    ['elsewhere', 'with others £'],
    ['settles', 'Settles £'],
  ];
  return [
    {
      title: `From each share to what is settled with the host${illustrative(statement.fund)}`,
      ...bodiesTable(columns, bridge, bridgeTotals),
      notes: [
        'For others: left of its schedule, and held for the body that is to spend it. With others: the same, seen from there.',
        'Contributions outstanding or paid ahead are in no share: they stand among each body’s liabilities and assets.',
      ],
    },
  ];
}

type Figures<K extends string> = Readonly<Record<K, Share['due']>>;

function bodiesTable<K extends string>(
  columns: Columns<K>,
  lines: readonly (Figures<K> & { readonly label: string })[],
  totals: Figures<K> | undefined,
): Pick<CellTable, 'columns' | 'rows'> {
  const cells = (label: string, figures: Figures<K> | undefined) => [
    words(label),
    ...columns.map(([key]) => money(figures?.[key])),
  ];
  const rows = lines.map((line): Row => ({ cells: cells(line.label, line) }));
  return {
    // The more columns of money, the less room for words.
    columns: [
      wordColumn('', Math.min(36, 120 - 17 * columns.length)),
      ...columns.map(([, header]) => figureColumn(header)),
    ],
    rows: [...rows, { cells: cells('All', totals), emphasis: 'total' }],
  };
}
