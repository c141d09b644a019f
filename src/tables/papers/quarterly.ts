import { counted } from '../../diagnostics/entry.js';
import { pounds, saidOf, totalOf } from '../../money/pounds-text.js';
import {
  type CellTable,
  figureColumn,
  moneyOf,
  type Row,
  speaking,
  wordColumn,
  words,
} from '../../statement/cell-table.js';
import { overspendsOf } from '../../statement/overspends.js';
import type { Page, Paper } from '../../statement/paper-schema.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import type { QuarterAmounts } from '../../statement/report-figures-schema.js';
import { allHasCome, comeByBody, missingTable } from '../come-tables.js';
import { potsTable } from '../performance-tables.js';
import { bodiesTable, ringFenceTable } from '../ring-fence-tables.js';
import { contributionTable } from '../settlement-tables.js';
import { bodyTable, localityProofTable, varianceTable } from '../variance-tables.js';
import { virementTable } from '../virement-table.js';
import { asAtInWords, illustrative, mustAgree, signOff, thisQuarter } from './paper-parts.js';

/** The pool manager’s quarterly report (SI 2000/617 reg. 7): income, expenditure, variances, and what needs a decision. */
export function quarterlyPaper(figures: ReportFigures): Omit<Paper, 'name'> {
  const { statement, hosts } = figures;
  const decisions = decisionTable(figures);
  const { fund, performance, ringFences } = statement;
  if (fund.asAt === undefined) {
    return {
      title: 'Quarterly report of the pool manager',
      pages: [
        {
          title: 'Nothing to report',
          paragraphs: ['Nothing has been received, spent or forecast in this folder.'],
          tables: [],
        },
      ],
      conclusion: 'Plan only: there is no quarter to report',
    };
  }
  const tables = (own: readonly (CellTable | undefined)[]) => own.flatMap((table) => table ?? []);
  const pages: Page[] = [
    {
      title: 'Income and expenditure',
      paragraphs: [`By ${hosts.join(' and ')}, as host, under regulation 7 of SI 2000/617.`],
      tables: [incomeTable(figures), expenditureTable(figures), balanceTable(figures)],
    },
    {
      title: 'Variances, and who bears them',
      paragraphs: [],
      tables: tables([
        varianceTable(statement, fund, false),
        virementTable(statement.virements, fund),
        bodyTable(statement),
        localityProofTable(statement, fund),
      ]),
    },
    ...(performance === undefined
      ? []
      : [{ title: 'Performance', paragraphs: [], tables: [potsTable(performance, fund)] }]),
    {
      title: 'Ring-fences',
      paragraphs: [],
      tables: tables([ringFenceTable(ringFences, fund), ...ringFences.map((fence) => bodiesTable(fence, fund))]),
    },
    {
      title: 'Contributions',
      paragraphs: [],
      tables: tables([contributionTable(statement, fund, false)]),
    },
    {
      title: 'What has come',
      paragraphs: [allHasCome(statement) ?? []].flat(),
      tables: tables([missingTable(statement), comeByBody(statement)]),
    },
    { title: 'What needs a decision', paragraphs: [], tables: [decisions] },
    signOff(figures, `this report of ${fund.asAt}`),
  ];
  return {
    title: `Quarterly report of the pool manager, ${asAtInWords(fund)}`,
    pages,
    conclusion: conclusionOf(statement, decisions.rows.length),
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

function incomeTable({ statement, income, totalIncome }: ReportFigures): CellTable {
  const { sources, totals } = statement.flowOfFunds;
  return flowTable(statement.fund, {
    title: 'Income',
    lines: income,
    flow: sources,
    toDate: totalIncome,
    totals: totals.sources,
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

/** One side of the flow of funds, with what the quarter by itself has. */
function flowTable(fund: Fund, { title, lines, flow, toDate, totals }: FlowPart): CellTable {
  mustAgree(`${title} to date`, totalOf(lines.map((line) => line.toDate)), totals.actual);
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
      moneyOf(flow, 'plan'),
      thisQuarter(line, fund),
      moneyOf(flow, 'actual'),
      moneyOf(flow, 'forecast'),
    ],
  };
}

function totalRow(line: QuarterAmounts, flow: FlowFigures, fund: Fund): Row {
  return { ...figureRow({ ...line, label: 'Total' }, flow, fund, ''), emphasis: 'total' };
}

/** Brought forward + income − expenditure = balance. */
function balanceTable({ statement }: ReportFigures): CellTable {
  const { fund, flowOfFunds } = statement;
  const { sources, applications, broughtForward, balance, retained } = flowOfFunds.totals;
  const row = (label: string, flow: FlowFigures, isTotal = false): Row => ({
    cells: [words(label), moneyOf(flow, 'actual'), moneyOf(flow, 'forecast')],
    ...(isTotal && { emphasis: 'total' as const }),
  });
  const { actual: notEarned = '0.00' } = retained;
  return {
    title: `Balance of the fund${illustrative(fund)}`,
    columns: [wordColumn(''), figureColumn(`To ${fund.asAt ?? ''} £`), figureColumn('Forecast £')],
    rows: [
      row('Brought forward', broughtForward),
      row('Income', sources),
      row('less expenditure', applications),
      row('Balance', balance, true),
    ],
    notes:
      notEarned === '0.00'
        ? []
        : [
            `Performance money not earned${fund.asAt === 'Q4' ? ', retained by its CCGs and never paid in' : ' so far; later quarters may still earn it'}: ${pounds(notEarned)}.`,
          ],
  };
}

interface Matter {
  readonly matter: string;
  readonly action: string;
  readonly clause: string;
  /** The amount that it is about, by the item that it stands in. */
  readonly of?: readonly [item: object, key: string];
}

/** What was found, and what somebody has to say or agree to. */
function decisionTable(figures: ReportFigures): CellTable {
  const matters: readonly Matter[] = [...figures.decisions, ...overspends(figures), ...unearned(figures)];
  const rows = matters.map(
    ({ matter, action, clause, of }): Row => ({
      cells: [speaking(matter, of === undefined ? [] : [of]), words(action), words(clause)],
    }),
  );
  return {
    title: 'What needs a decision',
    columns: [wordColumn('Matter', 60), wordColumn('What to do', 60), { header: 'Clause', align: 'left' }],
    rows,
    notes: rows.length === 0 ? ['Nothing.'] : [],
  };
}

/** Overspends from the agreement’s amber threshold on by themselves, the smaller ones in one; all where it has none. */
function overspends({ statement, thresholds, smallerOverspends }: ReportFigures): Matter[] {
  const { large, small } = overspendsOf(statement.variances, thresholds);
  const [first] = small;
  return [
    ...large.map((line) => ({
      matter: `Overspend ${pounds(line.variance ?? '0.00')}: ${line.label}, ${line.scheduleLabel}`,
      action: `say how it is met: ${line.why}`,
      clause: line.clause,
      of: [line, 'variance'] as const,
    })),
    ...(first === undefined || smallerOverspends === undefined
      ? []
      : [
          {
            matter: `${counted(smallerOverspends.lines, 'smaller overspend')}, together ${pounds(smallerOverspends.amount)}`,
            action: 'note: each is below the agreement’s threshold, and met by the body that bears it',
            clause: first.clause,
            of: [smallerOverspends, 'amount'] as const,
          },
        ]),
  ];
}

/** What a CCG has not earned for good: until the year end, later quarters may still earn it. */
function unearned({ statement }: ReportFigures): Matter[] {
  const { performance, fund } = statement;
  if (fund.asAt !== 'Q4' || performance === undefined) return [];
  return performance.partners.flatMap(({ label, totals }) => {
    const { retained = '0.00' } = totals;
    if (retained.startsWith('-') || retained === '0.00') return [];
    return [
      {
        of: [totals, 'retained'] as const,
        matter: `Performance not earned ${pounds(retained)}: ${label}`,
        action: 'say what it is used for, in consultation with the Health and Wellbeing Board',
        clause: performance.clause,
      },
    ];
  });
}

function conclusionOf({ flowOfFunds, fund }: Reconciliation, decisions: number): string {
  const { sources, applications, balance } = flowOfFunds.totals;
  const held = balance.actual === undefined ? 'not known' : pounds(balance.actual);
  const sums = `${saidOf(sources.actual, 'received')}, ${saidOf(applications.actual, 'spent')}, balance ${held}`;
  return `To ${fund.asAt}: ${sums}; ${decisions === 0 ? 'nothing needs a decision' : `${counted(decisions, 'matter')} to decide`}`;
}
