import { add } from '../../money/pounds-text.js';
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
import type { AnnualFigures, NatureFigures } from '../../statement/report-figures-schema.js';
import { quartersTable, yearBefore } from './annual-years.js';
import { illustrative, mustAgree, spentInWords } from './paper-parts.js';

/** Spending by heading, capital and revenue apart. */
export function headingTables(figures: ReportFigures): CellTable[] {
  return figures.natures.flatMap(({ nature, spending }) => {
    const ofNature = (account: AnnualFigures) => ({
      lines: account.headings.filter((line) => line.nature === nature),
      total: account.natures.find((other) => other.nature === nature)?.spending ?? spending,
    });
    const isThere = ofNature(figures).lines.length > 0;
    return isThere ? [quartersTable(figures, `Expenditure by heading: ${nature}`, ofNature)] : [];
  });
}

type Net = NonNullable<ReportFigures['net']>;
type NatureNet = NonNullable<NatureFigures['net']>;

/** A line of the net position: of all, of one nature, and of the year before. */
interface Line {
  readonly label: string;
  readonly all: Shown;
  readonly ofNature?: (part: Part) => Shown;
  readonly before?: (account: AnnualFigures) => Shown;
  readonly isTotal?: boolean;
}

interface Part {
  readonly nature: NatureFigures['nature'];
  readonly net: NatureNet;
  readonly received: Shown;
  readonly spent: Shown;
}

/** The surplus or deficit and what is carried forward, capital and revenue apart where a fund has both. */
export function netTable(figures: ReportFigures, net: Net): CellTable {
  const { fund } = figures.statement;
  const parts = partsOf(figures, net);
  const before = yearBefore(figures);
  const row = ({ label, all, ofNature, before: ofLast, isTotal }: Line): Row => ({
    cells: [
      words(label),
      ...parts.map((part) => money(ofNature?.(part))),
      money(all),
      ...before.cells((account) => ofLast?.(account)),
    ],
    ...(isTotal && { emphasis: 'total' as const }),
  });
  return {
    title: `Net surplus or deficit${illustrative(fund)}`,
    columns: [
      wordColumn('', 60),
      ...parts.map(({ nature }) => figureColumn(`${nature === 'capital' ? 'Capital' : 'Revenue'} £`)),
      figureColumn(parts.length === 0 ? '£' : 'All £'),
      ...before.columns,
    ],
    rows: [...surplusLines(figures, net), ...carriedLines(figures, net)].map(row),
    notes: [
      'A deficit stands in brackets.',
      ...(parts.length === 0 ? [] : ['Funding is of the nature of its source, expenditure of that of its heading.']),
    ],
  };
}

/** Capital and revenue; neither where the other has nothing. Throws where they do not add up to the whole: a bug. */
function partsOf({ statement, natures }: ReportFigures, net: Net): Part[] {
  const footings = new Map(statement.byNature.map((footing) => [footing.nature, footing]));
  const parts = natures.flatMap(({ nature, net: ofNature }) => {
    const { contributions, applications } = footings.get(nature) ?? {};
    return ofNature === undefined
      ? []
      : [{ nature, net: ofNature, received: contributions?.actual, spent: applications?.actual }];
  });
  for (const key of ['surplus', 'carriedForward'] as const) {
    mustAgree(`capital and revenue: ${key}`, add(...parts.map((part) => part.net[key])), net[key]);
  }
  const isUsed = ({ net: ofNature, received, spent }: (typeof parts)[number]) =>
    [...Object.values(ofNature), received, spent].some((figure) => figure?.isNil === false);
  return parts.every(isUsed) ? parts : [];
}

const ofNet = (key: keyof NatureNet) => (part: Part) => part.net[key];

function surplusLines({ statement, lastYear }: ReportFigures, net: Net): Line[] {
  const { sources, applications } = statement.flowOfFunds.totals;
  const ahead: Line = {
    label: 'less contributions received before they were due',
    all: net.paidAhead,
    ofNature: ofNet('paidAhead'),
    before: (account) => account.net?.paidAhead,
  };
  const toReturn: Line = {
    label: 'less performance money not earned, to be returned',
    all: net.toReturn,
    ofNature: (part) => part.net.toReturn,
    before: (account) => account.net?.toReturn,
  };
  return [
    {
      label: 'Funding received',
      all: sources.actual,
      ofNature: ({ received }) => received,
      before: ({ totalIncome }) => totalIncome.toDate,
    },
    {
      label: 'Contributions due and outstanding',
      all: net.overdue,
      ofNature: ofNet('overdue'),
      before: (account) => account.net?.overdue,
    },
    ...(isAny(net.paidAhead, lastYear?.net?.paidAhead) ? [ahead] : []),
    ...(isAny(net.toReturn, lastYear?.net?.toReturn) ? [toReturn] : []),
    {
      label: `less expenditure ${spentInWords(statement)}`,
      all: applications.actual,
      ofNature: ({ spent }) => spent,
      before: ({ totalSpending }) => totalSpending.toDate,
    },
    {
      label: net.surplus.amount < 0n ? 'Net deficit' : 'Net surplus',
      all: net.surplus,
      ofNature: ofNet('surplus'),
      before: (account) => account.net?.surplus,
      isTotal: true,
    },
  ];
}

function carriedLines({ statement, lastYear }: ReportFigures, net: Net): Line[] {
  const { balance } = statement.flowOfFunds.totals;
  const hosts = statement.settlement?.hosts ?? [];
  const awaited = statement.fundBalance?.awaited ?? [];
  mustAgree(
    'balance of the pools',
    add(...hosts.map(({ held }) => held), ...awaited.map(({ amount }) => amount)),
    balance.actual,
  );
  const line = (label: string, key: keyof Net & keyof NatureNet, isTotal = false): Line => ({
    label,
    all: net[key],
    ofNature: ofNet(key),
    before: (account) => account.net?.[key],
    isTotal,
  });
  return [
    line('Brought forward', 'broughtForward'),
    ...(isAny(net.settled, lastYear?.net?.settled) ? [line('Variances settled', 'settled')] : []),
    line(statement.fund.asAt === 'Q4' ? 'Balance carried forward' : 'Balance to date', 'carriedForward', true),
    ...(hosts.length > 1
      ? hosts.map((host) => ({ label: `of which in ${host.label}`, all: host.held }))
      : [{ label: 'of which held by the host', all: awaited.length === 0 ? balance.actual : hosts[0]?.held }]),
    ...awaited.map(({ partnerLabel, amount }) => ({
      label: `of which ${amount.amount < 0n ? 'carried by' : 'still with'} ${partnerLabel}, an earlier host`,
      all: amount,
    })),
    { label: 'of which owed by partners that have not paid in', all: net.overdue },
    ...(net.earlierOutstanding.isNil
      ? []
      : [{ label: 'of which contributions of earlier years outstanding', all: net.earlierOutstanding }]),
    ...(net.paidAhead.isNil
      ? []
      : [{ label: 'less what partners have paid in before it was due', all: net.paidAhead }]),
    ...(net.toReturn === undefined
      ? []
      : [{ label: 'less performance money to be returned to partners', all: net.toReturn }]),
  ];
}

function isAny(...amounts: readonly (Net['surplus'] | undefined)[]): boolean {
  return amounts.some((amount) => amount?.isNil === false);
}
