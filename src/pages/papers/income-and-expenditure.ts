import { add, isNil, pounds, totalOf } from '../../money/pounds-text.js';
import {
  type CellTable,
  figureColumn,
  money,
  type Row,
  type Shown,
  wordColumn,
  words,
} from '../../statement/cell-table.js';
import type { Page } from '../../statement/paper-schema.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import type { PoolFigures, QuarterAmounts } from '../../statement/report-figures-schema.js';
import { alignedNote, illustrative, mustAgree, thisQuarter } from './paper-parts.js';

const regulation = 'under regulation 7 of SI 2000/617.';

/** Income and expenditure of the fund; where it has several pools, first a report of each host of its own, pool by pool. */
export function incomeAndExpenditure(figures: ReportFigures): Page[] {
  const { pools, hosts } = figures;
  const whole: Page = {
    title: `Income and expenditure${pools.length > 0 ? ' of all pools' : ''}`,
    paragraphs: [`By ${hosts.join(' and ')}, as host, ${regulation}`, ...alignedNote(figures.statement)],
    tables: [incomeTable(figures), expenditureTable(figures), balanceTable(figures)],
  };
  if (pools.length === 0) return [whole];
  mustAddUp(figures);
  const hostCodes = [...new Set(pools.map(({ host }) => host))];
  return [...hostCodes.map((host) => hostPage(figures, host)), whole];
}

function hostPage(figures: ReportFigures, host: string): Page {
  const own = figures.pools.filter((pool) => pool.host === host);
  const names = own.map(({ label }) => label).join(', ');
  return {
    title: `Report of the pool manager of ${own[0]?.hostLabel ?? host}: ${names}`,
    paragraphs: [`By ${own[0]?.hostLabel ?? host}, as host of ${names}, ${regulation}`],
    tables: own.flatMap((pool) => {
      const footing = figures.statement.byPool.find((footed) => footed.pool === pool.pool);
      if (footing === undefined) throw new Error(`no pool ${pool.pool}`);
      return [
        poolIncome(figures, pool, footing.contributions),
        poolExpenditure(figures, pool, footing.applications),
        poolBalance(figures, pool, footing),
      ];
    }),
  };
}

const columnsFor = (quarter: string) => [
  wordColumn(''),
  figureColumn('Plan £'),
  figureColumn(`In ${quarter} £`),
  figureColumn(`To ${quarter} £`),
  figureColumn('Forecast £'),
];

interface FlowPart {
  readonly title: string;
  readonly lines: readonly (QuarterAmounts & { readonly label: string })[];
  readonly flow: readonly (FlowFigures & { readonly label: string })[];
  readonly toDate: ReportFigures['totalIncome'];
  readonly totals: FlowFigures;
}

function incomeTable({ statement, income, totalIncome, pools }: ReportFigures): CellTable {
  const { sources, totals } = statement.flowOfFunds;
  const lines = income.map((line) => {
    const pool = pools.find((candidate) => candidate.pool === line.pool);
    return pool === undefined ? line : { ...line, label: `${line.label} (${pool.label})` };
  });
  return flowTable(statement.fund, {
    title: 'Income',
    lines,
    flow: sources,
    toDate: totalIncome,
    totals: totals.sources,
  });
}

function poolIncome({ statement, income }: ReportFigures, pool: PoolFigures, totals: FlowFigures): CellTable {
  return flowTable(statement.fund, {
    title: `${pool.label}: income`,
    lines: income.filter((line) => line.pool === pool.pool),
    flow: statement.flowOfFunds.sources.filter((line) => line.pool === pool.pool),
    toDate: pool.income,
    totals,
  });
}

function expenditureTable({ statement, headings, totalSpending }: ReportFigures): CellTable {
  const { applications, totals } = statement.flowOfFunds;
  return flowTable(statement.fund, {
    title: 'Expenditure',
    lines: headings,
    flow: applications,
    toDate: totalSpending,
    totals: totals.applications,
  });
}

function poolExpenditure({ statement, headings }: ReportFigures, pool: PoolFigures, totals: FlowFigures): CellTable {
  const flow = statement.flowOfFunds.applications.filter((line) => line.pool === pool.pool);
  return flowTable(statement.fund, {
    title: `${pool.label}: expenditure`,
    lines: headings.filter(({ code }) => flow.some((line) => line.code === code)),
    flow,
    toDate: pool.spending,
    totals,
  });
}

/** One side of the flow of funds, with what the quarter by itself has. */
function flowTable(fund: Fund, { title, lines, flow, toDate, totals }: FlowPart): CellTable {
  const added = lines.length === 0 ? toDate.toDate : totalOf(lines.map((line) => line.toDate));
  mustAgree(`${title} to date`, added, totals.actual);
  return {
    title: `${title}${illustrative(fund)}`,
    columns: columnsFor(fund.asAt ?? ''),
    rows: [
      ...flow.map((line, index) => figureRow(lines[index], line, fund, line.label)),
      totalRow(toDate, totals, fund),
    ],
    notes: [],
  };
}

type FlowFigures = Reconciliation['flowOfFunds']['totals']['sources'];
type Fund = Reconciliation['fund'];

function figureRow(line: FlowPart['lines'][number] | undefined, flow: FlowFigures, fund: Fund, label: string): Row {
  return {
    cells: [
      words(line?.label ?? label),
      money(flow.plan),
      thisQuarter(line, fund),
      money(flow.actual),
      money(flow.forecast),
    ],
  };
}

function totalRow(line: QuarterAmounts, flow: FlowFigures, fund: Fund): Row {
  return { ...figureRow({ ...line, label: 'Total' }, flow, fund, ''), emphasis: 'total' };
}

type Standing = { readonly [K in 'actual' | 'forecast']?: Shown };

interface BalanceParts {
  readonly broughtForward: Standing;
  readonly income: Standing;
  readonly expenditure: Standing;
  /** Spent under headings of one pool out of money of another; undefined of all pools together, where it is nil. */
  readonly otherPools?: Standing;
  /** What came in to settle variances and earlier years. */
  readonly settled: Standing | undefined;
  readonly balance: Standing;
}

/** Brought forward + income − expenditure = balance. */
function flowBalance(fund: Fund, title: string, parts: BalanceParts): CellTable {
  const { broughtForward, income, expenditure, otherPools, settled, balance } = parts;
  const row = (label: string, standing: Standing, isTotal = false): Row => ({
    cells: [words(label), money(standing.actual), money(standing.forecast)],
    ...(isTotal && { emphasis: 'total' as const }),
  });
  const isCrossed = [otherPools?.actual, otherPools?.forecast].some((amount = '0.00') => !isNil(amount));
  return {
    title: `${title}${illustrative(fund)}`,
    columns: [wordColumn(''), figureColumn(`To ${fund.asAt ?? ''} £`), figureColumn('Forecast £')],
    rows: [
      row('Brought forward', broughtForward),
      row('Income', income),
      row('less expenditure', expenditure),
      ...(otherPools !== undefined && isCrossed ? [row('Of it out of money of other pools, net', otherPools)] : []),
      ...(settled === undefined ? [] : [row('Settled: variances and earlier years', settled)]),
      row('Balance', balance, true),
    ],
    notes: [],
  };
}

function balanceTable({ statement }: ReportFigures): CellTable {
  const { fund, flowOfFunds } = statement;
  const { sources, applications, broughtForward, settled, balance } = flowOfFunds.totals;
  return {
    ...flowBalance(fund, 'Balance of the fund', {
      broughtForward,
      income: sources,
      expenditure: applications,
      settled,
      balance,
    }),
    notes: notEarned(statement),
  };
}

function poolBalance({ statement }: ReportFigures, pool: PoolFigures, footing: Footing): CellTable {
  const { broughtForward, otherPools, settled, balance } = pool;
  const { performance, flowOfFunds } = statement;
  const isPotOwn = flowOfFunds.applications.some(
    ({ code, pool: own }) => own === pool.pool && code === performance?.heading,
  );
  const parts = { broughtForward, income: footing.contributions, expenditure: footing.applications };
  return {
    ...flowBalance(statement.fund, `${pool.label}: balance`, { ...parts, otherPools, settled, balance }),
    notes: isPotOwn ? notEarned(statement) : [],
  };
}

type Footing = Reconciliation['byPool'][number];

function notEarned({ fund, flowOfFunds }: Reconciliation): string[] {
  const { actual: retained } = flowOfFunds.totals.retained;
  return retained === undefined || retained.isNil
    ? []
    : [
        `Performance money not earned${fund.asAt === 'Q4' ? ', retained by its CCGs and never due' : ' so far; later quarters may still earn it'}: ${pounds(retained)}.`,
      ];
}

/** That the pools add up to the fund, and that what is left of each is what its host holds (R1). */
function mustAddUp({ statement, pools }: ReportFigures): void {
  const { balance } = statement.flowOfFunds.totals;
  for (const book of ['actual', 'forecast'] as const) {
    if (balance[book] === undefined) continue;
    mustAgree(`${book} balance of all pools`, totalOf(pools.map((pool) => pool.balance[book])), balance[book]);
  }
  for (const { pool, held } of statement.settlement?.hosts ?? []) {
    const awaited = (statement.fundBalance?.awaited ?? []).filter((part) => part.pool === pool);
    const all = add(held, ...awaited.map(({ amount }) => amount));
    mustAgree(`balance of ${pool}`, pools.find((candidate) => candidate.pool === pool)?.balance.actual, all);
  }
}
