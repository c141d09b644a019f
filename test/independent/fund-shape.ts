/** A small made-up fund that the rules R3, R4, R5 and settlement judge, as plain data. */
export interface RuledFund {
  readonly asAt: Quarter;
  readonly ccgs: readonly { readonly code: string; readonly locality?: string }[];
  readonly cells: readonly Cell[];
  readonly performance: PerformanceTerms | undefined;
  readonly varianceRules: readonly VarianceRule[];
  readonly instalments: readonly Instalment[] | undefined;
  readonly receipts: readonly Receipt[];
  /** What came in to settle a variance, or an earlier year's contributions: no contribution of this one. */
  readonly settlements: readonly Settlement[];
  readonly spending: readonly Spending[];
  /** The expected year as at `asAt`; a line may have none. */
  readonly forecasts: readonly Forecast[];
  readonly virements: readonly Virement[];
  readonly opening: readonly BroughtForward[];
  /** What becomes of what is unspent at the year end; carried forward where it is not said. */
  readonly unspent?: 'carried-forward' | 'owed-back';
  /** A second pool of some of the headings, with a host of its own. */
  readonly second?: { readonly host: string; readonly headings: readonly string[] };
  /** The districts that spend the grant in place of the host. */
  readonly districts?: Districts;
  /** The headings that are aligned: spent by their owners, and never in the pool. */
  readonly aligned?: readonly string[];
  readonly schemes?: readonly Scheme[];
  readonly proForma?: readonly Mapped[];
  readonly thresholds?: Readonly<Record<'amber' | 'red', Threshold>>;
}

export type Quarter = (typeof quarters)[number];
export const quarters = ['Q1', 'Q2', 'Q3', 'Q4'] as const;

/** The host of the first pool; what it pays in by `dfg` is fenced to `adaptations`. */
export const host = 'CC';

/** The group of the districts. */
export const districts = 'districts';

export interface Districts {
  readonly members: readonly string[];
  /** What each of them is allotted of the grant, where that is agreed. */
  readonly allotted?: readonly bigint[];
}

/** A scheme of a schedule; heading '' is none. */
export interface Scheme {
  readonly schedule: string;
  readonly scheme: string;
  readonly heading: string;
  readonly pence: bigint;
}

/** What a line of the pro-forma has: a scheme, or a heading of one schedule or of all; nothing where all are ''. */
export interface Mapped {
  readonly line: string;
  readonly schedule: string;
  readonly scheme: string;
  readonly heading: string;
}

/** From where a variance is marked: both must be reached. */
export interface Threshold {
  readonly pence: bigint;
  readonly millionths: number;
}

/** The headings, each with who applies it. */
export const spenders = {
  adaptations: host,
  works: host,
  'social-care': host,
  carers: host,
  schemes: 'ccgs',
  hospital: 'ccgs',
  performance: 'ccgs',
} as const;

/** A cell of the plan, and what is spent or expected in it. */
export interface Cell {
  readonly schedule: string;
  readonly source: string;
  readonly heading: string;
  readonly appliedBy: string;
  readonly pence: bigint;
}

/** A line of the forecast. */
export interface Forecast extends Cell {
  readonly scheme?: string;
}

export interface Spending extends Forecast {
  readonly date: string;
  readonly district?: string;
  readonly accrual?: 'accrual' | 'reversal';
  /** The row that it corrects: the reference of one of this year, or behind its year one of an earlier. */
  readonly adjusts?: string;
}

export interface PerformanceTerms {
  readonly cap: 'planned' | 'annual';
  readonly clawback: boolean;
  readonly paidAfter: number;
  readonly arePotsDeclared: boolean;
  readonly pots: readonly Pot[];
}

export interface Pot {
  readonly partner: string;
  readonly pence: bigint;
  /** The four measured quarters in their order; no actual until it is reported. */
  readonly admissions: readonly { readonly baseline: number; readonly plan: number; readonly actual?: number }[];
}

export const sharings = ['equal', 'pro-rata', 'fixed-shares'] as const;
export const policies = [...sharings, 'responsible-body', 'lead-commissioner', 'capped'] as const;

export interface VarianceRule {
  readonly policy: (typeof policies)[number];
  readonly pool?: string;
  readonly heading?: string;
  readonly among?: readonly string[];
  readonly shares?: readonly { readonly partner: string; readonly millionths: number }[];
  readonly lead?: string;
  readonly limitPence?: bigint;
  readonly sharedBy?: (typeof sharings)[number];
  /** Whether ring-fenced and capital money weighs too, in a share pro rata. */
  readonly weighsAll?: boolean;
}

export interface Instalment {
  readonly quarter: Quarter;
  readonly due: string;
  /** Of a percent: 33.333 is 33,333,000. */
  readonly millionths: number;
}

export interface Receipt {
  readonly date: string;
  readonly partner: string;
  readonly source: string;
  readonly heading: string;
  readonly pence: bigint;
  /** The first where it is not said, unless its heading is of the second. */
  readonly pool?: string;
  readonly adjusts?: string;
  /** The instalment that its payer names. */
  readonly quarter?: Quarter;
}

export interface Settlement extends Receipt {
  /** The earlier year that it is of; '' for this one. */
  readonly year: string;
  /** A variance where it is not said. */
  readonly of?: 'contribution';
  /** Whose money it makes good, where that is not its payer's. */
  readonly schedule?: string;
}

/** Budget that one heading of a schedule is given from another, or is meant to be. */
export interface Virement {
  readonly date: string;
  readonly schedule: string;
  readonly from: string;
  readonly to: string;
  readonly pence: bigint;
}

/** A balance of the year before; heading '' is general money. */
export interface BroughtForward {
  readonly partner: string;
  readonly source: string;
  readonly heading: string;
  readonly pence: bigint;
  readonly pool?: string;
  /** Whose it is, and which of the three kinds: without a body a balance that this year's plan divides. */
  readonly body?: string;
  readonly kind?: 'balance' | 'contributions' | 'variance';
}

export function poolOf({ second }: Pick<RuledFund, 'second'>, heading: string): string {
  return second?.headings.includes(heading) ? 'second' : 'main';
}

/** The pool of money received or brought forward. */
export function poolOfMoney(fund: RuledFund, { pool, heading }: Receipt | BroughtForward): string {
  return pool ?? poolOf(fund, heading);
}

export function hostOf({ second }: Pick<RuledFund, 'second'>, pool: string): string {
  return pool === 'main' ? host : (second?.host ?? host);
}

export function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
