import type { OpeningKind } from '../agreement/opening-kinds.js';
import type { Settled } from '../agreement/settled.js';
import type { Accrual } from '../ledger/row-types.js';

/**
 * The accounts of the journal. Signs are those of double entry, seen from the pool: what flows into an account is
 * positive, what flows out negative, so income is negative, the pool's balance and what was applied are positive.
 */
export interface IncomeAccount {
  readonly type: 'income';
  readonly pool: string;
  readonly source: string;
  readonly partner: string;
  /** The heading that the money is tied to, '' for none. */
  readonly purpose: string;
}

/**
 * Money that settles something else than what is due this year, so that it is nobody's contribution to it (R5): a
 * variance, or what an earlier year left owed.
 */
export interface SettledAccount {
  readonly type: 'settled';
  readonly pool: string;
  readonly source: string;
  /** Whose money it makes good. */
  readonly partner: string;
  readonly purpose: string;
  /** Who paid it, or was paid. */
  readonly body: string;
  readonly of: Settled;
  /** The earlier year that it is of, '' for this one. */
  readonly year: string;
  /** What was paid in and what was paid back stand apart: nothing is set off. */
  readonly side: 'paid-in' | 'paid-back';
}

/** What was brought forward from the year before. */
export interface BroughtForwardAccount {
  readonly type: 'brought-forward';
  readonly pool: string;
  readonly source: string;
  /** Whose money it was. */
  readonly partner: string;
  readonly purpose: string;
  /** Whose it is; '' where nobody says. */
  readonly body: string;
  readonly kind: Exclude<OpeningKind, 'handover'>;
  /** What was owed by it stands apart from what was held for it or owed to it: nothing is set off. */
  readonly side: 'held' | 'owed';
}

/**
 * What an earlier host of a pool holds of it (R5). It is in the parts of the pool, whoever has it, so what is `awaited` by the
 * host of this year stands against what was `held` as the year began, or was awaited since an `earlier` one, less what has
 * `come`.
 */
export interface HandoverAccount {
  readonly type: 'handover';
  readonly pool: string;
  /** The earlier host. */
  readonly body: string;
  readonly side: 'held' | 'earlier' | 'come' | 'awaited';
}

/** Money inside a pool: whose it is, where it came from, and the heading it is tied to ('' for none). */
export interface PoolAccount {
  readonly type: 'pool';
  readonly pool: string;
  readonly source: string;
  readonly partner: string;
  readonly purpose: string;
}

/** What of a receipt is aligned money: said in the ledger, and never come into the pool (R1). */
export interface AlignedIncomeAccount {
  readonly type: 'aligned-income';
  readonly pool: string;
  readonly source: string;
  readonly partner: string;
  readonly purpose: string;
}

/** Aligned money with its owner: what its receipts say of it, less what was spent. */
export interface AlignedAccount {
  readonly type: 'aligned';
  readonly pool: string;
  readonly source: string;
  readonly partner: string;
  /** The aligned heading. */
  readonly purpose: string;
}

/** Money applied to a heading: by whom, and on whose schedule. */
export interface AppliedAccount {
  readonly type: 'applied';
  readonly pool: string;
  readonly heading: string;
  readonly appliedBy: string;
  readonly schedule: string;
  readonly source: string;
  readonly scheme: string;
  readonly district: string;
  readonly accrual: Accrual;
  /** The earlier year whose spending it adjusts, '' for none. */
  readonly ofYear: string;
}

/** The parts of such an account that no plan names. */
export const plainApplied = {
  type: 'applied',
  pool: '',
  source: '',
  scheme: '',
  district: '',
  accrual: '',
  ofYear: '',
} as const satisfies Partial<AppliedAccount>;

/** A schedule's local schemes: a memorandum beside the plan. */
export interface SchemeAccount {
  readonly type: 'scheme';
  readonly schedule: string;
  readonly scheme: string;
}

/** The other side of a schedule's schemes. */
export interface ScheduleAccount {
  readonly type: 'schedule';
  readonly schedule: string;
}

/** Budget that virements move: what a heading of a schedule gets from, or gives to, its counterpart. */
export interface BudgetAccount {
  readonly type: 'budget';
  readonly schedule: string;
  readonly heading: string;
  readonly counterpart: string;
  readonly direction: 'in' | 'out';
  readonly approvedBy: string;
}

export type Account =
  | IncomeAccount
  | SettledAccount
  | BroughtForwardAccount
  | HandoverAccount
  | PoolAccount
  | AlignedIncomeAccount
  | AlignedAccount
  | AppliedAccount
  | SchemeAccount
  | ScheduleAccount
  | BudgetAccount;

/** An account's name, its parts from the general to the particular; parts that are '' at the end are left out. */
export function accountName(account: Account): string {
  return partsOf(account).join(':').replace(/:+$/, '');
}

function partsOf(account: Account): readonly string[] {
  switch (account.type) {
    case 'income':
    case 'aligned-income':
      return [account.type, account.source, account.partner, account.pool, account.purpose];
    case 'brought-forward': {
      const { source, partner, pool, purpose, body, kind, side } = account;
      const parts = [kind === 'balance' ? '' : kind, side === 'held' ? '' : side];
      return ['brought-forward', source, partner, pool, purpose, body, ...parts];
    }
    case 'handover':
      return ['handover', account.pool, account.body, account.side];
    case 'settled': {
      const { source, partner, pool, purpose, body, of, year, side } = account;
      return ['settled', source, partner, pool, purpose, body, of, year, side === 'paid-in' ? '' : side];
    }
    case 'pool':
    case 'aligned':
      return [account.type, account.pool, account.source, account.partner, account.purpose];
    case 'applied':
      return [
        'applied',
        account.heading,
        account.appliedBy,
        account.schedule,
        account.source,
        account.pool,
        account.scheme,
        account.district,
        account.accrual,
        account.ofYear,
      ];
    case 'scheme':
      return ['scheme', account.schedule, account.scheme];
    case 'schedule':
      return ['schedule', account.schedule];
    case 'budget':
      return ['budget', account.schedule, account.heading, account.counterpart, account.direction, account.approvedBy];
  }
}
