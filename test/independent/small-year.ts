import { parse } from 'csv-parse/sync';
import type { FundFolder } from '../support/fund-folder.js';
import {
  type BroughtForward,
  type Pot,
  quarters,
  type Receipt,
  type RuledFund,
  type Settlement,
  type Spending,
} from './fund-shape.js';
import type { Digits } from './named.js';

/** What the small years call what the calculation by hand calls otherwise. */
const headings = { dfg: 'adaptations', oo: 'hospital', sc: 'social-care', sch: 'schemes', perf: 'performance' };
const sources = { min: 'minimum' };

type Row = Readonly<Record<string, string>>;

/** A small year of `test/year-end/cases`, or the one after it as if it were 2015/16 again, from its rows. */
export async function smallYear(folder: FundFolder, opening: readonly BroughtForward[] = []): Promise<RuledFund> {
  const [agreement, plan, received, spent, activity] = await Promise.all(
    ['agreement.yaml', 'plan.csv', ledger('contributions'), ledger('expenditure'), ledger('activity')].map((file) =>
      folder.read(file),
    ),
  );
  const isNext = agreement?.includes('year: 2016/17') ?? false;
  const rowsOf = (text = '') => tableOf(isNext ? aYearBack(text) : text);
  const rows = rowsOf(received);
  const isElse = ({ for: settles = '' }: Row) => /^variance|\d{4}\/\d{2}$/.test(settles);
  return {
    asAt: 'Q4',
    ccgs: [{ code: 'A1' }, { code: 'B1' }],
    cells: rowsOf(plan).map((row) => ({
      schedule: row.contributor ?? '',
      appliedBy: row.applied_by ?? '',
      ...moneyOf(row),
    })),
    performance: {
      ...{ cap: 'planned', clawback: false, paidAfter: 1, arePotsDeclared: false },
      pots: ['A1', 'B1'].map((partner) => potOf(partner, rowsOf(activity))),
    },
    varianceRules: [],
    instalments: quarters.map((quarter, index) => {
      return {
        quarter,
        due: ['2015-04-15', '2015-07-15', '2015-10-15', '2016-01-15'][index] ?? '',
        millionths: 25_000_000,
      };
    }),
    receipts: rows.filter((row) => !isElse(row)).map(receiptOf),
    settlements: rows.filter(isElse).map(settlementOf),
    spending: rowsOf(spent).map((row): Spending => {
      const { date = '', schedule = '', applied_by: appliedBy = '', district = '' } = row;
      return { date, schedule, appliedBy, ...(district !== '' && { district }), ...moneyOf(row) };
    }),
    forecasts: [],
    virements: [],
    opening,
    districts: { members: ['d1'] },
    unspent: agreement?.includes('unspent: owed-back') ? 'owed-back' : 'carried-forward',
  };
}

/** Figures by the names that the small years give them. */
export function inTheirWords(figures: Digits): Digits {
  const words = Object.entries({ ...headings, ...sources });
  const theirs = (name: string) =>
    name.replaceAll(/(heading|source)=([^;\]]*)/g, (_, key: string, code: string) => {
      return `${key}=${words.find(([, own]) => own === code)?.[0] ?? code}`;
    });
  return Object.fromEntries(Object.entries(figures).map(([name, pence]) => [theirs(name), pence]));
}

/** Lines brought forward as the calculation by hand calls them. */
export function inOurWords(line: BroughtForward): BroughtForward {
  return { ...line, heading: ownWord(headings, line.heading), source: ownWord(sources, line.source) };
}

function ownWord(words: Readonly<Record<string, string>>, code = ''): string {
  return words[code] ?? code;
}

function ledger(kind: string): string {
  return `ledgers/${kind}.csv`;
}

function tableOf(text: string): Row[] {
  return parse(text, { bom: true, columns: true });
}

function aYearBack(text: string): string {
  return text
    .replaceAll(/\b(\d{4})(?=-)/g, (year) => String(Number(year) - 1))
    .replaceAll(/\b(\d{4})\/(\d{2})\b/g, (_, year, end) => `${Number(year) - 1}/${Number(end) - 1}`);
}

function moneyOf(row: Row) {
  const [whole = '', pence = ''] = (row.amount ?? row['amount (pounds)'] ?? '').split('.');
  return {
    source: ownWord(sources, row.source),
    heading: ownWord(headings, row.heading),
    pence: BigInt(whole + pence.padEnd(2, '0')),
  };
}

function receiptOf(row: Row): Receipt {
  const quarter = quarters.find((one) => row.for?.endsWith(one));
  return { date: row.date ?? '', partner: row.partner ?? '', ...(quarter && { quarter }), ...moneyOf(row) };
}

function settlementOf(row: Row): Settlement {
  const [word = '', year = ''] = (row.for ?? '').split(' ');
  return {
    ...receiptOf(row),
    year,
    ...(word === 'instalment' && { of: 'contribution' }),
    ...(row.schedule && { schedule: row.schedule }),
  };
}

function potOf(partner: string, activity: readonly Row[]): Pot {
  const own = activity.filter((row) => row.partner === partner);
  const admissions = own.map(({ baseline, plan, actual }) => {
    return { baseline: Number(baseline), plan: Number(plan), ...(actual && { actual: Number(actual) }) };
  });
  return { partner, pence: 20_000_000n, admissions };
}
