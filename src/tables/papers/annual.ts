import { add, pounds, subtract, unsigned } from '../../money/pounds-text.js';
import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../../statement/cell-table.js';
import type { Paper } from '../../statement/paper-schema.js';
import type { IncomeLine, QuarterLine, ReportFigures } from '../../statement/report-figures.js';
import { ringFenceTable } from '../ring-fence-tables.js';
import { asAtInWords, illustrative, mustAgree, quarterTable, signOff, totalOf } from './paper-parts.js';

/** The annual return of income and expenditure: the memorandum account (R6). */
export function annualPaper(figures: ReportFigures): Omit<Paper, 'name'> {
  const { statement, income, byBody, totalIncome, totalSpending, hosts, shares } = figures;
  const { fund, flowOfFunds } = statement;
  const { sources, applications, difference } = flowOfFunds.totals;
  if (difference.actual === undefined) {
    return {
      title: 'Annual return of income and expenditure',
      pages: [
        { title: 'Nothing to return', paragraphs: ['Nothing has been received or spent in this folder.'], tables: [] },
      ],
      conclusion: 'Plan only: there is no income and expenditure to return',
    };
  }
  const funding = byPartner(income);
  mustAgree('funding', totalOf(funding.map(({ toDate }) => toDate)), sources.actual);
  mustAgree('expenditure', totalOf(byBody.map(({ toDate }) => toDate)), applications.actual);
  const net = add(...shares.map(({ share }) => share));
  mustAgree('surplus', subtract(net, outstandingOf(figures)), difference.actual);
  mustAgree(
    'closing balance',
    subtract(totalOf(shares.map(({ closing }) => closing)), outstandingOf(figures)),
    flowOfFunds.totals.balance.actual,
  );
  const isOver = fund.asAt === 'Q4';
  const status = isOver ? [] : ['The year has not ended: this is the account to date, and nothing in it is final.'];
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
          quarterTable('Expenditure met from the pool, by who spent it', byBody, totalSpending, fund),
          netTable(figures),
          shareTable(figures, isOver),
          ...heldTables(figures),
        ],
      },
      signOff(
        figures,
        isOver ? 'year-end adjustments, and that this is the account of the year' : 'this account to date',
      ),
    ],
    conclusion: conclusionOf(figures, net),
  };
}

/** A partner’s funding from all its sources together. */
function byPartner(income: readonly IncomeLine[]): QuarterLine[] {
  const codes = [...new Set(income.map(({ code }) => code))];
  return codes.map((code) => {
    const own = income.filter((line) => line.code === code);
    const label = own[0]?.partnerLabel ?? code;
    return {
      code,
      label,
      quarters: [0, 1, 2, 3].map((index) => totalOf(own.map(({ quarters }) => quarters[index]))),
      toDate: totalOf(own.map(({ toDate }) => toDate)),
    };
  });
}

/** Partners whose performance cannot be judged yet. */
function notReported({ statement }: ReportFigures): string[] {
  const { partners = [] } = statement.performance ?? {};
  return partners
    .filter(({ quarters }) => quarters.some(({ status }) => status === 'not-reported'))
    .map(({ label }) => label);
}

/** Contributions due to date and not received, less what came before it was due. */
function outstandingOf(figures: ReportFigures): string {
  return add(owedOf(figures), aheadOf(figures));
}

/** Due to date and not received. */
function owedOf({ statement }: ReportFigures): string {
  return add(...statement.contributions.map(({ outstanding }) => outstanding).filter((one) => !isDeficit(one)));
}

/** Received before it was due: negative. */
function aheadOf({ statement }: ReportFigures): string {
  return add(...statement.contributions.map(({ outstanding }) => outstanding).filter(isDeficit));
}

function netTable(figures: ReportFigures): CellTable {
  const { statement, shares } = figures;
  const { fund, flowOfFunds } = statement;
  const { sources, applications, broughtForward, balance } = flowOfFunds.totals;
  const owed = owedOf(figures);
  const ahead = aheadOf(figures);
  const net = add(...shares.map(({ share }) => share));
  const hosts = statement.settlement?.hosts ?? [];
  mustAgree('balance of the pools', add(...hosts.map(({ held }) => held)), balance.actual);
  const row = (label: string, amount: string | undefined, isTotal = false): Row => ({
    cells: [words(label), money(amount)],
    ...(isTotal && { emphasis: 'total' as const }),
  });
  return {
    title: `Net surplus or deficit${illustrative(fund)}`,
    columns: [wordColumn('', 60), figureColumn('£')],
    rows: [
      row('Funding received', sources.actual),
      row('Contributions due and outstanding', owed),
      ...(ahead === '0.00' ? [] : [row('less contributions received before they were due', unsigned(ahead))]),
      row('less expenditure met from the pool', applications.actual),
      row(isDeficit(net) ? 'Net deficit' : 'Net surplus', net, true),
      row('Brought forward', broughtForward.actual),
      row('Balance carried forward', add(balance.actual ?? '0.00', owed, ahead), true),
      ...(hosts.length > 1
        ? hosts.map(({ label, held }) => row(`of which in ${label}`, held))
        : [row('of which held by the host', balance.actual)]),
      row('of which owed by partners that have not paid in', owed),
      ...(ahead === '0.00' ? [] : [row('less what partners have paid in before it was due', unsigned(ahead))]),
    ],
    notes: ['A deficit stands in brackets.'],
  };
}

function shareTable({ statement, shares }: ReportFigures, isOver: boolean): CellTable {
  const columns = ['due', 'applied', 'own', 'moved', 'share', 'broughtForward', 'closing', 'held'] as const;
  const row = (label: string, amount: (of: (typeof columns)[number]) => string): Row => ({
    cells: [words(label), ...columns.map((of) => money(amount(of)))],
  });
  const rows = shares.map((one) => row(one.label, (of) => one[of]));
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
      figureColumn('Carried forward £'),
      figureColumn('Of it ring-fenced £'),
    ],
    rows: [...rows, { ...row('All', (of) => add(...shares.map((one) => one[of]))), emphasis: 'total' }],
    notes: [
      'Funding due: received, and what is due and outstanding. Carried forward in brackets is owed to the pool.',
      isOver
        ? 'Variances moved: an over- or underspend is for whoever bears it (R4), not for the schedule whose money it was.'
        : 'Who bears an over- or underspend (R4) is settled at the year end; until then a share is funding due less spending.',
      'Of it ring-fenced: came in for a purpose and is not spent on it yet; held for that purpose, and no saving to share.',
    ],
  };
}

/** What is held for each ring-fence, by itself. */
function heldTables({ statement }: ReportFigures): CellTable[] {
  const table = ringFenceTable(statement.ringFences, statement.fund);
  return table === undefined ? [] : [table];
}

function isDeficit(amount: string | undefined): boolean {
  return amount?.startsWith('-') ?? false;
}

function conclusionOf(figures: ReportFigures, net: string): string {
  const { sources, applications } = figures.statement.flowOfFunds.totals;
  const owed = owedOf(figures);
  const ahead = aheadOf(figures);
  const also = [
    ...(owed === '0.00' ? [] : [` and ${pounds(owed)} outstanding`]),
    ...(ahead === '0.00' ? [] : [`, ${pounds(unsigned(ahead))} of it before it was due`]),
  ];
  const sums = `${pounds(sources.actual ?? '0.00')} received${also.join('')}, ${pounds(applications.actual ?? '0.00')} spent`;
  return `${sums}: net ${isDeficit(net) ? 'deficit' : 'surplus'} ${pounds(unsigned(net))}`;
}
