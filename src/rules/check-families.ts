/** Checks that ask the same of many things, in the order in which they are shown, and what they ask. */
export const checkFamilies = {
  'plan.pool': 'Plan: contributions = applications, each pool',
  'plan.partner': 'Plan: each partner’s contribution = what its schedule applies',
  'plan.heading': 'Plan: each heading’s allocation = what the schedules apply to it',
  'plan.source': 'Plan: each source = what is applied from it',
  'plan.nature': 'Plan: capital and revenue foot separately',
  'plan.schemes': 'Plan: each schedule’s schemes = its contribution',
  'sources.agreed': 'Money applied on a schedule is its partner’s own',
  'actual.rows': 'Actual: the rows read = the accounts',
  'actual.pool': 'Actual: received + brought forward = applied + fund balance',
  'actual.balance': 'Actual: the same for each part of the pool, and each balance has an owner',
  'forecast.pool': 'Forecast: income + brought forward − expenditure = forecast balance',
  'ring-fence.purpose': 'Ring-fence: money spent under its own heading',
  'ring-fence.source': 'Ring-fence: heading charged to its own source',
  'ring-fence.body': 'Ring-fence: money spent by the body it is for',
  'ring-fence.amount.actual': 'Ring-fence: actual spending not above the source',
  'ring-fence.amount.forecast': 'Ring-fence: forecast spending not above the source',
  'ring-fence.capital': 'Ring-fence: capital not spent as revenue',
  'ring-fence.allocations': 'Ring-fence: allocations by body = the heading',
  'ring-fence.allocation': 'Ring-fence: no body paid above its allocation',
  'virements.fence': 'Virements: none across a fence',
  'virements.budget': 'Virements: no heading gives more than it has',
  'performance.pot': 'Performance: each pot = its plan',
  'performance.sum': 'Performance: earned + not earned + still open = pot, each CCG',
  'performance.received': 'Performance: no more paid in than was earned',
  'performance.spent': 'Performance: no more spent than was earned',
  'variance.attributed': 'Variances: all attributed, to the penny',
  'variance.locality': 'Variances: where each body bears its own, none falls on another CCG',
  opening: 'Brought forward = what last year closed with, each body, ring-fence and kind',
  settlement: 'Settlement: owed and drawn ahead − owed by the host and available + what it holds = nothing',
  'balances.ledgers': 'Balances: what bodies agree = what the ledgers say',
  'balances.views': 'Balances: what two bodies say of each other agrees',
} as const satisfies Readonly<Record<string, string>>;

export type CheckFamily = keyof typeof checkFamilies;

/** Every family, in the order in which they are shown. */
export const familiesInOrder = Object.keys(checkFamilies).filter((key): key is CheckFamily => key in checkFamilies);
