import { add, pounds, unsigned } from '../../money/pounds-text.js';
import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../../statement/cell-table.js';
import type { Paper } from '../../statement/paper-schema.js';
import type { IncomeLine, QuarterLine, ReportFigures } from '../../statement/report-figures.js';
import { asAtInWords, illustrative, mustAgree, quarterTable, totalOf } from './paper-parts.js';

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
  mustAgree('shares', totalOf(shares.map(({ share }) => share)), difference.actual);
  const isOver = fund.asAt === 'Q4';
  const status = isOver ? [] : ['The year has not ended: this is the account to date, and nothing in it is final.'];
  return {
    title: `Annual return of income and expenditure, ${asAtInWords(fund)}`,
    pages: [
      {
        title: 'Memorandum account of the pooled budget',
        paragraphs: [`By ${hosts.join(' and ')}, as host, under regulation 7 of SI 2000/617.`, ...status],
        tables: [
          quarterTable('Funding provided, by partner', funding, totalIncome, fund),
          quarterTable('Expenditure met from the pool, by who spent it', byBody, totalSpending, fund),
          netTable(figures),
          shareTable(figures, isOver),
        ],
      },
    ],
    conclusion: conclusionOf(figures, difference.actual),
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

function netTable({ statement }: ReportFigures): CellTable {
  const { fund, flowOfFunds } = statement;
  const { sources, applications, difference, broughtForward, balance } = flowOfFunds.totals;
  const row = (label: string, amount: string | undefined, isTotal = false): Row => ({
    cells: [words(label), money(amount)],
    ...(isTotal && { emphasis: 'total' as const }),
  });
  return {
    title: `Net surplus or deficit${illustrative(fund)}`,
    columns: [wordColumn(''), figureColumn('£')],
    rows: [
      row('Funding provided', sources.actual),
      row('less expenditure met from the pool', applications.actual),
      row(isDeficit(difference.actual) ? 'Net deficit' : 'Net surplus', difference.actual, true),
      row('Brought forward', broughtForward.actual),
      row('Balance carried forward', balance.actual, true),
    ],
    notes: ['A deficit stands in brackets.'],
  };
}

function shareTable({ statement, shares }: ReportFigures, isOver: boolean): CellTable {
  const cells = (of: 'received' | 'applied' | 'own' | 'moved' | 'share' | 'ringFenced') =>
    money(add(...shares.map((one) => one[of])));
  const rows = shares.map(
    (one): Row => ({
      cells: [
        words(one.label),
        money(one.received),
        money(one.applied),
        money(one.own),
        money(one.moved),
        money(one.share),
        money(one.ringFenced),
      ],
    }),
  );
  const total: Row = {
    cells: [
      words('All'),
      cells('received'),
      cells('applied'),
      cells('own'),
      cells('moved'),
      cells('share'),
      cells('ringFenced'),
    ],
    emphasis: 'total',
  };
  return {
    title: `Each partner’s share${illustrative(statement.fund)}`,
    columns: [
      wordColumn(''),
      figureColumn('Funding £'),
      figureColumn('Spent on its schedule £'),
      figureColumn('Difference £'),
      figureColumn('Variances moved £'),
      figureColumn('Share £'),
      figureColumn('Of it ring-fenced £'),
    ],
    rows: [...rows, total],
    notes: [
      'Of it ring-fenced: received for a purpose and not spent on it yet; held for that purpose, and no saving to share.',
      isOver
        ? 'Variances moved: an over- or underspend is for whoever bears it (R4), not for the schedule whose money it was. In brackets: a deficit.'
        : 'Who bears an over- or underspend (R4) is settled at the year end; until then a share is funding less spending.',
    ],
  };
}

function isDeficit(amount: string | undefined): boolean {
  return amount?.startsWith('-') ?? false;
}

function conclusionOf({ statement }: ReportFigures, net: string): string {
  const { sources, applications } = statement.flowOfFunds.totals;
  const sums = `${pounds(sources.actual ?? '0.00')} funded, ${pounds(applications.actual ?? '0.00')} spent`;
  return `${sums}: net ${isDeficit(net) ? 'deficit' : 'surplus'} ${pounds(unsigned(net))}`;
}
