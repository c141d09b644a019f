import { inFull } from '../diagnostics/day-in-full.js';
import { counted } from '../diagnostics/entry.js';
import {
  type Cell,
  type CellTable,
  figureColumn,
  money,
  type Row,
  speaking,
  wordColumn,
  words,
} from '../statement/cell-table.js';
import type { FundStatement, Reconciliation } from '../statement/reconciliation-schema.js';
import { isLacking, lackingSpending } from '../statement/what-has-come.js';
import type { WhatHasCome } from '../statement/what-has-come-schema.js';
import { figure, illustrativeMark } from './table-parts.js';

type Line = WhatHasCome['lines'][number];
type Arrival = Line['arrivals'][number];
type Come = Pick<Reconciliation, 'fund' | 'whatHasCome'>;

const ledgerWords: Readonly<Record<Line['ledger'], string>> = {
  opening: 'brought forward',
  contributions: 'contributions',
  expenditure: 'spending',
  forecast: 'forecast',
  activity: 'admissions',
  virements: 'virements',
  balances: 'balances',
};

/** How many bodies one line names; the table of what has not come has all of them. */
const namedBodies = 5;

/** Whose spending the actuals are without, in one line: what they leave out reads like an underspend. */
export function withoutSpending({ whatHasCome }: Pick<Reconciliation, 'whatHasCome'>): string[] {
  const silent = lackingSpending(whatHasCome?.lines ?? []).map(({ label }) => label);
  const named = silent.slice(0, namedBodies).join(', ');
  const more = silent.length > namedBodies ? ' and others' : '';
  return silent.length === 0
    ? []
    : [`Without spending that has not come, of ${named}${more}: the actuals are not whole`];
}

/** That nothing is missing, in one line; undefined where something is, or where nothing was looked for yet. */
export function allHasCome({ fund, whatHasCome }: Come): string | undefined {
  if (whatHasCome?.complete !== true) return undefined;
  if (!whatHasCome.lines.some(({ arrivals }) => arrivals.some(({ standing }) => standing === 'come'))) return undefined;
  return `All that is looked for by ${byWhen(fund)} has come, from who is planned to pay, to spend, to forecast and to report.`;
}

/** What is missing: which body’s, in which ledger and quarters; and the ledgers that have no file. */
export function missingTable({ fund, whatHasCome }: Come): CellTable | undefined {
  if (whatHasCome === undefined || whatHasCome.complete) return undefined;
  const ofBodies = whatHasCome.lines.flatMap((line): Row[] => {
    const missing = line.arrivals.filter(isLacking);
    if (missing.length === 0) return [];
    return [
      {
        cells: [
          words(line.label),
          words(ledgerWords[line.ledger]),
          words(missing.map(missingInWords).join('; ')),
          money(line.planned),
        ],
      },
    ];
  });
  const ofFiles = whatHasCome.withoutFile.map(
    ({ ledger, files }): Row => ({ cells: [words('No file'), words(ledger), words(files), words('')] }),
  );
  return {
    title: `What has not come by ${byWhen(fund)}`,
    columns: [
      wordColumn(''),
      wordColumn('What', 16),
      wordColumn('Missing', 44),
      figureColumn('Planned for the year £'),
    ],
    rows: [...ofBodies, ...ofFiles],
    notes:
      lackingSpending(whatHasCome.lines).length > 0
        ? ['Until spending comes it stands as nothing, which reads like an underspend: ask before this is signed.']
        : [],
  };
}

function missingInWords({ quarter, lacking = [] }: Arrival): string {
  if (quarter === undefined) return '';
  return lacking.length === 0 ? quarter : `${quarter}: ${lacking.map(({ label }) => label).join(', ')}`;
}

/** All that has come, a line a body, ledger and quarter. */
export function comeTable({ fund, whatHasCome }: Come): CellTable | undefined {
  if (whatHasCome === undefined) return undefined;
  const rows = whatHasCome.lines.flatMap((line) =>
    line.arrivals.map((arrival): Row => {
      const { quarter = '', lastDay } = arrival;
      return {
        cells: [
          words(line.label),
          words(ledgerWords[line.ledger]),
          words(quarter),
          figure(arrival.rows),
          words(lastDay === undefined ? '' : inFull(lastDay)),
          money(arrival.total),
          words(standingInWords(arrival)),
        ],
      };
    }),
  );
  return {
    title: `What has come by ${byWhen(fund)}${illustrativeMark(fund)}`,
    columns: [
      wordColumn(''),
      wordColumn('What', 16),
      { header: 'Quarter', align: 'left' },
      figureColumn('Rows'),
      wordColumn('Last day', 20),
      figureColumn('Total £'),
      wordColumn('', 40),
    ],
    rows,
    notes: ['Of a forecast the total is the outturn; of admissions the quarter is the one in which they are paid.'],
  };
}

function standingInWords(arrival: Arrival): string {
  const { standing, lacking = [] } = arrival;
  switch (standing) {
    case 'missing':
      return 'has not come';
    case 'part':
      return `nothing of ${lacking.map(({ label }) => label).join(', ')}`;
    case 'not-yet':
      return 'not yet';
    case 'come':
    case 'not-looked-for':
      return '';
  }
}

/** What has come of the quarter, a line a body: for the paper that the pool manager signs. */
export function comeByBody({ fund, whatHasCome }: Come): CellTable | undefined {
  if (whatHasCome === undefined) return undefined;
  const shown = (['contributions', 'expenditure', 'forecast', 'activity', 'balances'] as const).filter((ledger) =>
    whatHasCome.lines.some((line) => line.ledger === ledger && arrivalIn(line, fund) !== undefined),
  );
  const bodies = [...new Map(whatHasCome.lines.map(({ body, label }) => [body, label]))];
  const rows = bodies.map(([body, label]): Row => {
    const own = whatHasCome.lines.filter((line) => line.body === body);
    return {
      cells: [
        words(label),
        ...shown.map((ledger) =>
          arrivalCell(
            own.find((line) => line.ledger === ledger),
            fund,
          ),
        ),
      ],
    };
  });
  return {
    title: `Rows of ${fund.asAt ?? ''} and their last day${illustrativeMark(fund)}`,
    columns: [wordColumn(''), ...shown.map((ledger) => wordColumn(inCapital(ledgerWords[ledger]), 32))],
    rows: rows.filter(({ cells }) => cells.slice(1).some((cell) => cell.kind === 'text' && cell.text !== '')),
    notes: [],
  };
}

function arrivalIn({ arrivals }: Line, { asAt }: FundStatement): Arrival | undefined {
  return arrivals.find(({ quarter }) => quarter === asAt);
}

function arrivalCell(line: Line | undefined, fund: FundStatement): Cell {
  const arrival = line && arrivalIn(line, fund);
  if (arrival === undefined) return words('');
  if (arrival.rows.isNil) return words(arrival.standing === 'come' ? 'paid ahead' : standingInWords(arrival));
  const when = arrival.lastDay === undefined ? '' : `, ${inFull(arrival.lastDay)}`;
  const lacking = standingInWords(arrival);
  return speaking(`${counted(arrival.rows.amount, 'row')}${when}${lacking === '' ? '' : `; ${lacking}`}`, [
    arrival.rows,
  ]);
}

function inCapital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function byWhen({ asAtDate = '' }: FundStatement): string {
  return inFull(asAtDate);
}
