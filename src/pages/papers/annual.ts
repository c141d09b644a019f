import { add, isNil, pounds, saidOf, totalOf, unsigned } from '../../money/pounds-text.js';
import {
  type Cell,
  type CellTable,
  figureColumn,
  money,
  type Row,
  wordColumn,
  words,
} from '../../statement/cell-table.js';
import type { Paper } from '../../statement/paper-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import { accrualTables } from '../accrual-tables.js';
import { ringFenceTable } from '../ring-fence-tables.js';
import { asAtInWords, illustrative, mustAgree, quarterTable, signOff } from './paper-parts.js';

/** The annual return of income and expenditure: the memorandum account (R6). */
export function annualPaper(figures: ReportFigures): Omit<Paper, 'name'> {
  const { statement, funding, bodies, totalIncome, totalSpending, hosts, net, shares } = figures;
  const { fund, flowOfFunds } = statement;
  const { sources, applications } = flowOfFunds.totals;
  if (sources.actual === undefined && applications.actual === undefined) {
    return {
      title: 'Annual return of income and expenditure',
      pages: [{ title: 'Nothing to return', paragraphs: ['Not known what was received or spent.'], tables: [] }],
      conclusion: 'No income and expenditure to return: no ledger says what was received or spent',
    };
  }
  mustAgree('funding', totalOf(funding.map(({ toDate }) => toDate)), sources.actual);
  if (applications.actual !== undefined) {
    mustAgree('expenditure', totalOf(bodies.map(({ toDate }) => toDate)), applications.actual);
  }
  if (net !== undefined) {
    mustAgree('shares of the surplus', totalOf(shares.map(({ share }) => share)), net.surplus);
    mustAgree('closing balance', totalOf(shares.map(({ closing }) => closing)), net.carriedForward);
  }
  const isOver = fund.asAt === 'Q4';
  const status = isOver ? [] : ['The year has not ended: this is the account to date, and nothing in it is final.'];
  if (net === undefined) {
    status.push(
      `Not known: ${notKnown(statement)}. Until a ledger says so, there is no surplus, no deficit and no share.`,
    );
  }
  const waiting = notReported(figures);
  if (waiting.length > 0) {
    status.push(
      `Not final: admissions of ${waiting.join(', ')} are not all reported. Until they are, performance money is due for none of those quarters, and what was paid in for them stands as received before it was due.`,
    );
  }
  return {
    title: `Annual return of income and expenditure, ${asAtInWords(fund)}`,
    pages: [
      {
        title: 'Memorandum account of the pooled budget',
        paragraphs: [`By ${hosts.join(' and ')}, as host, under regulation 7 of SI 2000/617.`, ...status],
        tables: [
          quarterTable('Funding received, by partner', funding, totalIncome, fund),
          quarterTable('Expenditure met from the pool, by who spent it', bodies, totalSpending, fund),
          ...(net === undefined ? [] : [netTable(figures, net), shareTable(figures, isOver)]),
          ...heldTables(figures),
          ...accrualTables(statement),
        ],
      },
      signOff(
        figures,
        isOver ? 'year-end adjustments, and that this is the account of the year' : 'this account to date',
      ),
    ],
    conclusion: conclusionOf(statement, net),
  };
}

/** Of the actuals, what no ledger says. */
function notKnown({ flowOfFunds: { totals } }: ReportFigures['statement']): string {
  const parts = [
    ...(totals.sources.actual === undefined ? ['what was received'] : []),
    ...(totals.applications.actual === undefined ? ['what was spent'] : []),
    ...(totals.broughtForward.actual === undefined ? ['what was brought forward'] : []),
  ];
  return parts.join(' and ');
}

/** Partners whose performance cannot be judged yet. */
function notReported({ statement }: ReportFigures): string[] {
  const { partners = [] } = statement.performance ?? {};
  return partners
    .filter(({ quarters }) => quarters.some(({ status }) => status === 'not-reported'))
    .map(({ label }) => label);
}

type Net = NonNullable<ReportFigures['net']>;

const nothingDue = { overdue: '0.00', paidAhead: '0.00' };

function netTable({ statement }: ReportFigures, net: Net): CellTable {
  const { fund, flowOfFunds, contributionTotals = nothingDue } = statement;
  const { sources, applications, broughtForward, settled, balance } = flowOfFunds.totals;
  const hosts = statement.settlement?.hosts ?? [];
  mustAgree('balance of the pools', add(...hosts.map(({ held }) => held)), balance.actual);
  const row = (label: string, cell: Cell, isTotal = false): Row => ({
    cells: [words(label), cell],
    ...(isTotal && { emphasis: 'total' as const }),
  });
  const ahead = (label: string) =>
    isNil(contributionTotals.paidAhead ?? '0.00') ? [] : [row(label, money(contributionTotals.paidAhead))];
  return {
    title: `Net surplus or deficit${illustrative(fund)}`,
    columns: [wordColumn('', 60), figureColumn('£')],
    rows: [
      row('Funding received', money(sources.actual)),
      row('Contributions due and outstanding', money(contributionTotals.overdue)),
      ...ahead('less contributions received before they were due'),
      row('less expenditure met from the pool', money(applications.actual)),
      row(net.surplus.amount < 0n ? 'Net deficit' : 'Net surplus', money(net.surplus), true),
      row('Brought forward', money(broughtForward.actual)),
      ...(settled === undefined ? [] : [row('Settled: variances and earlier years', money(settled.actual))]),
      row('Balance carried forward', money(net.carriedForward), true),
      ...(hosts.length > 1
        ? hosts.map((host) => row(`of which in ${host.label}`, money(host.held)))
        : [row('of which held by the host', money(balance.actual))]),
      row('of which owed by partners that have not paid in', money(contributionTotals.overdue)),
      ...ahead('less what partners have paid in before it was due'),
    ],
    notes: ['A deficit stands in brackets.'],
  };
}

function shareTable({ statement, shares, shareTotals }: ReportFigures, isOver: boolean): CellTable {
  const isSettled = statement.flowOfFunds.totals.settled !== undefined;
  const between = isSettled ? (['broughtForward', 'settled'] as const) : (['broughtForward'] as const);
  const columns = ['due', 'applied', 'own', 'moved', 'share', ...between, 'closing', 'held'] as const;
  const row = (label: string, share: Partial<NonNullable<ReportFigures['shareTotals']>>): Row => ({
    cells: [words(label), ...columns.map((of) => money(share[of]))],
  });
  const rows = shares.map((share) => row(share.label, share));
  return {
    title: `Each partner’s share${illustrative(statement.fund)}`,
    columns: [
      wordColumn('', 36),
      figureColumn('Funding due £'),
      figureColumn('On its schedule £'),
      figureColumn('Difference £'),
      figureColumn('Variances moved £'),
      figureColumn('Share £'),
      figureColumn('Brought forward £'),
      ...(isSettled ? [figureColumn('Settled £')] : []),
      figureColumn('Carried forward £'),
      figureColumn('Of it ring-fenced £'),
    ],
    rows: [...rows, { ...row('All', shareTotals ?? {}), emphasis: 'total' }],
    notes: [
      'Funding due: received, and what is due and outstanding. Carried forward in brackets is owed to the pool.',
      isOver
        ? 'Variances moved: an over- or underspend is for whoever bears it (R4), not for the schedule whose money it was.'
        : 'Who bears an over- or underspend (R4) is settled at the year end; until then a share is funding due less spending.',
      ...(isSettled
        ? ['Settled: paid in to clear a variance or an earlier year, in brackets paid back; no income.']
        : []),
      'Of it ring-fenced: came in for a purpose and is not spent on it yet; held for that purpose, and no saving to share.',
    ],
  };
}

/** What is held for each ring-fence, by itself. */
function heldTables({ statement }: ReportFigures): CellTable[] {
  const table = ringFenceTable(statement.ringFences, statement.fund);
  return table === undefined ? [] : [table];
}

function conclusionOf(statement: ReportFigures['statement'], net: Net | undefined): string {
  const { flowOfFunds, contributionTotals = nothingDue } = statement;
  const { sources, applications } = flowOfFunds.totals;
  const { overdue = '0.00', paidAhead = '0.00' } = contributionTotals;
  if (net === undefined) {
    return `${saidOf(sources.actual, 'received')}, ${saidOf(applications.actual, 'spent')}: net surplus or deficit not known`;
  }
  const { surplus } = net;
  const also = [
    ...(isNil(overdue) ? [] : [` and ${pounds(overdue)} outstanding`]),
    ...(isNil(paidAhead) ? [] : [`, ${pounds(paidAhead)} of it before it was due`]),
  ];
  const sums = `${saidOf(sources.actual, 'received')}${also.join('')}, ${saidOf(applications.actual, 'spent')}`;
  return `${sums}: net ${surplus.amount < 0n ? 'deficit' : 'surplus'} ${pounds(unsigned(surplus))}`;
}
