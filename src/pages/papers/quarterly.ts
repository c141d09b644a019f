import { counted } from '../../diagnostics/entry.js';
import { pounds, saidOf } from '../../money/pounds-text.js';
import {
  type CellTable,
  figureColumn,
  listing,
  money,
  type Row,
  wordColumn,
  words,
} from '../../statement/cell-table.js';
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
  const decisions = decisionTable(statement);
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
    conclusion: conclusionOf(statement),
  };
}

/** What is accrued and what adjusts earlier years, where there is either. */
function accrualPages(statement: Reconciliation): Page[] {
  const tables = accrualTables(statement);
  return tables.length === 0 ? [] : [{ title: 'Accruals and prior-year items', paragraphs: [], tables }];
}

/** What somebody has to say or agree to, and what to do about it. */
function decisionTable({ decisions }: Reconciliation): CellTable {
  const rows = decisions.map(
    ({ kind, matter, amount, action, bearers = [], clause }): Row => ({
      cells: [
        money(amount),
        words(kind === 'breach' ? `Breach: ${matter}` : matter),
        listing(action, bearers),
        words(clause),
      ],
    }),
  );
  return {
    title: 'What needs a decision',
    columns: [
      figureColumn('£'),
      wordColumn('Matter', 60),
      wordColumn('What to do', 60),
      { header: 'Clause', align: 'left' },
    ],
    rows,
    notes: rows.length === 0 ? ['Nothing.'] : [],
  };
}

function conclusionOf({ flowOfFunds, fund, decisions }: Reconciliation): string {
  const { sources, applications, balance } = flowOfFunds.totals;
  const held = balance.actual === undefined ? 'not known' : pounds(balance.actual);
  const sums = `${saidOf(sources.actual, 'received')}, ${saidOf(applications.actual, 'spent')}, balance ${held}`;
  const notes = decisions.filter(({ kind }) => kind === 'note').length;
  const open = decisions.length - notes;
  const toDecide = open === 0 ? 'nothing needs a decision' : `${counted(open, 'matter')} to decide`;
  return `To ${fund.asAt}: ${sums}; ${toDecide}${notes === 0 ? '' : `, ${notes} to note`}`;
}
