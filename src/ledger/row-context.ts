import type { Agreement } from '../agreement/agreement.js';
import { type Quarter, quarters } from '../agreement/financial-year.js';
import type { LedgerKind } from '../agreement/ledger-kinds.js';
import type { SpokenCodes } from '../agreement/spoken-codes.js';
import type { Pence } from '../money/pence.js';
import { HeldRows } from './held-rows.js';
import type { AdjustmentRow, ExpenditureRow, PartOfReceipt, PlanRow, RowReference, SchemeRow } from './row-types.js';
import { rowIn } from './row-types.js';
import { SeenKeys } from './seen-keys.js';

/** What the rows of a fund are checked against: the agreement, and what earlier rows have said. */
export interface RowContext {
  readonly agreement: Agreement;
  readonly plan: PlanRow[];
  /** Who applies it in the plan, by schedule and heading. */
  readonly plannedBodies: Map<string, Set<string>>;
  /** By schedule and scheme code. */
  readonly schemes: Map<string, SchemeRow>;
  /** What people write for the schemes of each schedule, made when a row needs it. */
  readonly spokenSchemes: Map<string, SpokenCodes>;
  /** The codes that rows use for schemes where schemes.csv could not be read whole. */
  readonly schemesUsed: Set<string>;
  /**
   * By what must be unique, each key and where it was first seen: its file, line and quarter in one number. Absent where
   * a second reading compares them.
   */
  readonly seen: Map<string, SeenKeys> | undefined;
  readonly files: Pick<RowReference, 'file' | 'sheet'>[];
  /** Rows that another file had first, until both are read. */
  readonly held: HeldRows;
  /** Rows that correct earlier ones. What they refer to is looked up when every row is read. */
  readonly adjustments: AdjustmentRow[];
  /** Rows that are accruals, by body and reference, and what of each is not reversed. Rows that are none cost nothing. */
  readonly accruals: Map<string, OpenAccrual>;
  /** What partners still owed of last year’s contributions, by whose contribution it is and what it is tied to. */
  readonly debts: Map<string, Map<string, Pence>>;
  /** What of receipts settles those, by where they stand; nothing is known of it before all were looked at. */
  ofLastYear: ReadonlyMap<string, readonly PartOfReceipt[]>;
  /** By body, the pools of which it held something, as their earlier host, when last year ended. */
  readonly lastHosts: Map<string, Set<string>>;
  /** The ledgers that could not be read whole: what is missing from them is no fault of a later row. */
  readonly faulty: Set<LedgerKind>;
}

/** An accrual, and what later rows have left of it. */
export interface OpenAccrual {
  readonly row: ExpenditureRow;
  leftPence: Pence;
}

/** A context before any row is read. */
export function emptyContext(agreement: Agreement, { isQuick }: { readonly isQuick: boolean }): RowContext {
  const seen = isQuick ? undefined : new Map<string, SeenKeys>();
  return {
    agreement,
    plan: [],
    plannedBodies: new Map(),
    schemes: new Map(),
    spokenSchemes: new Map(),
    schemesUsed: new Set(),
    seen,
    files: [],
    held: new HeldRows(),
    adjustments: [],
    accruals: new Map(),
    debts: new Map(),
    ofLastYear: new Map(),
    lastHosts: new Map(),
    faulty: new Set(),
  };
}

/** Remembers a row of the plan, for the rows that come after it. */
export function addPlanned({ plan, plannedBodies }: RowContext, row: PlanRow): void {
  plan.push(row);
  const key = plannedKey(row.contributor, row.heading);
  plannedBodies.set(key, (plannedBodies.get(key) ?? new Set()).add(row.appliedBy));
}

/** The bodies that the plan has under a heading of a schedule. */
export function plannedBodiesOf({ plannedBodies }: RowContext, schedule: string, heading: string): ReadonlySet<string> {
  return plannedBodies.get(plannedKey(schedule, heading)) ?? new Set();
}

function plannedKey(schedule: string, heading: string): string {
  return `${schedule}\0${heading}`;
}

/** Remembers a scheme, for the rows that come after it. */
export function addScheme({ schemes }: RowContext, row: SchemeRow): void {
  schemes.set(schemeKey(row.schedule, row.scheme), row);
}

/** The key of a scheme: codes are each schedule's own. */
export function schemeKey(schedule: string, scheme: string): string {
  return `${schedule}\0${scheme}`;
}

/**
 * Where a key was seen before; if it was not, it is now remembered at this row. A number a row is all that is kept,
 * because there may be a million of them.
 */
export function seenBefore(context: RowContext, { scope, key }: RowKey, at: SeenRow): RowReference | undefined {
  const first = adderOf(context, scope, at)?.(key, at.line);
  return first === undefined ? undefined : rowOf(first, context.files);
}

/** Remembers the keys of one scope in the rows of one file and quarter; false where one was seen before. */
export function rememberer(
  context: RowContext,
  scope: string,
  at: Omit<SeenRow, 'line'>,
): (key: string, line: number) => boolean {
  const add = adderOf(context, scope, at);
  return add === undefined ? () => true : (key, line) => add(key, line) === undefined;
}

function adderOf(
  { seen, files }: RowContext,
  scope: string,
  { file, sheet, quarter }: Omit<SeenRow, 'line'>,
): ((key: string, line: number) => number | undefined) | undefined {
  if (seen === undefined) return undefined;
  const keys = seen.get(scope) ?? new SeenKeys();
  seen.set(scope, keys);
  if (files.at(-1)?.file !== file) files.push({ file, sheet });
  const ordinal = quarter === undefined ? 0 : quarters.indexOf(quarter) + 1;
  const inFile = (files.length - 1) * fileStep + ordinal;
  return (key, line) => keys.add(key, inFile + line * lineStep);
}

/** Where a key was seen, and in which quarter. */
export function seenAt({ seen, files }: RowContext, { scope, key }: RowKey): SeenRow | undefined {
  const packed = seen?.get(scope)?.get(key);
  return packed === undefined ? undefined : rowOf(packed, files);
}

function rowOf(packed: number, files: RowContext['files']): SeenRow {
  const inFile = packed % fileStep;
  const ordinal = inFile % lineStep;
  const quarter = quarters[ordinal - 1];
  const at = files[(packed - inFile) / fileStep] ?? { file: '' };
  return { ...rowIn(at, (inFile - ordinal) / lineStep), ...(quarter && { quarter }) };
}

interface RowKey {
  /** What must be unique among its like: `expenditure KCC`. */
  readonly scope: string;
  readonly key: string;
}

interface SeenRow extends RowReference {
  readonly quarter?: Quarter | undefined;
}

const fileStep = 2 ** 32;
const lineStep = 8;
