/** What each kind of ledger is called by default, and its columns in their documented order. */
export const ledgerKinds = {
  plan: {
    files: 'plan.csv',
    required: ['contributor', 'source', 'heading', 'applied_by', 'amount', 'provenance'],
    optional: [],
    amount: 'amount',
  },
  schemes: {
    files: 'schemes.csv',
    required: ['schedule', 'scheme', 'name', 'heading', 'amount'],
    optional: [],
    amount: 'amount',
  },
  opening: {
    files: 'ledgers/opening*.csv',
    required: ['pool', 'heading', 'partner', 'amount'],
    optional: ['source', 'note'],
    amount: 'amount',
  },
  contributions: {
    files: 'ledgers/contributions*.csv',
    required: ['date', 'partner', 'source', 'heading', 'amount', 'reference', 'note'],
    optional: ['pool', 'adjusts'],
    amount: 'amount',
  },
  expenditure: {
    files: 'ledgers/expenditure*.csv',
    required: [
      'date',
      'schedule',
      'applied_by',
      'heading',
      'source',
      'scheme',
      'district',
      'amount',
      'reference',
      'note',
    ],
    optional: ['adjusts'],
    amount: 'amount',
  },
  forecast: {
    files: 'ledgers/forecast*.csv',
    required: ['as_at', 'schedule', 'applied_by', 'heading', 'scheme', 'amount'],
    optional: ['source'],
    amount: 'amount',
  },
  activity: {
    files: 'ledgers/activity*.csv',
    required: ['partner', 'quarter', 'baseline', 'plan', 'actual'],
    optional: [],
    amount: undefined,
  },
  virements: {
    files: 'ledgers/virements*.csv',
    required: ['date', 'schedule', 'from', 'to', 'amount', 'approved_by', 'reference'],
    optional: ['note', 'adjusts'],
    amount: 'amount',
  },
  balances: {
    files: 'ledgers/balances*.csv',
    required: ['as_at', 'body', 'counterparty', 'receivable', 'payable'],
    optional: ['note'],
    amount: 'receivable',
    moreAmounts: ['payable'],
  },
  controls: {
    files: 'controls.csv',
    required: ['name', 'figure', 'expected', 'tolerance', 'place', 'accepted_because'],
    optional: ['accepted_difference', 'accepted_by'],
    amount: 'expected',
    moreAmounts: ['tolerance', 'accepted_difference'],
    hasTotals: false,
  },
  'pro-forma': {
    files: 'pro-forma.csv',
    required: ['line', 'schedule', 'scheme', 'heading'],
    optional: ['provenance'],
    amount: undefined,
  },
} as const satisfies Record<string, LedgerColumns>;

interface LedgerColumns {
  readonly files: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** The column that holds money, whose unit must be declared. */
  readonly amount: string | undefined;
  /** Further columns of money, in the same unit. */
  readonly moreAmounts?: readonly string[];
  /** False where a row that begins with Total is a row like any other. */
  readonly hasTotals?: false;
}

export type LedgerKind = keyof typeof ledgerKinds;

export const ledgerKindNames = [
  'plan',
  'schemes',
  'opening',
  'contributions',
  'expenditure',
  'forecast',
  'activity',
  'virements',
  'balances',
  'controls',
  'pro-forma',
] as const;

/** The columns of a kind of ledger. */
export function columnsOf(kind: LedgerKind): LedgerColumns {
  return ledgerKinds[kind];
}
