import { activity } from './ledgers/activity.js';
import { balances } from './ledgers/balances.js';
import { contributions } from './ledgers/contributions.js';
import { controls } from './ledgers/controls.js';
import { expenditure } from './ledgers/expenditure.js';
import type { Holds, LedgerFacts } from './ledgers/facts.js';
import { forecast } from './ledgers/forecast.js';
import { opening } from './ledgers/opening.js';
import { plan } from './ledgers/plan.js';
import { proForma } from './ledgers/pro-forma.js';
import { schemes } from './ledgers/schemes.js';
import { virements } from './ledgers/virements.js';

/** The facts of each kind of ledger. In this order files are read: the plan and the schemes are what others name. */
export const ledgerKinds = {
  plan,
  schemes,
  opening,
  contributions,
  expenditure,
  forecast,
  activity,
  virements,
  balances,
  controls,
  'pro-forma': proForma,
} as const satisfies Readonly<Record<string, LedgerFacts>>;

export type LedgerKind = keyof typeof ledgerKinds;

/** The kinds of which a fact is this. */
export type KindWith<Fact extends keyof LedgerFacts, Value> = {
  [Kind in LedgerKind]: (typeof ledgerKinds)[Kind][Fact] extends Value ? Kind : never;
}[LedgerKind];

const isKind = (name: string): name is LedgerKind => name in ledgerKinds;

export const ledgerKindNames = Object.keys(ledgerKinds).filter(isKind);

export function factsOf(kind: LedgerKind): LedgerFacts {
  return ledgerKinds[kind];
}

/** Whether a fact of a kind is this. */
export function hasFact<Fact extends keyof LedgerFacts, const Value extends LedgerFacts[Fact]>(
  kind: LedgerKind,
  fact: Fact,
  value: Value,
): kind is KindWith<Fact, Value> {
  return factsOf(kind)[fact] === value;
}

/** Whether the rows of a kind fall in quarters. */
export function isOfQuarters(kind: LedgerKind): boolean {
  switch (factsOf(kind).period) {
    case 'day':
    case 'quarter':
    case 'measured-quarter':
      return true;
    case 'of-year':
    case 'beside':
      return false;
  }
}

/** Every column of a kind, in their documented order. */
export function columnsOf(kind: LedgerKind): string[] {
  const { required, optional } = factsOf(kind);
  return [...Object.keys(required), ...Object.keys(optional)];
}

/** What a column of a kind holds. Throws where the kind has no such column. */
export function heldIn(kind: LedgerKind, column: string): Holds {
  const { required, optional } = factsOf(kind);
  const holds = required[column] ?? optional[column];
  if (holds === undefined) throw new Error(`${kind} has no column ${column}`);
  return holds;
}

/** The columns of a kind that hold something, in their order. */
export function columnsHolding(kind: LedgerKind, ...what: readonly Holds[]): string[] {
  return columnsOf(kind).filter((column) => what.includes(heldIn(kind, column)));
}
