import { ByHand } from './by-hand.js';
import { positionByHand } from './closing-by-hand.js';
import { FigureSheet } from './figure-sheet.js';
import { headingsOf, isFenced, partnersOf, quarterOf, rowsToDate, sumPence } from './fund-rows.js';
import { districts, quarters, type RuledFund } from './fund-shape.js';
import { standingOf } from './last-year-by-hand.js';
import { atYearEnd, bodyPaid, leftByHand } from './left-by-hand.js';
import type { Digits } from './named.js';
import { larger, sum } from './pot-by-hand.js';
import { yearByHand } from './year-by-hand.js';

const capitalHeadings = ['adaptations', 'works'];
const capitalSources = ['dfg', 'works'];

/** What the annual memorandum has beside the year's income and spending (R6); `fault`: a mistake to make. */
export function annualByHand(fund: RuledFund, fault = ''): Digits {
  const sheet = new FigureSheet();
  addAccrued(sheet, fund, fault);
  for (const nature of ['capital', 'revenue'] as const) addNature(sheet, fund, { nature, fault });
  if (fund.spending.length > 0) {
    addBridge(sheet, fund, fault);
    for (const body of bodiesOf(fund)) addNote(sheet, fund, { body, fault });
  }
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
  const { received, spent } = rowsToDate(fund);
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
  const standing = standingOf(fund).filter((row) => (row.purpose === '' ? isSource(row) : isHeading(row.purpose)));
  const broughtForward = sumPence(standing.filter((row) => row.of !== 'settled'));
  const cleared = sumPence(standing.filter((row) => row.of === 'settled'));
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

/** Everybody who may have money: partners, groups and the members of a group. */
function bodiesOf(fund: RuledFund): string[] {
  return [...partnersOf(fund), ...(fund.districts?.members ?? []), 'ccgs', districts];
}

/** From what a body has in its share to what it settles: left of a schedule, another body settles it. */
function addBridge(sheet: FigureSheet, fund: RuledFund, fault: string): void {
  const byHand = new ByHand(fund);
  const pairs = new Map<string, bigint>();
  const note = (share: string, body: string, pence: bigint) => {
    if (share !== body) pairs.set(`${share} ${body}`, (pairs.get(`${share} ${body}`) ?? 0n) + pence);
  };
  for (const { schedule, body, pence } of leftByHand(byHand)) note(schedule, body, pence);
  for (const { schedule, heading, appliedBy, met, borneBy } of fault === 'nothing-borne' ? [] : atYearEnd(byHand)) {
    for (const [body, pence] of borneBy) note(schedule, body, pence);
    if (!isFenced({ heading })) note(schedule, appliedBy, met);
  }
  for (const { of, share, holder, schedule, pence } of standingOf(fund)) {
    if (holder === undefined) continue;
    if (of !== 'balance') note(share, holder, pence);
    else if (share !== schedule) note(schedule, holder, -pence);
  }
  const held = [...pairs].filter(([, pence]) => pence !== 0n);
  const shares = sharesByHand(fund);
  const lines = bodiesOf(fund).flatMap((body) => {
    const carriedForward = shares.get(body) ?? 0n;
    const forOthers = sum(held.flatMap(([pair, pence]) => (pair.startsWith(`${body} `) ? [pence] : [])));
    const elsewhere = sum(held.flatMap(([pair, pence]) => (pair.endsWith(` ${body}`) ? [pence] : [])));
    const { repayable, ringFenced, other, overspent, drawnAhead } = positionByHand(fund, body);
    const settles = repayable + ringFenced + other - overspent - drawnAhead;
    if ([carriedForward, forOthers, elsewhere, settles].every((pence) => pence === 0n)) return [];
    return [{ body, line: { 'carried-forward': carriedForward, 'for-others': forOthers, elsewhere, settles } }];
  });
  for (const [pair, amount] of held) {
    const [share, body] = pair.split(' ');
    sheet.add(`report.held-for-others[share=${share};body=${body}]`, { amount });
  }
  for (const { body, line } of lines) sheet.add(`report.bridge[body=${body}]`, line);
  sheet.addSums(
    'report.bridge-totals',
    lines.map(({ line }) => line),
  );
}

/** The lines of the note in a body’s accounts. */
function addNote(sheet: FigureSheet, fund: RuledFund, { body, fault }: { body: string; fault: string }): void {
  const name = `report.notes[body=${body}]`;
  const { spent } = rowsToDate(fund);
  const income = incomeOf(fund).filter(({ partner }) => partner === body);
  const own = spent.filter(({ schedule }) => schedule === body);
  const position = positionByHand(fund, body, fault);
  const spentByIt = sumPence(spent.filter((row) => bodyPaid(fund, row) === body));
  const { paidAhead, toReturn, repayable, ringFenced, other, outstanding, overspent, drawnAhead } = position;
  const assets = {
    'paid-ahead': paidAhead,
    ...(toReturn !== 0n && { 'to-return': toReturn }),
    repayable,
    'ring-fenced': ringFenced,
    other,
  };
  const liabilities = { outstanding, overspent, ...(fund.asAt !== 'Q4' && { 'drawn-ahead': drawnAhead }) };
  const totals = [Object.values(assets), Object.values(liabilities)].map(sum);
  const [allAssets = 0n, allLiabilities = 0n] = totals;
  const isNothing = spentByIt === 0n && totals.every((pence) => pence === 0n);
  if (income.length + own.length === 0 && isNothing) return;
  for (const { source, pool, kind, dueToDate } of income) {
    sheet.add(`${name}.income[source=${source};pool=${pool};kind=${kind}]`, { amount: dueToDate });
  }
  for (const heading of new Set(own.map((row) => row.heading))) {
    const amount = sumPence(own.filter((row) => row.heading === heading));
    sheet.add(`${name}.spending[heading=${heading}]`, { amount });
  }
  sheet.add(name, { spent: spentByIt, position: allAssets - allLiabilities });
  sheet.add(`${name}.assets`, { ...assets, total: allAssets });
  sheet.add(`${name}.liabilities`, { ...liabilities, total: allLiabilities });
}

/** What is agreed or due, line by line. */
function incomeOf(fund: RuledFund) {
  return new ByHand(fund).contributions().filter(({ agreed, dueToDate }) => agreed !== 0n || dueToDate !== 0n);
}

/** The bodies that pay nothing in. */
export function nonPaying(fund: RuledFund): string[] {
  const { spent } = rowsToDate(fund);
  const paying = [
    ...new ByHand(fund).contributions().map(({ partner }) => partner),
    ...spent.map((row) => row.schedule),
  ];
  return bodiesOf(fund).filter((body) => !paying.includes(body));
}

/** What is carried forward in the share of each body. */
function sharesByHand(fund: RuledFund): ReadonlyMap<string, bigint> {
  const figures = Object.entries(yearByHand(fund));
  return new Map(
    figures.flatMap(([name, pence]) => {
      const body = /^report\.shares\[body=(.*)\]\.closing$/.exec(name)?.[1];
      return body === undefined ? [] : [[body, pence] as const];
    }),
  );
}
