import { FigureSheet } from './figure-sheet.js';
import { quarterOf, rowsToDate, sumPence } from './fund-rows.js';
import { host, type RuledFund } from './fund-shape.js';
import type { Digits } from './named.js';

/** The grant twice yearly, by who was paid (R6); `fault`: a mistake to make. */
export function grantsByHand(fund: RuledFund, fault = ''): Digits {
  const { asAt, districts, spending } = fund;
  const sheet = new FigureSheet();
  const isKnown = spending.length > 0;
  const rows = rowsToDate(fund).spent.filter(({ heading }) => heading === 'adaptations');
  const bodyOf = ({ district, appliedBy }: (typeof rows)[number]) => district || appliedBy;
  const members = districts?.members ?? [host];
  const bodies = [...new Set([...members, ...rows.map(bodyOf)])].map((body) => {
    const own = rows.filter((row) => bodyOf(row) === body);
    const inQuarters = (first: string, last: string) =>
      sumPence(own.filter(({ date }) => first <= quarterOf(date) && quarterOf(date) <= last));
    const toDate = isKnown ? sumPence(own) : undefined;
    const allotted = districts?.allotted && (districts.allotted[districts.members.indexOf(body)] ?? 0n);
    const isSecondBegun = asAt >= (fault === 'second-half-a-quarter-late' ? 'Q4' : 'Q3');
    const figures = {
      allocation: allotted,
      'first-half': isKnown ? inQuarters('Q1', 'Q2') : undefined,
      'second-half': isKnown && isSecondBegun ? inQuarters('Q3', 'Q4') : undefined,
      'to-date': toDate,
      left: allotted === undefined || toDate === undefined ? undefined : allotted - toDate,
    };
    sheet.add(`report.grants[heading=adaptations].bodies[body=${body}]`, figures);
    return figures;
  });
  sheet.addSums('report.grants[heading=adaptations].totals', bodies);
  return sheet.all;
}
