import type { Place } from '../diagnostics/diagnostic.js';
import type { Decimal } from '../money/decimal.js';
import type { Pence } from '../money/pence.js';
import type { TableUnit, Unit } from '../money/unit.js';
import type { ExportRules, PartOfWorkbook } from './exports.js';
import type { FinancialYear, IsoDate, Quarter } from './financial-year.js';
import type { LedgerKind } from './ledger-kinds.js';
import type { SharedBy, VariancePolicy, WeighedMoney } from './variance-policies.js';

export type Nature = 'capital' | 'revenue';
export type Arrangement = 'pooled' | 'aligned' | 'lead-commissioned';
/** Whether a fund's figures are printed in a public paper, made up, or a fund's own books. */
export type FundProvenance = 'published' | 'illustrative' | 'own';

/** What the agreement gives a code and a name, and what else ledgers may call it. */
export interface Named {
  readonly code: string;
  readonly name: string;
  /** What tables print of a body: the short name where one is declared. */
  readonly label?: string;
  readonly also?: readonly string[] | undefined;
}

/** A body that pays in or spends. Keyed everywhere by `code`. */
export interface Partner extends Named {
  /** What tables print: the short name where one is declared. */
  readonly label: string;
  readonly scheme: string;
  readonly kind: string;
  readonly locality?: string;
}

export interface Group extends Named {
  readonly members: readonly string[];
}

export interface Locality {
  readonly code: string;
  readonly name: string;
}

export interface Pool extends Named {
  readonly host: string;
}

/** Where contributed money comes from. */
export interface Source extends Named {
  readonly nature: Nature;
  readonly inKind: boolean;
}

/** A line of the flow of funds: what the money is applied to. */
export interface Heading extends Named {
  readonly nature: Nature;
  readonly arrangement: Arrangement;
  /** The partner or group that spends it. */
  readonly appliedBy: string;
  readonly pool: string;
  readonly allocationPence: Pence;
  readonly place: Place;
}

/** What a partner has agreed to pay in for the year. */
export interface Contribution {
  readonly partner: string;
  readonly source: string;
  readonly pool: string;
  readonly amountPence: Pence;
  readonly place: Place;
}

export interface Instalment {
  readonly quarter: Quarter;
  readonly due: IsoDate;
  readonly percent: Decimal;
}

interface Clause {
  readonly id: string;
  readonly clause: string;
}

/** R1: the pool balances; and what becomes of untied money unspent at the year end. */
export interface BalanceRule extends Clause {
  readonly kind: 'balance';
  readonly unspent: 'carried-forward' | 'owed-back';
}

/** R2: money that keeps its purpose. Without a source, the fence is around the heading inside its contributors' money. */
export interface RingFenceRule extends Clause {
  readonly kind: 'ring-fence';
  readonly heading: string;
  readonly source?: string;
  /** What each body that spends it is allotted, where that is declared: the districts of a grant. */
  readonly allocations?: BodyAllocations;
}

export interface BodyAllocations {
  readonly pence: ReadonlyMap<string, Pence>;
  readonly provenance: 'stated' | 'derived' | 'illustrative';
  readonly place: Place;
}

/** R3: a heading whose money enters the pool only as it is released. */
export interface PerformancePaymentRule extends Clause {
  readonly kind: 'performance-payment';
  readonly heading: string;
  /** A quarter earns up to the reduction planned so far, or up to the year's. */
  readonly cap: 'planned' | 'annual';
  readonly clawback: boolean;
  /** The national price of an admission, in pounds. */
  readonly price?: Decimal;
  /** The reduction aimed at, in percent of the baseline. */
  readonly targetPercent?: Decimal;
  /** How many quarters after it was measured a quarter is paid. */
  readonly paidAfter: number;
  /** Each partner's pot as declared; where none is, its plan under the heading. */
  readonly pots: ReadonlyMap<string, Pot>;
  readonly place: Place;
}

/** What a partner may earn, and whether the agreement prints it so or it was worked out. */
export interface Pot {
  readonly amountPence: Pence;
  readonly provenance: 'stated' | 'derived';
  /** Why it is derived. */
  readonly because?: string;
}

/** R4: who bears an overspend and holds an underspend, everywhere or in one pool or heading. */
export interface VarianceRule extends Clause {
  readonly kind: 'variance';
  readonly policy: VariancePolicy;
  readonly pool?: string;
  readonly heading?: string;
  /** Who shares; undefined for every partner that contributes to the pool. */
  readonly among?: readonly string[];
  /** Percents by partner; they add up to 100. */
  readonly shares: ReadonlyMap<string, Decimal>;
  /** Who bears all, or what is above the limit; undefined for the pool's host. */
  readonly lead?: string;
  readonly limitPence: Pence;
  readonly sharedBy: SharedBy;
  /** What of the contributions weighs in a share pro rata. */
  readonly weigh: WeighedMoney;
  /** Where its policy stands; absent where none is declared. */
  readonly place?: Place;
}

/** Which files are a ledger of which kind, and how they are written. */
export interface LedgerEntry extends ExportRules {
  readonly kind: LedgerKind;
  readonly files: string;
  readonly unit?: Unit;
  /** Headers of columns that are the export’s own, and not to be read. */
  readonly ignore?: readonly string[];
  /** False where every row counts, also one that looks like a total. */
  readonly hasTotals?: boolean;
  /** Where the agreement names it; the built-in patterns stand nowhere. */
  readonly place?: Place;
}

/** A published table, which controls are tied out to. */
export interface TableDeclaration {
  readonly code: string;
  /** What the paper calls it. */
  readonly name: string;
  readonly file: string;
  /** What is read of it, where it is a workbook. */
  readonly part?: PartOfWorkbook;
  readonly unit: TableUnit;
  /** What the table calls each partner. */
  readonly partners: ReadonlyMap<string, string>;
  /** Where the file is named. */
  readonly place: Place;
  /** Where each partner’s words stand. */
  readonly partnerPlaces: ReadonlyMap<string, Place>;
}

/** From where a variance is marked: its amount and its percent of the plan must both be reached. */
export interface Threshold {
  readonly amountPence: Pence;
  /** Of the plan. */
  readonly percent: Decimal;
}

export interface Thresholds {
  readonly amber: Threshold;
  readonly red: Threshold;
}

/** A section 75 agreement, checked: every code it names is declared in it. */
export interface Agreement {
  readonly file: string;
  readonly name: string;
  readonly year: FinancialYear;
  readonly provenance: FundProvenance;
  readonly note: string;
  readonly partners: ReadonlyMap<string, Partner>;
  /** The code of each body that has one, partner or not, and its successor’s; no circle among them. */
  readonly successors: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, Group>;
  /** Partners and groups together: whoever may apply money. */
  readonly bodies: ReadonlyMap<string, Partner | Group>;
  readonly localities: ReadonlyMap<string, Locality>;
  readonly pools: ReadonlyMap<string, Pool>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly headings: ReadonlyMap<string, Heading>;
  readonly contributions: readonly Contribution[];
  readonly instalments: readonly Instalment[];
  /** Without a declared day nothing is late (R5). */
  readonly areInstalmentsDeclared: boolean;
  readonly balanceRule: BalanceRule;
  readonly ringFences: readonly RingFenceRule[];
  /** Absent where nothing is paid for performance. */
  readonly performanceRule?: PerformancePaymentRule;
  readonly varianceRules: readonly VarianceRule[];
  /** Absent where no variance is marked. */
  readonly thresholds?: Thresholds;
  readonly ledgers: readonly LedgerEntry[];
  readonly tables: ReadonlyMap<string, TableDeclaration>;
}
