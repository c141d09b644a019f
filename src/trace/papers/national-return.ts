import { isUpTo, type Quarter, quarters } from '../../agreement/financial-year.js';
import { placesFor, total } from '../../money/decimal.js';
import { sum } from '../../money/pence.js';
import { splitByWeights } from '../../money/split.js';
import { rulesOfPapers } from '../../statement/papers/rules-of-papers.js';
import { reportRoot } from '../../statement/report-figures-schema.js';
import { potName } from '../explain/performance.js';
import type { Explanation, Step, Term } from '../node.js';
import { item, minus, plus, statedNumber, step } from '../terms.js';
import { quarterOf } from './by-quarter.js';
import { explainParts } from './return-parts.js';
import type { TracedPapers } from './traced-papers.js';

const rule = rulesOfPapers.nationalReturn;
type Line = TracedPapers['figures']['returnLines'][number];

/** The income and expenditure block of the national quarterly return. */
export function explainNationalReturn(traced: TracedPapers): void {
  for (const line of traced.figures.returnLines) explainLine(traced, line);
}

function explainLine(traced: TracedPapers, line: Line): void {
  const { all } = traced;
  const { side, basis } = line;
  const name = item(`${reportRoot}.return-lines`, { side, basis });
  const what = `National return, ${basis} ${side}`;
  const year = basis === 'actual' && traced.books.asAt !== 'Q4' ? 'to date' : 'for the year';
  const flow = `flow-of-funds.totals.${side === 'income' ? 'sources' : 'applications'}`;
  all.explain(`${name}.annual`, () => ({
    what: `${what}: ${year}`,
    how: basis === 'actual' ? 'its quarters to date, added up' : 'as in the flow of funds',
    rule,
    terms:
      basis === 'actual'
        ? plus(...all.known(quarters.map((quarter) => quarterOf(bookedLine(side), quarter))))
        : plus(`${flow}.${basis}`),
  }));
  all.explain(`${name}.pooled`, () => ({
    what: 'The agreed pool',
    how: 'the plan of all contributions',
    rule,
    terms: plus('flow-of-funds.totals.sources.plan'),
  }));
  all.explain(`${name}.difference`, () => ({
    what: `${what}: less the agreed pool`,
    how: `${year} − the agreed pool`,
    rule,
    terms: [...plus(`${name}.annual`), ...minus(`${name}.pooled`)],
  }));
  explainParts(traced, line, name);
  for (const quarter of quarters) {
    all.explain(quarterOf(name, quarter), () => {
      const common = { what: `${what} in ${quarter}`, rule };
      switch (basis) {
        case 'actual':
          return { ...common, how: 'what was booked in it', terms: plus(quarterOf(bookedLine(side), quarter)) };
        case 'plan':
          return { ...common, ...plannedIn(traced, quarter, `${name}.annual`) };
        case 'forecast':
          return { ...common, ...forecastIn(traced, line, quarter, `${name}.annual`) };
      }
    });
  }
}

function bookedLine(side: Line['side']): string {
  return `${reportRoot}.${side === 'income' ? 'total-income' : 'total-spending'}`;
}

type Made = Omit<Explanation, 'what' | 'rule'>;

/** Performance money as its release is planned; the rest of the year’s plan as contributions fall due. */
function plannedIn(traced: TracedPapers, quarter: Quarter, annual: string): Made {
  const releases = quarters.map((one) => step(plannedRelease(traced, one)));
  const at = quarters.indexOf(quarter);
  const release = releases[at];
  const rest: Step = {
    what: 'The rest of the plan, without performance',
    how: 'the plan of the year − the planned releases',
    unit: 'money',
    terms: [...plus(annual), ...releases.map((one): Term => ({ ...one, sign: -1n }))],
  };
  return {
    how: 'planned release of performance in it + its part of the rest of the plan, by the instalments that fall due',
    terms: [...(release === undefined ? [] : [release]), step(rest), ...weights(traced, quarters)],
    formula: ([releasedPence = 0n, restPence = 0n, ...due]) => releasedPence + (spread(restPence, due)[at] ?? 0n),
  };
}

function plannedRelease({ all, result }: TracedPapers, quarter: Quarter): Step {
  const terms = (result.performance?.partners ?? []).flatMap((partner): Term[] => {
    const last = partner.quarters.at(-1);
    if (last?.maximum?.amount !== partner.pot.amount) return [];
    const index = partner.quarters.findIndex(({ paidIn }) => paidIn === quarter);
    const maximum = (at: number) => {
      const paidIn = partner.quarters[at]?.paidIn;
      return all.known(
        paidIn === undefined ? [] : [`${item(`${potName(partner.partner)}.quarters`, { quarter: paidIn })}.maximum`],
      );
    };
    return index === -1 ? [] : [...plus(...maximum(index)), ...minus(...maximum(index - 1))];
  });
  return {
    what: `Performance planned to be released in ${quarter}`,
    how: 'the most that may be paid by then − by the quarter before',
    unit: 'money',
    terms,
  };
}

/** What has been booked; for quarters to come the rest of the outturn, and first of it what is overdue. */
function forecastIn(traced: TracedPapers, { side }: Line, quarter: Quarter, annual: string): Made {
  const { books, all } = traced;
  const isPast = (one: Quarter) => books.asAt !== undefined && isUpTo(one, books.asAt);
  const toCome = quarters.filter((one) => !isPast(one));
  const open = toCome.length > 0 ? toCome : quarters.slice(-1);
  const booked = isPast(quarter) ? all.known([quarterOf(bookedLine(side), quarter)]) : [];
  if (!open.includes(quarter) || !all.has(annual)) return { how: 'what was booked in it', terms: plus(...booked) };
  const toDate = all.known([`${bookedLine(side)}.to-date`]);
  const overdue = toCome.length > 0 && side === 'income' ? plus(...all.known(['contribution-totals.overdue'])) : [];
  const at = open.indexOf(quarter);
  const rest: Step = {
    what: 'The rest of the forecast',
    how: 'the forecast of the year − what is booked to date',
    unit: 'money',
    terms: [...plus(annual), ...minus(...toDate)],
  };
  const first = overdue.length === 0 ? '' : '; what is overdue comes first, in the next quarter';
  return {
    how:
      toCome.length === 0
        ? 'what was booked in it, and the rest of the forecast for the year'
        : `its part of the rest of the forecast, by the instalments that fall due${first}`,
    terms: [step(rest), ...plus(...booked), ...overdue, ...weights(traced, open)],
    formula: ([restPence = 0n, ...inputs]) => {
      const next = (count: number) => inputs.splice(0, count);
      const bookedPence = sum(next(booked.length));
      const overduePence = sum(next(overdue.length));
      const firstPence = overduePence < restPence ? overduePence : 0n;
      const parts = spread(restPence - firstPence, inputs);
      return bookedPence + (parts[at] ?? 0n) + (at === 0 ? firstPence : 0n);
    },
  };
}

/** How much of a year’s contributions falls due in each quarter, as the agreement has it. */
function weights({ books: { agreement } }: TracedPapers, over: readonly Quarter[]): Term[] {
  const places = placesFor(agreement.instalments.map(({ percent }) => percent));
  return over.map((quarter) => {
    const due = agreement.instalments.filter((one) => one.quarter === quarter);
    const percent = total(due.map((one) => one.percent));
    return statedNumber(percent, { what: `instalments that fall due in ${quarter}`, unit: 'percent', places });
  });
}

/** Evenly where nothing falls due in any of the quarters. */
function spread(pence: bigint, due: readonly bigint[]): bigint[] {
  const isNone = sum(due) === 0n;
  const parts = splitByWeights(
    pence,
    due.map((weight, index) => ({ code: quarters[index] ?? '', weight: isNone ? 1n : weight })),
  );
  return parts.map(({ amountPence }) => amountPence);
}
