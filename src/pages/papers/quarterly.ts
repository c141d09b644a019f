import { counted } from '../../diagnostics/entry.js';
import type { Money } from '../../figures/books.js';
import { pounds, saidOf } from '../../money/pounds-text.js';
import { partInWords } from '../../statement/bearers-in-words.js';
import { type CellTable, listing, type Row, speaking, wordColumn, words } from '../../statement/cell-table.js';
import { overspendsOf } from '../../statement/overspends.js';
import type { Page, Paper } from '../../statement/paper-schema.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import { accrualTables } from '../accrual-tables.js';
import { allHasCome, comeByBody, missingTable } from '../come-tables.js';
import { potsTable } from '../performance-tables.js';
import { bodiesTable, ringFenceTable } from '../ring-fence-tables.js';
import { contributionTable } from '../settlement-tables.js';
import { bodyTable, localityProofTable, varianceTable } from '../variance-tables.js';
import { virementTable } from '../virement-table.js';
import { incomeAndExpenditure } from './income-and-expenditure.js';
import { asAtInWords, signOff } from './paper-parts.js';

/** The pool manager’s quarterly report (SI 2000/617 reg. 7): income, expenditure, variances, and what needs a decision. */
export function quarterlyPaper(figures: ReportFigures): Omit<Paper, 'name'> {
  const { statement } = figures;
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
    ...incomeAndExpenditure(figures),
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
    ...accrualPages(statement),
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

/** What is accrued and what adjusts earlier years, where there is either. */
function accrualPages(statement: Reconciliation): Page[] {
  const tables = accrualTables(statement);
  return tables.length === 0 ? [] : [{ title: 'Accruals and prior-year items', paragraphs: [], tables }];
}

interface Matter {
  readonly matter: string;
  readonly action: string;
  /** Of the words of what to do, the list of bearers. */
  readonly bearers?: readonly string[];
  readonly clause: string;
  /** The amount that it is about. */
  readonly amount?: Money | undefined;
}

/** What was found, and what somebody has to say or agree to. */
function decisionTable(figures: ReportFigures): CellTable {
  const matters: readonly Matter[] = [...figures.decisions, ...overspends(figures), ...unearned(figures)];
  const rows = matters.map(
    ({ matter, action, bearers = [], clause, amount }): Row => ({
      cells: [speaking(matter, [amount]), listing(action, bearers), words(clause)],
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
      bearers: line.borneBy.map(partInWords),
      clause: line.clause,
      amount: line.variance,
    })),
    ...(first === undefined || smallerOverspends === undefined
      ? []
      : [
          {
            matter: `${counted(Number(smallerOverspends.lines.amount), 'smaller overspend')}, together ${pounds(smallerOverspends.amount)}`,
            action: 'note: each is below the agreement’s threshold, and met by the body that bears it',
            clause: first.clause,
            amount: smallerOverspends.amount,
          },
        ]),
  ];
}

/** What a CCG has not earned for good: until the year end, later quarters may still earn it. */
function unearned({ statement }: ReportFigures): Matter[] {
  const { performance, fund } = statement;
  if (fund.asAt !== 'Q4' || performance === undefined) return [];
  return performance.partners.flatMap(({ label, totals }) => {
    const { retained } = totals;
    if (retained === undefined || retained.amount <= 0n) return [];
    return [
      {
        amount: retained,
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
