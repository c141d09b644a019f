import { add, isNil } from '../../money/pounds-text.js';
import {
  type CellTable,
  figureColumn,
  money,
  type Row,
  type Shown,
  wordColumn,
  words,
} from '../../statement/cell-table.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import { illustrative, mustAgree, quarterTable } from './paper-parts.js';

/** Spending by heading, capital and revenue apart; of what is nil throughout nothing. */
export function headingTables({ statement, headings, natures }: ReportFigures): CellTable[] {
  const { fund, flowOfFunds } = statement;
  return natures.flatMap(({ nature, spending }) => {
    const codes = flowOfFunds.applications.filter((line) => line.nature === nature).map(({ code }) => code);
    const lines = headings.filter(({ code }) => codes.includes(code));
    return lines.length === 0 ? [] : [quarterTable(`Expenditure by heading: ${nature}`, lines, spending, fund)];
  });
}

const nothingDue = { overdue: '0.00', paidAhead: '0.00' };

/** The surplus or deficit and what is carried forward, capital and revenue apart where a fund has both. */
export function netTable({ statement, natures }: ReportFigures, net: NonNullable<ReportFigures['net']>): CellTable {
  const { fund, flowOfFunds, byNature, contributionTotals = nothingDue } = statement;
  const { sources, applications, broughtForward, settled, balance } = flowOfFunds.totals;
  const hosts = statement.settlement?.hosts ?? [];
  mustAgree('balance of the pools', add(...hosts.map(({ held }) => held)), balance.actual);
  const parts = natures.flatMap((of) => (of.net === undefined ? [] : [{ nature: of.nature, net: of.net }]));
  for (const key of ['surplus', 'carriedForward'] as const) {
    mustAgree(`capital and revenue: ${key}`, add(...parts.map((part) => part.net[key])), net[key]);
  }
  const footings = new Map(byNature.map((footing) => [footing.nature, footing]));
  type Part = (typeof parts)[number];
  const received = ({ nature }: Part) => footings.get(nature)?.contributions.actual;
  const spent = ({ nature }: Part) => footings.get(nature)?.applications.actual;
  const isUsed = (part: Part) =>
    [...Object.values(part.net), received(part), spent(part)].some((figure) => figure?.isNil === false);
  const shown = parts.every(isUsed) ? parts : [];
  const row = (label: string, all: Shown, ofPart?: (part: Part) => Shown, isTotal = false): Row => ({
    cells: [words(label), ...shown.map((part) => money(ofPart?.(part))), money(all)],
    ...(isTotal && { emphasis: 'total' as const }),
  });
  const of = (key: keyof Part['net']) => (part: Part) => part.net[key];
  const isAhead = !isNil(contributionTotals.paidAhead ?? '0.00');
  const rows: Row[] = [
    row('Funding received', sources.actual, received),
    row('Contributions due and outstanding', contributionTotals.overdue, of('overdue')),
    ...(isAhead
      ? [row('less contributions received before they were due', contributionTotals.paidAhead, of('paidAhead'))]
      : []),
    row('less expenditure met from the pool', applications.actual, spent),
    row(net.surplus.amount < 0n ? 'Net deficit' : 'Net surplus', net.surplus, of('surplus'), true),
    row('Brought forward', broughtForward.actual, of('broughtForward')),
    ...(settled === undefined ? [] : [row('Settled: variances and earlier years', settled.actual, of('settled'))]),
    row('Balance carried forward', net.carriedForward, of('carriedForward'), true),
    ...(hosts.length > 1
      ? hosts.map((host) => row(`of which in ${host.label}`, host.held))
      : [row('of which held by the host', balance.actual)]),
    row('of which owed by partners that have not paid in', contributionTotals.overdue),
    ...(isAhead ? [row('less what partners have paid in before it was due', contributionTotals.paidAhead)] : []),
  ];
  return {
    title: `Net surplus or deficit${illustrative(fund)}`,
    columns: [
      wordColumn('', 60),
      ...shown.map(({ nature }) => figureColumn(`${nature === 'capital' ? 'Capital' : 'Revenue'} £`)),
      figureColumn(shown.length === 0 ? '£' : 'All £'),
    ],
    rows,
    notes: [
      'A deficit stands in brackets.',
      ...(shown.length === 0 ? [] : ['Funding is of the nature of its source, expenditure of that of its heading.']),
    ],
  };
}
