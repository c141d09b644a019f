import { pounds, saidOf } from '../../money/pounds-text.js';
import { type CellTable, figureColumn, money, type Row, wordColumn, words } from '../../statement/cell-table.js';
import type { Paper } from '../../statement/paper-schema.js';
import type { ReportFigures } from '../../statement/report-figures.js';
import type { GrantFigures } from '../../statement/report-figures-schema.js';
import type { RingFenceStatement } from '../../statement/ring-fence-schema.js';
import { ringFenceTable } from '../ring-fence-tables.js';
import { asAtInWords, illustrative, mustAgree } from './paper-parts.js';

/** Spending on a grant by body, twice yearly (Appendix 5): the disabled facilities grant by district. */
export function grantPaper(figures: ReportFigures): Omit<Paper, 'name'> {
  const { statement, grants } = figures;
  const { fund, ringFences } = statement;
  const known = grants.flatMap((grant) => {
    const fence = ringFences.find(({ heading }) => heading === grant.heading);
    return fence === undefined ? [] : [{ grant, fence }];
  });
  const pages = known.map(({ grant, fence }) => ({
    title: fence.label,
    paragraphs: [
      `Ring-fenced (${fence.clause}): it may be spent on nothing else. What is unspent is held for its purpose.`,
    ],
    tables: [grantTable(grant, fence, figures), ...fenceTable(fence, figures)],
  }));
  const none = 'The agreement has no ring-fenced grant.';
  return {
    title: `Grant spending by body, ${asAtInWords(fund)}`,
    pages: pages.length > 0 ? pages : [{ title: 'No such grant', paragraphs: [none], tables: [] }],
    conclusion: known.length === 0 ? none : known.map(({ fence }) => conclusionOf(fence)).join('; '),
  };
}

function grantTable(
  { bodies, totals, heading }: GrantFigures,
  fence: RingFenceStatement,
  { statement }: ReportFigures,
): CellTable {
  const { fund, flowOfFunds } = statement;
  const line = flowOfFunds.applications.find(({ code }) => code === heading);
  mustAgree(`spending on ${fence.label}`, totals.toDate, line?.actual);
  const isAllotted = totals.allocation !== undefined;
  const isCarried = totals.broughtForward !== undefined;
  const isMadeUp = fence.bodies.some(({ provenance }) => provenance === 'illustrative');
  const row = (label: string, amounts: GrantFigures['totals']): Row => ({
    cells: [
      words(label),
      ...(isAllotted ? [money(amounts.allocation)] : []),
      ...(isCarried ? [money(amounts.broughtForward)] : []),
      money(amounts.firstHalf),
      money(amounts.secondHalf),
      money(amounts.toDate),
      ...(isAllotted ? [money(amounts.left)] : []),
    ],
  });
  const planned = line?.plan ?? '0.00';
  return {
    title: `${fence.label}, by body and half-year${illustrative(fund)}`,
    columns: [
      wordColumn(''),
      ...(isAllotted ? [figureColumn(`Allocation £${isMadeUp ? ' [i]' : ''}`)] : []),
      ...(isCarried ? [figureColumn('Brought forward £')] : []),
      figureColumn(`April to September £${isPartOf(fund, 'Q1') ? ' (to Q1)' : ''}`),
      figureColumn(`October to March £${isPartOf(fund, 'Q3') ? ' (to Q3)' : ''}`),
      figureColumn(`To ${fund.asAt ?? 'date'} £`),
      ...(isAllotted ? [figureColumn('Left of the year £')] : []),
    ],
    rows: [...bodies.map((body) => row(body.label, body)), { ...row('All', totals), emphasis: 'total' }],
    notes: [
      `Agreed for the year: ${pounds(planned)}. ${isAllotted || bodies.length === 1 ? '' : 'By body it is not declared: allocations: under the ring-fence.'}`.trim(),
    ],
  };
}

/** Where only the first quarter of a half-year is reported. */
function isPartOf({ asAt }: ReportFigures['statement']['fund'], quarter: 'Q1' | 'Q3'): boolean {
  return asAt === quarter;
}

/** What came in for the grant, was spent and is held: from which the last line is made. */
function fenceTable(fence: RingFenceStatement, { statement }: ReportFigures): CellTable[] {
  const table = ringFenceTable([fence], statement.fund);
  return table === undefined ? [] : [table];
}

function conclusionOf({ label, spent, available, held }: RingFenceStatement): string {
  const year = available === undefined ? 'an amount not known' : pounds(available);
  if (spent === undefined) return `${label}: ${year} for the year, not known what is spent`;
  return `${label}: ${pounds(spent)} spent of ${year}, ${saidOf(held, 'held for it')}`;
}
