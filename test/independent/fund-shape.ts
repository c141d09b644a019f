/** A small made-up fund that the rules R3, R4, R5 and settlement judge, as plain data. */
export interface RuledFund {
  readonly asAt: Quarter;
  readonly ccgs: readonly { readonly code: string; readonly locality?: string }[];
  readonly cells: readonly Cell[];
  readonly performance: PerformanceTerms | undefined;
  readonly varianceRules: readonly VarianceRule[];
  readonly instalments: readonly Instalment[] | undefined;
  readonly receipts: readonly Receipt[];
  readonly spending: readonly (Cell & { readonly date: string })[];
  /** The expected year as at `asAt`; a line may have none. */
  readonly forecasts: readonly Cell[];
  readonly virements: readonly Virement[];
  readonly opening: readonly BroughtForward[];
}

export type Quarter = (typeof quarters)[number];
export const quarters = ['Q1', 'Q2', 'Q3', 'Q4'] as const;

/** The host of the only pool; what it pays in by `dfg` is fenced to `adaptations`. */
export const host = 'CC';

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
}

export function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
