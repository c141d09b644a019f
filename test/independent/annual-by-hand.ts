import { ByHand } from './by-hand.js';
import { FigureSheet } from './figure-sheet.js';
import { headingsOf, partnersOf, purposeOf, quarterOf, rowsToDate, sumPence } from './fund-rows.js';
import { quarters, type RuledFund } from './fund-shape.js';
import type { Digits } from './named.js';
import { larger, sum } from './pot-by-hand.js';

const capitalHeadings = ['adaptations', 'works'];
const capitalSources = ['dfg', 'works'];

/** What the annual memorandum has beside the year's income and spending (R6); `fault`: a mistake to make. */
export function annualByHand(fund: RuledFund, fault = ''): Digits {
  const sheet = new FigureSheet();
  addAccrued(sheet, fund, fault);
  for (const nature of ['capital', 'revenue'] as const) addNature(sheet, fund, { nature, fault });
  return sheet.all;
}

/** What was due to the end of a quarter, less what was due to the end of the one before. */
function addAccrued(sheet: FigureSheet, fund: RuledFund, fault: string): void {
  const ended = quarters.filter((quarter) => quarter <= fund.asAt);
  const received = rowsToDate(fund).received;
  const dueTo = (quarter: (typeof quarters)[number] | undefined, code?: string) => {
    const isOwn = ({ partner }: { readonly partner: string }) => code === undefined || partner === code;
    if (quarter === undefined) return 0n;
    if (fault === 'accrued-when-paid') {
      return sumPence(received.filter((row) => isOwn(row) && quarterOf(row.date) <= quarter));
    }
    const lines = new ByHand({ ...fund, asAt: quarter }).contributions().filter(isOwn);
    return sum(lines.map(({ dueToDate }) => dueToDate));
  };
  const add = (name: string, code?: string) => {
    for (const [index, quarter] of ended.entries()) {
      const amount = dueTo(quarter, code) - dueTo(ended[index - 1], code);
      sheet.add(`report.${name}.quarters[quarter=${quarter}]`, { amount });
    }
    sheet.add(`report.${name}`, { 'to-date': dueTo(fund.asAt, code) });
  };
  for (const code of partnersOf(fund)) add(`accrued[partner=${code}]`, code);
  add('total-accrued');
}

interface OfNature {
  readonly nature: 'capital' | 'revenue';
  readonly fault: string;
}

/** Funding by the nature of its source, spending by that of its heading. */
function addNature(sheet: FigureSheet, fund: RuledFund, { nature, fault }: OfNature): void {
  const isCapital = nature === 'capital';
  const isSource = ({ source }: { readonly source: string }) => capitalSources.includes(source) === isCapital;
  const isHeading = (heading: string) => capitalHeadings.includes(heading) === isCapital;
  const { received, settled, spent } = rowsToDate(fund);
  const own = spent.filter((row) => (fault === 'spending-by-source' ? isSource(row) : isHeading(row.heading)));
  const name = `report.natures[nature=${nature}]`;
  if (fund.spending.length === 0) return;
  if (headingsOf(fund).some(isHeading)) {
    for (const quarter of quarters.filter((one) => one <= fund.asAt)) {
      const amount = sumPence(own.filter(({ date }) => quarterOf(date) === quarter));
      sheet.add(`${name}.spending.quarters[quarter=${quarter}]`, { amount });
    }
    sheet.add(`${name}.spending`, { 'to-date': sumPence(own) });
  }
  const lines = new ByHand(fund).contributions().filter(isSource);
  const outstanding = lines.map(({ dueToDate, received: come }) => dueToDate - come);
  const gross = (of: readonly bigint[]) =>
    fault === 'arrears-set-off' ? larger(0n, sum(of)) : sum(of.map((pence) => larger(0n, pence)));
  const overdue = gross(outstanding);
  const paidAhead =
    fault === 'arrears-set-off' ? gross(outstanding.map((pence) => -pence)) : sum(lines.map((line) => line.paidAhead));
  const toReturn = fault === 'arrears-set-off' ? 0n : sum(lines.map((line) => line.toReturn));
  const surplus = sumPence(received.filter(isSource)) + overdue - paidAhead - toReturn - sumPence(own);
  // Money that is tied to a heading is of its nature, other money of its source's.
  const isOwnMoney = (row: { readonly source: string; readonly heading: string }) => {
    const purpose = purposeOf(row);
    return purpose === '' ? isSource(row) : isHeading(purpose);
  };
  const broughtForward = sumPence(fund.opening.filter(isOwnMoney));
  const cleared = sumPence(settled.filter(isOwnMoney));
  sheet.add(`${name}.net`, {
    overdue,
    'paid-ahead': paidAhead,
    ...(toReturn > 0n && { 'to-return': toReturn }),
    surplus,
    'brought-forward': broughtForward,
    settled: cleared,
    'carried-forward': broughtForward + surplus + cleared,
  });
}
