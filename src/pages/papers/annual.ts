import { isNil, pounds, saidOf, totalOf, unsigned } from '../../money/pounds-text.js';
import { type CellTable, wordColumn } from '../../statement/cell-table.js';
import type { Paper } from '../../statement/paper-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import type { AnnualFigures } from '../../statement/report-figures-schema.js';
import { accrualTables } from '../accrual-tables.js';
import { ringFenceTable } from '../ring-fence-tables.js';
import { headingTables, netTable } from './annual-net.js';
import { notePages } from './annual-notes.js';
import { shareTables } from './annual-shares.js';
import { quartersTable } from './annual-years.js';
import { alignedNote, asAtInWords, mustAgree, signOff, spentInWords } from './paper-parts.js';

/** The annual return of income and expenditure: the memorandum account (R6). */
export function annualPaper(figures: ReportFigures): Omit<Paper, 'name'> {
  const { statement, totalAccrued, funding, bodies, hosts, net, shares } = figures;
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
    mustAgree('funding due', totalOf(shares.map(({ due }) => due)), totalAccrued.toDate);
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
        paragraphs: [
          `By ${hosts.join(' and ')}, as host, under regulation 7 of SI 2000/617.`,
          ...status,
          ...alignedNote(statement),
        ],
        tables: [
          accruedTable(figures),
          quartersTable(figures, 'Funding received, by partner', (of) => ({
            lines: of.funding,
            total: of.totalIncome,
          })),
          quartersTable(figures, `Expenditure ${spentInWords(statement)}, by who spent it`, (of) => ({
            lines: of.bodies,
            total: of.totalSpending,
          })),
          ...headingTables(figures),
          ...(net === undefined ? [] : [netTable(figures, net), ...shareTables(figures, isOver)]),
          ...heldTables(figures),
          ...accrualTables(statement),
        ],
      },
      ...notePages(figures),
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

function accruedTable(figures: ReportFigures): CellTable {
  const notes = ['What fell due in each quarter, paid or not; performance money falls due as it is released.'];
  const lines = (of: AnnualFigures) => ({ lines: of.accrued, total: of.totalAccrued });
  return { ...quartersTable(figures, 'Funding accrued, by partner', lines), notes };
}

/** What is held for each ring-fence, by itself. */
function heldTables({ statement }: ReportFigures): CellTable[] {
  const table = ringFenceTable(statement.ringFences, statement.fund);
  return table === undefined ? [] : [{ ...table, columns: [wordColumn('', 22), ...table.columns.slice(1)] }];
}

function conclusionOf(statement: ReportFigures['statement'], net: ReportFigures['net']): string {
  const { flowOfFunds, contributionTotals } = statement;
  const { sources, applications } = flowOfFunds.totals;
  const { overdue = '0.00', paidAhead = '0.00', toReturn = '0.00' } = contributionTotals ?? {};
  if (net === undefined) {
    return `${saidOf(sources.actual, 'received')}, ${saidOf(applications.actual, 'spent')}: net surplus or deficit not known`;
  }
  const { surplus } = net;
  const also = [
    ...(isNil(overdue) ? [] : [` and ${pounds(overdue)} outstanding`]),
    ...(isNil(paidAhead) ? [] : [`, ${pounds(paidAhead)} of it before it was due`]),
    ...(isNil(toReturn) ? [] : [`, ${pounds(toReturn)} of it to be returned`]),
  ];
  const sums = `${saidOf(sources.actual, 'received')}${also.join('')}, ${saidOf(applications.actual, 'spent')}`;
  return `${sums}: net ${surplus.amount < 0n ? 'deficit' : 'surplus'} ${pounds(unsigned(surplus))}`;
}
