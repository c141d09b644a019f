import { inFull } from '../../diagnostics/day-in-full.js';
import type { Reconciliation } from '../../statement/reconciliation-schema.js';
import { isLacking } from '../../statement/what-has-come.js';
import type { WhatHasCome } from '../../statement/what-has-come-schema.js';
import type { ArrivalsCell, ArrivalsColumn, ArrivalsPicture } from '../pictures.js';

type Line = WhatHasCome['lines'][number];
type Arrival = Line['arrivals'][number];

const ledgers = [
  ['contributions', 'Contributions'],
  ['expenditure', 'Spending'],
  ['forecast', 'Forecast'],
  ['activity', 'Admissions'],
  ['balances', 'Balances'],
] as const satisfies readonly (readonly [Line['ledger'], string])[];

/** So many quarters of all ledgers stand beside each other. */
const mostQuarters = 8;

/** What has come of what is looked for, body by body; undefined of a plan alone, and where nothing is looked for. */
export function arrivalsPicture(result: Reconciliation): ArrivalsPicture | undefined {
  const lines = result.whatHasCome?.lines ?? [];
  const all = ledgers.flatMap(([ledger, label]): LedgerColumn[] => {
    const arrivals = lines.filter((line) => line.ledger === ledger).flatMap((line) => line.arrivals);
    const quarters = [...new Set(arrivals.filter(isLookedFor).flatMap(({ quarter }) => quarter ?? []))].sort();
    return quarters.length === 0 ? [] : [{ ledger, label, quarters }];
  });
  if (all.length === 0) return undefined;
  const isShortened = all.reduce((count, { quarters }) => count + quarters.length, 0) > mostQuarters;
  const columns = isShortened ? all.map((column) => shortened(column, lines)) : all;
  const bodies = [...new Map(lines.map(({ body, label }) => [body, label]))];
  const rows = bodies.map(([body, label]) => ({
    label,
    cells: columns.flatMap(({ ledger, quarters }) => {
      const line = lines.find((other) => other.body === body && other.ledger === ledger);
      return quarters.map((quarter) => cellOf(line, quarter, result));
    }),
  }));
  return {
    kind: 'arrivals',
    title: `What has come, by body and ledger, ${result.fund.year}`,
    columns: columns.map(({ label, quarters }) => ({ label, quarters })),
    rows: rows.filter(({ cells }) => cells.some(({ mark }) => mark !== 'nothing')),
    isShortened,
  };
}

type LedgerColumn = ArrivalsColumn & { readonly ledger: Line['ledger'] };

/** The last quarter of a ledger, and each before it of which something is missing. */
function shortened({ ledger, label, quarters }: LedgerColumn, lines: readonly Line[]): LedgerColumn {
  const isLackingIn = (quarter: string) =>
    lines.some(
      (line) =>
        line.ledger === ledger && line.arrivals.some((arrival) => arrival.quarter === quarter && isLacking(arrival)),
    );
  const last = quarters.at(-1);
  return { ledger, label, quarters: quarters.filter((quarter) => quarter === last || isLackingIn(quarter)) };
}

function isLookedFor({ standing }: Arrival): boolean {
  return standing !== 'not-looked-for';
}

function cellOf(line: Line | undefined, quarter: string, result: Reconciliation): ArrivalsCell {
  const arrival = line?.arrivals.find((other) => other.quarter === quarter);
  if (line === undefined || arrival === undefined) return { mark: 'nothing', words: 'none due' };
  const { standing, rows, lastDay } = arrival;
  const words = lastDay === undefined ? 'come' : dayOfYear(lastDay);
  switch (standing) {
    case 'come':
      if (rows.isNil) return { mark: 'come', words: 'paid ahead' };
      return isLate(line, quarter, result) ? { mark: 'late', words: `late, ${words}` } : { mark: 'come', words };
    case 'part':
      return { mark: 'part', words: `in part, ${words}` };
    case 'missing':
      return { mark: 'missing', words: 'not come' };
    case 'not-yet':
      return { mark: 'nothing', words: 'not yet due' };
    case 'not-looked-for':
      return rows.isNil ? { mark: 'nothing', words: 'none due' } : { mark: 'come', words };
  }
}

/** A day of the year that the page is of: `15 Apr`. */
function dayOfYear(date: string): string {
  const [day = '', month = ''] = inFull(date).split(' ');
  return `${day} ${month.slice(0, 3)}`;
}

/** Whether an instalment of the quarter came after its day. */
function isLate({ body, ledger }: Line, quarter: string, { contributions }: Reconciliation): boolean {
  return (
    ledger === 'contributions' &&
    contributions.some(
      ({ partner, instalments }) =>
        partner === body && instalments.some((part) => part.quarter === quarter && part.status === 'paid-late'),
    )
  );
}
