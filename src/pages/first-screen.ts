import { inFull } from '../diagnostics/day-in-full.js';
import { counted, joined } from '../diagnostics/entry.js';
import { isNil, pounds, unsigned } from '../money/pounds-text.js';
import {
  adverse,
  type CellTable,
  figureColumn,
  money,
  notesSpeakOf,
  type Row,
  wordColumn,
  words,
} from '../statement/cell-table.js';
import type { Reconciliation } from '../statement/reconciliation-schema.js';
import type { Summary } from '../statement/summary-schema.js';
import { type Line, line, type Part, tables } from './page.js';
import { illustrativeMark } from './table-parts.js';

/** The screen that is signed: the fund, each body in a line, performance, ring-fences and checks, and what to decide. */
export function screenParts(result: Reconciliation, isFull: boolean): Part[] {
  const { summary } = result;
  return [
    ...(summary === undefined
      ? tables(planTable(result))
      : tables(fundTable(result, summary), bodyTable(result, summary))),
    {
      kind: 'lines',
      lines: [...performanceLine(result), ...fenceLine(result), ...checkLine(result, isFull)],
    },
    ...decisionParts(result),
  ];
}

/** Of a plan: what each body contributes, and what is applied on its schedule. */
function planTable({ fund, byPartner }: Reconciliation): CellTable {
  return {
    // Where a ledger has not come, the screen must not pass off the plan as what was done.
    title: fund.asAt === undefined ? 'By body' : 'By body, as planned',
    columns: [wordColumn(''), figureColumn('Contributes £'), figureColumn('Applied on its schedule £')],
    rows: byPartner.map(
      ({ label, contributions, applications }): Row => ({
        cells: [words(label), money(contributions.plan), money(applications.plan)],
      }),
    ),
    notes: [],
  };
}

function fundTable({ fund }: Reconciliation, { lines }: Summary): CellTable {
  const row = (label: string, { plan, planToDate, actual, forecast }: Summary['lines']['in']): Row => ({
    cells: [words(label), money(plan), money(planToDate), money(actual), money(forecast)],
  });
  return {
    title: `The fund as at ${inFull(fund.asAtDate ?? '')}${illustrativeMark(fund)}`,
    columns: [
      wordColumn(''),
      figureColumn('Plan £'),
      figureColumn('Plan to date £'),
      figureColumn('Actual to date £'),
      figureColumn('Forecast £'),
    ],
    rows: [
      row('Brought forward', lines.broughtForward),
      row('In', lines.in),
      ...(lines.settled === undefined ? [] : [row('Settled: variances and earlier years', lines.settled)]),
      row('Applied', lines.applied),
      row('Held', lines.held),
      row('Outstanding', lines.outstanding),
    ],
    notes: [],
  };
}

function bodyTable({ fund }: Reconciliation, { bodies, totals }: Summary): CellTable {
  const isAhead = !isNil(totals.drawnAhead);
  const cells = (label: string, standing: Summary['bodies'][number] | Summary['totals']): Row['cells'] => [
    words(label),
    adverse(standing.owes),
    ...(isAhead ? [money(standing.drawnAhead)] : []),
    money(standing.owed),
    money(standing.due),
    money(standing.received),
    money(standing.spent),
    money(standing.variance),
  ];
  return {
    title: 'By body',
    columns: [
      wordColumn(''),
      figureColumn('Owes the pool £'),
      ...(isAhead ? [figureColumn('Drawn ahead £')] : []),
      figureColumn('Is owed, or may draw £'),
      figureColumn('Due in by now £'),
      figureColumn('Received £'),
      figureColumn('Spent £'),
      figureColumn(fund.asAt === 'Q4' ? 'Variance £' : 'Forecast variance £'),
    ],
    rows: [
      ...bodies.map(
        (body): Row => ({
          cells: cells(body.members === undefined ? body.label : `${body.label} (${String(body.members)})`, body),
        }),
      ),
      { cells: cells('All', totals), emphasis: 'total' as const },
    ],
    notes: [tieOf(totals)],
    ...notesSpeakOf([totals.held]),
  };
}

/** What stands between those that owe and those that are owed: the pool’s cash, which is no body’s line. */
function tieOf({ held, drawnAhead }: Summary['totals']): string {
  const ahead = isNil(drawnAhead) ? '' : ' + drawn ahead';
  const cash =
    held.amount < 0n
      ? ` − ${pounds(unsigned(held))} that is carried with hosts’ own cash`
      : ` + ${pounds(held)} that it holds`;
  return `Owed to the pool${ahead}${cash} = owed, or may be drawn.`;
}

function performanceLine({ performance, fund }: Reconciliation): Line[] {
  if (performance === undefined) return [];
  const { totals, partners } = performance;
  if (totals.payment === undefined) {
    const all = counted(partners.length, 'body');
    return [line(`Performance   ${pounds(totals.toCome)} to be earned by ${all}`)];
  }
  // What is not earned so far stands in the flow of funds, and is final at the year end only.
  const rest = fund.asAt === 'Q4' ? `${pounds(totals.retained ?? '0.00')} not` : `${pounds(totals.toCome)} open`;
  const nothing = partners.filter((partner) => partner.totals.payment?.isNil === true).map(({ label }) => label);
  const without = nothing.length === 0 ? '' : `; nothing earned by ${joined(nothing)}`;
  return [line(`Performance   ${pounds(totals.payment)} earned, ${rest}${without}`)];
}

function fenceLine({ ringFences, fundBalance }: Reconciliation): Line[] {
  if (ringFences.length === 0) return [];
  const breaches = ringFences.reduce((count, fence) => count + Number(fence.breaches), 0);
  const held = (fundBalance?.fenced ?? []).map(
    ({ held, there }) => `${pounds(held)} must be held, ${there.amount < 0n ? 'nothing' : pounds(there)} is there`,
  );
  return [line(`Ring-fences   ${[counted(breaches, 'breach'), ...held].join('; ')}`)];
}

/** Checks by what they ask: of many things the same is one check to a reader. */
function checkLine({ checks }: Reconciliation, isFull: boolean): Line[] {
  const families = [...new Set(checks.map(({ family }) => family))];
  const isMet = (family: string) => checks.every((check) => check.family !== family || check.status === 'pass');
  const met = families.filter(isMet).length;
  const tone = met === families.length ? 'good' : 'bad';
  return [
    {
      spans: [
        ...line(`Checks        ${met} of ${families.length} met`, tone).spans,
        ...(isFull ? [] : line('; every section and check: bcf reconcile --full', 'faint').spans),
      ],
    },
  ];
}

/** What needs a decision, each with its amount and the command that shows more. */
function decisionParts({ decisions }: Reconciliation): Part[] {
  if (decisions.length === 0) return [{ kind: 'lines', lines: [line('Nothing needs a decision')] }];
  const rows = decisions.map(
    ({ kind, matter, amount, command }): Row => ({
      cells: [
        amount === undefined || kind === 'note' ? money(amount) : adverse(amount),
        words(`${kind === 'breach' ? 'Breach: ' : ''}${matter}`),
        words(command),
      ],
    }),
  );
  return tables({
    title: 'What needs a decision (£)',
    columns: [
      { header: '', align: 'right', name: 'Amount £' },
      wordColumn('', 70, 'Matter'),
      { header: '', align: 'left', name: 'More' },
    ],
    rows,
    notes: [],
  });
}
