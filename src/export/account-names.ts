import type { Agreement } from '../agreement/agreement.js';
import type { Settled } from '../agreement/settled.js';
import type {
  Account,
  AppliedAccount,
  BroughtForwardAccount,
  HandoverAccount,
  PoolAccount,
} from '../journal/accounts.js';
import type { SchemeRow } from '../ledger/row-types.js';
import { CodesAsNames } from './codes-as-names.js';

const untied = 'Untied';
const noScheme = 'No-scheme';
const noDistrict = 'No-district';

/** Parts of a name that stand behind all others, so that no code is taken for them. */
const accrualNames = { accrual: 'Accrual', reversal: 'Reversal', '': 'Not-accrued' } as const;

/** The accounts that totals of each kind stand on. */
export const tops = {
  received: 'Income:Received',
  settled: 'Income:Settled',
  alignedIncome: 'Income:Aligned',
  broughtForward: 'Equity:Brought-forward',
  pool: 'Assets:Pool',
  handover: 'Assets:Handover',
  aligned: 'Assets:Aligned',
  applied: 'Expenses:Applied',
} as const;

const settledNames: Readonly<Record<Settled, string>> = { variance: 'Variance', contribution: 'Contribution' };

const openingNames: Readonly<Record<Exclude<BroughtForwardAccount['kind'], 'balance'>, string>> = {
  contributions: 'Contributions',
  variance: 'Variance',
};

const handoverNames: Readonly<Record<HandoverAccount['side'], string>> = {
  held: 'Held',
  earlier: 'Of-earlier-years',
  come: 'Come',
  awaited: 'Awaited',
};

/** Of what was paid in, and of what was held or owed to a body, nothing is said. */
const [paidBack, owed] = ['Paid-back', 'Owed'];

/** What the fund's accounts are called in plain-text accounting: `Expenses:Applied:Kent:Care-act:09C:Ccg-minimum:KCC`. */
export class AccountNames {
  readonly #pools: CodesAsNames;
  readonly #sources: CodesAsNames;
  readonly #headings: CodesAsNames;
  readonly #bodies: CodesAsNames;
  readonly #schemes = new Map<string, CodesAsNames>();
  readonly #schemeCodes = new Map<string, string[]>();
  readonly #known = new Map<Account, string>();

  constructor(agreement: Agreement, schemes: readonly SchemeRow[]) {
    this.#pools = new CodesAsNames(agreement.pools.keys());
    this.#sources = new CodesAsNames(agreement.sources.keys());
    this.#headings = new CodesAsNames(agreement.headings.keys(), [untied]);
    this.#bodies = new CodesAsNames(agreement.bodies.keys(), [noDistrict]);
    for (const { schedule, scheme } of schemes) {
      this.#schemeCodes.set(schedule, [...(this.#schemeCodes.get(schedule) ?? []), scheme]);
    }
  }

  /** The name of an account of money. Throws for a memorandum's, which are not exported under a name. */
  nameOf(account: Account): string {
    const known = this.#known.get(account);
    if (known !== undefined) return known;
    const name = this.#newName(account);
    this.#known.set(account, name);
    return name;
  }

  /** Where a budget for an account stands: it is for all of a partner's money, whatever it is tied to. */
  budgetNameOf(account: Account): string {
    const name = this.nameOf(account);
    return account.type === 'applied' ? name : name.replace(/:[^:]*$/, '');
  }

  /** The account of a heading on a schedule, which all that is applied to it there stands below. */
  headingNameOf({ pool, heading, schedule }: Pick<AppliedAccount, 'pool' | 'heading' | 'schedule'>): string {
    return [tops.applied, this.#pools.nameOf(pool), this.#headings.nameOf(heading), this.#bodies.nameOf(schedule)].join(
      ':',
    );
  }

  #newName(account: Account): string {
    switch (account.type) {
      case 'income':
        return [tops.received, ...this.#money(account)].join(':');
      case 'aligned-income':
        return [tops.alignedIncome, ...this.#money(account)].join(':');
      case 'settled': {
        const { body, of, year, side } = account;
        return [
          tops.settled,
          settledNames[of],
          ...this.#money(account),
          this.#bodies.nameOf(body),
          ...ofYearName({ ofYear: year }),
          ...(side === 'paid-back' ? [paidBack] : []),
        ].join(':');
      }
      case 'brought-forward':
        return [tops.broughtForward, ...this.#money(account), ...this.#holder(account)].join(':');
      case 'handover': {
        const { pool, body, side } = account;
        return [tops.handover, this.#pools.nameOf(pool), this.#bodies.nameOf(body), handoverNames[side]].join(':');
      }
      case 'pool':
      case 'aligned': {
        const [pool, source, partner, purpose] = this.#money(account);
        return [tops[account.type], pool, partner, source, purpose].join(':');
      }
      case 'applied':
        return [this.headingNameOf(account), this.#sources.nameOf(account.source), ...this.#spender(account)].join(':');
      default:
        throw new Error(`no name for an account of ${account.type}`);
    }
  }

  #money({ pool, source, partner, purpose }: Omit<PoolAccount, 'type'>): string[] {
    return [
      this.#pools.nameOf(pool),
      this.#sources.nameOf(source),
      this.#bodies.nameOf(partner),
      purpose === '' ? untied : this.#headings.nameOf(purpose),
    ];
  }

  /** Whose it is and what of it, where the row says so. */
  #holder({ body, kind, side }: BroughtForwardAccount): string[] {
    if (kind === 'balance') return body === '' ? [] : [this.#bodies.nameOf(body)];
    return [this.#bodies.nameOf(body), openingNames[kind], ...(side === 'owed' ? [owed] : [])];
  }

  #spender({ schedule, appliedBy, scheme, district, accrual, ofYear }: AppliedAccount): string[] {
    const body = this.#bodies.nameOf(appliedBy);
    const isPlain = accrual === '' && ofYear === '';
    if (scheme === '' && district === '' && isPlain) return [body];
    const schemeName = scheme === '' ? noScheme : this.#schemesOf(schedule).nameOf(scheme);
    if (district === '' && isPlain) return [body, schemeName];
    const spender = [body, schemeName, district === '' ? noDistrict : this.#bodies.nameOf(district)];
    return isPlain ? spender : [...spender, accrualNames[accrual], ...ofYearName({ ofYear })];
  }

  #schemesOf(schedule: string): CodesAsNames {
    const known = this.#schemes.get(schedule);
    if (known !== undefined) return known;
    const names = new CodesAsNames(this.#schemeCodes.get(schedule) ?? [], [noScheme]);
    this.#schemes.set(schedule, names);
    return names;
  }
}

function ofYearName({ ofYear }: Pick<AppliedAccount, 'ofYear'>): string[] {
  return ofYear === '' ? [] : [`Of-${ofYear.replace('/', '-')}`];
}
