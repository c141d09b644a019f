import { annualByHand } from './annual-by-hand.js';
import { ByHand } from './by-hand.js';
import { closingByHand } from './closing-by-hand.js';
import { FigureSheet } from './figure-sheet.js';
import { sumPence } from './fund-rows.js';
import type { BroughtForward, RuledFund } from './fund-shape.js';
import { withLastYearApart } from './last-year-by-hand.js';
import type { Digits } from './named.js';
import { larger } from './pot-by-hand.js';
import { yearByHand } from './year-by-hand.js';

/** What the year after a fund’s begins with: lines alike but for their amounts together, what is owed beside what is held. */
export function openingsByHand(fund: RuledFund): BroughtForward[] {
  const merged = new Map<string, BroughtForward>();
  for (const line of closingByHand(new ByHand(withLastYearApart(fund)))) {
    const { pool, purpose, schedule, source, body, kind, pence } = line;
    const key = [pool, purpose, schedule, source, body, kind, pence < 0n].join();
    const row = { pool, heading: purpose, partner: schedule, source, body, kind };
    merged.set(key, { ...row, pence: pence + (merged.get(key)?.pence ?? 0n) });
  }
  return [...merged.values()];
}

/** Openings by what tells them apart. */
export function digitsOf(openings: readonly BroughtForward[]): Digits {
  return Object.fromEntries(
    openings.map(({ pool, heading, partner, source, body, kind, pence }) => {
      return [[pool, heading, partner, source, body, kind, pence < 0n ? 'owed' : 'held'].join(' '), pence];
    }),
  );
}

/** Figures that are not nil: what is nil need not be shown. */
export function some(figures: Digits): Digits {
  return Object.fromEntries(Object.entries(figures).filter(([, pence]) => pence !== 0n));
}

/** The annual return and the settlement of a year with what it began with; `fault`: a mistake to make. */
export function yearWithOpeningsByHand(fund: RuledFund, fault = ''): Digits {
  const { settlements } = fund;
  const isCleared = fault !== 'variance-never-cleared';
  const mistakenFund = {
    ...fund,
    opening: mistaken(fund.opening, fault),
    settlements: settlements.filter(({ of }) => isCleared || of === 'contribution'),
  };
  const apart = withLastYearApart(mistakenFund, fault);
  return { ...yearByHand(apart, fault), ...annualByHand(apart, fault), ...settlementByHand(apart) };
}

/** Last year’s lines with a mistake in the first that it can be made in. */
function mistaken(opening: RuledFund['opening'], fault: string): RuledFund['opening'] {
  const change = (isMeant: (line: BroughtForward) => boolean, changed: (line: BroughtForward) => BroughtForward) => {
    const at = opening.findIndex(isMeant);
    return opening.map((line, index) => (index === at ? changed(line) : line));
  };
  switch (fault) {
    case 'kind-swapped':
      return change(
        ({ kind }) => kind === 'balance',
        (line) => ({ ...line, kind: 'variance' }),
      );
    case 'body-swapped':
      return change(
        ({ body, partner, kind }) => body !== partner && kind !== 'contributions',
        (line) => ({ ...line, body: line.partner }),
      );
    case 'penny-moved':
      return change(
        () => true,
        (line) => ({ ...line, pence: line.pence + 1n }),
      );
    case 'balance-divided-again':
      return opening.map(({ body, ...line }) => (line.kind === 'balance' ? line : { ...line, body: body ?? '' }));
    default:
      return opening;
  }
}

function settlementByHand(fund: RuledFund): Digits {
  const sheet = new FigureSheet();
  const closing = closingByHand(new ByHand(fund));
  const gross = (pence: readonly bigint[]) => pence.map((one) => larger(0n, one)).reduce((a, b) => a + b, 0n);
  const places = new Set(closing.map(({ pool, body }) => `pool=${pool};partner=${body}`));
  for (const place of places) {
    const own = closing.filter(({ pool, body }) => `pool=${pool};partner=${body}` === place);
    const owed = own.filter(({ kind }) => kind !== 'balance').map(({ pence }) => pence);
    sheet.add(`settlement.partners[${place}]`, {
      owes: gross(owed.map((pence) => -pence)),
      owed: gross(owed),
      available: sumPence(own.filter(({ kind }) => kind === 'balance')),
    });
  }
  for (const pool of ['main', ...(fund.second === undefined ? [] : ['second'])]) {
    sheet.add(`settlement.hosts[pool=${pool}]`, { held: sumPence(closing.filter((line) => line.pool === pool)) });
  }
  return sheet.all;
}
