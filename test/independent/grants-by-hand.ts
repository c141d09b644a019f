import { bodiesByHand } from './carried-by-hand.js';
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
  const fenced = districts === undefined ? [] : bodiesByHand(fund);
  const members = districts?.members ?? [host];
  const codes = new Set([...members, ...fenced.map(({ code }) => code), ...rows.map(bodyOf)]);
  const bodies = [...codes].map((body) => {
    const own = rows.filter((row) => bodyOf(row) === body);
    const inQuarters = (first: string, last: string) =>
      sumPence(own.filter(({ date }) => first <= quarterOf(date) && quarterOf(date) <= last));
    const { allocation, carried, left } = fenced.find(({ code }) => code === body) ?? {};
    const isSecondBegun = asAt >= (fault === 'second-half-a-quarter-late' ? 'Q4' : 'Q3');
    const figures = {
      allocation,
      'brought-forward': carried,
      'first-half': isKnown ? inQuarters('Q1', 'Q2') : undefined,
      'second-half': isKnown && isSecondBegun ? inQuarters('Q3', 'Q4') : undefined,
      'to-date': isKnown ? sumPence(own) : undefined,
      left,
    };
    sheet.add(`report.grants[heading=adaptations].bodies[body=${body}]`, figures);
    return figures;
  });
  sheet.addSums('report.grants[heading=adaptations].totals', bodies);
  return sheet.all;
}
